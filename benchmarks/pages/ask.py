"""Offer an answer to the page through PyScript."""

from pyscript import ffi, window

try:
    from app import render_answer as answer  # our engine, where this Python can run it
except ImportError:
    from minimal_task import answer

window.ask = ffi.create_proxy(answer)
window.dispatchEvent(window.Event.new("ready"))
