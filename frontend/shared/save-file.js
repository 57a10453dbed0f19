// Give bytes to the browser as a download, and format the next full hour for a date control.

import { MINUTE, toLocal } from "./clock.js";

const HOUR = 60; // minutes
const WEEK = 7; // days
const DAY = 24; // hours
const TO_THE_MINUTE = 16; // characters of 2026-11-23T18:00

/** @param {HTMLElement} parent @param {BlobPart} content @param {string} name @param {string} type */
export function saveFile(parent, content, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.hidden = true;
  parent.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE);
}

/** @returns {string} the local time of the next full hour */
export function nextHour() {
  const next = new Date();
  next.setHours(next.getHours() + 1, 0, 0, 0);
  return toLocal(next);
}

/**
 * @param {string} local a time such as a control for time writes it
 * @returns {number} minutes by which the clock here is ahead of UTC then
 */
const offsetFromUtc = (local) => Math.round((Date.parse(`${local}Z`) - new Date(local).getTime()) / MINUTE);

/** @param {string} local a time of a control @returns {string} the same time with its offset from UTC; what is no time stays */
export function zoned(local) {
  const offset = offsetFromUtc(local);
  if (Number.isNaN(offset)) return local;
  const two = (/** @type {number} */ part) => String(Math.trunc(Math.abs(part))).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${two(offset / HOUR)}:${two(offset % HOUR)}`;
}

/**
 * @param {string} date a day of a week
 * @returns {string} the offset from UTC in minutes of every hour of the days around it, so that its whole week is among them
 */
export function offsets(date) {
  const first = Date.parse(`${date}T00:00Z`) - (WEEK - 1) * DAY * HOUR * MINUTE;
  if (Number.isNaN(first)) return "";
  const hours = Array.from({ length: (WEEK + WEEK - 1) * DAY }, (_, hour) => new Date(first + hour * HOUR * MINUTE));
  return hours.map((hour) => offsetFromUtc(hour.toISOString().slice(0, TO_THE_MINUTE))).join(",");
}
