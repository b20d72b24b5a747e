"""Resolve a printed speaker to the full name of an entity, or honestly to nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from desktop_app.extract.quotations_cues import body_nouns, document_nouns, singular, speaking_nouns
from desktop_app.extract.quotations_indirect import Report
from desktop_app.extract.quotations_lines import POSSESSIVES, Line, Name, Word
from desktop_app.extract.quotations_pronouns import Pronouns, Said
from desktop_app.extract.quotations_roles import gender_of_noun, roles_by_name, same_role
from desktop_app.extract.quotations_subjects import HE, SENT, SHE
from desktop_app.model import Entity, EntityType, pulsed
from desktop_app.text.lexicons import function_words, read_words

_LINKS = read_words("reporting_grammar.txt", "links")
_SPEECH_NOUNS = read_words("reporting_grammar.txt", "speech_nouns")
_BUSINESSES = read_words("source_nouns.txt", "bodies_again")
_ANY_BODY = frozenset(("company", "firm", "group", "organisation", "organization", "body"))
_FORMER = frozenset(("former", "ex", "then", "outgoing"))
_BARE = 3
"""Words of the longest office without an article, as headlines print it."""

_OWNERS = frozenset(("his", "her"))
_RELATIVE = frozenset(("who", "that", "which"))
_CALLED_AGAIN = read_words("source_nouns.txt", "called_again")
_CALLED_NEARBY = read_words("source_nouns.txt", "called_nearby")
_PLAYERS = read_words("source_nouns.txt", "players")
_LEADERS = read_words("reporting_grammar.txt", "leaders")
_CAPTAINS = frozenset(("captain", "skipper"))
_TEAMS = (EntityType.GPE, EntityType.ORG)
_OTHER = read_words("reporting_grammar.txt", "other_people")
_SHORT_CALL = 4
"""Words of the longest description whose noun alone tells that somebody is called again."""

_UNSPEAKING = frozenset((EntityType.FAC, EntityType.LOC, EntityType.EVENT))
_WRITERS = frozenset(("from", "by"))
_SENT = SENT | {"read"}


class Resolver:
    """Knows who was named where in one article."""

    def __init__(
        self, lines: Sequence[Sequence[Line]], names: Sequence[Sequence[Name]], reports: Sequence[Report] = ()
    ) -> None:
        self._lines = lines
        self._names = names
        self._people: dict[str, Entity] = {}
        self._first: dict[str, tuple[int, int]] = {}
        self._bodies: dict[str, set[str]] = {}
        for paragraph, found in enumerate(pulsed(names)):
            for name in found:
                if name.entity.type is EntityType.ORG:
                    told = self._told_sort(paragraph, name)
                    for sort in _sorts(name.entity.name) | told:
                        self._bodies.setdefault(sort, set()).add(name.entity.name)
                if name.entity.type is EntityType.PERSON:
                    self._people.setdefault(name.entity.name, name.entity)
                    self._first.setdefault(name.entity.name, (paragraph, name.start))
        self._roles = roles_by_name(lines, self._people.values())
        self._holders: dict[str, list[str]] = {}
        self._first_names: dict[str, list[str]] = {}
        for person, roles in self._roles.items():
            if " " in person:
                self._first_names.setdefault(person.split()[0], []).append(person)
            for role in roles:
                self._holders.setdefault(role, []).append(person)
        self._unnamed: set[str] | None = None
        self._pronouns = Pronouns(lines, self._people, reports, self._role)

    def resolve(
        self, words: Sequence[Word], paragraph: int, said: Said | None, spoken: str = ""
    ) -> str | None:
        """Return the full name behind the words for who says what is ``spoken``, None if not clear."""
        if not words:
            return None
        if len(words) == 1 and words[0].low in HE | SHE:
            return self._pronouns.person(words[0], paragraph, said, spoken=spoken)
        if len(words) == 1 and words[0].low == "it":
            return self._it(words[0].start, paragraph, said)
        if _is_own(words):
            return self._pronouns.person(words[0], paragraph, said, spoken=spoken)
        clause = next((at for at, word in enumerate(words) if at and word.low in _RELATIVE), len(words))
        named = self._named(words[:clause])
        if named is not None or clause < len(words):
            return named  # "the driver who hit X" is nobody known
        return self._role(words, paragraph) or self._described(words, paragraph, said, spoken)

    def _told_sort(self, paragraph: int, name: Name) -> set[str]:
        """Return the noun that tells what a body is, right before its name: "the airline X"."""
        lines = self._lines[paragraph]
        at = bisect_right(lines, name.start, key=lambda line: line.words[0].start) - 1
        words = lines[at].words if at >= 0 else ()
        place = next((i for i, word in enumerate(words) if word.name is name), 0)
        sort = words[place - 1] if place > 1 else None
        if sort is None or sort.name is not None or sort.low not in _BUSINESSES:
            return set()
        return {sort.low}

    def _described(self, words: Sequence[Word], paragraph: int, said: Said | None, spoken: str) -> str | None:
        """Return the person who is called again by a description: "the winner", "the 24-year-old Dane".

        Nobody where the article has told of another such person ("a winner"), or knows who has that role.
        """
        lows = [word.low for word in words]
        head = words[-1]
        noun = head.low in speaking_nouns() and singular(head.low) == head.low
        norp = head.name is not None and head.name.entity.type is EntityType.NORP
        noun = noun or head.low.endswith("-year-old") or head.low.partition("-of-")[0] in speaking_nouns()
        if lows[0] != "the" or len(lows) < 2 or not (noun or norp) or any(low in _LINKS for low in lows):
            return None
        telling = any(low.endswith(("-year-old", "-born", "-based")) or "-of-" in low for low in lows[1:])
        telling = telling or any(w.name is not None and w.name.entity.type is EntityType.NORP for w in words)
        of_body = any(w.name is not None and w.name.entity.type in _TEAMS for w in words[1:-1])
        telling = telling or (of_body and head.low in _CALLED_AGAIN | _LEADERS | _CAPTAINS)
        nearby = head.low in _CALLED_NEARBY and bool(self._pronouns.named_here(words[0], paragraph))
        if not (telling or ((nearby or head.low in _CALLED_AGAIN) and len(lows) <= _SHORT_CALL)):
            return None
        if _OTHER & set(lows) or self._holders.get(same_role(head.low)) or head.low in self._told_of():
            return None
        gender = gender_of_noun(head.low.partition("-of-")[0])
        name = self._pronouns.person(words[0], paragraph, said, described=gender, spoken=spoken)
        if head.low in _PLAYERS and _LEADERS & self._roles.get(name or "", set()):
            return None  # "the player" is not the coach
        if head.low in _LEADERS and _PLAYERS & self._roles.get(name or "", set()):
            return None
        age = next((low for low in lows if low.endswith("-year-old")), None)
        known = {role for role in self._roles.get(name or "", ()) if role.endswith("-year-old")}
        return None if age is not None and known and age not in known else name

    def _told_of(self) -> set[str]:
        """Return the nouns by which the article tells of people whom it does not name: "a teenager"."""
        if self._unnamed is None:
            nouns = speaking_nouns()
            self._unnamed = {
                word.low
                for paragraph in self._lines
                for line in paragraph
                for place, word in enumerate(line.words)
                if word.low in nouns and _indefinite(line.words, place)
            }
        return self._unnamed

    def _named(self, words: Sequence[Word]) -> str | None:
        """Return the name that heads the words; "one source close to X" has none."""
        names: list[Name] = []
        words = _writer(words)
        for place, word in enumerate(words):
            if word.name is None or word.name in names:
                continue
            linked = any(before.low in _LINKS for before in words[:place])
            if (not names and linked and not _is_office(words, place)) or (
                place and words[place - 1].low in _LINKS
            ):
                break
            names.append(word.name)
        if not names:
            return None
        if any(word.low == "and" and word.name is None for word in words) and len(names) > 1:
            return None
        if len(words) == 1 and (words[0].low in speaking_nouns() or words[0].low in body_nouns()):
            return None  # "Neighbours" at the start of a sentence
        people = [name for name in names if name.entity.type is EntityType.PERSON]
        if people:
            after = [word for word in words if word.start >= people[-1].end]
            if after and after[0].text in POSSESSIVES:
                apart = names[-1].entity if names[-1].start > people[-1].end else None
                if apart is not None and any(word.text == "," for word in after):
                    return apart.name  # "Marek's party, the League"
                written = after[-1].low in document_nouns() | _SPEECH_NOUNS
                return people[-1].entity.name if written else None  # "Marek's letter", "Marek's spokesman"
            return people[-1].entity.name
        last = names[-1]
        rest = [word.low for word in words if word.start >= last.end and word.is_word]
        if any(word in speaking_nouns() or word in body_nouns() for word in rest):
            return None
        if len(words) == 1 and last.entity.type is not EntityType.ORG:
            called = self._first_names.get(words[0].text, [])
            if len(called) == 1:
                return called[0]  # "Milan said" of Milan Keller
        if last.entity.type in _UNSPEAKING and not rest:
            called = [person for person in self._people if person.split()[-1] == words[-1].text]
            if len(called) == 1:
                return called[0]  # "Boateng said" beside "Camp Boateng"
        if last.entity.type in (EntityType.ORG, EntityType.GPE) and not rest:
            return last.entity.name
        return None

    def _role(self, words: Sequence[Word], paragraph: int) -> str | None:
        """Return the one person or body that the words call by office or sort: "the mayor", "the court"."""
        lows = [word.low for word in words]
        plain = all(word.is_word and word.name is None for word in words)
        bare = (
            len(lows) <= _BARE and words[0].text[:1].isupper() and plain
        )  # "Mayor says", "Violin dealer says"
        bare = bare and lows[0] not in function_words() and not POSSESSIVES & {word.text for word in words}
        if not (bare or lows[0] in ("the", "its", "their")) or any(low in _LINKS for low in lows):
            return None
        head = singular(lows[-1])
        if head in body_nouns() and head not in speaking_nouns():
            if lows[0] == "their" and head in _BUSINESSES:
                return None  # "Cabin crew ... Their union said"
            return self._body(words[0].start, paragraph, head)
        aged = head.endswith("-year-old")
        known_role = head in speaking_nouns() or same_role(head) != head
        if (not known_role and not words[-1].text[:1].isupper() and not aged) or lows[-1] != head:
            return None
        head = same_role(head)
        first = 0 if bare else 1
        qualifiers = {low for low in lows[first:-1] if low not in _FORMER}
        here = paragraph, words[0].start
        known = self._holders.get(head, [])
        holders = [name for name in known if self._first[name] < here] or known
        exact = [name for name in holders if qualifiers <= self._roles[name]]
        if len(exact) == 1 and (qualifiers or len(holders) == 1):
            return exact[0]
        if qualifiers and not exact:
            return holders[0] if bare and len(holders) == 1 and not _FORMER & set(lows) else None
        if not qualifiers and not _FORMER & set(lows):
            still = [name for name in holders if not _FORMER & self._roles[name]]
            if len(still) == 1:
                return still[0]
        near = [name for name in (exact or holders) if self._last_place(name, paragraph) == paragraph]
        return near[0] if len(near) == 1 else None

    def _last_place(self, name: str, paragraph: int) -> int | None:
        for index in range(paragraph, max(-1, paragraph - 2), -1):
            if any(found.entity.name == name for found in self._names[index]):
                return index
        return None

    def _it(self, offset: int, paragraph: int, said: Said | None) -> str | None:
        """Return the body that speaks on as "it": what opens the sentence before, or the last speaker."""
        opened = self._opening_body(offset, paragraph, EntityType.GPE)
        if opened is not None:
            return opened
        if said is not None and said.paragraph == paragraph and said.name not in self._people:
            return said.name
        return None

    def _opening_body(self, offset: int, paragraph: int, *types: EntityType) -> str | None:
        """Return the body, or what has one of the types, that opens the sentence before an offset."""
        before = [line for line in self._lines[paragraph] if line.words and line.words[-1].start < offset]
        if not before and paragraph:
            before = list(self._lines[paragraph - 1])
        if not before:
            return None
        words = before[-1].words
        if (
            words[0].low == "the"
            and len(words) > 1
            and words[1].name is None
            and words[1].low in body_nouns()
        ):
            called = self._bodies.get(words[1].low, set())  # "The court found ...", it said
            if not called and len(words) > 3 and words[2].text == "," and words[3].name is not None:
                named = words[3].name.entity  # "The firm, X, found ..."
                called = {named.name} if named.type is EntityType.ORG else called
            return next(iter(called)) if len(called) == 1 else None
        name = next((word.name for word in words[:5] if word.name is not None), None)
        if name is None or not (words[0].low == "the" or words[0].name is name):
            return None
        following = next((word.low for word in words if word.start >= name.end), "")
        speaks = name.entity.type in (EntityType.ORG, *types)
        return name.entity.name if speaks and following not in speaking_nouns() | body_nouns() else None

    def _body(self, offset: int, paragraph: int, head: str) -> str | None:
        """Return the body meant by "the ministry", "the company": by its last word, or the only one near."""
        called = self._bodies.get(head, set())
        apart = _BUSINESSES - _ANY_BODY if head not in _ANY_BODY else set()
        others = {name for sort in apart for name in self._bodies.get(sort, ())}
        if called or head not in _BUSINESSES:
            return next(iter(called)) if len(called) == 1 else None
        opened = self._opening_body(offset, paragraph)
        if opened is not None:
            return opened
        for index in range(paragraph, max(-1, paragraph - 2), -1):
            bodies = [
                word.name.entity.name
                for line in self._lines[index]
                for word in line.words
                if word.name is not None
                and word.name.entity.type is EntityType.ORG
                and (index < paragraph or word.start < offset)
            ]
            bodies = [name for name in bodies if name not in others]
            if bodies:
                return bodies[0] if len(set(bodies)) == 1 else None
        return None


def _sorts(name: str) -> set[str]:
    """Return the nouns by which a body may be called: its last word, "court" in "Court of Appeal"."""
    words = name.lower().split()
    linked = words[: words.index("of")] if "of" in words else []
    return {*words[-1:], *(word for word in linked[-1:] if word in body_nouns())}


def _is_own(words: Sequence[Word]) -> bool:
    """Whether words are what somebody wrote or said: "her letter"."""
    plain = 1 < len(words) <= _BARE and all(word.name is None for word in words)
    return plain and words[0].low in _OWNERS and words[-1].low in document_nouns() | _SPEECH_NOUNS


def _indefinite(words: Sequence[Word], place: int) -> bool:
    """Whether the noun at a place has an indefinite article and describes nobody named beside it."""
    start = place
    while start > 0 and place - start < _SHORT_CALL and words[start - 1].is_word:
        start -= 1
        if words[start].low in ("a", "an", "one", "another"):
            named = any(word.person for word in words[max(0, start - 4) : place + 3])
            copula = start > 0 and words[start - 1].low in ("is", "was", "as")
            return not named and not copula
    return False


def _writer(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words for who wrote "a statement from X", "an email sent by X"; else the words given."""
    for place, word in enumerate(words[:-1]):
        if word.name is not None or (word.low in speaking_nouns() and place):
            break
        if place and word.low in _WRITERS and words[place - 1].low in document_nouns() | _SENT:
            written = any(before.low in document_nouns() for before in words[:place])
            named = next((after for after in words[place + 1 : place + 6] if after.name is not None), None)
            return words[place + 1 :] if written and named is not None else words
    return words


def _is_office(words: Sequence[Word], place: int) -> bool:
    """Whether the title of an office leads up to a name: "Superintendent of Police", "Chief of Staff"."""
    opening, before = words[0], words[place - 1]
    return (
        opening.low in speaking_nouns()
        and all(word.text[:1].isupper() or word.low in _LINKS for word in words[:place])
        and opening.text[:1].isupper()
        and before.low not in speaking_nouns()
    )
