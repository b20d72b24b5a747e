"""Who is called again by a description: "the winner", "the 24-year-old Dane", "the lawmaker"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.extract.quotations_cues import body_nouns, singular, speaking_nouns
from desktop_app.extract.quotations_lines import Line, Word
from desktop_app.extract.quotations_pronouns import Pronouns, Said
from desktop_app.extract.quotations_roles import gender_of_noun, names_itself, same_role
from desktop_app.model import EntityType
from desktop_app.text.lexicons import function_words, read_words

_LINKS = read_words("reporting_grammar.txt", "links")
FORMER = frozenset(("former", "ex", "then", "outgoing"))
_CALLED_AGAIN = read_words("source_nouns.txt", "called_again")
_CALLED_NEARBY = read_words("source_nouns.txt", "called_nearby")
_PLAYERS = read_words("source_nouns.txt", "players")
_LEADERS = read_words("reporting_grammar.txt", "leaders")
_CAPTAINS = frozenset(("captain", "skipper"))
_TEAMS = (EntityType.GPE, EntityType.ORG)
_OTHER = read_words("reporting_grammar.txt", "other_people")
_SHORT_CALL = 4
"""Words of the longest description whose noun alone tells that somebody is called again."""

_LONGEST_CALL = 5
"""Words of the longest description that calls somebody by a new word, up to its first link."""

_OF_OTHERS = frozenset(("he", "she", "him", "he’s", "she’s"))
"""In what is said, these tell of the person named before: "X was held. “He is safe,” the officer said"."""

_CALLING_ENDINGS = ("er", "or", "ist", "man", "woman", "back", "-half", "-forward", "-rounder", "eer", "ian")


class Callings:
    """Knows what the people of one article are called: ``roles`` by name, and ``holders`` by role."""

    def __init__(
        self,
        lines: Sequence[Sequence[Line]],
        roles: Mapping[str, set[str]],
        holders: Mapping[str, Sequence[str]],
        pronouns: Pronouns,
    ) -> None:
        self._lines, self._roles, self._holders, self._pronouns = lines, roles, holders, pronouns
        self._unnamed: set[str] | None = None

    def described(self, words: Sequence[Word], paragraph: int, said: Said | None, spoken: str) -> str | None:
        """Return the person who is called again by a description: "the winner", "the 24-year-old Dane".

        Nobody where the article has told of another such person ("a winner"), or knows who has that role.
        """
        lows = [word.low for word in words]
        head = words[-1]
        noun = head.low in speaking_nouns() and singular(head.low) == head.low
        norp = head.name is not None and head.name.entity.type is EntityType.NORP
        noun = (
            noun
            or head.low.endswith(("-year-old", "man", "woman"))
            or head.low.partition("-of-")[0] in speaking_nouns()
        )
        if lows[0] != "the" or len(lows) < 2 or not (noun or norp) or any(low in _LINKS for low in lows):
            return None
        telling = any(low.endswith(("-year-old", "-born", "-based")) or "-of-" in low for low in lows[1:])
        telling = telling or (head.low.endswith(("shman", "chman", "hwoman")) or head.text[:1].isupper())
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
        if self._clash(head.low, name or ""):
            return None
        age = next((low for low in lows if low.endswith("-year-old")), None)
        known = {role for role in self._roles.get(name or "", ()) if role.endswith("-year-old")}
        return None if age is not None and known and age not in known else name

    def again(self, words: Sequence[Word], paragraph: int, said: Said | None, spoken: str) -> str | None:
        """Return who is called by a new word right after speaking or being told of, where it can be nobody
        else: "X of the party Y sought a probe. “...,” the lawmaker said".
        """
        lows = [word.low for word in words]
        end = next((at for at, low in enumerate(lows) if at and low in _LINKS), len(lows))
        head = lows[end - 1]
        calls = (head in speaking_nouns() and singular(head) == head) or _calls(words[end - 1])
        if lows[0] != "the" or not 1 < end <= _LONGEST_CALL or not calls or _OTHER & set(lows):
            return None
        if any(word.person for word in words) or FORMER & set(lows) or head in self._told_of():
            return None
        name = self._pronouns.only_one(
            words[0], paragraph, said, about=_OF_OTHERS & set(spoken.lower().split())
        )
        if name is None and head in _LEADERS and said is not None and said.latest:
            near = 0 < paragraph - said.paragraph <= 2 and not self._roles.get(said.name, {head})
            name = said.name if near and self._pronouns.speaks_right_after(words[0], paragraph) else None
        if name is None or names_itself(name, spoken):
            return None
        gender = gender_of_noun(head)
        if gender and self._pronouns.gender(name) not in ("", gender):
            return None
        others = set(self._holders.get(same_role(head), [])) - {name}
        told = set(lows[1 : end - 1])  # "the Galway East TD", where another one is "a Sinn Féin TD"
        same = any(not told or told & self._roles[other] for other in others)
        return None if same or self._clash(head, name) else name

    def _clash(self, head: str, name: str) -> bool:
        """Whether a calling cannot be that of a person: "the player" is not the coach."""
        roles = self._roles.get(name, set())
        if head in _PLAYERS and _LEADERS & roles:
            return True
        return head in _LEADERS and bool(_PLAYERS & roles)

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


def _calls(word: Word) -> bool:
    """Whether a word that no list knows may be an office or a calling: "TD", "centre-half", "saddler"."""
    if word.text.isupper():
        return len(word.text) > 1
    known = word.low in body_nouns() or word.low in function_words()
    return word.name is None and not known and word.text.islower() and word.low.endswith(_CALLING_ENDINGS)
