// What the reader's connection allows: whether to save data, whether it is slow, and when the browser is idle.

const { connection } = /** @type {Navigator & { connection?: { saveData?: boolean, effectiveType?: string } }} */ (
  navigator
);

/** Whether the reader asks to save data: then nothing is prefetched. */
export const saveData = connection?.saveData === true;

/** Whether the connection is so slow that prefetching would delay what is needed now. */
export const slow = /2g/.test(connection?.effectiveType ?? "");

/** Run work when the browser is idle. @param {() => void} work */
export const whenIdle = (work) => ("requestIdleCallback" in self ? requestIdleCallback(work) : setTimeout(work));

/** Run work when the page has loaded and the browser is idle. @param {() => void} work */
export function whenLoadedAndIdle(work) {
  if (document.readyState === "complete") whenIdle(work);
  else addEventListener("load", () => whenIdle(work), { once: true });
}

/** Run prefetch work, unless the reader saves data or the connection is slow. @param {() => void} work */
export const whenIdleAndFast = (work) => saveData || slow || whenLoadedAndIdle(work);
