"""What a name is called by tells its type ("Orlan, a brewery"; "the mayor of Lannick").

A noun tells the same in an apposition, behind "is a", in front of the name and behind "called".
"""

from __future__ import annotations

import re

from desktop_app.extract.belonging import weigh_belonging
from desktop_app.extract.deeds import weigh_deeds
from desktop_app.extract.joins import FOREIGN_AND
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.noun_kinds import noun_kind, singular, tell
from desktop_app.extract.words import Line
from desktop_app.model import EntityType

PERSON, NORP, FAC, ORG = EntityType.PERSON, EntityType.NORP, EntityType.FAC, EntityType.ORG
GPE, LOC, EVENT = EntityType.GPE, EntityType.LOC, EntityType.EVENT

_APPOSED = re.compile(
    r"(?:,|\s[–—-]|\s\()\s?(?P<det>an?|the|one\sof\sthe|its|[A-ZÀ-Þ][\w.-]+(?:\s[A-ZÀ-Þ][\w.-]+)?['’]s?)\s(?P<rest>.+)"
)
_PICKED = re.compile(
    r"(?:[a-z]+est|last|first|second|third|one|two|other|most\s[a-z]+)(?:\s[a-z]+)?\sof\s(?:the|its|their)\s(?:(?:[a-z-]+|[A-Z][a-z]+)\s){0,3}?(?P<noun>[a-z]+s)(?=[,.]|\s(?:in|that|which|on|of|and|at)\b)"
)
_APPOSED_SURE = {PERSON: 3.5, GPE: 8.0, FAC: 6.5}
"""What an apposition weighs, by what it calls a name."""
_BARE_APPOSED = re.compile(r",\s(?P<rest>[a-z].+)")
_LIES = re.compile(
    r",\s(?:near|off|outside|just\s(?:north|south|east|west)|north|south|east|west|(?:about\s|some\s)?\d+\s(?:km|miles|kilomet\w+)"
    r"|in\s(?:the\s(?:city|capital|state|country|county|province)['’]s|its)\s(?:north|south|east|west|cent(?:re|er)|outskirts|suburbs)"
    r"|(?:in|on|at)\sthe\s(?:far\s)?(?:north|south|east|west|coast|northern|southern|eastern|western|foot|edge|mouth|banks?)"
    r"|on\s[A-Z]\w+['’]s\s(?:\w+\s)?(?:coast|border|edge))\b"
)
_GOES_FIRST = re.compile(
    r"(?:^|[.!?][”\"’']?\s)(?:In|At|Near|Outside|Around|Across|On|Off|Behind|Above)\s(?:nearby\s)?$"
)
_COPULA = re.compile(r"\s(?:is|was|became|remains|remained)\s(?P<det>an?|the|one\sof\sthe)\s(?P<rest>.+)")
_WORD = re.compile(r"[\w’'&-]+")
_ARTICLES = frozenset({"the", "The", '"', "“", "‘"})
_CALLING = frozenset({"called", "call", "named", "dubbed", "nicknamed", "as", "itself"})
_NAMING = (
    "called him ",
    "called her ",
    "called it ",
    "named him ",
    "named her ",
    "named it ",
    "under the name ",
    "call him ",
)
_POLITICAL = re.compile(
    r"\b[Tt]he\s(?:[a-z-]+\s)?(?:centrist|far-right|far-left|hard-right|hard-left|centre-right|centre-left|center-right|center-left|left-wing"
    r"|right-wing|leftist|rightist|ultranationalist|nationalist|separatist|secessionist|populist|Islamist|Marxist|communist|agrarian"
    r"|social-democratic|libertarian|pro-European|pro-Russian|pro-independence|pro-Western|anti-immigration|Eurosceptic|ecologist"
    r"|monarchist|royalist)\s$"
)
_OWNING = frozenset({"his", "her", "its", "their", "His", "Her", "Its", "Their"})
_HEADING = frozenset({"chairs", "heads", "runs", "founded", "co-founded", "edits", "owns", "manages"})
LOOSE_BODIES = frozenset({"group", "team", "club", "party", "union", "committee", "council", "band"})
"""Bodies behind which a member may be told ("in the masters' group Ann Tarrow")."""
_BEFORE_PARTY = (
    "the ",
    "The ",
    "ruling ",
    "opposition ",
    "governing ",
    "party ",
    "conservative ",
    "liberal ",
    "new ",
)
_PARTY = re.compile(r"\s(?:party|coalition|bloc|alliance|movement|newspaper|chain|brand|franchise|label)\b")
_BEFORE_FAMILY = ("the ", "The ", "founding ", "ruling ", "owning ")
_FAMILY = re.compile(r"\s(?:family|brothers|sisters|twins|dynasty|clan)\b")
_KIN = re.compile(r"\s(?:family|brothers|sisters|twins)\b")
_BROADCAST = ("television", "radio", "TV", "news", "cable", "satellite", "music", "FM")
_SHIPPED = ("ferry", "shipping", "cruise", "bus", "coach", "container", "tanker")
_MANAGED = ("asset", "fund", "wealth", "money", "investment", "pension")
_PEOPLED = re.compile(
    r"(?:[\w-]+\s){1,5}?(?:of|with)\s(?:about\s|some\s|only\s|just\s)?[\d.,]+\s(?:million\s)?(?:people|inhabitants)\b"
)
_ISLE = re.compile(r"(?:[a-z-]+\s){0,3}?(?:island|isle|islet|atoll|cay)\sof\s\D{0,12}[\d.,]+\s(?!million)")
"""What is no state, however many live there."""
_WAVES = frozenset({"FM", "AM", "TV", "Radio", "Television"})
_CALLED_NAMES = re.compile(r"\s(?:an?|the)\s[a-z]")
"""Behind what is called something ("the party called Orlan a liar")."""
_LISTING = ("such as ", "including ", "among them ", "like ", "such as the ", "including the ")
_BEFORE_PEOPLES = ("the ", "The ", "and ", "between ")
_VERBS = frozenset({"said", "says", "has", "had", "is", "was", "will", "would", "also"})
"""What ends a phrase that no comma closes, where it is the subject of its own clause."""
_GROUP_OF_LANDS = re.compile(
    r"^(?:[\w-]+\s){0,2}?(?:group|cluster|chain|string|row|pair|range)\sof\s(?:\w+\s)?"
    r"(?:islands|islets|isles|rocks|skerries|lakes|hills|mountains|peaks|volcanoes|reefs|atolls)\b"
)
_LARGEST = re.compile(
    r"\b(?:largest|biggest|listed|state-owned|leading|second-|third-"
    r"|[A-Z]\w+(?:an|ish|ese|ch|i|ss|-based|-listed|-owned))\b(?!-(?:born|raised|speaking|trained|educated))"
)
_FIRMLY = ("largest", "biggest", "listed", "state-owned", "-based", "-listed", "-owned")
_MAKERS = frozenset(("maker", "builder", "producer", "publisher", "importer", "exporter", "promoter"))
"""What people are as often as firms."""

