"""Sentences take their values, their plural, and another language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_app.text.phrases import install, listed, say


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    install()


def test_the_count_decides_the_form() -> None:
    forms = "{count} figure disagrees.", "{count} figures disagree."
    assert [say(*forms, count=n) for n in (0, 1, 2)] == [
        "0 figures disagree.",
        "1 figure disagrees.",
        "2 figures disagree.",
    ]
    assert say("{count} words", count=12345) == "12,345 words"
    assert say("in the same order") == "in the same order"


def test_values_stay_as_they_are_even_with_braces() -> None:
    assert say("The left says “{words}”.", words="{count} {0}") == "The left says “{count} {0}”."


def test_names_are_listed() -> None:
    names = ["Velm", "Orda", "Tarn"]
    assert [listed(names[:n]) for n in range(4)] == ["", "Velm", "Velm and Orda", "Velm, Orda and Tarn"]


def test_another_language_is_told_template_and_count() -> None:
    asked: list[tuple[str, int | None]] = []

    def german(template: str, count: int | None) -> str:
        asked.append((template, count))
        return {"{count} figures disagree.": "{count} Angaben widersprechen sich."}.get(template, template)

    install(german, lambda value: f"{value:,}".replace(",", "."))
    assert say("{count} figure disagrees.", "{count} figures disagree.", count=1200) == (
        "1.200 Angaben widersprechen sich."
    )
    assert asked == [("{count} figures disagree.", 1200)]
    install()
    assert say("{count} words", count=1200) == "1,200 words"
