"""Record which lines of the calculator run during a test, with sys.monitoring."""

from __future__ import annotations

import sys
from collections import defaultdict
from types import CodeType

__all__ = ["LineCoverage"]

TOOL = 4  # a free number among those of sys.monitoring

type Line = tuple[str, int]


class LineCoverage:
    """Listens to Python; a line that has run is heard of once a question, so that little is slower."""

    def __init__(self) -> None:
        self._now: set[Line] = set()
        self._seen: dict[Line, set[str]] = defaultdict(set)
        sys.monitoring.use_tool_id(TOOL, "hunt")
        sys.monitoring.register_callback(TOOL, sys.monitoring.events.LINE, self._line)
        sys.monitoring.set_events(TOOL, sys.monitoring.events.LINE)

    def _line(self, code: CodeType, line: int) -> object:
        before, _, file = code.co_filename.rpartition("/calculator/")
        if file and not before.endswith("/tests"):
            self._now.add((file, line))
        return sys.monitoring.DISABLE

    def start(self) -> None:
        """Forget what ran before."""
        self._now.clear()
        sys.monitoring.restart_events()

    def stop(self, name: str) -> None:
        """Keep what ran under this name."""
        for line in self._now:
            self._seen[line].add(name)

    def end(self) -> None:
        """Let Python run at full speed again."""
        sys.monitoring.set_events(TOOL, 0)
        sys.monitoring.free_tool_id(TOOL)

    def names(self, file: str, lines: range) -> set[str]:
        """Under which names any of these lines ran."""
        results: set[str] = set()
        return results.union(*(self._seen[file, line] for line in lines if (file, line) in self._seen))
