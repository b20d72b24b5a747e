"""The words a hand-over uses for what the model holds: one place for HTML, report and tables."""

from __future__ import annotations

import re

from desktop_app.model import (
    Article,
    ChangeKind,
    Comparison,
    EntityType,
    Origin,
    Quotation,
    QuotationKind,
    QuotationMatch,
    QuotationState,
    Side,
    SpeakerDifference,
)
from desktop_app.text.language import guess_language
from desktop_app.text.tokens import count_words

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

STATES = {
    QuotationState.VERBATIM: "verbatim",
    QuotationState.ALTERED: "altered",
    QuotationState.ONLY_LEFT: "only left",
    QuotationState.ONLY_RIGHT: "only right",
}
CHANGES = {
    ChangeKind.FIGURE: "Figures",
    ChangeKind.DATE: "Dates",
    ChangeKind.NAME: "Names",
    ChangeKind.QUOTATION: "Quotes",
    ChangeKind.ATTRIBUTION: "Attribution",
    ChangeKind.NEGATION: "Negation",
    ChangeKind.HEDGE: "Hedges",
}
GROUPS = {
    "People": (EntityType.PERSON,),
    "Places": (EntityType.GPE, EntityType.LOC, EntityType.FAC),
    "Organisations": (EntityType.ORG,),
    "Nationalities": (EntityType.NORP,),
    "Events": (EntityType.EVENT,),
    "Dates and figures": tuple(kind for kind in EntityType if not kind.is_name),
}
ORIGINS = {Origin.AUTOMATIC: "", Origin.CONFIRMED: "confirmed", Origin.MANUAL: "by hand"}
QUOTED_AS = {
    QuotationKind.SPEECH: "",
    QuotationKind.PARTIAL: "partial",
    QuotationKind.SCARE: "scare quotes",
    QuotationKind.INDIRECT: "indirect speech",
}


def plural(count: int, one: str, many: str) -> str:
    """Return "1 link", "3 links"."""
    return f"{count} {one if count == 1 else many}"


def percent(share: float) -> str:
    """Return a share as readers see it; never 100 % unless it is all, never 0 % unless it is nothing."""
    whole = round(share * 100)
    if whole == 100 and share < 1:
        whole = 99
    if whole == 0 and share > 0:
        whole = 1
    return f"{whole} %"


def source_line(article: Article) -> str:
    """Return where an article comes from: the file's name or address, author, site, date."""
    source = article.source
    if "://" not in source:
        source = source.replace("\\", "/").rstrip("/").rpartition("/")[2]
    said = [article.metadata.get(key, "") for key in ("author", "site", "date")]
    return " · ".join(dict.fromkeys(part for part in (source, *said) if part))


def article_line(comparison: Comparison, side: Side) -> str:
    """Return paragraphs, words and coverage of one side."""
    paragraphs = comparison.article(side).paragraphs
    counts = (
        plural(len(paragraphs), "paragraph", "paragraphs"),
        plural(sum(count_words(p.text) for p in paragraphs), "word", "words"),
        f"{percent(comparison.coverage(side))} of its words are also on the {side.other.value}",
    )
    return " · ".join(counts)


def speaker_line(quotation: Quotation) -> str:
    """Return who speaks, as printed and resolved, with what kind of quotation it is."""
    who = quotation.speaker or ""
    entity = quotation.speaker_entity
    if entity and entity != who:
        who = f"{who} ({entity})" if who else entity
    if not who and quotation.kind is not QuotationKind.SCARE:
        who = "speaker not named"
    return " · ".join(part for part in (who, QUOTED_AS[quotation.kind]) if part)


def language_of(article: Article) -> str:
    """Return the code of an article's language: the document's own word on it, or what the text tells.

    It is "und" where neither is clear.
    """
    told = str(article.metadata.get("language", ""))
    if _LANGUAGE.fullmatch(told):
        return told
    return guess_language(" ".join(paragraph.text for paragraph in article.paragraphs))


def marks_of(quotation: Quotation) -> tuple[str, str]:
    """Return the marks around a quotation: none where the article only reports what was said."""
    return ("", "") if quotation.kind is QuotationKind.INDIRECT else ("“", "”")


def quotation_badges(match: QuotationMatch) -> list[str]:
    """Return state, shortening and speaker as short words."""
    badges = [STATES[match.state]]
    if match.shortened is not None:
        badges.append(f"shortened on the {match.shortened.value}")
    if match.speaker_differs is SpeakerDifference.ATTRIBUTION:
        badges.append("another speaker")
    elif match.speaker_differs is SpeakerDifference.NAME_VARIANT:
        badges.append("speaker named differently")
    return badges
