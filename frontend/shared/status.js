// Show the state of a request: loading, slow, failed. The texts are templates on the page.

import { progress } from "../python/progress.js";
import { byData } from "./dom.js";

/**
 * @param {HTMLElement} host
 * @param {string} name of a template with the words of a state; none for the answer alone
 */
export function showState(host, name) {
  const template = /** @type {HTMLTemplateElement | null} */ (host.querySelector(`template[data-state="${name}"]`));
  const status = byData(host, "status");
  status.replaceChildren(...(template ? [template.content.cloneNode(true)] : []));
  progress(status);
  host.dataset.stateName = name;
  if (template && "announce" in template.dataset) byData(host, "live").textContent = status.textContent;
}
