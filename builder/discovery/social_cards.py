"""Draw the social card of each page (1200 by 630 pixels) and the icons, as PNG. Each picture is cached."""

from __future__ import annotations

import hashlib
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageDraw, ImageFont

from builder.assets.cache import cached_bytes
from builder.errors import BuildError
from builder.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ICONS", "SIZE", "card", "icon"]

FONT = ROOT / "frontend" / "styles" / "fonts" / "archivo.woff2"
SIZE = (1200, 630)
MARGIN = 80
MAX_LINES = 4  # a title that needs more is set smaller
TYPE_SIZES = (92, 84, 76, 68, 60, 52)
DARK_GREEN, DEEP_GREEN, ORANGE, WHITE, PALE_GREEN = "#0b2e27", "#123d34", "#ff8a5c", "#ffffff", "#b9d3ca"
# The mark of frontend/site/favicon.svg, on its field of 64 by 64: thigh, then shin and step.
FIELD, STROKE, CORNER_RADIUS = 64, 9, 15
THIGH = ((21, 14), (42, 31))
SHIN = ((42, 31), (27, 51), (42, 51))
OVERSAMPLING = 4  # Pillow draws without smoothing: draw larger, then shrink
MAX_COLOURS = 64


class Icon(NamedTuple):
    """An icon: its side in pixels, how much of it the mark's field takes, and whether its corners are round."""

    side: int
    fill: float
    rounded: bool


ICONS = {
    "icons/icon-192.png": Icon(192, 1, rounded=True),
    "icons/icon-512.png": Icon(512, 1, rounded=True),
    "icons/maskable-512.png": Icon(512, 0.8, rounded=False),
    "apple-touch-icon.png": Icon(180, 1, rounded=False),
}


def card(title: str, site: str, footer: str) -> bytes:
    """The picture of a page for shared links, 1200 by 630 pixels, as PNG."""
    return _cached(("card", title, site, footer), lambda: _card(title, site, footer))


def icon(name: str) -> bytes:
    """One of the icons, as PNG."""
    return _cached(("icon", name), lambda: _icon(ICONS[name]))


def _cached(inputs: tuple[str, ...], draw: Callable[[], Image.Image]) -> bytes:
    """The picture made earlier from the same inputs, or a new one."""
    return cached_bytes("cards", (*inputs, _tools()), lambda: _png(draw()))


@cache
def _tools() -> str:
    return hashlib.sha256(FONT.read_bytes() + Path(__file__).read_bytes()).hexdigest()


def _png(image: Image.Image) -> bytes:
    """The bytes of the picture, in few colours: it is flat, and a third of the size."""
    out = BytesIO()
    quantized = image.quantize(MAX_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    quantized.save(out, "PNG", optimize=True)
    return out.getvalue()


def _card(title: str, site: str, footer: str) -> Image.Image:
    width, height = SIZE
    image = Image.new("RGB", SIZE, DARK_GREEN)
    _mark(image, (width - 430, height - 470), 520, DEEP_GREEN, DEEP_GREEN)
    _mark(image, (MARGIN - 24, MARGIN - 34), 96, WHITE, ORANGE)
    draw = ImageDraw.Draw(image)
    draw.text((MARGIN + 76, MARGIN + 14), site, fill=WHITE, font=_font(36, 700), anchor="lm")
    font, lines = _fitted(title, width - 2 * MARGIN)
    draw.multiline_text((MARGIN, 150), "\n".join(lines), fill=WHITE, font=font, spacing=font.size * 0.06)
    draw.text((MARGIN, height - MARGIN), footer, fill=PALE_GREEN, font=_font(30, 500), anchor="ls")
    draw.rectangle((0, height - 14, width, height), fill=ORANGE)
    return image


def _icon(shape: Icon) -> Image.Image:
    large = shape.side * OVERSAMPLING
    image = Image.new("RGBA", (large, large), (0, 0, 0, 0))
    radius = round(CORNER_RADIUS / FIELD * large) if shape.rounded else 0
    ImageDraw.Draw(image).rounded_rectangle((0, 0, large - 1, large - 1), radius, fill=DARK_GREEN)
    inside = round(large * shape.fill)
    edge = (large - inside) // 2
    _strokes(image, (edge, edge), inside, WHITE, ORANGE)
    return image.resize((shape.side, shape.side), Image.Resampling.LANCZOS)


def _mark(image: Image.Image, corner: tuple[int, int], side: int, thigh: str, shin: str) -> None:
    """Draw the mark smoothly, its field's upper left corner at `corner`."""
    large = Image.new("RGBA", (side * OVERSAMPLING, side * OVERSAMPLING), (0, 0, 0, 0))
    _strokes(large, (0, 0), side * OVERSAMPLING, thigh, shin)
    small = large.resize((side, side), Image.Resampling.LANCZOS)
    image.paste(small, corner, small)


def _strokes(image: Image.Image, corner: tuple[int, int], side: int, thigh: str, shin: str) -> None:
    """Draw both strokes of the mark with round ends and joints."""
    draw = ImageDraw.Draw(image)
    scale = side / FIELD
    half = STROKE * scale / 2
    for line, colour in ((SHIN, shin), (THIGH, thigh)):
        points = [(corner[0] + x * scale, corner[1] + y * scale) for x, y in line]
        draw.line(points, fill=colour, width=round(2 * half))
        for x, y in points:
            draw.ellipse((x - half, y - half, x + half, y + half), fill=colour)


def _fitted(text: str, width: int) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest type in which the text needs few enough lines, and these lines."""
    for size in TYPE_SIZES:
        font = _font(size, 800)
        lines = _wrapped(text, font, width)
        if len(lines) <= MAX_LINES:
            return font, lines
    raise BuildError(f"This title is too long for a picture of it: {text}")


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(FONT, size)
    font.set_variation_by_axes([weight])
    return font
