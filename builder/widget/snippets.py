"""What a blogger pastes on each platform, and what to expect there.

A pattern holds slots. @site@, @version@ and @integrity@ are filled when the site is built; the others follow the
choices on the page:

    @attributes@  ` data-goal="…" theme="…"` of the element     @named@  ` goal="…" theme="…"` of a tool's own tag
    @comma@       `goal="…", theme="…"`                         @pairs@  `goal=…&theme=…`
    @page@        the page of the preset                        @query@  `?goal=…&amp;theme=…` of the frame
    @address@     `?goal=…&theme=…` of an address               @label@  the title of the frame
    @link@        the calculator with the same answers
    @words@       the text of the link              @answer@ the prepared answer of the preset
    @prepared@    `<p>…</p>` with that answer, where the widget loads after a click
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from builder.widget.integrations import HUGO_ZIP, NPM_TARBALL, ZIP, served_path
from builder.widget.prepared_answers import prepared_answers

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DEFAULT_SLOTS", "PLATFORMS", "Platform", "Snippet", "fill_slots"]

LOADER = '<script async crossorigin="anonymous" src="@site@v1/widget.js"></script>'
ELEMENT = '<cardio-after-leg-day@attributes@>@prepared@<a href="@site@@link@">@words@</a></cardio-after-leg-day>'
HTML = f"{LOADER}\n{ELEMENT}"
PINNED = f"{LOADER.replace('v1', '@version@').replace('></', ' integrity="@integrity@"></')}\n{ELEMENT}"
# A link of its own: readers of feeds and mail, and sanitisers that remove frames, show nothing of a frame.
FRAME = (
    '<iframe src="@site@embed/v1/@query@" title="@label@" width="100%" height="{}" loading="lazy" frameborder="0"></iframe>'
    '\n<p><a href="@site@@link@">@words@</a></p>'
)
# WordPress is where plugins join, delay and rewrite scripts; each of these three asks some of them to leave this one alone.
UNTOUCHED = HTML.replace("<script async", '<script async data-cfasync="false" data-no-optimize="1" data-noptimize')
# The height that the widget takes in one column and in two, so that nothing below it moves when it comes.
ROOM = (
    "<style>cardio-after-leg-day{display:grid;min-height:950px}"
    "@media(min-width:640px){cardio-after-leg-day{min-height:660px}}</style>"
)
# Nothing comes from the site before the click: the button itself adds the script.
ADD_SCRIPT = (
    "this.replaceWith(Object.assign(document.createElement('script'),"
    "{src:'@site@v1/widget.js',crossOrigin:'anonymous'}))"
)
CLICK = (
    f'<cardio-after-leg-day@attributes@><p>@answer@</p><p><button type="button" onclick="{ADD_SCRIPT}">'
    'Enter your own answers</button></p><p><a href="@site@@link@">@words@</a></p></cardio-after-leg-day>'
)
CLICK_TITLE = "Asks us for nothing before a click: readers see a prepared answer, a button and the link"
NPM_INSTALL = f"npm install @site@{NPM_TARBALL}"
NPM_COPY = "npx cardio-after-leg-day public/cardio"
UNTESTED_NOTE = "We could not run {} here, so look at your page on a phone before you publish."

# What the slots hold before anything is chosen.
DEFAULT_SLOTS = {
    "attributes": "",
    "named": "",
    "comma": "",
    "pairs": "",
    "page": "calculator/",
    "query": "",
    "address": "",
    "link": "calculator/",
    "label": "Cardio after leg day calculator",
    "words": "Cardio after leg day: what should I do today?",
    "prepared": "",
    "answer": prepared_answers()[""],
}


class Snippet(NamedTuple):
    """One way to paste: what to do, the pattern, and the file to save first, by its way from the root of the site."""

    title: str
    pattern: str
    part: str = ""


class Platform(NamedTuple):
    """A platform: its slug, its name, two sentences of what to expect there, and the ways, the best first."""

    slug: str
    name: str
    notes: str
    snippets: tuple[Snippet, ...]


def fill_slots(pattern: str, slots: Mapping[str, str]) -> str:
    """Fill the slots that are given; others stay."""
    return re.sub(r"@(\w+)@", lambda slot: slots.get(slot[1], slot[0]), pattern)


PLATFORMS = (
    Platform(
        "wordpress",
        "WordPress",
        "Every author can paste the address, and WordPress gives the frame the height it needs, up to 1000 px. "
        "It forbids the frame to save files, so a calendar entry opens on our page instead.",
        (
            Snippet(
                "Any author: paste this address on a line of its own; it keeps your starting answers, not the colours",
                "@site@@page@",
            ),
            Snippet("Editors and administrators: paste this into a Custom HTML block", UNTOUCHED),
            Snippet(
                "With our plugin, any author: use the block, or this shortcode; your own server then serves everything",
                "[cardio_after_leg_day@named@]",
                ZIP,
            ),
        ),
    ),
    Platform(
        "ghost",
        "Ghost",
        "A pasted address becomes a bookmark card, so use an HTML card for the calculator itself. "
        "Your newsletter shows the link inside the card.",
        (Snippet("Paste this into an HTML card", HTML),),
    ),
    Platform(
        "squarespace",
        "Squarespace",
        "A Code Block takes the frame, and mostly the script too. " + UNTESTED_NOTE.format("Squarespace"),
        (
            Snippet("Paste this into a Code Block", FRAME.format(640)),
            Snippet("With the right height by itself, where scripts are allowed", HTML),
        ),
    ),
    Platform(
        "wix",
        "Wix",
        "Wix shows your code in a frame of its own, so drag that frame to 960 px: every answer fits. "
        + UNTESTED_NOTE.format("Wix"),
        (Snippet("Paste this into Embed HTML", FRAME.format(960)),),
    ),
    Platform(
        "blogger",
        "Blogger",
        "In HTML view, Blogger takes frames, and mostly scripts. " + UNTESTED_NOTE.format("Blogger"),
        (
            Snippet("Paste this in HTML view", HTML),
            Snippet("Without a script", FRAME.format(640)),
        ),
    ),
    Platform(
        "hugo",
        "Hugo",
        "Hugo drops raw HTML from Markdown, so the shortcode is the sure way. "
        "Save the file as layouts/shortcodes/cardio-after-leg-day.html, then write the line in a page.",
        (
            Snippet(
                "Write this in a page",
                "{{< cardio-after-leg-day@named@ >}}",
                served_path("hugo/cardio-after-leg-day.html"),
            ),
            Snippet(
                "From your own server: unpack this into the folder themes, add cardio-after-leg-day to theme in your "
                "settings, and write the same line",
                "{{< cardio-after-leg-day@named@ >}}",
                HUGO_ZIP,
            ),
            Snippet("In a layout, or where raw HTML is on", HTML),
        ),
    ),
    Platform(
        "jekyll",
        "Jekyll",
        "The include needs no plugin, so it works on GitHub Pages too. "
        "Save the file in the folder _includes, then write the line in a page.",
        (
            Snippet(
                "Write this in a page",
                "{% include cardio-after-leg-day.html@named@ %}",
                served_path("jekyll/cardio-after-leg-day.html"),
            ),
            Snippet("Or paste HTML; Markdown lets it through", HTML),
        ),
    ),
    Platform(
        "eleventy",
        "Eleventy",
        "The shortcode works in Liquid and Nunjucks. "
        "Add the file to your settings with addPlugin, then write the line in a page.",
        (
            Snippet("Write this in a page", '{% cardio "@pairs@" %}', served_path("eleventy/cardio-after-leg-day.js")),
            Snippet("Or paste HTML; Markdown lets it through", HTML),
        ),
    ),
    Platform(
        "astro",
        "Astro",
        "The component works in pages and in MDX; plain Markdown takes the HTML. "
        "Save the file in src/components and import it where you use it.",
        (
            Snippet(
                "Write this in a page", "<CardioAfterLegDay@named@ />", served_path("astro/CardioAfterLegDay.astro")
            ),
            Snippet("In plain Markdown", HTML),
        ),
    ),
    Platform(
        "docusaurus",
        "Docusaurus",
        "The frame works in any page, for it has no style attribute to break the build. "
        "The component adds the right height; what it loads lies in a shadow root, so React finds its page as it left it.",
        (
            Snippet(
                "Write this in a page", "<CardioAfterLegDay@named@ />", served_path("docusaurus/CardioAfterLegDay.jsx")
            ),
            Snippet("Without the component", FRAME.format(640)),
        ),
    ),
    Platform(
        "mkdocs",
        "MkDocs",
        "HTML in Markdown works as it is; the macro is shorter. "
        "With Material the widget turns dark when the reader's palette does.",
        (
            Snippet("Paste this in a page", HTML),
            Snippet(
                "Or with mkdocs-macros, write this",
                "{{ cardio_after_leg_day(@comma@) }}",
                served_path("mkdocs/cardio_after_leg_day.py"),
            ),
        ),
    ),
    Platform(
        "html",
        "Plain HTML",
        "The widget takes the height it needs and the colours of your page. "
        "Under a Content-Security-Policy, name our address in script-src and frame-src; it needs no inline style.",
        (
            Snippet("Paste this where the widget should stand", HTML),
            Snippet("The same, pinned: this script never changes, and the browser checks its hash", PINNED),
            Snippet("Without a script", FRAME.format(640)),
            Snippet(CLICK_TITLE, CLICK),
            Snippet("Near the top of a page: the same, with its room kept, so that nothing moves", f"{ROOM}\n{HTML}"),
        ),
    ),
    Platform(
        "address",
        "Anywhere that asks for an address",
        "Notion, Google Sites, Confluence, Canva, Moodle and Canvas show the page behind an address in a frame. "
        "Make the frame 960 px high where you can, so that every answer fits. " + UNTESTED_NOTE.format("these"),
        (Snippet("Paste this address where the tool asks for one", "@site@embed/v1/@address@"),),
    ),
    Platform(
        "html-platforms",
        "Webflow, Shopify, Framer, Kit, Drupal, Joomla, beehiiv sites",
        "They take HTML in a block of their own: Embed (Webflow, Framer), Custom Liquid (Shopify), Full HTML (Drupal), "
        "raw HTML (Joomla). " + UNTESTED_NOTE.format("them"),
        (
            Snippet("Paste this into the HTML block", HTML),
            Snippet("Where scripts are taken out", FRAME.format(960)),
        ),
    ),
    Platform(
        "cards",
        "Substack, Medium, Mastodon, newsletters",
        "They take no frame of ours, so your readers see a card with a picture and a link. "
        "Paste the address on a line of its own.",
        (Snippet("Paste this address", "@site@@page@"),),
    ),
    Platform(
        "discourse",
        "Discourse",
        "An administrator adds @site@embed/ to the setting allowed_iframes once; after that every author can paste the frame. "
        + UNTESTED_NOTE.format("Discourse"),
        (Snippet("Paste this in a post", FRAME.format(960)),),
    ),
    Platform(
        "frameworks",
        "Next.js, Nuxt, SvelteKit, Gatsby, Remix",
        "Load the script once in the layout (next/script in Next.js, useHead in Nuxt, svelte:head in SvelteKit), and write the "
        "element where it should stand. In Vue, name it in compilerOptions.isCustomElement. The types are in v1/widget.d.ts.",
        (
            Snippet("Write this in a page", HTML),
            Snippet("Or install the package, which has components for React, Vue and Svelte", NPM_INSTALL),
            Snippet(
                'With React, after import { CardioAfterLegDay } from "cardio-after-leg-day/react"',
                "<CardioAfterLegDay@named@ />",
            ),
            Snippet('From your own server: copy the files once, then add src="/cardio/widget.js"', NPM_COPY),
        ),
    ),
    Platform(
        "generators",
        "VitePress, Hexo, Pelican, Sphinx",
        "Hexo and Pelican let HTML in Markdown through. VitePress wants the script in head, and the element's name in "
        "vue.template.compilerOptions.isCustomElement; Sphinx wants the lines under a raw:: html directive.",
        (Snippet("Paste this in a page", HTML),),
    ),
)
