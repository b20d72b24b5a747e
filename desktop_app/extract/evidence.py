"""Weigh what speaks for each type of a name: lists, its own words, what stands beside it."""

from __future__ import annotations

import re
from itertools import pairwise

from desktop_app.extract.joins import UNITED
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.surroundings import HEAD_NOUN, weigh_surroundings
from desktop_app.extract.words import Line
from desktop_app.model import EntityType

PERSON, NORP, FAC, ORG = EntityType.PERSON, EntityType.NORP, EntityType.FAC, EntityType.ORG
GPE, LOC, EVENT = EntityType.GPE, EntityType.LOC, EntityType.EVENT

_AGE = re.compile(r",\s(?:aged\s)?(?:1[0-9]|[2-9]\d|10\d)(?:,|\.|\s(?:and|from|of)\b)")
_WHO = re.compile(r",?\s(?:who|whose|whom)\b")
_IN_PLACE = re.compile(r"\b(?:in|In|near|Near|outside|across|throughout)\s(?:the\s)?$")
_INVESTED_IN = re.compile(
    r"\b(?:shares?|stakes?|invest\w*|interest|confidence|trust|faith|holdings?|shareholders?|majority)\sin\s(?:the\s)?$",
    re.IGNORECASE,
)
_AT_PLACE = re.compile(r"\b(?:[Aa]t|[Ff]rom|to|around|towards?|via|into|through)\s(?:the\s)?$")
_LOOKED_AT = re.compile(
    r"\b(?:look\w*|shout\w*|stare\w*|point\w*|aim\w*|laugh\w*|angry|furious|jab|swipe|threw|thrown|fired)\sat\s$"
)
_PLACED = re.compile(
    r"\b(?:in|In|near|from|to|across|outside|around|of|throughout|into|between|and)\s(?:the\s)?$|[,/]\s?$"
)
_OF_PLACE = re.compile(
    r"\b(?:city|town|village|capital|port|province|region|district|state|suburb|island|county|resort|streets|people"
    r"|outskirts|mayor|governor|north|south|east|west|coast|border)\s(?:city\s)?of\s(?:the\s)?$"
)
_HOME_BEFORE = re.compile(
    r"\b(?:boy|girl|man|woman|family|couple|parents|farmer|trader|shopkeeper|pensioner|student|teacher|driver|nurse|worker|resident"
    r"|fisherman|fishermen|people|men|women|drivers|refugees|evacuees|migrants|workers|farmers|students|is|was|were|are|came|comes)"
    r"\sfrom\s(?:the\s)?$|,\s[1-9]\d,\s(?:of|from)\s$|\b(?:born|raised|brought\sup|settled|buried|based|lives?|living|lived)\sin\s$"
)
_BELONGS_TO_PERSON = re.compile(
    r"['’]s\s(?:mother|father|parents|wife|husband|sons?|daughters?|widow|brothers?|sisters?|family|relatives|death|body|grave"
    r"|flat|bedroom|classmates|teammates|girlfriend|boyfriend|fianc[eé]e?|grandmother|grandfather|grandson|uncle|aunt|cousin"
    r"|children|eyes|hands?|face|voice|birthday|funeral|memoirs?|autobiography|biography|paintings?|symphony|poems?)\b"
)
_RULED = re.compile(
    r"\b(?:[Pp]resident|[Pp]remier|[Pp]rime [Mm]inister|[Kk]ing|[Qq]ueen|[Mm]inister"
    r"|[Gg]overnment|[Rr]epublic|[Pp]arliament|[Cc]onstitution|nation|country|ambassador|citizens"
    r"|borders?|inhabitants|residents|natives?|elections|war|economy)\s"
    r"(?:of|to|in|with)\s(?:the\s)?$"
)
_PEOPLE = re.compile(r"(?:[aeiou]?an|ese|ish)s?$")
_DETERMINED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|its|his|her|their|former|every|all|most|some|many|two|three)\s$"
)
_PLACE_BEHIND = re.compile(
    r"\s(?:city|town|village|province|region|district|island|suburb|county|area|border)\b|\s\(pop(?:\.|ulation)\s"
)
_SHARES_BEHIND = re.compile(
    r"(?:['’]s)?\s(?:shares|stock|profits?|shareholders|revenues?|customers|executives?)\b"
)
_COMPANY_BEHIND = re.compile(
    r"(?:['’]s)?\s(?:shares|stock|profits?|employees|workers|executives?|customers|products?|subsidiary"
    r"|shareholders|spokes\w+|officials?|analysts?|researchers|plc|newspaper|magazine|website|agency|party|coalition|club|league|lawmakers"
    r"|supporters|members|rebels|militants|fighters|troops|group|company|firm|airline|bank|brand|stores?|team)\b"
)
_COMPANY_BEFORE = re.compile(
    r"\b(?:company|firm|bank|airline|carrier|maker|giant|group|party|newspaper|daily|weekly|broadcaster|station|agency"
    r"|union|operator|retailer|startup|start-up|brand|club|charity|lender|insurer|manufacturer|developer|rival|pollster"
    r"|watchdog|regulator|think\stank|supplier|subsidiary|joined|shares\sin|stake\sin|acquired|buy|bought|distributor|consultancy"
    r"|publisher|brewer|brewery|distillery|enterprise|network|platform|app|website|magazine|tabloid|opposition|militia|junta|ngo|NGO"
    r"|chain|supermarket|utility|refiner|chipmaker|carmaker|automaker|drugmaker|planemaker|shipyard|co-?operative|trust|contractor"
    r"|conglomerate|fund|orchestra|band|label|festival\sorganiser|school|institute|foundation|association|coalition|movement)\s$"
)
_SPEECH = re.compile(
    r"\s(?:also\s|later\s|has\s|had\s)?(?:said|says|told|added|adds|asked|wrote|writes|tweeted|insisted|argued|argues|claimed|noted|warned"
    r"|admitted|denied|explained|recalled|replied|testified|believes|thinks|resigned|married|died|smiled|joked|apologi[sz]ed)\b"
)
_QUOTED = re.compile(r"[,.!?]['’]?[\"”»]\s$")
_SPEECH_BEFORE = re.compile(r"\b(?:said|says|added|adds|asked|wrote|recalled|explained|according\sto|by)\s$")
_HUMAN_DOING = re.compile(
    r"\s(?:was\sborn|was\smarried|grew\sup|took\soff(?:ice)|was\selected|was\sappointed|retired|scored|won\sthe\srace|is\ssurvived|lives\sin)\b"
)
_ACRONYM = re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z]\.){2,6}|[A-Z]{2,5}[-&][A-Z]{1,4})$")
_CAMEL = re.compile(r"[A-Za-z]*[a-z][A-Z]\w*$")
_MODIFIES = re.compile(
    r"\s(?!(?:and|or|in|is|was|has|had|for|to|at|on|off|from|by|with|as|said|will|would|that|which)\b)[a-z]"
)
_MEETING_OF = frozenset({"International", "World", "European", "Annual", "Asian", "African", "Global"})
_MEETINGS = frozenset({"Congress", "Conference", "Symposium", "Convention", "Forum"})
_KIND_APPOSED = re.compile(
    r",\s(?:a|an|the)\s(?:[\w’'-]+\s){0,3}?(company|firm|group|bank|charity|party|newspaper|union|think\stank"
    r"|village|town|city|port|province)" + HEAD_NOUN
)
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
_CLAN = re.compile(r"(?:Mc|Mac|O['’]|al-|Al-|el-|El-|D['’])[A-Z]")
_TRADE_BEFORE = re.compile(
    r"\b(?:oil|gas|steel|copper|gold|coal|iron|energy|car|truck|chip|drug|milk|cement|power|phone|aluminium|aluminum|potash"
    r"|fertili[sz]er|diamond|lithium|nickel|uranium|wine|food|beer|arms|aircraft|commodity|commodities|market|industry)\s"
    r"(?:producer|trader|explorer|driller|grower|dealer|leader|specialist|champion|broker)\s$"
)
_REGION_BEFORE = re.compile(
    r"\b(?:northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western|central|downtown"
    r"|rural|mainland|upstate|suburban)\s$"
)
_TOWN_END = re.compile(
    r"(?:ia|land|stan|istan|ham|ton|bury|ford|worth|wick|thorpe|mouth|combe|stead|minster|holm|dale|ville|burgh?|borough|haven"
    r"|pool|chester|caster|shire|stow|hurst|bridge|vale|moor|mere|ness|port|wold|brook|field|grad|polis|pur|abad)$"
)
_WAY_BEFORE = re.compile(
    r"\b(?:roads?|bridge|routes?|trains?|bus|buses|ferry|line|detour|diversion|diverted|traffic|journey|way|drive|miles"
    r"|kilomet(?:re|er)s|km|commute|commuters|lorries|trucks|link|links|linking|connects?|connecting)\s"
    r"(?:north\s|south\s|east\s|west\s)?(?:to|from|at|via|through|into|near|between|with)?\s?$"
)
_COMPASS = frozenset(
    {"North", "South", "East", "West", "Upper", "Lower", "Little", "Great", "Nether", "High", "Old", "New"}
)
_WORD_BEFORE = re.compile(r"([a-z-]+),?\s$")
_APPOSED = re.compile(r",\s(?:a|an|the|its|his|her|their)?\s?(?:[\w’'-]+\s){0,4}?([a-z-]+)(?=[\s,.;])")
_NATION_BEHIND = re.compile(r",\s(?:a|the)\s(?:\w+\s){0,2}(?:nation|country|republic|kingdom|state)\b")
_CAPITAL_BEHIND = re.compile(r",\s([A-Z][a-z.]+(?:\s[A-Z][a-z.]+)?)")
_SURNAME_END = re.compile(
    r"(?:ovic|ović|enko|escu|vili|dze|yan|ovich|owski|owska|ewski|sson|sdóttir|opoulos|akis|ishvili|uddin|ullah|ovna|skyi|skiy|sky|wicz|nyi)$"
)
_INITIAL = re.compile(r"[A-Z]\.?$")
_PERSON_WORD = re.compile(r"(?:[^\W\d_](?:\.|[^\W\d_]*[^\W\d_A-ZÀ-Þ])|(?:[^\W\d_]+[-‑'’])+[^\W\d_]+)")
_NO_FIRST_NAME = ("soft openers", "organisation openers", "place openers", "facility openers", "town openers")