_MARKETS = ("market", "industry", "world", "global", "sector", "price")
_BASED = re.compile(
    r"^[\w\s-]{3,40}\s(?:based|which|that|listed|headquartered|owned\sby|backed\sby|with\s(?:\d|offices|plants|stores|sites))\b"
)
_NOUN_LED = re.compile(
    r"(?P<at>\b(?:in|at|near|to|from|on|into|with|through)\s)?(?<!of\s)(?<!for\s)(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Aa]n?|[A-Z]\w+['’]s?)|['’]s)\s"
    r"(?:[\w-]+['’]?\s){0,2}?(?P<noun>[a-z][\w-]+)(?:\sthere)?,\s$"
)
_OFFICE_OF_NOUN = re.compile(
    r"\b([A-Za-z][a-z]+)\s(?:of|for|at|with|from)\s(?:the|its|their|his|her)\s(?:[\w-]+(?:['’]s)?\s){0,3}?[a-z][\w-]+,\s$"
)
_ONE_OF = re.compile(r"\b[Oo]ne\sof\s(?:the|its|their|his|her)\s(?:[a-z-]+\s){0,2}?([a-z]+)s,\s$")
_OF_PLACES = re.compile(r"\b([a-z][a-z-]+)\sof\s(?:the\s)?$")
_DIVISIONS = frozenset(
    ("counties", "districts", "provinces", "states", "departments", "parishes", "municipalities", "regions")
) | frozenset(("prefectures", "cantons", "governorates", "townships"))
_CALLED = re.compile(
    r"\b([\w-]+)(?:,?\s(?:(?:also|now|formerly|better|locally)\s)?(?:known\sas|called)"
    r"|\s(?:whom\s)?(?:they|we|locals|villagers|neighbou?rs|friends|everyone|everybody|police|people|some)\s(?:all\s)?call(?:ed)?"
    r"|\s(?:named|dubbed|nicknamed|calling\sitself))\s(?:the\s)?[\"“‘']?$"
)
_TICKER = re.compile(
    r"\s<[A-Za-z0-9]{1,8}\.[A-Z]{1,3}>|\s\((?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX|TSE|FTSE):\s?[A-Z.]+\)"
)
_MOVED = re.compile(
    r"\s(?:fell|rose|jumped|sank|slumped|gained|added|lost|dropped|climbed|slipped|surged|soared|plunged|tumbled|shed"
    r"|advanced|eased|leapt|slid|rallied)\s(?:(?:as\smuch\sas|by|more\sthan|nearly|almost|about|some|another)\s)?"
    r"\d[\d.]*\s?(?:%|percent|per\scent)"
)
_BOSS_BEHIND = re.compile(
    r"\s(?:boss|CEO|CFO|chief\sexecutive|chairman|chairwoman|founder|co-founder|spokesman|spokeswoman|spokesperson|executive"
    r"|analyst|strategist|economist|employee|shareholder|managing\sdirector|president\sand)\s[A-ZÀ-Þ]"
)
_LEADER_BEHIND = re.compile(
    r"\s(?:deputy\s|general\s|managing\s|vice[-\s])?(?:leader|president|director|secretary|partner|manager|owner|head|lawyer|engineer"
    r"|lawmaker|candidate|MP|co-owner|treasurer|organiser|organizer|captain|coach|pilot|driver)\s[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ]"
)
_AND_OTHER = re.compile(
    r"(?:,\s[A-ZÀ-Þ][\w.’' -]{1,30}?){0,3},?\s(?:and|or)\s"
    r"(?:(?:some|many|two|three|four|five|six|several|dozens\sof)\s)?other\s(?:[\w-]+\s){0,2}?(?P<noun>[a-z]+s)\b"
)
_SUCH_AS = re.compile(r"\b(?P<noun>[A-Za-z][a-z]+s),?\s(?:such\sas|including|among\sthem|like)\s(?:the\s)?$")
_AGE_APPOSED = re.compile(r",\san?\s(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-old\b")
_PEOPLES = re.compile(
    r"(?:\s(?:and|or)\s[A-ZÀ-Þ][\w’'-]+)?\s(?:communit(?:y|ies)|peoples|elders|tribes|clans|tribe|clan|tribesmen|brotherhood|herders|pastoralists|youths|militias|ethnic)\b"
)


