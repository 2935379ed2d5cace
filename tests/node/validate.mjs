// Judges every page below a folder by rules.mjs:  node validate.mjs FOLDER
// Prints {"pages": how many, "faults": [{file, line, column, what}, …]} as JSON.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import rules from "./rules.mjs";

const folder = process.argv[2];
const validator = new HtmlValidate(new StaticConfigLoader(rules));
const pages = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith(".html"))
  .sort();
const faults = pages.flatMap((file) => {
  const report = validator.validateStringSync(readFileSync(join(folder, file), "utf8"), file);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => ({
      file,
      line,
      column,
      what: `${ruleId}: ${message}`,
    })),
  );
});
console.log(JSON.stringify({ pages: pages.length, faults }));