def weigh(name: Name, line: Line, lexicon: Lexicon) -> None:
    """Fill a name's scores from the lists and its surroundings (weights after the measured recipe)."""
    if name.entry:
        _weigh_entry(name, lexicon)
        name.listed_weight = name.scores.get(name.entry[0], 0.0)
    if name.address:
        name.add(PERSON, 8.0)
    if name.role:
        name.add(PERSON, 8.0)
    _weigh_words(name, lexicon)
    _weigh_context(name, line, lexicon)
    weigh_surroundings(name, line, lexicon)


def _weigh_entry(name: Name, lexicon: Lexicon) -> None:
    kind, shown = name.entry or (ORG, "")
    single = len(name.words) == 1
    if kind is NORP:
        name.add(NORP, 9.0)
    elif kind is GPE:
        country = lexicon.is_country(shown)
        personal = single and (name.text in lexicon.first_names or name.text in lexicon.surnames)
        name.add(GPE, 9.0 if country else 2.5 if personal else 5.0)
    elif kind in (LOC, FAC):
        name.add(kind, 6.0)
    elif kind is ORG:
        personal = single and (name.text in lexicon.first_names or name.text in lexicon.surnames)
        ordinary = single and lexicon.is_ordinary(name.text.lower())
        name.add(ORG, 3.0 if personal else 4.0 if ordinary else 7.0)
    else:
        name.add(kind, 7.0)


