// Write a file compressed as a good static host would hold it: brotli and gzip, each at its best.
//
//
// node compress.mjs SOURCE TARGET...     a target's ending says how: .br or .gz; pairs follow each other
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** @param {string} source @param {string} target */
function compress(source, target) {
  const whole = readFileSync(source);
  const small = target.endsWith(".br")
    ? brotliCompressSync(whole, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
      })
    : gzipSync(whole, { level: 9 });
  writeFileSync(`${target}.part`, small);
  renameSync(`${target}.part`, target);
}

const args = process.argv.slice(2);
for (let at = 0; at < args.length; at += 2) compress(args[at] ?? "", args[at + 1] ?? "");
