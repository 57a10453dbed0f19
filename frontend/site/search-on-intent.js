// Fetch the search index when a reader turns to the search; the theme would fetch it with every page.
//
// Must load before the theme's bundle, which asks for the index as soon as it runs.

const INDEX = /\/search\/search_index\.json$/;

/** Resolves when the reader reaches the search: by its field, its button, or the key that opens it. */
const intent = new Promise((resolve) => {
  const turned = (/** @type {Event} */ event) => {
    const target = /** @type {Element} */ (event.target);
    if (target.closest?.(".md-search, [data-menu=__search], [for=__search]")) resolve(undefined);
  };
  for (const name of ["focusin", "pointerdown", "pointerover"]) addEventListener(name, turned, true);
  if (location.search) resolve(undefined); // the theme marks the words of a search in the page
});

/** A request like any other, but the one for the index waits. */
class PatientRequest extends XMLHttpRequest {
  #waits = false;

  /**
   * @param {string} method
   * @param {string | URL} url
   * @param {boolean} [async]
   * @param {string | null} [user]
   * @param {string | null} [password]
   */
  open(method, url, async = true, user, password) {
    this.#waits = INDEX.test(String(url));
    super.open(method, url, async, user, password);
  }

  /** @param {Document | XMLHttpRequestBodyInit | null} [body] */
  send(body) {
    if (this.#waits) intent.then(() => super.send(body));
    else super.send(body);
  }
}

globalThis.XMLHttpRequest = PatientRequest;
