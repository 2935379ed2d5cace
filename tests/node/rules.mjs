// What a page must keep: HTML as it is defined, and what can be seen of accessibility in the text.
// Whatever is switched off or bent has its reason here.
export default {
  root: true,
  // `<details>` is plain flow content, allowed in a `<th>`; the judge takes it for a section.
  elements: ["html5", { details: { sectioning: false } }],
  extends: ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
  rules: {
    // The policy of every page forbids it, so it would have no effect.
    "no-inline-style": "error",
    // Most browsers mend it silently, each in its own way.
    "no-implicit-close": "error",
    "form-dup-name": "error",
    // Scripts and styles come with the page from one place; a hash beside them guards nothing.
    "require-sri": "off",
    // A filter works while one chooses and has nothing to send; it is hidden without script.
    "wcag/h32": "off",
    // `<div role="region">` around a wide table is a `<section>` to whoever hears the page, a
    // `<fieldset>` is no group of what cannot be filled in, and what a search offers no `<select>`.
    "prefer-native-element": ["error", { exclude: ["region", "group", "listbox"] }],
  },
};
