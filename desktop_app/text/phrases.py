"""Sentences that packages without a window compose, told in the reader's language where there is one.

Whoever shows a window installs a translator; without one every sentence is English. A template names its
values in braces; ``{count}`` is the number that decides between its two forms.
"""

from __future__ import annotations

from collections.abc import Callable

Translate = Callable[[str, int | None], str]
"""Takes a template and the number that decides its plural (None: none does), returns the template told in
the reader's language."""

Number = Callable[[int], str]


def _english(template: str, count: int | None) -> str:  # noqa: ARG001
    return template


def _grouped(value: int) -> str:
    return f"{value:,}"


_translate: Translate = _english
_number: Number = _grouped


def install(translate: Translate | None = None, number: Number | None = None) -> None:
    """Tell sentences and whole numbers in another language from now on; None goes back to English."""
    global _translate, _number
    _translate, _number = translate or _english, number or _grouped


class Phrase(str):
    """A sentence that knows what it was made of: handed to another process, it is told there anew."""

    made_of: tuple[str, str, int | None, dict[str, str | int]]

    def __reduce__(self) -> tuple[object, ...]:
        return _say_again, self.made_of


def say(one: str, many: str = "", *, count: int | None = None, **values: str | int) -> str:
    """Return a sentence: ``one`` where ``count`` is 1 or there is no other form, else ``many``."""
    return _say_again(one, many, count, values)


def _say_again(one: str, many: str, count: int | None, values: dict[str, str | int]) -> Phrase:
    template = many if many and count != 1 else one
    shown = {name: _number(value) if isinstance(value, int) else value for name, value in values.items()}
    if count is not None:
        shown["count"] = _number(count)
    phrase = Phrase(_translate(template, count).format(**shown))
    phrase.made_of = one, many, count, values
    return phrase


def listed(names: list[str]) -> str:
    """Return names as one tells them: "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
