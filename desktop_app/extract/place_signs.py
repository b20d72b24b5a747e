"""Weigh what tells of a place right before and behind a name, and how its own word ends.

Prepositions, ways, what is done to towns and happens at places; the first part of ``context``.
"""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.model import EntityType

PERSON, NORP, FAC, ORG = EntityType.PERSON, EntityType.NORP, EntityType.FAC, EntityType.ORG
GPE, LOC = EntityType.GPE, EntityType.LOC

_IN_PLACE = re.compile(r"\b(?:in|In|near|Near|outside|across|throughout)\s(?:the\s)?$")
_PREPOSITIONS = frozenset(
    (
        *(
            "past",
            "beyond",
            "above",
            "off",
            "as",
            "in",
            "near",
            "outside",
            "across",
            "throughout",
            "at",
            "from",
        ),
        *("to", "around", "toward", "towards", "via", "into", "through", "of", "for", "with"),
    )
)
_INVESTED_IN = re.compile(
    r"\b(?:shares?|stakes?|invest\w*|interest|confidence|trust|faith|holdings?|shareholders?|majority)\sin\s(?:the\s)?$",
    re.IGNORECASE,
)
_AT_PLACE = re.compile(r"\b(?:[Aa]t|[Ff]rom|to|around|towards?|via|into|through)\s(?:the\s)?$")
_BEYOND = re.compile(r"\b(?:as\sfar\sas|past|beyond|above|off|outside)\s(?:the\s)?$")
_HAPPENED_AT = re.compile(
    r"\b(?:post|checkpoint|camp|crossing|mine|quarry|mill|rally|attack|clash(?:es)?|landslide|crash|accident|ambush|raid|blast|explosion"
    r"|shelling|collision|protest|vigil|sit-in|killed|died|drowned|arrested|detained|injured|capsized|derailed|landed|crashed|moored|anchored"
    r"|overturned|buried|mass\sgrave|clinic|barracks|roadblock|outpost|garrison|weir|landing|compound|base|farm|prison|shelter|school|orchard|plantation|waited|waiting|queued|queueing|camped|docked|berthed|stranded|checkpoints|stood\sby)\sat\s$"
)
"""What happens or stands at places, hardly at somebody's or some body's."""
_NO_WAY_TO = re.compile(
    r"\b(?:only|second|according|thanks|owed|sold|loyal|similar|rival|compared|belong(?:s|ed)?|alternative|answer|reply|response|apology|gave|given"
    r"|lent|paid|payments|due|prior|identical|comparable|lost|superior|inferior|listened|spoke|talked|supplier|contractor)\sto\s(?:the\s)?$"
)
"""What leads "to" no place: bodies and people are compared, paid and thanked."""
_LOOKED_AT = re.compile(
    r"\b(?:look\w*|shout\w*|stare\w*|point\w*|aim\w*|laugh\w*|angry|furious|jab|swipe|threw|thrown|fired)\sat\s$"
)
_PLACED = re.compile(
    r"\b(?:in|In|near|from|to|across|outside|around|of|throughout|into|between|and)\s(?:the\s)?$|[,/]\s?$"
)
_OF_PLACE = re.compile(
    r"\b(?:region|district|suburb|streets|people"
    r"|outskirts|mayor|governor|north|south|east|west|coast|border)\s(?:city\s)?of\s(?:the\s)?$"
)
_HOME_BEFORE = re.compile(
    r"\b(?i:boy|girl|man|woman|chiefs|elders|mayors|divers|herdsmen|pupils|relatives|family|couple|parents|rescuers|supporters|crowds|delegates|mourners|protesters|demonstrators|commuters|tourists|firefighters|volunteers|villagers|herders|pilgrims|buses|trains|lifeboat|boats|ambulances|helicopters|smoke|farmer|trader|shopkeeper|pensioner|student|teacher|driver|nurse|worker|resident"
    r"|fisherman|fishermen|people|men|women|drivers|refugees|evacuees|migrants|workers|farmers|students|is|was|were|are|came|comes)"
    r"\sfrom\s(?:the\s)?$|,\s[1-9]\d,\s(?:of|from)\s$|[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ][\w’'-]+,\sfrom\s$|\b(?:born|raised|brought\sup|settled|buried|based|lives?|living|lived)\sin\s$"
)
_LIVED_IN = re.compile(
    r"\b(?:born|raised|brought\sup|settled|buried|lives?|living|lived|grew\sup|moved\sto|died)\s(?:in\s)?$"
)
_RULED = re.compile(
    r"\b(?:[Pp]resident|[Pp]remier|[Pp]rime [Mm]inister|[Kk]ing|[Qq]ueen|[Mm]inister"
    r"|[Gg]overnment|[Rr]epublic|[Pp]arliament|[Cc]onstitution|nation|country|ambassador|[Cc]itizens"
    r"|borders?|[Ii]nhabitants?|[Rr]esidents?|natives?|elections|war|economy)\s"
    r"(?:of|to|in|with)\s(?:the\s)?$"
)
_PEOPLE = re.compile(r"(?:[aeiou]?an|ese|ish)s?$")
_DETERMINED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|its|his|her|their|former|every|all|most|some|many|two|three)\s$"
)
_PLACE_BEHIND = re.compile(
    r"\s(?:city|town|village|province|region|district|island|suburb|county|area|border|state|prefecture|governorate|oblast"
    r"|municipality)\b|\s\(pop(?:\.|ulation)\s"
)
_REGION_BEFORE = re.compile(
    r"\b(?:northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western|central|downtown"
    r"|rural|mainland|upstate|suburban|nearby)\s$"
)
_TOWN_END = re.compile(
    r"(?:ia|land|stan|istan|ham|ton|bury|ford|worth|wick|thorpe|mouth|combe|stead|minster|holm|dale|ville|burgh?|borough|haven"
    r"|pool|chester|caster|shire|stow|hurst|bridge|vale|moor|mere|ness|port|wold|brook|field|grad|polis|pur|abad)$"
)
_LAND_END = re.compile(
    r"(?:fjell(?:et)?|fjord(?:en)?|jökull|vatnet|vidda|tind(?:en)?|spitze|gletscher|kogel|joch)$"
)
_WAY_BEFORE = re.compile(
    r"\b(?i:roads?|bridge|routes?|trains?|bus|buses|ferry|line|detour|diversion|diverted|traffic|journey|way|drive|miles"
    r"|kilomet(?:re|er)s|km|commute|commuters|lorries|trucks|link|links|linking|connects?|connecting)\s"
    r"(?:north\s|south\s|east\s|west\s)?(?:to|from|at|via|through|into|near|between|with)?\s?$"
)
_TO_PLACE = re.compile(r"\sto\s(?:the\s)?([A-ZÀ-Þ][\w’'-]*)")
_BASINS = frozenset(("Amazon", "Pacific"))
"""Lands and waters that companies are called by."""
_WAYS = frozenset(("from", "to", "at", "near", "via", "outside", "off", "in"))
_IN_LAND = re.compile(r"\sin\s(?:the\s)?([A-ZÀ-Þ][\w.]+(?:\s[A-ZÀ-Þ]\w+)?)")
_SENT = re.compile(
    r"\b(?:letters?|emails?|e-mails?|messages?|gifts?|pass(?:es|ed)?|cross(?:es|ed)?|switch\w*|power|money|payments?|ownership|handed|note|baton"
    r"|handover|transition|change|move[sd]?|loan(?:ed)?|transfer\w*|call|text)\s(?:over\s)?from\s$"
)
_ON_DAY = re.compile(r"\son\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SITS_FOR = re.compile(
    r"\b(?:MPs?|[Ss]enators?|councill?ors?|assemblyman|parliamentarian|lawmakers?|legislator)\sfor\s$"
)
_SHORE_OF = re.compile(r"\b(?:shores?|banks?|slopes|summit|foot|rim|flanks?|waters|mouth|peaks?)\sof\s$")
_CUT_OFF = re.compile(
    r"\s(?:can|could)\s(?:now\s|only\s)?be\sreached\s(?:only\s|now\s)?(?:by|on|via|over|from)\b"
    r"|\s(?:was|were|is|are|has\sbeen|have\sbeen|had\sbeen|remained|remains|lay|stood|left|went)\s(?:still\s|also\s|all\sbut\s|largely\s|again\s)?"
    r"(?:cut\soff|sealed\soff|under\s(?:water|curfew|siege|lockdown|bombardment|shellfire)|without\s(?:power|electricity|light|water|mains)"
    r"|blacked\sout|in\s(?:the\s)?dark(?:ness)?)\b"
)
"""What befalls a place, hardly somebody or some body."""
_OFF_SHORE = re.compile(
    r"\b(?:waters?|seas?|coast|shores?|grounds|reefs?|shallows|miles|kilomet(?:re|er)s|km|anchored|capsized|sank|sunk|adrift|aground"
    r"|fish(?:ed|ing|ermen)?|drifting|trawling|diving|divers|wells?|rigs?|drilling|islands?|islets?|wreck|just|ship|boats?)\soff\s(?:the\s)?$"
)
_PEOPLED = re.compile(
    r"(?:,|\s(?:is\shome\sto|has|had|counts|with))\s(?:a\spopulation\b|population\s\d|(?:about\s|some\s|only\s|just\s|barely\s|nearly\s)?"
    r"[\d,.]+\s(?:million\s)?(?:inhabitants|residents|souls|villagers)\b)"
)
_REACHED = re.compile(
    r"\b(?:reach(?:ed|es|ing)|fled|fleeing|toured|visit(?:ed|ing)?|besieged|captured|recaptured|retook|retaken|seized|overran|overrun"
    r"|encircled|shelled|shelling|bombed|bombing|ceded|abandoned|gave\sup|torched|looted|evacuated|flooded|inundated|submerged|patrol(?:led|ling)?|darkened|blanketed|(?:(?:overall\s)?control|capture|fall|loss"
    r"|recapture|siege|shelling|bombing|burning)\sof|(?:[Tt]hose|[Pp]eople|[Ww]omen|[Mm]en|[Ff]armers|[Ff]ishermen|[Vv]illagers|[Tt]raders)\sof)\s$"
)
_TAKEN = re.compile(
    r"\b(?:besieged|recaptured?|retakes?|storm(?:s|ed)|liberate[sd]?|retook|retaken|seized|overran|overrun|encircled|shelled|shelling|torched|toured|(?:capture|fall|loss"
    r"|recapture|siege|shelling|bombing|burning)\sof)\s$"
)
"""What is done to places, not to people, so that two strange words are a place too."""
_SHALLOWS = frozenset(
    ("Bank", "Banks", "Rock", "Rocks", "Ground", "Grounds", "Light", "Deep", "Patch", "Key", "Keys")
)
"""What shallows in the sea are called by, banks and people too."""
_BETWEEN = re.compile(r"\bbetween\s$")
_DEALT = re.compile(
    r"\b(?:talks|deals?|merger|contract|agreement|match|games?|dispute|clash(?:es)?|rivalry|war|relations?|battle|fight|ties?|alliance"
    r"|coalition|differences?|meeting|feud|row|split|partnership|venture|links|choice|exchange|marriage|friendship|conversations?|choose"
    r"|duel|final|calls?|lawsuit|case)\sbetween\s$"
)
_STRUCK = re.compile(
    r"\b(?:[Cc]yclone|[Hh]urricane|[Tt]yphoon|[Ss]torm|[Ee]arthquake|[Qq]uake|[Ff]loods?|[Mm]issiles?|[Rr]ockets?|[Dd]rones?|[Ss]hells?|[Tt]ornado"
    r"|[Ww]aves?|[Tt]remor|[Tt]sunami)(?:\s[A-Z]\w+)?\s(?:had\s|has\s|have\s)?(?:hit|struck|battered|lashed|rocked|shook|pounded|flooded|flattened|cut\soff|inundated|engulfed|submerged"
    r"|swept\sthrough|tore\sthrough|destroyed|devastated|threatened)\s$"
)
_BOUND_FOR = re.compile(
    r"\b(?:bound|headed|heading|leaves?|leaving|left|set\soff|set\sout|sails?|sailed|sailing|departed|departing|destined|en\sroute|flew|fled"
    r"|flown|shipped|returned|moved|deported|extradited|evacuated)\s(?:back\s)?(?:for|to)\s$"
)
_LEFT = re.compile(r"\b(?:left|leave|leaves|leaving|departed|departs|sailed\sfrom)\s$")
_SET_OUT = re.compile(
    r"\s(?:at\s(?:dawn|dusk|noon|midnight|first\slight|sunrise|\d)|before\sdawn|by\s(?:boat|road|train|ferry|bus|lorry|truck|sea|air)"
    r"|for\s(?:the\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?\s(?:with|on|at|in|by|carrying|and|early|late|shortly)\b"
    r"|with\s(?:[\w-]+\s){1,3}(?:aboard|on\sboard|crew|passengers)\b)"
)
"""How ways begin."""
_LEFT_FOR = re.compile(
    r"\b(?:boat|ferry|ship|bus|train|convoy|plane|flight|helicopter|truck|lorry|vessel|trawler|coach|minibus|barge)\s(?:[a-z]+\s)?(?:had\s|has\s)?"
    r"(?:left|leave[sd]?|sailed|departed)\s(?:from\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?\sfor\s(?:the\s)?$"
)
_NATION_BEHIND = re.compile(
    r",\s(?:a|the)\s(?:\w+\s){0,2}(?:nation|country|republic|kingdom|state)\b(?!\s(?:house|home|club|estate|park|road|lane|fair|pub|inn|hotel|singer|music|school|prison|bank))"
)
_CAPITAL_BEHIND = re.compile(r",\s([A-Z][a-z.]+(?:\s[A-Z][a-z.]+)?)")

