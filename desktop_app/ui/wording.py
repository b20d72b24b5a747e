"""Short texts that several parts of the window share: paragraph numbers, sides, kinds."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.model import Article, ChangeKind, Comparison, EntityType, Kind, QuotationState, Side


def tr(text: str) -> str:
    """Translate a text of the shared vocabulary."""
    return QCoreApplication.translate("Wording", text)


def number(value: int) -> str:
    """Return a whole number in the reader's own notation."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:  # a system without one would leave out the separators
        locale = QLocale(QLocale.Language.English)
    return locale.toString(value)


def score(value: float) -> str:
    """Return a score in 0..1 with two digits; 1.00 is left to what is certain."""
    return QLocale().toString(value if value >= 1 else min(value, 0.99), "f", 2)


def first_words(text: str, length: int) -> str:
    """Return at most ``length`` characters from a text's start, cut after a word where there are spaces."""
    if len(text) <= length:
        return text
    words = text[: length + 1].rpartition(" ")[0]
    return words if len(words) > length // 2 else text[:length]


def last_words(text: str, length: int) -> str:
    """Return at most ``length`` characters from a text's end, cut before a word where there are spaces."""
    if len(text) <= length:
        return text
    words = text[-length - 1 :].partition(" ")[2]
    return words if len(words) > length // 2 else text[-length:]


def side_name(side: Side) -> str:
    """Return "left" or "right" for the middle of a sentence."""
    return tr("left") if side is Side.LEFT else tr("right")


def paragraph_label(article: Article, paragraphs: Iterable[int]) -> str:
    """Return paragraph numbers as ``¶4``, ``¶4–5``, ``¶4, 7`` or ``headline``."""
    wanted = list(paragraphs)
    body = [index for index in wanted if article.paragraphs[index].kind is not Kind.HEADLINE]
    parts = [tr("headline")] if len(body) < len(wanted) else []
    if body:
        parts.append("¶" + _runs(article, body, "–", ", "))
    return ", ".join(parts)


def paragraphs_spoken(article: Article, paragraphs: Iterable[int]) -> str:
    """Return paragraph numbers for the ear: ``4``, ``4 and 5``, ``4, 5 and 7``."""
    numbers = [
        tr("headline")
        if article.paragraphs[index].kind is Kind.HEADLINE
        else number(article.number_of(index))
        for index in sorted(set(paragraphs))
    ]
    if len(numbers) < 2:
        return "".join(numbers)
    return tr("{0} and {1}").format(", ".join(numbers[:-1]), numbers[-1])


def pair_label(comparison: Comparison, left: Iterable[int], right: Iterable[int]) -> str:
    """Return ``¶4 ↔ ¶6`` for two sides, or the numbers of the one side there is."""
    parts = [
        paragraph_label(comparison.left, tuple(left)),
        paragraph_label(comparison.right, tuple(right)),
    ]
    return " ↔ ".join(part for part in parts if part)


def _runs(article: Article, paragraphs: Iterable[int], dash: str, comma: str) -> str:
    runs: list[list[int]] = []
    for index in sorted(set(paragraphs)):
        if runs and runs[-1][1] == index - 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    texts = []
    for first, last in runs:
        start, end = number(article.number_of(first)), number(article.number_of(last))
        texts.append(start if first == last else f"{start}{dash}{end}")
    return comma.join(texts)


# Groups of the entity list, in the order they are shown.
PEOPLE, PLACES, ORGANISATIONS, NATIONALITIES, EVENTS, VALUES = range(6)
GROUPS = 6

_GROUP_OF = {
    EntityType.PERSON: PEOPLE,
    EntityType.GPE: PLACES,
    EntityType.LOC: PLACES,
    EntityType.FAC: PLACES,
    EntityType.ORG: ORGANISATIONS,
    EntityType.NORP: NATIONALITIES,
    EntityType.EVENT: EVENTS,
}


def group_of(kind: EntityType) -> int:
    """Return the group of the entity list that a type belongs to."""
    return _GROUP_OF.get(kind, VALUES)


def group_name(group: int) -> str:
    """Return the heading of a group of the entity list."""
    return (
        tr("People"),
        tr("Places"),
        tr("Organisations"),
        tr("Nationalities"),
        tr("Events"),
        tr("Dates & figures"),
    )[group]


def type_name(kind: EntityType) -> str:
    """Return what an entity type is called in a sentence."""
    return {
        EntityType.PERSON: tr("person"),
        EntityType.NORP: tr("nationality or group"),
        EntityType.FAC: tr("building or site"),
        EntityType.ORG: tr("organisation"),
        EntityType.GPE: tr("country, region or town"),
        EntityType.LOC: tr("place"),
        EntityType.EVENT: tr("event"),
        EntityType.DATE: tr("date"),
        EntityType.TIME: tr("time"),
        EntityType.MONEY: tr("sum of money"),
        EntityType.PERCENT: tr("percentage"),
        EntityType.QUANTITY: tr("quantity"),
        EntityType.CARDINAL: tr("number"),
        EntityType.ORDINAL: tr("rank"),
    }[kind]


def state_name(state: QuotationState) -> str:
    """Return the label of a quotation's state."""
    return {
        QuotationState.VERBATIM: tr("verbatim"),
        QuotationState.ALTERED: tr("altered"),
        QuotationState.ONLY_LEFT: tr("only left"),
        QuotationState.ONLY_RIGHT: tr("only right"),
    }[state]


def change_name(kind: ChangeKind) -> str:
    """Return the label of one change."""
    return {
        ChangeKind.FIGURE: tr("Figure"),
        ChangeKind.DATE: tr("Date or time"),
        ChangeKind.NAME: tr("Name"),
        ChangeKind.QUOTATION: tr("Quotation"),
        ChangeKind.ATTRIBUTION: tr("Attribution"),
        ChangeKind.NEGATION: tr("Negation"),
        ChangeKind.HEDGE: tr("Hedge"),
    }[kind]


def changes_name(kind: ChangeKind) -> str:
    """Return the heading of all changes of a kind."""
    return {
        ChangeKind.FIGURE: tr("Figures"),
        ChangeKind.DATE: tr("Dates"),
        ChangeKind.NAME: tr("Names"),
        ChangeKind.QUOTATION: tr("Quotes"),
        ChangeKind.ATTRIBUTION: tr("Attribution"),
        ChangeKind.NEGATION: tr("Negation"),
        ChangeKind.HEDGE: tr("Hedges"),
    }[kind]
