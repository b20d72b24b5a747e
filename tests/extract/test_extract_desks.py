"""Names of short invented reports from many desks: sports, courts, crime, business, science, politics."""

from __future__ import annotations

import re
from pathlib import Path

from desktop_app.extract.engines import RuleEngine
from desktop_app.model import Article

REPORTS = Path(__file__).with_name("desk_reports.txt")
_MARKED = re.compile(r"\[([A-Z]+) ([^\]]+)\]")

Place = tuple[int, int, int]


def read_reports() -> list[tuple[list[str], dict[Place, str]]]:
    """Return each report's paragraphs and its names: (paragraph, start, end) and type."""
    lines = [line for line in REPORTS.read_text("utf-8").splitlines() if not line.startswith("#")]
    reports = []
    for report in "\n".join(lines).split("\n-----\n"):
        texts: list[str] = []
        names: dict[Place, str] = {}
        for marked in filter(None, report.splitlines()):
            text, end = "", 0
            for match in _MARKED.finditer(marked):
                text += marked[end : match.start()]
                names[len(texts), len(text), len(text) + len(match[2])] = match[1]
                text += match[2]
                end = match.end()
            texts.append(text + marked[end:])
        reports.append((texts, names))
    return reports


def found_in(texts: list[str]) -> dict[Place, str]:
    """Return what the rules find: (paragraph, start, end) and type."""
    entities = RuleEngine().find(Article.from_paragraphs(texts))
    return {
        (mention.paragraph, mention.start, mention.end): entity.type.value
        for entity in entities
        if entity.type.is_name
        for mention in entity.mentions
    }


def mistakes(texts: list[str], wanted: dict[Place, str]) -> list[str]:
    """List what differs, by surface."""
    found = found_in(texts)
    return [
        f"{texts[place[0]][place[1] : place[2]]}: {wanted.get(place)} found {found.get(place)}"
        for place in sorted({*wanted, *found})
        if wanted.get(place) != found.get(place)
    ]


def test_names_of_many_desks() -> None:
    spans = typed = mine = gold = 0
    for texts, wanted in read_reports():
        found = found_in(texts)
        spans += len(found.keys() & wanted.keys())
        typed += len(found.items() & wanted.items())
        mine += len(found)
        gold += len(wanted)
    assert 2 * spans / (mine + gold) >= 0.97
    assert 2 * typed / (mine + gold) >= 0.93


if __name__ == "__main__":
    for number, (texts, wanted) in enumerate(read_reports()):
        print(number, *mistakes(texts, wanted), sep="\n  ")
