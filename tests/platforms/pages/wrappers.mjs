// What the wrappers of the npm package render on a server, with the real React, Vue and Svelte.
//
// node wrappers.mjs FOLDER OPTIONS     the folder holds node_modules with cardio-after-leg-day and some of the three

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder = "", options = "{}"] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${folder}/index.js`));
const props = JSON.parse(options);
const load = (/** @type {string} */ name) => import(pathToFileURL(require.resolve(name)).href);

const renderers = {
  react: async () => {
    const { CardioAfterLegDay } = await load("cardio-after-leg-day/react");
    const { createElement } = require("react");
    return require("react-dom/server").renderToStaticMarkup(createElement(CardioAfterLegDay, props));
  },
  vue: async () => {
    const { CardioAfterLegDay } = await load("cardio-after-leg-day/vue");
    const { createSSRApp } = await load("vue");
    const { renderToString } = await load("vue/server-renderer");
    return renderToString(createSSRApp(CardioAfterLegDay, props));
  },
  svelte: async () => {
    const { compile } = require("svelte/compiler");
    const source = `${folder}/node_modules/cardio-after-leg-day/CardioAfterLegDay.svelte`;
    const { js, warnings } = compile(readFileSync(source, "utf8"), { generate: "server", filename: source });
    if (warnings.length) throw new Error(warnings.map(({ message }) => message).join("\n"));
    writeFileSync(`${source}.js`, js.code);
    const { default: component } = await import(pathToFileURL(`${source}.js`).href);
    const { render } = await import(pathToFileURL(require.resolve("svelte/server")).href);
    return render(component, { props }).body;
  },
};

/** @type {Record<string, string>} */
const rendered = {};
for (const [name, render] of Object.entries(renderers))
  try {
    require.resolve(`${name}/package.json`);
    rendered[name] = await render();
  } catch (error) {
    if (/** @type {any} */ (error).code !== "MODULE_NOT_FOUND") throw error;
  }
console.log(JSON.stringify(rendered));
