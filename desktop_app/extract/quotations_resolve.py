"""Resolve a printed speaker to the full name of an entity, or honestly to nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from desktop_app.extract.quotations_authors import author
from desktop_app.extract.quotations_called import FORMER, Callings
from desktop_app.extract.quotations_cues import body_nouns, document_nouns, singular, speaking_nouns
from desktop_app.extract.quotations_indirect import Report
from desktop_app.extract.quotations_lines import POSSESSIVES, Line, Name, Word
from desktop_app.extract.quotations_pronouns import Pronouns, Said
from desktop_app.extract.quotations_relatives import RELATIVE
from desktop_app.extract.quotations_roles import roles_by_name, same_role
from desktop_app.extract.quotations_subjects import HE, SENT, SHE
from desktop_app.model import Entity, EntityType, pulsed
from desktop_app.text.lexicons import function_words, read_words

_LINKS = read_words("reporting_grammar.txt", "links")
_SPEECH_NOUNS = read_words("reporting_grammar.txt", "speech_nouns")
_BUSINESSES = read_words("source_nouns.txt", "bodies_again")
_ANY_BODY = frozenset(("company", "firm", "group", "organisation", "organization", "body"))
_BARE = 3
"""Words of the longest office without an article, as headlines print it."""

_OWNERS = frozenset(("his", "her"))
_HONOURS = read_words("reporting_grammar.txt", "honours")
_UNSPEAKING = frozenset((EntityType.FAC, EntityType.LOC, EntityType.EVENT))
_KNIGHTS = frozenset(("sir", "dame", "lord", "lady", "don", "doña", "father", "sister"))
_WRITERS = frozenset(("from", "by"))
_PAGES = frozenset(("website", "site", "page", "webpage", "homepage", "blog", "channel", "feed", "account"))
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
                first = person.split()[person.split()[0].lower() in _KNIGHTS]
                self._first_names.setdefault(first, []).append(person)
            for role in roles:
                self._holders.setdefault(role, []).append(person)
        self._pronouns = Pronouns(lines, self._people, reports, self.role)
        self._callings = Callings(lines, self._roles, self._holders, self._pronouns)

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
        if _is_own(words) or _is_honour(words):
            return self._pronouns.person(words[0], paragraph, said, spoken=spoken)
        if any(word.low == "voice" for word in words):
            return next(
                (word.name.entity.name for word in reversed(words) if word.person and word.name), None
            )
        clause = next((at for at, word in enumerate(words) if at and word.low in RELATIVE), len(words))
        named = self._named(words[:clause])
        if named is not None or clause < len(words):
            return named  # "the driver who hit X" is nobody known
        return (
            self.role(words, paragraph)
            or self._callings.described(words, paragraph, said, spoken)
            or self._callings.again(words, paragraph, said, spoken)
            or author(self._lines, words, paragraph, lambda word: self._owner(word, said))
            or self._on_page(words, paragraph)
        )

    def _owner(self, word: Word, said: Said | None) -> str | None:
        """Return whose something is behind "his" or "her"."""
        index = next(
            (
                index
                for index, lines in enumerate(self._lines)
                for line in lines
                if any(each is word for each in line.words)
            ),
            0,
        )
        return self._pronouns.person(word, index, said)

    def _on_page(self, words: Sequence[Word], paragraph: int) -> str | None:
        """Return whose page it is in "a statement on the museum's website"."""
        on = next((at for at, word in enumerate(words) if word.low == "on"), 0)
        owner = next((at for at, word in enumerate(words) if at > on and word.text in POSSESSIVES), 0)
        if not on or not owner or words[on - 1].low not in document_nouns() or words[-1].low not in _PAGES:
            return None
        of = words[owner - 1]
        if of.name is not None:
            return of.name.entity.name
        return self._body(words[0].start, paragraph, of.low) if of.low in body_nouns() else None

    def may_be(self, pronoun: Word, name: str) -> bool:
        """Whether "he" or "she" may stand for a person."""
        wanted = "f" if pronoun.low in SHE else "m" if pronoun.low in HE else "none"
        return name in self._people and self._pronouns.gender(name) in ("", wanted) and wanted != "none"

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
        if people and len(words) == 2 and words[0].low in _KNIGHTS:
            own = people[-1].entity.name
            called = [name for name in self._first_names.get(words[1].text, []) if name != own]
            return called[0] if len(called) == 1 else people[-1].entity.name  # "Dame Ruth" of Ruth Colley
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
        rest = [] if len(rest) == 1 and rest[0] in POSSESSIVES else rest  # "Sainsbury's said"
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

    def role(self, words: Sequence[Word], paragraph: int) -> str | None:
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
        qualifiers = {low for low in lows[first:-1] if low not in FORMER}
        here = paragraph, words[0].start
        known = self._holders.get(head, [])
        holders = [name for name in known if self._first[name] < here] or known
        exact = [name for name in holders if qualifiers <= self._roles[name]]
        if len(exact) == 1 and (qualifiers or len(holders) == 1):
            return exact[0]
        if qualifiers and not exact:
            return holders[0] if bare and len(holders) == 1 and not FORMER & set(lows) else None
        if not qualifiers and not FORMER & set(lows):
            still = [name for name in holders if not FORMER & self._roles[name]]
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
        return self._voice(offset, paragraph)

    def _voice(self, offset: int, paragraph: int) -> str | None:
        """Return whose voice the sentence before tells of: "a voice said to be X's was heard"."""
        lines = [line for line in self._lines[paragraph] if line.words[-1].start < offset]
        lines = lines or list(self._lines[paragraph - 1] if paragraph else ())
        words = lines[-1].words if lines else []
        voice = next((at for at, word in enumerate(words) if word.low == "voice"), len(words))
        return next((w.name.entity.name for w in words[voice:] if w.person and w.name is not None), None)

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
                called = {named.name} if named.type is not EntityType.PERSON else called
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
        return self._headline_body()

    def _headline_body(self) -> str | None:
        """Return the one body that the headline and the sentence below it name: what the story is about."""
        first, below = (
            {name.entity.name for name in names if name.entity.type is EntityType.ORG}
            for names in (*self._names[:1], [n for names in self._names[1:3] for n in names])
        )
        return next(iter(first)) if len(first) == 1 and first <= below else None


def _sorts(name: str) -> set[str]:
    """Return the nouns by which a body may be called: its last word, "court" in "Court of Appeal"."""
    words = name.lower().split()
    linked = words[: words.index("of")] if "of" in words else []
    return {*words[-1:], *(word for word in linked[-1:] if word in body_nouns())}


def _is_own(words: Sequence[Word]) -> bool:
    """Whether words are what somebody wrote or said: "her letter"."""
    plain = 1 < len(words) <= _BARE and all(word.name is None for word in words)
    return plain and words[0].low in _OWNERS and words[-1].low in document_nouns() | _SPEECH_NOUNS


def _is_honour(words: Sequence[Word]) -> bool:
    """Whether words call somebody by rank alone: "Her Honour", "His Excellency"."""
    return len(words) == 2 and words[0].low in _OWNERS and words[1].low in _HONOURS


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
