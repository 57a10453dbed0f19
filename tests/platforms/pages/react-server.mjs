// How React's server writes the post.
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { Post } from "./react.mjs";

process.stdout.write(renderToString(createElement(Post, { site: process.argv[2] })));
