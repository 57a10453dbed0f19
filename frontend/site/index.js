// Entry point of every page of the site: loads its elements, and caches Python's files once Python has started.

import "../calculator/clock-answers.js";
import "../calculator/calculator.js";
import "../calculator/session-actions.js";
import "../shared/clipboard.js";
import "../calculator/saved-answers.js";
import "../calculator/unit-toggle.js";
import "../week/week-planner.js";
import "./menus.js";
import { engine } from "../python/client.js";
import { cacheFiles, registerServiceWorker } from "./register-service-worker.js";

const CACHE_DELAY = 500; // ms, so that the answer is shown first

registerServiceWorker();
engine.addEventListener("ready", () => setTimeout(() => cacheFiles(engine.used), CACHE_DELAY));
