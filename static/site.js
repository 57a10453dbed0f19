// Knows which scripts every page of the site brings along, as one module, and that Python is kept for the next visit.
// Must never know what any of them does.

import "./calculator.js";
import "./keep.js";
import "./settings.js";
import "./week.js";
import { engine } from "./engine.js";
import { keep, register } from "./network.js";

const LATER = 500; // ms: the answer comes first

register();
engine.addEventListener("ready", () => setTimeout(() => keep(engine.used), LATER));
