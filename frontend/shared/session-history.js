// The sessions that readers did here, on this device only, and only those that they agreed to save.

const STORAGE_KEY = "leg-day-sessions"; // key in localStorage
const MOST = 14; // sessions that are saved; older ones are dropped

/** @typedef {{ at: number, name: string, feel: string }} DoneSession when it ended (ms since 1970), its name, how the legs felt */

/** @returns {DoneSession[]} oldest first; none where the browser forbids storage or it holds something else */
function sessions() {
  try {
    const saved = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "[]");
    return Array.isArray(saved) ? saved : [];
  } catch {
    return [];
  }
}

/** @returns {DoneSession | undefined} */
export const lastSession = () => sessions().at?.(-1);

/** @param {DoneSession} session @returns {boolean} whether it is saved */
export function saveSession(session) {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify([...sessions(), session].slice(-MOST)));
    return true;
  } catch {
    return false;
  }
}

/** Delete every saved session. */
export function clearSessions() {
  try {
    localStorage.removeItem(STORAGE_KEY);
  } catch {
    // the browser forbids storage: nothing is saved
  }
}