def _weigh_words(name: Name, lexicon: Lexicon) -> None:
    words = name.words
    first, last = words[0], words[-1]
    if last.isdigit() and len(words) > 1:  # "Terminal 2"
        last = words[-2]
    has = lexicon.has
    if len(words) > 1 and not name.entry and not name.address:
        openings = {word for word, follows in pairwise(words) if follows in ("of", "for")}
        if any(has("connector heads", word) for word in openings):
            _weigh_opening(name, next(word for word in words if word in openings), lexicon)
        elif has("legal suffixes", last) or (first in UNITED and "and" in words):
            name.add(ORG, 6.0)
        elif len(words) == 2 and has("surname heads", last) and first in lexicon.first_names:
            name.doubtful = True  # "Alan Weir" or "Preston Park"
            kinds = ((FAC, "facility heads"), (LOC, "place heads"), (ORG, "organisation heads"))
            name.add(next((kind for kind, section in kinds if has(section, last)), PERSON), 2.5)
        elif has("works", last) and last not in ("Law", "Code"):
            name.add(EVENT, 3.0)
        elif has("event heads", last) or (first == "Tropical" and has("event openers", words[1])):
            name.add(EVENT, 6.5)
        elif has("country openers", first) and lexicon.is_country(
            lexicon.listed.get(words[1:], (GPE, ""))[1]
        ):
            name.add(ORG, 6.0)
        elif has("facility heads", last):
            name.add(FAC, 6.0)
        elif has("place heads", last) and not has("organisation heads", last):
            # Many towns are called after brooks and hills.
            name.add(GPE if has("political places", last) else LOC, 3.0 if has("town heads", last) else 6.0)
        elif has("organisation heads", last):
            name.add(ORG, 6.0)
        elif has("facility openers", first):
            name.add(FAC, 5.0)
        elif has("place openers", first):
            name.add(LOC, 5.0)
        elif has("organisation openers", first):
            name.add(ORG, 4.0)
        elif has("town openers", first):
            name.add(GPE, 2.5)
        elif lexicon.listed.get((first,), (GPE, ""))[0] is ORG and first not in lexicon.first_names:
            name.add(ORG, 1.5 if first in lexicon.surnames else 3.0)
        elif has("event openers", first):
            name.add(EVENT, 5.0)
        if "&" in words:
            name.add(ORG, 4.0)
        if lexicon.listed.get((first,), (ORG, ""))[0] is GPE and first not in lexicon.first_names:
            name.add(ORG, 1.2)
    _weigh_person(name, lexicon)
    if len(words) == 1 and not name.entry:
        if _ACRONYM.fullmatch(first):
            name.add(ORG, 3.0)
        elif _CAMEL.fullmatch(first) and not first.startswith(
            ("Mc", "Mac", "De", "Di", "La", "Le", "O'", "O’", "al-", "Al-", "D'", "D’")
        ):
            name.add(ORG, 2.5)


