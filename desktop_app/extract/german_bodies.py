"""Parts of German sentences that name bodies, and how far a name reaches."""

from __future__ import annotations

from desktop_app.extract.german_words import ADJECTIVE, BODY, ER, TITLE, german_lists, is_common
from desktop_app.extract.name import Name, make_name
from desktop_app.extract.words import Line
from desktop_app.model import EntityType

FAC, ORG, GPE, LOC = EntityType.FAC, EntityType.ORG, EntityType.GPE, EntityType.LOC
_BODIES = (
    *("museum", "kriminalamt", "gericht", "klinikum", "theater", "sparkasse", "präsidium", "universität"),
    *("hochschule", "orchester", "kammer", "anwaltschaft", "verwaltungsamt", "werke", "betriebe"),
)
_NAMED_AFTER = {
    **dict.fromkeys(("Stiftung", "Universität", "Institut", "Gymnasium", "Schule", "Verlag", "Archiv"), ORG),
    **dict.fromkeys(
        ("Straße", "Platz", "Allee", "Brücke", "Halle", "Stadion", "Haus", "Kaserne", "Ring"), FAC
    ),
}


def body_at(line: Line, place: int, run: int) -> Name | None:
    """Bodies: "Technische Hochschule Arnfeld", "Landgericht Arnfeld", "Süddeutsche Zeitung"."""
    words, lists = line.words, german_lists()
    text = words[place].text
    parts = text.split("-")
    if len(parts) > 2 and parts[-1] in _NAMED_AFTER:
        return made(line, place, place + 1, _NAMED_AFTER[parts[-1]])  # "Clara-Wendt-Stiftung"
    adjective = bool(ADJECTIVE.fullmatch(text)) and not words[place].first
    head = place + 1 if adjective or ER.fullmatch(text) else place
    fields = fields_end(line, place, adjective)
    if fields:
        return made(line, place, fields, ORG)
    if head >= place + run or head >= len(words):
        return made(line, place, place + 1, ORG) if BODY.fullmatch(text) else None
    noun = words[head].text
    if noun in lists["bodies"] or BODY.fullmatch(noun) or noun.endswith(_BODIES):
        end = head + 1
        if end < place + run and not is_common(words[end].text) and not TITLE.fullmatch(words[end].text):
            return made(line, place, end + 1, ORG)
        if adjective:
            return made(line, place, end, ORG)
    if head > place and not adjective and noun in lists["media behind"]:
        return made(line, place, head + 1, ORG)
    if head > place and not adjective and noun in lists["buildings behind"]:
        return made(line, place, head + 1, FAC)
    return made(line, place, place + 1, ORG) if BODY.fullmatch(text) else None


def fields_end(line: Line, place: int, adjective: bool) -> int:
    """Return the place behind "Institut für Wald und Wasser" or "Bund für Umwelt", 0 where none starts."""
    words = line.words
    head = place + adjective
    if head + 2 >= len(words) or words[head].text.split("-")[-1] not in german_lists()["bodies for"]:
        return 0
    if words[head + 1].text != "für" or not words[head + 2].capital:
        return 0
    end = head + 3
    while end + 1 < len(words) and words[end].text in ("und", ",") and words[end + 1].capital:
        listed = words[end].text == "," and not (end + 2 < len(words) and words[end + 2].text == "und")
        if listed:
            break
        end += 2
    return end


def company(line: Line, place: int, end: int) -> Name:
    """A company with its legal form, without the nouns in front ("Der Betreiber Nordluft GmbH")."""
    lists = german_lists()
    while end - place > 2 and (
        line.words[place].text in lists["organisation kinds"] or TITLE.fullmatch(line.words[place].text)
    ):
        place += 1
    return made(line, place, end, ORG)


def joined_end(line: Line, place: int, run: int) -> int:
    """Return the place behind a name of a kind, with what "&" joins to it ("Firma Brandt & Söhne")."""
    end = place + plain_run(line, place, run)
    words = line.words
    if end + 1 < len(words) and words[end].text == "&" and words[end + 1].capital:
        end += 2
    return end


def plain_run(line: Line, place: int, run: int) -> int:
    """Return how many of the capital words belong to the name that starts here: up to a title or a kind."""
    for taken in range(1, run):
        word = line.words[place + taken].text
        if (
            TITLE.fullmatch(word)
            or (taken > 1 and is_common(word))
            or word in german_lists()["organisation kinds"]
        ):
            return taken
    return run


def quoted_body(line: Line, place: int) -> Name | None:
    """A body's name in quotation marks behind its kind (Bürgerinitiative „Wald bleibt Wald“)."""
    words = line.words
    if place < 2 or words[place - 1].text not in ("„", "“", "»", "«", '"', "‚"):
        return None
    if words[place - 2].text.removesuffix("n") not in german_lists()["organisation kinds"]:
        return None
    for end in range(place + 1, min(place + 7, len(words))):
        if words[end].text in ("“", "”", "«", "»", '"', "‘"):
            return made(line, place, end, ORG)
    return None


def kind_before(line: Line, place: int) -> EntityType | None:
    """The kind that the noun right before tells ("die Stadt Ahrenfurt", "das Unternehmen Alvo")."""
    if not place or line.words[place - 1].end + 1 != line.words[place].start:
        return None
    before, lists = line.words[place - 1].text.split("-")[-1], german_lists()
    for section, kind in (
        ("organisation kinds", ORG),
        ("place kinds", GPE),
        ("land kinds", LOC),
        ("building kinds", FAC),
    ):
        if before in lists[section] or before.removesuffix("s") in lists[section]:
            return kind
    return None


def made(line: Line, first: int, last: int, kind: EntityType, role: str = "") -> Name:
    """Return the name that some words of a line make, decided as ``kind``."""
    name = make_name(line, first, last)
    name.kind = kind
    name.add(kind, 5.0)
    name.role = role
    return name
