"""Measure the engine: one whole answer as JSON, and its import, each as the median of many.

It reports and asserts nothing: on a busy machine the figures prove nothing.

    python benchmarks/engine.py            the figures
    python benchmarks/engine.py --json     the same for programs
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from calculator.answer.builder import answer  # noqa: E402 - found only from the project's root

ROUNDS, STARTS = 40, 15
QUERIES = {
    "no answers": "",
    "sore, in a gym": "hours_since_legs=24&soreness=5&minutes=40&age=32&weight_kg=70&equipment=treadmill&equipment=bike_upright"
    "&equipment=elliptical&equipment=rower&lifting_experience=intermediate&running_experience=some",
    "fresh runner": "hours_since_legs=96&leg_effort=light&soreness=0&goal=aerobic_endurance&minutes=120&age=40"
    "&lifting_experience=advanced&running_experience=regular&equipment=track&equipment=bike_upright",
    "long outlook": "hours_since_legs=0&leg_effort=very_hard&novelty=first_time&eccentric=high&soreness=9&walking_affected=yes",
    "a stop": "red_flags=chest_pain",
}  # fmt: skip
IMPORT = "import time; t = time.perf_counter(); import calculator.answer.builder; print(time.perf_counter() - t)"


def one_answer(query: str) -> list[float]:
    """Times of one whole answer, written as JSON, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        json.dumps(answer(query))
        times.append((time.perf_counter() - start) * 1000)
    return times


def imports() -> list[float]:
    """Times of importing the engine in a new interpreter, in milliseconds."""
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {IMPORT}"]
    return [float(subprocess.check_output(command, text=True)) * 1000 for _ in range(STARTS)]


def main() -> None:
    """Measure, and print median and best of each."""
    parser = argparse.ArgumentParser(description="How long one whole answer takes, and the import of the engine.")
    parser.add_argument("--json", action="store_true", help="print the figures for programs")
    as_json = parser.parse_args().json
    answer("")
    measured = {f"answer: {name}": one_answer(query) for name, query in QUERIES.items()}
    measured["answer: all of these"] = [each for times in measured.values() for each in times]
    measured["import"] = imports()
    figures = {name: {"median": statistics.median(times), "best": min(times)} for name, times in measured.items()}
    if as_json:
        print(json.dumps(figures, indent=2))
        return
    print(f"Python {sys.version.split()[0]}, milliseconds")
    for name, figure in figures.items():
        print(f"{name:24} median {figure['median']:7.2f}   best {figure['best']:7.2f}")


if __name__ == "__main__":
    main()