def _weigh_opening(name: Name, head: str, lexicon: Lexicon) -> None:
    if name.words[0] in _MEETING_OF and head in _MEETINGS:
        name.add(EVENT, 6.5)
    elif lexicon.has("event openers", head):
        name.add(EVENT, 6.0)
    elif head == "Courts" or lexicon.has("facility heads", head):
        name.add(FAC, 5.0)
    elif lexicon.has("place openers", head) or (
        lexicon.has("place heads", head) and not lexicon.has("organisation heads", head)
    ):
        name.add(GPE if head in ("City", "State", "Province", "Republic", "Kingdom") else LOC, 6.0)
    elif head in ("Republic", "Kingdom", "States", "City", "County", "Principality", "Duchy"):
        name.add(GPE, 6.0)
    else:
        name.add(ORG, 6.0)


def _weigh_person(name: Name, lexicon: Lexicon) -> None:
    words = [word for word in name.words if not lexicon.has("forms of address", word)]
    if not words:
        return
    first, last = words[0], words[-1]
    if first in lexicon.first_names or (first.split("-")[0] in lexicon.first_names and "-" in first):
        if len(words) == 1:
            name.add(PERSON, 2.0 if not name.entry else 0.5)
        elif len(words) <= 4 and "of" not in words and "&" not in words:
            name.add(PERSON, 3.0)
    if len(words) > 1 and _INITIAL.fullmatch(words[1]) and len(words) > 2:
        name.add(PERSON, 3.0)
    if len(words) > 1 and _INITIALS.fullmatch(first) and len(words) <= 3:
        name.add(PERSON, 2.5)
    if last in lexicon.surnames or (last.split("-")[0] in lexicon.surnames and "-" in last):
        if len(words) == 1 or (len(words) <= 4 and "of" not in words):
            name.add(PERSON, 1.5)
    elif _CLAN.match(last):
        name.add(PERSON, 2.5)
    elif len(last) > 5 and _SURNAME_END.search(last):
        name.add(PERSON, 2.0)
    if lexicon.has("person suffixes", last) and len(words) > 1:
        name.add(PERSON, 2.0)
    if len(words) == 2 and not name.entry and first in _COMPASS and not lexicon.is_ordinary(last.lower()):
        name.add(GPE, 1.5)
    if any(lexicon.has("particles", word) for word in words[1:-1]):
        name.add(PERSON, 1.5)
    if not name.entry and len(words) > 1:
        _weigh_strangeness(name, words, lexicon)


def _weigh_strangeness(name: Name, words: list[str], lexicon: Lexicon) -> None:
    """Take two or three words that are no words of English for a person: most such names in news are."""
    plain = [word for word in words if not lexicon.has("particles", word)]
    if not 2 <= len(plain) <= 3 or not all(_PERSON_WORD.fullmatch(word) for word in plain):
        return
    if any(name.scores.get(kind, 0.0) >= 3.0 for kind in (ORG, GPE, LOC, FAC, EVENT)):
        return
    first, last = plain[0], plain[-1]
    strange = [not lexicon.is_ordinary(word.lower()) for word in plain]
    opener = any(lexicon.has(kind, first) for kind in _NO_FIRST_NAME)
    person_like = last in lexicon.surnames or not last.endswith("s")
    if all(strange):
        name.add(PERSON, 1.5)
    elif len(plain) == 2 and ((strange[1] and not opener) or (strange[0] and person_like)):
        name.add(PERSON, 0.8)


