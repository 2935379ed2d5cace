// Reads calendars as Thunderbird does, with its own parser:  node calendars.mjs FOLDER
// Prints {"FILE": {name, errors: […], events: [{uid, day, end, allDay, summary, …}, …]}, …} as JSON.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";

ICAL.design.strict = true;
const folder = process.argv[2];

function read(text) {
  const errors = [];
  let name = null;
  let events = [];
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    name = calendar.getFirstPropertyValue("x-wr-calname");
    events = calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        day: event.startDate.toString(),
        end: event.endDate.toString(),
        allDay: event.startDate.isDate && event.endDate.isDate,
        summary: event.summary,
        description: event.description,
        sequence: event.sequence,
        status: component.getFirstPropertyValue("status"),
        stamp: component.getFirstPropertyValue("dtstamp").toString(),
        categories: component.getFirstProperty("categories").getValues(),
      };
    });
  } catch (error) {
    errors.push(String(error));
  }
  return { name, errors, events };
}

const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".ics"));
const found = files.sort().map((file) => [file, read(readFileSync(join(folder, file), "utf8"))]);
console.log(JSON.stringify(Object.fromEntries(found)));
