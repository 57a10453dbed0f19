// How each embed is put on a page as its makers say, and which of its files a page loads.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const packages = new URL("node_modules/", import.meta.url).pathname;

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string[]} host the files that the host page loads, by their path; they are served under /own/
 * @property {string[]} frame the files that its page in the frame must load too
 * @property {string} [home] where its frame comes from
 * @property {string} [frameStart] what the page in the frame runs after them
 * @property {(here: Record<string, string>) => string} html
 * @property {string} [click] what a reader presses before there is a frame
 * @property {Record<string, string>} [sent] headers of the page in the frame, where its source tells them
 * @property {(here: Record<string, string>) => string} [start] a script of the host page's own
 */

/** Everything that the widget's page loads until it can be used. @param {string} widget */
const inFrame = (widget) => {
  const html = `${widget}/embed/v1/index.html`;
  const loaded = readFileSync(html, "utf8").matchAll(/<(?:script|link rel="stylesheet")[^>]* (?:src|href)="([^"]+)"/g);
  return [html, ...[...loaded].map(([, address]) => join(dirname(html), address))];
};

/** @param {string} widget the folder of the built site @returns {Contender[]} */
export const contenders = (widget) => [
  {
    name: "this widget",
    host: [`${widget}/v1/widget.js`],
    frame: inFrame(widget),
    html: ({ site }) =>
      `<script async crossorigin="anonymous" src="${site}v1/widget.js"></script>` +
      `<cardio-after-leg-day loading="eager"><a href="${site}">A link</a></cardio-after-leg-day>`,
  },
  {
    name: "giscus",
    home: "https://giscus.app",
    host: [`${packages}giscus/dist/giscus.mjs`],
    frame: [],
    html: () => `<script type="module" src="/own/giscus.js"></script>
      <giscus-widget repo="a/b" repoid="R" category="C" categoryid="D" mapping="title" loading="eager"></giscus-widget>`,
    sent: { "cross-origin-resource-policy": "cross-origin" },
  },
  {
    name: "lite-youtube-embed",
    home: "https://www.youtube-nocookie.com",
    host: [`${packages}lite-youtube-embed/src/lite-yt-embed.js`, `${packages}lite-youtube-embed/src/lite-yt-embed.css`],
    frame: [],
    html: () => `<link rel="stylesheet" href="/own/lite-yt-embed.css"><script src="/own/lite-yt-embed.js"></script>
      <lite-youtube videoid="ogfYd705cRs"></lite-youtube>`,
    click: "lite-youtube",
  },
  {
    name: "Typeform",
    host: [`${packages}@typeform/embed/build/embed.js`, `${packages}@typeform/embed/build/css/widget.css`],
    frame: [],
    html: ({
      frame,
    }) => `<link rel="stylesheet" href="/own/widget.css"><div class="typeform" data-tf-widget="${frame}/to/abcdef"></div>
      <script src="/own/embed.js"></script>`,
  },
  {
    name: "iframe-resizer",
    host: [`${packages}@iframe-resizer/parent/index.umd.js`],
    frame: [`${packages}@iframe-resizer/child/index.umd.js`],
    html: ({ frame }) => `<iframe id="resized" src="${frame}/" title="A frame"></iframe>
      <script src="/own/index.umd.js"></script><script src="/own/start.js"></script>`,
    start: () => 'iframeResize({ license: "GPLv3", log: false }, "#resized");',
  },
  {
    name: "pym.js",
    host: [`${packages}pym.js/dist/pym.v1.min.js`],
    frame: [`${packages}pym.js/dist/pym.v1.min.js`],
    frameStart: "new pym.Child();",
    html: () => '<div id="place"></div><script src="/own/pym.v1.min.js"></script><script src="/own/start.js"></script>',
    start: ({ frame }) => `new pym.Parent("place", "${frame}/", {});`,
  },
];
