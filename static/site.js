// Knows which scripts every page of the site brings along, as one module.
// Must never know what any of them does.

import "./calculator.js";
import "./keep.js";
import "./settings.js";
import "./week.js";
import { register } from "./network.js";

register();