def _weigh_ending(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Countries and peoples by their endings, where no list knows the word."""
    word = name.text
    personal = word in lexicon.first_names or word in lexicon.surnames
    if personal or len(word) < 5:
        return
    if _TOWN_END.search(word):
        name.add(GPE, 1.0)
    elif _PEOPLE.search(word) and (match := re.match(r"\s([a-z][\w-]+|[A-Z]\w+\s[A-Z])", after)):
        noun = match[1].lower()
        if noun not in lexicon.function_words and not _SPEECH.match(after) and not noun.endswith("ed"):
            name.add(
                NORP,
                3.5 if _DETERMINED.search(before) or noun.split()[0] in lexicon.sections["roles"] else 2.2,
            )


def _weigh_context(name: Name, line: Line, lexicon: Lexicon) -> None:
    text, start, end = line.text, name.start, name.end
    before = text[max(0, start - 32) : start]
    after = text[end : end + 40]
    name.placed = bool(_PLACED.search(before))
    if name.doubtful and (_IN_PLACE.search(before) or _AT_PLACE.search(before)):
        for kind in (FAC, LOC):
            if name.scores.get(kind):
                name.add(kind, 4.0)
    if _INVESTED_IN.search(before):
        name.add(ORG, 2.0)
    elif _IN_PLACE.search(before):
        named = len(name.words) == 1 or name.words[0] in lexicon.first_names
        unlike = max((weight for kind, weight in name.scores.items() if kind is not PERSON), default=0.0)
        name.add(GPE, 2.2 if named or unlike >= 3.0 else 4.2)
        if len(name.words) > 1 and lexicon.has("town heads", name.words[-1]) and not before.endswith("the "):
            name.add(GPE, 4.5)
    elif _AT_PLACE.search(before):
        located = len(name.words) > 1 and before[-3:].lower() == "at " and not _LOOKED_AT.search(before)
        name.add(GPE, 2.2 if located else 0.7)
    home = _HOME_BEFORE.search(before) and max(name.scores.values(), default=0.0) < 5.0
    way = len(name.words) < 3 and _WAY_BEFORE.search(before)
    if way or home or _OF_PLACE.search(before) or _REGION_BEFORE.search(before):
        name.add(GPE, 2.5)
    if _BELONGS_TO_PERSON.match(after):
        name.add(PERSON, 2.0)
    if _RULED.search(before):
        name.add(GPE, 3.0)
    if len(name.words) == 1 and not name.entry:
        _weigh_ending(name, before, after, lexicon)
    if _PLACE_BEHIND.match(after):
        name.add(GPE, 2.0)
    if _COMPANY_BEFORE.search(before):
        name.add(ORG, 2.0)
    if _SHARES_BEHIND.match(after):
        name.add(ORG, 4.0)
    elif _COMPANY_BEHIND.match(after):
        name.add(ORG, 1.8)
    if _SPEECH.match(after):
        if _QUOTED.search(before):
            name.add(PERSON, 1.0)
        name.add(PERSON, 2.0 if not before.rstrip().lower().endswith("the") else 0.0)
    if _SPEECH_BEFORE.search(before):
        name.add(PERSON, 1.5)
    if _WHO.match(after):
        name.add(PERSON, 2.5)
    if _AGE.match(after):
        name.add(PERSON, 3.0)
    if _HUMAN_DOING.match(after):
        name.add(PERSON, 2.0)
    if before.endswith(("the ", "The ")):
        name.add(ORG, 0.5 if _MODIFIES.match(after) else 1.5)
        name.add(PERSON, -2.0)
    role = _WORD_BEFORE.search(before)
    if _TRADE_BEFORE.search(before):
        name.add(ORG, 4.0)
    elif role and lexicon.has("roles", role[1]) and not _COMPANY_BEFORE.search(before):
        name.add(PERSON, 3.0)
        if not name.role:
            name.role = role[1]
    behind = _APPOSED.match(after)
    if behind and lexicon.has("roles", behind[1]):
        name.add(PERSON, 2.0)
    elif match := _KIND_APPOSED.match(after):
        town = match[1] in ("village", "town", "city", "port", "province")
        name.add(GPE if town else ORG, 8.0 if town else 4.0)
        name.add(PERSON, -3.0)
    if _NATION_BEHIND.match(after):
        name.add(GPE, 4.0)
    country = _CAPITAL_BEHIND.match(after)
    if country:
        entry = lexicon.listed.get(tuple(country[1].split())) or lexicon.listed.get((country[1].split()[0],))
        if entry and entry[0] is GPE:
            alone = len(name.words) == 1 and re.match(r"[,.;]|$", after[country.end() :])
            name.add(GPE, 4.0 if alone else 2.0)
