// The widget as a component of React 18 and later: <CardioAfterLegDay goal="fat_loss" theme="auto" onStart={…} />

import { createElement, useEffect, useRef } from "react";
import { attributes, label, link, listen, listenerName, load, NAME, preparedAnswer } from "./index.js";

/** @param {Record<string, any>} props options of the element, listeners such as onStart, and `src` of a script of your own */
export function CardioAfterLegDay({ src, ...options }) {
  const element = useRef(null);
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => load(src), [src]);
  useEffect(() => listen(element.current, (type, detail) => latest.current[listenerName(type)]?.(detail)), []);
  return createElement(
    NAME,
    { ref: element, suppressHydrationWarning: true, ...attributes(options) },
    preparedAnswer(options) && createElement("p", null, preparedAnswer(options)),
    createElement("a", { href: link(options) }, label(options)),
  );
}

export default CardioAfterLegDay;
