// Read every .ics file of a folder with ical.js, and print what it holds as JSON: name, and start, end and UID of each event.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, library] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(library).href);

/** @param {string} name of a file */
function read(name) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, name), "utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  return {
    name,
    events: events.map((event) => ({
      uid: event.uid,
      summary: event.summary,
      begin: event.startDate.toString(),
      seconds: event.duration.toSeconds(),
    })),
  };
}

const names = readdirSync(folder).filter((name) => name.endsWith(".ics"));
process.stdout.write(JSON.stringify(names.map(read)));
