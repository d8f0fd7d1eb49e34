// Reads calendar files with ical.js, which Thunderbird uses, and says what is in them.
//
// Usage: node calendar.mjs NPM_FOLDER FILE, where FILE holds [text]. Prints [{kind, ...} or {error}].
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(createRequire(`${folder}/`).resolve("ical.js")));

function read(text) {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const [entry, ...more] = calendar.getAllSubcomponents();
    if (more.length > 0) throw new Error("more than one entry");
    const value = (name) => entry.getFirstPropertyValue(name);
    const start = value("dtstart");
    const stamp = value("dtstamp");
    const event = entry.name === "vevent" ? new ICAL.Event(entry) : null;
    return {
      kind: entry.name,
      version: calendar.getFirstPropertyValue("version"),
      properties: entry.getAllProperties().map((property) => property.name),
      uid: value("uid"),
      stamp: `${stamp}`,
      start: start ? `${start}` : null,
      end: event && start ? `${event.endDate}` : null,
      day: start ? start.isDate : null,
      floating: start ? start.zone === ICAL.Timezone.localTimezone : null,
      summary: value("summary"),
      description: value("description"),
      location: value("location"),
    };
  } catch (error) {
    return { error: String(error) };
  }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(file, "utf8")).map(read)));
