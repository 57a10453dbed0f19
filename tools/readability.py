"""Measure how hard the guide is to read: the Flesch-Kincaid grade, in years of school.

Kincaid and others (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59. Syllables are counted by rule, without
a dictionary: on the words of this guide the rule agrees with a dictionary in ninety-nine of a hundred.

    python -m tools.readability site      prints a line for each page, the hardest first
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

from tools.prose import prose

__all__ = ["Reading", "measure", "pages", "syllables"]

WORD = re.compile(r"[A-Za-z]+(?:[\u2019'][a-z]+)?")
END = re.compile(r"(?<=[.!?])[\s\u201d\u2019)]+(?=[A-Z0-9\u201c\u2018(])")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(  # tire, table but not tables' le, tired but not rested, makes but not classes, safe-ty, some-one
    r"(?<![aeiouy])(?<![^aeiouy]l)e$|(?<![aeiouylcgsxz])(?<!ch)(?<!sh)es$|(?<![aeiouytd])ed$"
    r"|(?<=[a-z])e(?=ly$|ment|ness$|less$|ful|ty$|ones?$|thing|times?$|lines?$|body$)"
)
SPLIT = re.compile(r"i[ao]|ie(?:r|st)$|[^q]ua|uou?s|eo|(?<!^)y[aiou]|ism|[aeiou]ing")
TOGETHER = re.compile(r"[cstgx]i(?:[ao]|ous)|nio|gua|eo(?:p|us)|ya[rw]|^eye")


class Reading(NamedTuple):
    """How hard a text is: years of school, words a sentence, syllables a word, and how many words it has."""

    grade: float
    sentence: float
    word: float
    words: int


def measure(blocks: list[str]) -> Reading:
    """The figures of a text. A block is at least one sentence, whether or not it ends with a stop."""
    sentences = [WORD.findall(sentence) for block in blocks for sentence in END.split(block)]
    words = [word for sentence in sentences for word in sentence]
    per_sentence = len(words) / max(1, sum(bool(sentence) for sentence in sentences))
    per_word = sum(map(syllables, words)) / max(1, len(words))
    return Reading(0.39 * per_sentence + 11.8 * per_word - 15.59, per_sentence, per_word, len(words))


def syllables(word: str) -> int:
    """How many syllables an English word has, by rule."""
    plain = re.sub(r"[\u2019'].*", "", word.lower())
    count = len(VOWELS.findall(plain)) - len(SILENT.findall(plain))
    return max(1, count + len(SPLIT.findall(plain)) - len(TOGETHER.findall(plain)))


def pages(site: Path) -> dict[str, Reading]:
    """The figures of every page of a built site that has prose, by its path from the root."""
    texts = {
        file.parent.relative_to(site).as_posix(): prose(file.read_text("utf-8")) for file in site.rglob("index.html")
    }
    return {path: measure(blocks) for path, blocks in texts.items() if blocks}


def _print(site: Path) -> None:
    for path, reading in sorted(pages(site).items(), key=lambda item: -item[1].grade):
        figures = (
            f"{reading.grade:5.1f}  {reading.sentence:5.1f} words a sentence  {reading.word:4.2f} syllables a word"
        )
        sys.stdout.write(f"{figures}  {reading.words:5d} words  {path}\n")


if __name__ == "__main__":
    _print(Path(sys.argv[1]))
