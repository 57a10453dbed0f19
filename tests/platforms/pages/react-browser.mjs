// When React takes over what its server wrote: at once, or not before the page says so.
import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { Post } from "./react.mjs";

const root = document.querySelector("main");
const begin = () => hydrateRoot(root, createElement(Post, { site: root.dataset.site }));
if ("late" in root.dataset) document.addEventListener("cardio:ready", () => setTimeout(begin), { once: true });
else begin();
