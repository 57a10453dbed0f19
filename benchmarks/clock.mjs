// When a form was first touched, when Python was ready and when its answer stood in the page, laid out; and how long later
// answers take.
// It is put there before anything of the page runs.

(() => {
  const YOUNGEST = 20; // the first of the ages that are asked for in turn
  const APART = 30; // ms between two questions: the page may draw in between

  /** @type {{ query: string, heard: (now: number) => void } | undefined} */
  let waits;

  const bench = {
    /** @type {number | undefined} */ touched: undefined,
    /** @type {number | undefined} */ answered: undefined,
    ready: () => performance.getEntriesByName("python-ready")[0]?.startTime,
    usable,
    slip,
    warm,
  };
  Object.assign(globalThis, { bench });

  addEventListener(
    "pointerdown",
    (event) => {
      bench.touched ??= event.timeStamp;
      if (bench.answered === undefined) await_answer("soreness=7").then((now) => (bench.answered = now));
    },
    { capture: true, once: true },
  );

  new MutationObserver(() => {
    const shown = document.querySelector("[data-answer] [data-query]");
    if (!waits || !shown?.getAttribute("data-query")?.split("&").includes(waits.query)) return;
    shown.getBoundingClientRect(); // what is measured ends when the answer has its place
    const { heard } = waits;
    waits = undefined;
    heard(performance.now());
  }).observe(document, { childList: true, subtree: true });

  /** @param {string} query @returns {Promise<number>} when the answer to it stands in the page */
  function await_answer(query) {
    return new Promise((heard) => {
      waits = { query, heard };
    });
  }

  /** Whether the page's script is at work, as far as one can tell from outside. */
  function usable() {
    const custom = document.querySelector(":not(:defined):has([name=soreness])");
    return document.readyState === "complete" && !custom && document.querySelector("[name=soreness]") !== null;
  }

  /** @param {string} age is written into the form before anybody touches it, and without a word */
  function slip(age) {
    const field = /** @type {HTMLInputElement} */ (document.querySelector("[name=age]"));
    field.value = age;
  }

  /** @param {number} times @returns {Promise<number[]>} milliseconds of each */
  async function warm(times) {
    const choice = /** @type {HTMLInputElement} */ (document.querySelector("[name=soreness]"));
    const taken = [];
    for (let turn = 0; turn < times; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, APART));
      slip(String(YOUNGEST + turn));
      choice.checked = true;
      const answer = await_answer(`age=${YOUNGEST + turn}`);
      const begun = performance.now();
      choice.dispatchEvent(new Event("input", { bubbles: true }));
      taken.push((await answer) - begun);
    }
    return taken;
  }
})();
