"""Offer an answer to the page through Brython."""

from browser import window
from minimal_task import answer

window.ask = answer
window.dispatchEvent(window.Event.new("ready"))
