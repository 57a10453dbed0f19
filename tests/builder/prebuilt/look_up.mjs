// Run the browser's look-up of prebuilt answers outside a browser, with a folder as its host.
//
// node look_up.mjs FOLDER < {"grid": {…}, "base": "../", "asked": ["a=1&b=2", …], "spoil": "cut"} > {"found": ["sha256 or null", …], "fetched": ["a.bin", …]}
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Pack } from "../../../frontend/shared/prebuilt-answers.js";

const [folder] = process.argv.slice(2);
const { grid, base, asked, spoil } = JSON.parse(readFileSync(0, "utf8"));
const SPOILT = {
  none: (bytes) => new Response(bytes),
  missing: () => new Response("", { status: 404 }),
  cut: (bytes) => new Response(bytes.subarray(0, bytes.length / 2)),
  corrupt: (bytes) => new Response(bytes.with(bytes.length - 9, bytes.at(-9) ^ 1)),
  other: () => new Response("<!doctype html>\n<title>Nothing here</title>\n"),
  unzipped: (bytes) => new Response(gunzipSync(bytes)),
  offline: () => Promise.reject(new TypeError("offline")),
};
const fetched = [];
globalThis.fetch = async (address) => {
  fetched.push(basename(String(address)));
  return SPOILT[spoil](new Uint8Array(readFileSync(join(folder, fetched.at(-1)))));
};

const pack = new Pack(grid, "https://example.org/assets/pack/");
const found = [];
for (const query of asked) {
  const html = await pack.lookUp(new URLSearchParams(query), base);
  found.push(html === undefined ? null : createHash("sha256").update(html).digest("hex"));
}
console.log(JSON.stringify({ found, fetched }));
