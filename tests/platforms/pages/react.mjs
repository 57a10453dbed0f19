// A post that React renders, with the element in it as a component's child, and two buttons that change it.
import { createElement as h, useEffect, useState } from "react";

/** @param {{site: string}} props */
export function Post({ site }) {
  const [goal, setGoal] = useState("fat_loss");
  const [shown, setShown] = useState(true);
  useEffect(() => {
    document.documentElement.dataset.hydrated = ""; // before that, nobody hears a click
  }, []);
  const link = h("a", { href: `${site}/calculator/` }, "Cardio after leg day: what should I do today?");
  return h(
    "article",
    null,
    h("button", { type: "button", onClick: () => setGoal("general_health") }, "Another goal"),
    h("button", { type: "button", onClick: () => setShown(!shown) }, "Show or hide"),
    // The element says on itself when it is ready; React must expect that.
    shown && h("cardio-after-leg-day", { "data-goal": goal, suppressHydrationWarning: true }, link),
  );
}