def weigh_frames(name: Name, line: Line, lexicon: Lexicon) -> None:
    """Add what the noun a name is called by, its verb, what it owns and its pronoun tell of its type."""
    if name.entry and name.entry[0] in (NORP, EVENT):
        return
    text = line.text
    before = text[max(0, name.start - 48) : name.start]
    after = text[name.end : name.end + 110]
    _weigh_noun(name, before, after, lexicon)
    _weigh_lists(name, before, after, lexicon)
    weigh_deeds(name, before, after, lexicon)


def is_body_apposed(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind ``end`` calls the words in front of it a body (", the trade union,")."""
    return noun_kind(apposed_noun(text, end, lexicon), lexicon) is ORG


def apposed_noun(text: str, end: int, lexicon: Lexicon) -> str:
    """Return the noun that an apposition behind ``end`` calls a name by, "" where none is."""
    told = _APPOSED.match(text[end : end + 110])
    if not told or _GROUP_OF_LANDS.search(told["rest"][:60]):
        return ""
    return _head(told["rest"], lexicon)[0]


def _head(rest: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the head noun of a phrase that begins behind its article, and the words in front of it.

    The phrase goes on to a mark, a preposition or a verb; "" where six words hold no such end.
    """
    words: list[str] = []
    place = 0
    for match in _WORD.finditer(rest):
        gap = rest[place : match.start()]
        if words and (gap != " " or match[0].isdigit() or lexicon.has("phrase ends", match[0])):
            return words[-1], " ".join(words[:-1])
        if match[0] in _VERBS:
            return "", ""  # "In Lannick, the council has"
        if len(words) == 6:
            return "", ""
        words.append(match[0])
        place = match.end()
    return (words[-1], " ".join(words[:-1])) if words and place < len(rest) else ("", "")


def _weigh_noun(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Weigh appositions, "is a", "called" and the noun right in front."""
    if after[:1] in (",", " "):
        _weigh_apposition(name, before, after, lexicon)
    words = before.split()
    if not words or before[-1] not in ' "“‘':
        return
    lead = words[-2] if words[-1] in _ARTICLES and len(words) > 1 else words[-1]
    if lead in _CALLING:
        called = _CALLED.search(before)
        kind = noun_kind(called[1], lexicon) or noun_kind(singular(called[1]), lexicon) if called else None
        if kind and not _CALLED_NAMES.match(after):
            tell(name, kind, 3.5)
    elif lead.endswith(","):
        _weigh_lead(name, before, after, lexicon)
    elif lead == "of":
        weigh_belonging(name, before, after, lexicon)
        places = _OF_PLACES.search(before)
        plain = singular(places[1]) if places else ""
        if places and (noun_kind(plain, lexicon) is GPE or places[1] in _DIVISIONS):
            name.add(GPE, 6.5)
            name.add(PERSON, -1.0)
    elif words[-1] in _HEADING and not name.role:
        name.add(ORG, 4.0)  # "who chairs Hai Torv"
        name.add(PERSON, -1.5)
    elif before.endswith(_NAMING):
        name.add(PERSON, 2.0)  # "they called it Tychovar", "under the name of Rannvar"
    elif _POLITICAL.search(before) and (
        name.words[0] not in lexicon.first_names or any(word in FOREIGN_AND for word in name.words)
    ):
        name.add(ORG, 4.0 if len(name.words) == 1 else 5.0)  # "the centrist Orlanza"
        name.add(PERSON, -4.0)
    elif lead in _OWNING and len(name.words) > 1 and not name.entry:
        if name.words[0] not in lexicon.first_names:
            name.add(ORG, 2.0)  # "his Tavian Dawn movement", "Its Dovrey Sol"
            name.add(PERSON, -3.0)
    elif words[-1] is lead and lead.islower():
        _weigh_kind(name, lead, after, lexicon)


def _goes_first(before: str, rest: str) -> bool:
    """Whether a place goes first, and a subject follows ("In Lannick, the tower of a church fell")."""
    return bool(_GOES_FIRST.search(before)) and "," not in rest[:60]


def _weigh_apposition(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Weigh what a name is said to be: ", the brewery in ...", " is a brewery", ", mayor of Lannick,"."""
    told = _APPOSED.match(after) or _COPULA.match(after)
    if told:
        head, front = _head(told["rest"], lexicon)
        picked = _PICKED.match(told["rest"])
        if picked:
            head = singular(picked["noun"])  # "the smallest of the coalition parties"
        kind = LOC if _GROUP_OF_LANDS.search(told["rest"][:60]) else noun_kind(head, lexicon)
        on_air = name.words[-1] in _WAVES or name.words[0] == "Radio"
        if head == "station" and (front.endswith(_BROADCAST) or on_air):
            kind = ORG
        if kind is LOC and _PEOPLED.match(told["rest"]) and not _ISLE.match(told["rest"]):
            kind = GPE  # "an archipelago of 800,000 people", but "an island of 640 people"
        if (
            (head == "manager" and front.endswith(_MANAGED) and " who " not in told["rest"][:60])
            or (head == "line" and front.endswith(_SHIPPED))
            or (head == "seller" and front.endswith("short"))
        ):
            kind = ORG
        elif lexicon.has("firms", head) and told["det"] == "the" and len(name.words) > 1:
            kind = ORG  # "Orlan Vey, the accountants,"
        elif lexicon.has("trades", head) or head in _MAKERS:
            kind = _trader(name, head, front, told, lexicon)
        if kind and not (kind is not GPE and _goes_first(before, told["rest"])):
            tell(name, kind, _APPOSED_SURE.get(kind, 4.5 if not _is_city(name, lexicon) else 8.0))
        return
    if len(name.words) < 3 and not name.entry and name.scores.get(LOC, 0.0) < 3.0 and _LIES.match(after):
        name.add(GPE, 4.0 if after.startswith(", in ") else 2.5)  # "Pilov, on the southern coast"
    if after.startswith((", where ", " where ")):
        name.add(PERSON, -2.0)
        if len(name.words) == 1 and not name.entry:
            name.add(GPE, 2.0)
    bare = _BARE_APPOSED.match(after)
    if bare and lexicon.has("roles", _head(bare["rest"], lexicon)[0]):
        name.add(PERSON, 2.0)


def _is_city(name: Name, lexicon: Lexicon) -> bool:
    return name.entry is not None and name.entry[0] is GPE and not lexicon.is_country(name.entry[1])


def _trader(name: Name, head: str, front: str, told: re.Match[str], lexicon: Lexicon) -> EntityType | None:
    """Return what a "maker", "investor" or "leader" is: somebody, or a firm; None where nothing tells.

    ``front`` are the words between the article and ``head``, ``told`` is the match of the apposition.
    """
    full = len(name.words) > 1
    if full and (name.role or name.address or name.words[0] in lexicon.first_names):
        return ORG if front.endswith(_FIRMLY) else PERSON
    if head == "leader" and not front.endswith(_MARKETS):
        return PERSON
    if _LARGEST.search(front) or told["det"][-1:] in ("s", "’") or _BASED.search(told["rest"][:60]):
        return ORG
    if head in _MAKERS:
        return ORG
    return PERSON if full or f"{head} who " in told["rest"] else None


def _weigh_lead(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Weigh the noun that a comma parts from the name: "its operator, Orlan Dovrey,", "his dog, Brusk"."""
    led = _NOUN_LED.search(before)
    if after[:1] == "," and len(name.words) > 1:
        office = _ONE_OF.search(before) or _OFFICE_OF_NOUN.search(before)
        if (
            office
            and lexicon.has("roles", office[1].lower())
            and not lexicon.has("trades", office[1].lower())
        ):
            name.add(PERSON, 3.0)  # "a spokesman for the company, Ann Tarrow,"
            return
    if not led:
        return
    if lexicon.has("animals", led["noun"]):
        name.add(PERSON, 3.0)
    elif after[:1] in (",", ".", ";", ")", "") and name.words[0] not in lexicon.first_names:
        kind = None if lexicon.has("roles", led["noun"]) else noun_kind(led["noun"], lexicon)
        placed = led["at"] and kind not in (GPE, LOC, FAC) and after[:1] not in (".", ";")
        if kind and kind is not PERSON and not placed:
            tell(name, kind, 5.5 if kind is ORG else 3.5)


def _weigh_kind(name: Name, noun: str, after: str, lexicon: Lexicon) -> None:
    """Weigh the noun right in front ("the brewery Orlan"; "the company Ann Tarrow left" is rare)."""
    known = name.words[0] in lexicon.first_names
    if lexicon.has("animals", noun):
        name.add(PERSON, 3.0)
    if known and lexicon.has("bodies", noun) and noun not in LOOSE_BODIES:
        name.add(ORG, 4.0 if after[:1] in (",", ".", ";", ")", "") else 3.0)  # "the firm Clayton Vale,"
        name.add(PERSON, -1.5)
    elif lexicon.has("bodies", noun):
        city = name.entry is not None and name.entry[0] is GPE and not lexicon.is_country(name.entry[1])
        placed = max(name.scores.get(LOC, 0.0), name.scores.get(FAC, 0.0)) >= 3.0
        name.add(ORG, 5.0 if city or (placed and not name.entry) else 2.0)  # "the fund Orlan Ridge"
    elif lexicon.has("trades", noun) and not lexicon.has("roles", noun):
        name.add(ORG, 0.5 if known else 2.5)
    elif lexicon.has("firms", noun) and len(name.words) > 1 and after[:5] != " and ":
        name.add(ORG, 3.0)
        name.add(PERSON, -1.0)


def _weigh_lists(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Weigh what a list of things of one kind tells, codes of shares, prices and what one type has alone."""
    told = _AND_OTHER.match(after) if " other " in after else None
    if not told and before.endswith(_LISTING):
        told = _SUCH_AS.search(before)
    kind = noun_kind(singular(told["noun"].lower()), lexicon) if told else None
    if kind:
        tell(name, kind, 3.5)
    if after[:1] == ",":
        if _AGE_APPOSED.match(after):
            name.add(PERSON, 3.0)
    elif after[:1] == " ":
        _weigh_behind(name, before, after)


def _weigh_behind(name: Name, before: str, after: str) -> None:
    """Weigh what stands right behind: the code of a share, a price, a boss, counties, communities."""
    if _TICKER.match(after):
        tell(name, ORG, 7.0)
    elif _MOVED.match(after):
        name.add(ORG, 3.0)
    elif _BOSS_BEHIND.match(after) and not (name.entry and name.entry[0] is GPE):
        name.add(ORG, 6.5)
        name.add(PERSON, -1.0)
    elif not name.entry and _LEADER_BEHIND.match(after):
        name.add(ORG, 3.0)
    elif not name.entry and before.endswith(_BEFORE_PARTY) and _PARTY.match(after):
        # "the ruling Harmony party", "the State of Law coalition"
        name.add(ORG, 3.0 if len(name.words) == 1 else 6.5)
    elif not name.entry and before.endswith(_BEFORE_FAMILY) and _FAMILY.match(after):
        name.add(PERSON, 4.5)  # "the Brandvik brothers"
        if len(name.words) == 1 and _KIN.match(after) and not name.text.isupper():
            name.settled = PERSON  # whatever the family's firm is called
    elif after[1:].split(" ", 1)[0].rstrip(".,;:") in _DIVISIONS:
        name.add(GPE, 4.5)  # "Orla, Dovrey and Tarn counties"
    else:
        short = len(name.words) < 3 and not name.entry
        if short and before.endswith(_BEFORE_PEOPLES) and _PEOPLES.match(after):
            name.add(NORP, 4.0)
