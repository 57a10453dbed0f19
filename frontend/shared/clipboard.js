// Copy text to the clipboard, with a selected text field where the browser forbids it.

/**
 * @param {HTMLTextAreaElement} field where the text stays, selected, if nothing else works
 * @param {string} text
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copyText(field, text) {
  field.hidden = false;
  field.value = text;
  field.select();
  const legacyCopy = () => document.execCommand("copy"); // where a frame has no leave to use the clipboard
  field.hidden = navigator.clipboard
    ? await navigator.clipboard.writeText(text).then(() => true, legacyCopy)
    : legacyCopy();
  return field.hidden;
}