SPEECH = re.compile(
    r"\s(?:also\s|later\s|has\s|had\s)?(?:said|says|told|added|adds|asked|wrote|writes|tweeted|insisted|argued|argues|claimed|noted|warned"
    r"|admitted|denied|explained|recalled|replied|testified|believes|thinks|resigned|married|died|smiled|joked|apologi[sz]ed)\b"
)
"""What makes the name before it a speaker."""


def weigh_place(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Weigh what tells of a place: prepositions, ways, words that go with towns and countries.

    Sets whether the name is placed, too. ``before`` and ``after`` are the text on both sides of it.
    """
    name.placed = bool(_PLACED.search(before))
    if name.doubtful and (
        _IN_PLACE.search(before) or _AT_PLACE.search(before) or before.endswith((" on ", ", of "))
    ):
        for kind in (FAC, LOC):
            if name.scores.get(kind):
                name.add(kind, 4.0)
    words = before.split()
    lead = words[-2] if len(words) > 1 and words[-1] == "the" else words[-1] if words else ""
    low = lead.lower()
    preposed = low in _PREPOSITIONS
    if preposed and not (name.entry and name.entry[0] is PERSON):  # "a man in Gogol", his book
        _weigh_preposition(name, before, low, lexicon)
    way = len(name.words) < 3 and _WAY_BEFORE.search(before)
    between = len(name.words) == 1 and "between" in before and _BETWEEN.search(before)
    if before.endswith("from ") and (way_to := _TO_PLACE.match(after)) and not _SENT.search(before):
        reached = lexicon.listed.get((way_to[1],), (ORG, ""))[0] in (GPE, LOC)
        if name.text in _BASINS and reached:
            name.add(LOC, 6.0)
        name.add(GPE, 2.0)
        name.add(PERSON, -2.5)
    if preposed and not name.entry and len(name.words) < 3 and words[-1] in _WAYS:
        _weigh_land_behind(name, after, lexicon)
    _weigh_lot(name, before, after, low)
    _weigh_left(name, before, after, low)
    if len(name.words) == 1 and not name.entry and _REACHED.search(before):
        name.add(GPE, 2.0)
    elif _is_strange_pair(name, lexicon) and _TAKEN.search(before):
        name.add(GPE, 2.0)
        name.add(PERSON, -1.0)
    if between and not _DEALT.search(before):
        name.add(GPE, 2.0)
    told = _is_home(name, before, low) if preposed else _REGION_BEFORE.search(before)
    if way or told or _is_struck(before):
        name.add(GPE, 2.5)
        if not name.entry and not name.role:
            name.add(PERSON, -1.0 if lead != "from" else -3.0)
    if len(name.words) == 1 and not name.entry:
        _weigh_ending(name, before, after, lexicon)
    if _PLACE_BEHIND.match(after):
        name.add(GPE, 2.0)
        if preposed and len(name.words) < 4 and not before.endswith("the "):
            name.add(GPE, 2.0)  # "a nurse from Ben Luc district"
            name.add(PERSON, -2.0)


def _weigh_left(name: Name, before: str, after: str, low: str) -> None:
    """Weigh what one leaves or makes for."""
    if len(name.words) < 3 and not name.entry and _LEFT.search(before) and _SET_OUT.match(after):
        name.add(GPE, 3.0)  # "left Orlan at dawn"
        name.add(PERSON, -2.0)
    elif low == "for" and len(name.words) < 3 and not name.entry and _LEFT_FOR.search(before):
        name.add(GPE, 3.0)  # "the ferry had left Orlan for Dovrey"
        name.add(PERSON, -2.0)
    elif low == "left" and len(name.words) == 1 and not name.entry and _ON_DAY.match(after):
        name.add(GPE, 1.0)  # "the pair had left Lannick on Thursday"; one leaves a firm so, too


def _weigh_lot(name: Name, before: str, after: str, low: str) -> None:
    """Weigh what befalls a place, who sits for it and what lies off it; ``low`` is the word in front."""
    if low == "for" and not name.entry and _SITS_FOR.search(before):
        name.add(GPE, 3.5)
        name.add(PERSON, -3.0)
    if low == "of" and not name.entry and _SHORE_OF.search(before):
        name.add(LOC, 5.0)
        name.add(PERSON, -3.0)
    if _PEOPLED.match(after):
        name.add(GPE, 4.0)
        name.add(PERSON, -2.0)
    if _CUT_OFF.match(after) and not name.role:
        name.add(GPE, 2.5)
        name.add(PERSON, -2.0)
    if low == "off" and _OFF_SHORE.search(before):
        shallow = name.words[-1] in _SHALLOWS  # "the waters off Lannick Bank"
        name.add(*((LOC, 7.0) if shallow else (GPE, 2.0)))
        name.add(PERSON, -3.0)


def _weigh_land_behind(name: Name, after: str, lexicon: Lexicon) -> None:
    """Weigh the country that a place is in ("fuel from Tarn-Dovrey in Norway")."""
    land = _IN_LAND.match(after)
    entry = lexicon.listed.get(tuple(land[1].split())) if land else None
    if (
        entry
        and entry[0] is GPE
        and lexicon.is_country(entry[1])
        and name.words[0] not in lexicon.first_names
    ):
        name.add(GPE, 3.0)
        name.add(PERSON, -2.0)


def _is_strange_pair(name: Name, lexicon: Lexicon) -> bool:
    """Whether a name is two words, neither listed nor somebody's by a title or a first name."""
    known = name.entry or name.role or name.words[0] in lexicon.first_names
    return len(name.words) == 2 and not known


def _weigh_preposition(name: Name, before: str, lead: str, lexicon: Lexicon) -> None:
    """Weigh the preposition ``lead`` in front: "in" places more than "at", and "shares in" nothing."""
    city = name.entry is not None and name.entry[0] is GPE  # "will list its shares in" a city
    if lead == "in" and not city and _INVESTED_IN.search(before):
        name.add(ORG, 3.0)
        name.add(PERSON, -2.0)
    elif _IN_PLACE.search(before):
        if name.words[-1].isdigit() and len(name.words) == 2 and not name.entry:
            name.add(LOC, 5.0)  # "in Comuna 1"
        named = len(name.words) == 1 or name.words[0] in lexicon.first_names
        unlike = max((weight for kind, weight in name.scores.items() if kind is not PERSON), default=0.0)
        name.add(GPE, 2.2 if named or unlike >= 3.0 else 4.2)
        if not name.entry and not name.role:
            name.add(PERSON, -1.5 if len(name.words) == 1 else -2.5)
        last = name.words[-1]
        built = lead != "in" and lexicon.has("facility heads", last)  # "near Orlan Junction"
        town = len(name.words) > 1 and lexicon.has("town heads", last) and not built
        if town and not before.endswith("the ") and not (last == "Port" and len(name.words) > 2):
            name.add(GPE, 4.5)
    elif lead == "at" and _HAPPENED_AT.search(before):
        name.add(GPE, 2.0)
        if not name.entry and not name.role:
            name.add(PERSON, -1.5)
    elif (
        _AT_PLACE.search(before)
        and not _NO_WAY_TO.search(before)
        and not (len(name.words) > 1 and before.endswith("the "))
    ):
        located = len(name.words) > 1 and before[-3:].lower() == "at " and not _LOOKED_AT.search(before)
        name.add(GPE, 1.2 if located else 0.7)
    elif _BEYOND.search(before):
        name.add(GPE, 1.4)
    if name.entry and name.entry[0] is ORG and len(name.words) == 1 and _LIVED_IN.search(before):
        name.add(GPE, 9.0)  # "who live in Toulon", a club elsewhere
    if lead in ("of", "to", "in", "with") and _RULED.search(before):
        name.add(GPE, 3.0)


def _is_struck(before: str) -> bool:
    """Whether a storm, a quake or fire from the air hit the name."""
    return bool(_STRUCK.search(before))


def _is_home(name: Name, before: str, lead: str) -> bool:
    """Whether somebody is from the place, bound for it, or it has streets and outskirts."""
    if lead in ("for", "to"):
        return _BOUND_FOR.search(before) is not None
    if lead == "of" and _OF_PLACE.search(before):
        return True
    weak = lead in ("from", "in", "of") and max(name.scores.values(), default=0.0) < 5.0
    return weak and _HOME_BEFORE.search(before) is not None


def _weigh_ending(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Countries and peoples by their endings, where no list knows the word."""
    word = name.text
    personal = word in lexicon.first_names or word in lexicon.surnames
    if personal or len(word) < 5:
        return
    if _LAND_END.search(word):
        _look_like(name, LOC, 2.0)
    elif _TOWN_END.search(word):
        _look_like(name, GPE, 1.0)
    elif _PEOPLE.search(word) and (match := re.match(r"\s([a-z][\w-]+|[A-Z]\w+\s[A-Z])", after)):
        noun = match[1].lower()
        if (
            noun not in ("last", "next", "yesterday", "today")
            and noun not in lexicon.function_words
            and not SPEECH.match(after)
            and not noun.endswith("ed")
        ):
            name.add(
                NORP,
                3.5 if _DETERMINED.search(before) or noun.split()[0] in lexicon.sections["roles"] else 2.2,
            )


def _look_like(name: Name, kind: EntityType, weight: float) -> None:
    """Add what the end of a word looks like, which tells nothing of where the word stands."""
    name.add(kind, weight)
    name.ending += weight


def weigh_country(name: Name, after: str, lexicon: Lexicon) -> None:
    """Weigh the country that follows a town, and what calls a name a nation."""
    if _NATION_BEHIND.match(after):
        name.add(GPE, 4.0)
    country = _CAPITAL_BEHIND.match(after)
    if country:
        parts = country[1].split()
        full = [*parts[:-1], parts[-1].rstrip(".")]
        keys = (tuple(parts), tuple(full), (parts[0],), (full[0],))
        entry = next((lexicon.listed[key] for key in keys if key in lexicon.listed), None)
        if entry and entry[0] is GPE:
            ended = country[1].endswith(".") or re.match(r"[,.;]|$", after[country.end() :])
            alone = len(name.words) == 1 and ended
            name.add(GPE, 4.0 if alone else 2.0)
