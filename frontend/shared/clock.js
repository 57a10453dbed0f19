// Local times as a date control writes them, and times in the page's words: "Thursday evening".

export const MINUTE = 60_000; // ms
const TO_THE_MINUTE = 16; // characters of 2026-11-23T18:00

/** @param {Date} date @returns {string} the local time as a control of type datetime-local has it */
export const toLocal = (date) =>
  new Date(date.getTime() - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, TO_THE_MINUTE);

const HOUR = 3_600_000; // ms
const DAY = 24 * HOUR; // ms
const MORNING = 5; // hour at which the morning begins
const NOON = 12; // hour at which the afternoon begins
const EVENING = 17; // hour at which the evening begins
const NIGHT = 22; // hour at which the night begins
const WEEK = 7; // days

/** @template T @param {() => T} create @returns {() => T} what it creates, once, and only when it is needed: Intl objects are slow */
const late = (create) => {
  /** @type {T | undefined} */
  let created;
  return () => {
    created ??= create();
    return created;
  };
};

/** @param {Intl.DateTimeFormatOptions} options @param {string} [language] the reader's, if none @returns {(time: Date) => string} */
export function formatter(options, language) {
  const format = late(() => new Intl.DateTimeFormat(language, options));
  return (time) => format().format(time);
}

// In the language of the page, whose words they stand among.
const LANGUAGE = document.documentElement.lang || undefined;
const weekday = formatter({ weekday: "long" }, LANGUAGE);
const dayAndMonth = formatter({ day: "numeric", month: "long" }, LANGUAGE);
const relative = late(() => new Intl.RelativeTimeFormat(LANGUAGE, { numeric: "auto" }));

/** @param {Date} date @returns {number} the place of its hour among night, morning, afternoon and evening */
function partOfDay(date) {
  const hour = date.getHours();
  if (hour < MORNING || hour >= NIGHT) return 0;
  return [MORNING, NOON, EVENING].filter((start) => hour >= start).length;
}

/**
 * @param {Date} date
 * @param {string[]} today the words for the parts of today, from the night on
 * @param {string[]} others the words for the parts of any other day
 * @returns {string} "this evening", "tomorrow morning", "Thursday evening", "4 December"
 */
export function phrase(date, today, others) {
  const midnight = (/** @type {Date} */ day) => new Date(day).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(date) - midnight(new Date())) / DAY);
  const part = partOfDay(date);
  if (days === 0) return today[part] ?? "";
  if (Math.abs(days) >= WEEK) return dayAndMonth(date);
  const day = Math.abs(days) === 1 ? relative().format(days, "day") : weekday(date);
  return [day, others[part]].filter(Boolean).join(" ");
}
