"""Write what the command line, the downloads and the week print for a few readers, as one small text file each.

FIT files are decoded to one message a line; line ends are normalised. The files lie in tests/golden/cli and
tests/golden/downloads, and the job that updates the golden files rewrites them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout

import fitdecode  # type: ignore[import-untyped]

from calculator.answer.builder import answer
from calculator.cli import main
from calculator.downloads.registry import DOWNLOAD_FORMATS, DownloadUnavailable, build_download, build_week_download
from calculator.week.answer import plan_week
from tests.support.paths import GOLDEN
from tests.support.sample_sessions import FRESH, START, STEADY

__all__ = [
    "COMMANDS",
    "DOWNLOADS",
    "command_output",
    "download_texts",
    "golden_files",
    "week_texts",
    "write_golden_files",
]

BUSY = "week_legs=mon-18:hard&week_legs=fri-18:hard&week_key=sat-10:run_tempo:40&running_experience=regular&age=40"
COMMANDS = {
    "steady.txt": [STEADY],
    "intervals.txt": [f"{FRESH}&weight_kg=70"],
    "steady.json": ["--json", STEADY],
    "warnings.txt": ["conditions=pregnant&medicines=beta_blocker&soreness=8&novelty=first_time"],
    "stop.txt": ["red_flags=dark_urine"],
    "problems.txt": ["soreness=11&goal=&hours_since_legs=soon&equipment=sofa"],
    "problems.json": ["--json", "soreness=much"],
    "week.txt": ["--week", BUSY],
    "week.json": ["--week", "--json", BUSY],
    "week-problems.txt": ["--week", "week_legs=someday"],
}
DOWNLOADS = {"steady": STEADY, "intervals": FRESH, "changed-walk": "walking_affected=yes"}


def command_output(arguments: list[str]) -> str:
    """The command, its exit status, and what it prints on both streams."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(arguments)
    if "--json" in arguments:
        return out.getvalue() + err.getvalue()
    return f"$ python -m calculator {' '.join(arguments)}\n{out.getvalue()}{err.getvalue()}exit status {status}\n"


def _decoded(content: bytes) -> str:
    """The messages of a FIT file, one a line."""
    lines = []
    with fitdecode.FitReader(io.BytesIO(content)) as frames:
        for frame in frames:
            if isinstance(frame, fitdecode.FitDataMessage):
                values = (f"{field.name}={field.value}" for field in frame.fields if field.value is not None)
                lines.append(f"{frame.name}: {', '.join(values)}\n")
    return "".join(lines)


def download_texts(name: str, query: str) -> Iterator[tuple[str, str]]:
    """Every download of the first session of an answer, as a file name and a text."""
    result = answer(query)
    for format in DOWNLOAD_FORMATS:
        suffix = {"fit": "fit.txt", "text": "txt"}.get(format.slug, format.extension)
        try:
            file = build_download(format.slug, result, 0, START)
        except DownloadUnavailable as unavailable:
            yield f"{name}.{suffix}", f"unavailable: {unavailable.reason}\n"
            continue
        yield f"{name}.{suffix}", _decoded(file.content) if format.slug == "fit" else file.content.decode()


def week_texts() -> Iterator[tuple[str, str]]:
    """The calendar of a planned week."""
    yield "week.ics", build_week_download(plan_week(BUSY), START.partition("T")[0]).content.decode()


def golden_files() -> dict[str, str]:
    """Every golden file by its path below tests/golden."""
    texts = {f"cli/{name}": command_output(arguments) for name, arguments in COMMANDS.items()}
    for name, query in DOWNLOADS.items():
        texts |= {f"downloads/{file}": text for file, text in download_texts(name, query)}
    texts |= {f"downloads/{file}": text for file, text in week_texts()}
    return {name: text.replace("\r\n", "\n").rstrip("\n") + "\n" for name, text in texts.items()}


def write_golden_files() -> None:
    """Rewrite all of them, and delete those that are no longer written."""
    texts = golden_files()
    for folder in ("cli", "downloads"):
        (GOLDEN / folder).mkdir(parents=True, exist_ok=True)
        for path in (GOLDEN / folder).iterdir():
            if f"{folder}/{path.name}" not in texts:
                path.unlink()
    for name, text in texts.items():
        (GOLDEN / name).write_text(text, "utf-8")
