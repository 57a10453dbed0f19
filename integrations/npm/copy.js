#!/usr/bin/env node
// Copies the widget's files into a folder that your site serves: npx cardio-after-leg-day public/cardio

import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";

const target = process.argv[2];
if (!target) {
  console.error("Name the folder to copy to, such as public/cardio");
  process.exit(1);
}
cpSync(fileURLToPath(new URL("widget", import.meta.url)), target, { recursive: true });
console.log(`Copied. Load ${target.replace(/^(public|static)\//, "/").replace(/\/$/, "")}/widget.js in your pages.`);
