"""Weigh what the words beside a name tell of lands, buildings, events, peoples and bodies.

One of the steps that weigh each name by itself (``evidence.weigh``), behind ``context``, before ``frames``.
"""

from __future__ import annotations

import re

from desktop_app.extract.beside_bodies import weigh_body_beside
from desktop_app.extract.heads import MEETINGS
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Line
from desktop_app.model import EntityType

PERSON, NORP, FAC, ORG = EntityType.PERSON, EntityType.NORP, EntityType.FAC, EntityType.ORG
GPE, LOC, EVENT = EntityType.GPE, EntityType.LOC, EntityType.EVENT

_NATURE = (
    r"rivers?|streams?|valleys?|deserts?|peninsula|islands?|isles?|archipelago|mountains?|hills?|volcano|quarter"
    r"|neighbou?rhood|sea|delta|basin|range|forest|lakes?|straits?|gulf|bay|glacier|plateau|canal|coast|lagoon|reef|gorge|coastal|coastline|shoreline|foothills|uplands|highlands|lowlands|marshes"
    r"|wetlands|oilfield|gasfield|escarpment|plains|flats|woods|steppe|massif|canyon|ravine|dunes|cliffs|swamps?|marsh|floodplain|waterfall|headland|badlands|mangroves?"
)
_NATURE_BEHIND = re.compile(
    rf"\s(?:{_NATURE}|region|suburb|plain|crater"
    r"|(?:oil|gas|shale|coal|lithium|phosphate|diamond|gold)\s(?:and\sgas\s)?(?:fields?|basin|patch|formation|deposits?|belt))\b"
)
_ISLE_OF = re.compile(r"\b(?:islands?|isles?|peninsula|archipelago|valley|river)\s(?:group\s)?of\s$")
_WATERS_BEHIND = re.compile(
    r"\s(?:rivers?|mountains?|valleys?|straits?|plateau|basin|deserts?|peninsula|delta|estuary|gorge)\b"
)
"""What a land or water is, also where a listed town or state has its name."""
_NATURE_BEFORE = re.compile(
    rf"\b(?:{_NATURE}|suburb|camps?|slums?|shantytown|ghetto|barrio|favela)\s(?:of\s)(?:the\s)?$|\b(?:river|lake|volcano|mountain)\s$"
)
_LIVED_PARKS = frozenset(
    {"Park", "Gardens", "Heights", "Market", "Junction", "Gate", "Mill", "Dock", "Docks"}
)
_LIVED_IN = re.compile(
    r"\b(?:[Rr]esidents|families|households|homes|people|tenants|flats|houses|streets|parts|living|lives?|lived)\s(?:of|in|from|around)\s$"
)
_QUARTER_BEHIND = re.compile(
    r"\s(?:district|quarter|neighbou?rhood|suburb|section|area)s?\b(?P<of>\s(?:of|in)\s(?:the\s(?:capital|city)|[A-Z]))?"
)
_CITYS = re.compile(r"(?:[A-Z][\w-]+|capital|city)['’]s\s$")
_BUILT_BEHIND = re.compile(
    r"\s(?:bridge|tower|tunnel|stadium|building|airport|station|mine|pit|dam|reservoir|roundabout|square|prison|palace|hotel|terminal|campus|colliery|smelter|quarry|camp|law\scourts|telescope|nightclub|restaurant|caf[eé]|spaceport|dockyard|observatory|metro|subway\sstation|(?:police|bus|train|railway|metro|power|fire|petrol)\sstation"
    r"|crossing|border\scrossing|checkpoint|highway|motorway|refinery|castle|cathedral|mosque|temple|theatre|theater"
    r"|skyscraper|(?:dry\sport|docks?|pier|jetty|wharf|quay|ferry\sterminal|court\scomplex)|arena|monument|memorial|cemetery|barracks|shopping\scentre|copper\smine|gold\smine|nuclear\splant)\b"
)
_BUILT_TWICE = re.compile(
    r"\s(?:(?:police|bus|train|railway|metro|subway|power|fire|petrol|nuclear\spower)\sstations?|prison|jail|(?:nuclear\s)?power\splant|border\scrossing|oil\srefinery"
    r"|copper\smine|gold\smine|coal\smine|shopping\s(?:centre|center|mall)|naval\sbase|air\sbase)\b"
)
_MEASURED = re.compile(
    r"\d(?:km|mi|m|-(?:kilomet\w+|miles?|lane|met(?:re|er)|storey|story|bed|seat|megawatt|MW))\s$"
)
_RUNS = re.compile(
    r",?\s(?:which\s)?(?:runs|stretches|snakes|winds|opened\sto\straffic)\s(?:for\s)?(?:[\d.,]+\s?\w+\s)?(?:through|between|along|beneath|under|from|to)\b"
)
_STAGE_OF = re.compile(
    r"\b(?:stages?|edition|prologue|peloton|runner-up|podium|riders|runners)\s(?:of|in)\sthe\s$"
)
_STANDS_OF = re.compile(
    r"\b(?:stands|roof|pitch|turf|terraces|gates|foyer|lobby|steps|stalls|corridors|wings?|basement|ballroom|auditorium|facade|façade"
    r"|courtyard|dome|spire|towers?)\sof\sthe\s$"
)
_AT_BUILT = re.compile(r"\b(?:at|from|near|outside|to|via|through|into|around)\s$")
_ALONG = re.compile(
    r"\b(?:along|alongside|beside|across|up|down|over|through|beyond|crossed|crosses|cross|between|banks\sof|mouth\sof|shores\sof|upstream\sof"
    r"|waters\sof|side\sof|shar(?:e|es|ed|ing)|faces|overlooking|dammed|sailed|swam|entered|onto|into|off|above|below|beneath|dam|damming|dredge|dredging|divert|diverting|navigate|bridge|ford|pollute[sd]?"
    r"|polluting|clean\sup)\sthe\s(?:[A-ZÀ-Þ][\w-]+\s(?:and|or)\sthe\s)?$"
)
_CROSSED = re.compile(
    r"\b(?:bridges?|footbridge|ferr(?:y|ies)|dams?|pontoon|causeway|crossing|swam|waded)\s(?:over|across|on|spanning)\sthe\s$"
    r"|\b(?:samples|water|sand|gravel|fish|fishing|silt|oil|sewage|waste)\s(?:from|in|into)\sthe\s(?:[A-ZÀ-Þ][\w-]+\sand\sthe\s)?$"
    r"|\b(?:banks?|mouth|headwaters|tributar(?:y|ies)|source|upper\sreaches|lower\sreaches)\sof\sthe\s$"
)
_OVERFLOWS = (
    r"[^.;]{0,40}\s(?:burst|overflowed|broke)\s(?:its|their)\sbanks\b"
    r"|\s(?:is|was)\s(?:in\s(?:spate|flood)|swollen|dry\b|at\sits\s(?:lowest|highest)\slevel)|\s(?:has\s)?(?:flooded|inundated)\s\w"
)
_WATERS = re.compile(_OVERFLOWS)
"""What waters alone do."""
_LANDS = frozenset(
    (
        "Amhara",
        "Rakhine",
        "Kachin",
        "Afar",
        "Sidama",
        "Karenni",
        "Shan",
        "Chin",
        "Kayah",
        "Ashanti",
        "Balochi",
    )
)
"""Peoples whose word is that of their land too."""
_LAND_BEHIND = re.compile(r"\s(?:[Rr]egion(?:al\s[Ss]tate)?|[Ss]tate|province)\b")
_FLOODS = re.compile(
    rf"{_OVERFLOWS}|\s(?:(?:has|had)\s)?(?:rose|risen|peaked|crested|swelled|swollen|flows|flowed|overflowed|froze|frozen|(?:been|forms|formed|marks|marked)\sthe\s(?:border|boundary|front(?:ier|\sline)?)|runs\sdry|ran\sdry)\b"
    r"|\s(?:is|was|has\sbeen|had\sbeen)\s(?:now\s|still\s|already\s)?(?:in\s(?:spate|flood)|swollen|rising|dry|drying\sup"
    r"|at\sits\s(?:lowest|highest)(?:\slevel)?|(?:low|high)\b(?=[,.;]|\sand\b|\sfor\b))"
    r"|\s(?:swept|washed|carried)\saway\s\w"
)
"""What waters do, and other things whose word no list knows as a water's or a land's hardly."""
_RIVERS_OF = re.compile(r"\brivers?,\s(?:the\s[A-Z]\w+\s(?:and|or)\s)?the\s$")
_IN_THE = re.compile(r"\b[Ii]n\sthe\s$")
_ON_THE = re.compile(r"\b(?<!work )(?<!reporter )(?<!columnist )(?<!reported )[Oo]n\sthe\s$")
_TRADED = re.compile(
    r"(?i)\b(?:shares?|index|stocks?|trad\w+|list\w*|points|gainers?|losers?|percent|cent|performers?)\b|[%\d]\s"
)
_TOWNLY = re.compile(
    r"\b(?:[Mm]ayor|[Rr]esidents|[Pp]eople|[Cc]ouncil|[Cc]itizens)\sof\s$|\b(?:[Vv]illagers|residents|families|people|refugees|herders|men|women|man|woman|boys?|girls?|family|couple|fishermen|farmers?|workers|migrants|students)\sfrom\s$|\b(?:[Pp]olice|born|raised|lives?|living|lived|council|schools?|hospital"
    r"|hotel|court|church|house|home|shop|office|clinic|meeting|factory|plant)\sin\s$"
)
_HOME_IN = re.compile(
    r"\b(?:(?:aged\s[\w-]+|boy|girl|man|woman|family|families|resident|residents|people|student|trader|worker|mother|father),?\sfrom"
    r"|\d\d,\s(?:of|from)|lives\sin|living\sin|lived\sin|born\sin|residents\sof|people\sof)\s$"
)
_SEATED_IN = re.compile(
    r"\b(?:[Cc]ourt|[Pp]olice|[Mm]ayor|[Cc]ouncil|[Ss]chools?|[Hh]ospital|[Cc]linic|[Mm]agistrates|[Pp]rosecutors|[Hh]otel|[Oo]ffices?|[Ff]actory|[Ss]hops?"
    r"|[Ll]awyers?|[Bb]orn|[Ll]ives|[Ll]ived|[Hh]eadquarters|headquartered|based)\sin\s$"
)
_CLIMBED_ON = re.compile(
    r"\b(?:scattered|climb\w*|stranded|camped|avalanches?|accidents?|climbers?|hikers?|walkers?|skiers?|snow|died|fell|slopes?|summit|peaks?"
    r"|ridges?|lost|trapped|missing|rescued?|disappeared|weather)\son\s$"
)
_CLOSED_THE = re.compile(
    r"\b(?:[Ss]now|[Aa]valanches?|[Rr]ockfalls?|[Ll]andslides?|[Mm]udslides?|[Ii]ce|[Ff]loods?)\s(?:\w+\s){0,2}(?:closed|blocked|shut|cut)\sthe\s$"
)
_TRAVELLED = re.compile(
    r"\b(?:return\w*|travel\w*|went|go|going|trip|trek|spread|fled|journey|expedition|hik\w+|climb\w*|drove|flew|migrat\w+)\s(?:back\s)?"
    r"(?:to|from|into|up|for)\sthe\s$"
)
_ON = re.compile(r"\b[Oo]n\s$")
_STORM_BEFORE = re.compile(
    r"\b(?:storm|hurricane|typhoon|cyclone)(?:,)?\s(?:(?:is\s|was\s)?(?:named|called|dubbed|christened)\s)?$"
)
_AFLOAT = re.compile(
    r"\b(?:[Oo]ff|aground\son|fish(?:ed|es|ing)?\son|beneath)\s(?:the\s)?$"
    r"|\b(?:trawl\w+|boats?|vessels?|ships?|crews?|fishing|cod|herring|reefs?)\b[^.;]{0,30}\s(?:near|around|over|on|at)\s(?:the\s)?$"
)
_WON_THE = re.compile(
    r"\b(?:w[io]n|wins|winning|lifted|retained|retain|defend(?:ed)?|contest(?:ed)?|play(?:ed)?\sin|final\sof|holders\sof|round\sof)\sthe\s$"
)
_SPOKE_AT = re.compile(
    r"\b(?:sp(?:eak|eaks|eaking|oke)|speech|address|remarks|panel|keynote|attend(?:ed|ing|s)?|delegates|sidelines|opening|margins|ahead|during"
    r"|host(?:ed|s|ing)?|met|meeting)\s(?:(?:at|of|to)\s)?(?:the|this year['’]s|last year['’]s)\s$"
)
"""What is done at a meeting, and hardly with a body of that name."""
_CONTEST_BEHIND = re.compile(
    r"\s(?:festival|fair|race|rally|regatta|marathon|championships?|tournament|carnival|earthquake|summit|trials?\sof\s\d)\b"
)
_TRIBE = re.compile(
    r"\s(?:people|tribe|tribes|nation|clan|language|ethnic|minority|villagers|emperors|kingdom)\b"
)
_PEOPLE_BEHIND = re.compile(r"\s(?:(?:Indigenous|ethnic)\s)?(?:people|peoples|tribe|clan|nation|minority)\b")
_OF_A_PEOPLE = re.compile(
    r"(?:\b[Aa]n?|\b(?:[Hh]undreds|[Tt]housands|[Dd]ozens|[Ss]cores|groups?|band|majority)\sof|\b[Ee]thnic|\b[Mm]any|\b[Ff]irst|\b[Yy]oung|\b[Oo]ld|\b[Ss]everal|[.!?])\s$|^$"
)
_AMONG = re.compile(
    r"\b(?:[Aa]mong|elders\sof|herders\sof|people\sof|language\sof|working\swith|belong(?:s|ed)?\sto|customs\sof|lands?\sof|territory\sof|homeland\sof|chiefs\sof|villages\sof|member\sof)\sthe\s$"
)
_ARE_MANY = re.compile(r"(?:,?\swho)?\s(?:were|are|have|live|believe|call|say|speak|themselves)\b")
_COUNTED = re.compile(
    r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Mm]any|[Mm]ost|[Ff]ellow|\d+|are|were|among)\s$"
)
_NO_NOUN = re.compile(r"[,.;]|\s(?:from|by|and|who)\b")
_ONE_OF_THEM = re.compile(r"\b(?:is|was|am|an|[Aa] proud|wife,) an?\s$")
_MEMBER = re.compile(
    r"\s(?:farmers?|mother|father|wom[ae]n|m[ae]n|elders?|chief|famil(?:y|ies)|villages?|villagers|communit(?:y|ies)|tribes?|tribesmen"
    r"|people|children|leaders?|herders?|herdsmen|fisherm[ae]n|hunters?|minority|nationalists?|refugees?|migrants?|warriors?"
    r"|kings?|traders|singers?|dancers?|poets?|potters?|musicians?|warlords?|rebels?|insurgents?|separatists?|guerrillas?|guide|girls?|boys?|heritage|culture|ancestry|descent|speakers?|weavers?|nomads?|pastoralists?)\b"
)
_LED_BODY = re.compile(r"\s(?:leader|chief)\sof\sthe\s[A-ZÀ-Þ]")
"""What somebody is in a place for a body: "a Tarnabad leader of the Orlan Dal"."""
_CLAN_BEHIND = re.compile(
    r"\s(?:elders|tribesm[ae]n|clansm[ae]n|herders|herdsm[ae]n|pastoralists|nomads|warriors|chiefs|clans?|tribes?|militiamen)\b"
)
"""What peoples have, in front of which a name without an article is one."""
_NOUN = re.compile(
    r"\s(?!(?:and|or|in|is|was|are|were|has|have|had|for|to|at|on|off|from|by|with|as|every|each|when|where|which|that|after|before"
    r"|during|since|while|this|last|near|about|twice|daily|again|because|but|so|if|then|yesterday|today|overnight"
    r"|towards?|into|through|under|above|below|behind|beyond|between|until|than|not|will|would|can|could|may|might|must|should|do|does|did)\b)[a-z]"
)
_SEAS = frozenset({"Baltic", "Caribbean"})
_NEVER_WITH_THE = frozenset({"Jordan", "Niger", "Senegal", "Uruguay", "Paraguay", "Amazon"})
"""Rivers that states and firms are called after, which go without "the"."""
_RIVERS = _NEVER_WITH_THE | {"Congo", "Gambia"}


def weigh_surroundings(name: Name, line: Line, lexicon: Lexicon) -> None:
    """Add evidence from the words right before and behind a name, most of it for unlisted names."""
    before = line.text[max(0, name.start - 48) : name.start]
    after = line.text[name.end : name.end + 64]
    single = len(name.words) == 1
    if not name.entry:
        _weigh_land(name, before, after, lexicon)
        _weigh_built(name, before, after)
    if _NATURE_BEFORE.search(before):
        name.add(LOC, 4.5)
    elif name.words[-1] in _LIVED_PARKS and not name.entry and not single and _LIVED_IN.search(before):
        name.add(LOC, 6.0)  # "residents of Brindley Park"
    if single:
        _weigh_people(name, before, after, lexicon)
        if name.entry and name.entry[0] is GPE:
            _weigh_namesake(name, before, after, lexicon)
    elif _are_a_people(name, before, after):
        name.add(NORP, 8.0)
        name.add(PERSON, -4.0)
    stormy = any(word in before for word in ("torm", "urricane", "yphoon", "yclone"))
    meets = len(name.words) > 1 and name.words[-1] in MEETINGS and _SPOKE_AT.search(before)
    if name.words[-1] in ("Bank", "Banks") and len(name.words) > 1 and _AFLOAT.search(before):
        name.add(LOC, 7.0)  # "off Orlan Bank"
    if name.words[-1] in ("Plate", "Shield") and len(name.words) > 1 and _WON_THE.search(before):
        name.add(EVENT, 8.0)
    if meets and not name.entry:
        name.add(EVENT, 18.0)  # "spoke at the Orlan Mining Forum"
    if not name.entry and ((stormy and _STORM_BEFORE.search(before)) or _CONTEST_BEHIND.match(after)):
        name.add(EVENT, 4.0)
    weigh_body_beside(name, before, after, lexicon)


def _weigh_namesake(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Weigh what tells of a land or water that a listed town or state is called after."""
    if _ISLE_OF.search(before) and not lexicon.is_country(name.text):
        name.add(LOC, 10.0)  # "the island of Catanduanes"
    elif before.endswith(("the ", "The ", " and ")) and _WATERS_BEHIND.match(after):
        name.add(LOC, 10.0)  # "the Limay and Colorado rivers"
    elif before.endswith(("the ", "The ")) and (_FLOODS.match(after) or _RIVERS_OF.search(before)):
        name.add(LOC, 10.0)  # "the Niger overflowed", "two great rivers, the Benue"
    elif before.endswith((" on the ", "On the ")) and not (_NOUN.match(after) or after[:1] in ("'", "’")):
        name.add(LOC, 0.0 if lexicon.is_country(name.text) else 8.0)  # "on the Copperbelt"


def _are_a_people(name: Name, before: str, after: str) -> bool:
    """Whether two unlisted words are called a people ("leaders of the Oro Win people")."""
    the = before.endswith(("the ", "The "))
    return the and len(name.words) == 2 and not name.entry and _PEOPLE_BEHIND.match(after) is not None


def _weigh_land(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Weigh what is done along, in and on lands, rivers and hills, and who is from a town."""
    single = len(name.words) == 1
    the = before.endswith(("the ", "The "))
    if the and single and _CROSSED.search(before):
        name.add(LOC, 4.0)
    elif the and _ALONG.search(before) and not _NOUN.match(after) and not name.scores.get(ORG, 0) >= 5:
        name.add(LOC, 3.5)
    elif the and single and _reached_the(before):
        name.add(LOC, 2.5)
    elif single and _stands_on(before) and not after.startswith((" ", "’s", "'s")):
        name.add(LOC, 2.0)
    elif the and single and after[:1] in (",", ".", ";") and _stands_on_the(before):
        name.add(LOC, 2.0)  # "again on the Chobe."
    elif lexicon.has("facility openers", name.words[0]) and _HOME_IN.search(before):
        name.add(LOC, 6.0)  # "a girl aged six from Bab Zeitun"
    elif lexicon.has("place openers", name.words[0]) and _TOWNLY.search(before):
        name.add(GPE, 6.5)  # "the mayor of Monte Carvo"
    elif not single and not the and _is_seat(name.words[-1], before, lexicon):
        name.add(GPE, 6.5)  # "a court in Orlan Bay"
    elif not single and _CLIMBED_ON.search(before):
        name.add(LOC, 3.5)
        name.add(PERSON, -2.0)
    elif not single and lexicon.has("town openers", name.words[0]) and _ON.search(before):
        name.add(LOC, 4.5)  # "on São Tomás"


def _is_seat(head: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a name that ends in the noun of a land is a town's here: courts and councils sit in it."""
    land = lexicon.has("place heads", head) and not lexicon.has("facility heads", head)
    return land and _SEATED_IN.search(before) is not None


def _weigh_built(name: Name, before: str, after: str) -> None:
    """Weigh nouns behind a name that call it a land, a quarter or something built, and what has parts."""
    the = before.endswith(("the ", "The "))
    if (
        len(name.words) > 1
        and name.scores.get(LOC, 0.0) < 3.0
        and (_MEASURED.search(before) or _RUNS.match(after))
    ):
        name.add(FAC, 7.0)  # "the 27-kilometre Orlan Link"
    elif not the and after.startswith(" region") and not before.endswith((" a ", " the ")):
        name.add(GPE, 6.0)  # "in Mangystau region", but "in the Gharb region"
    elif _NATURE_BEHIND.match(after) or (the and _FLOODS.match(after)):
        name.add(LOC, 5.5)
    elif (quarter := _QUARTER_BEHIND.match(after)) and (quarter["of"] or _CITYS.search(before)):
        name.add(LOC, 7.0)  # "the Lowmoor district of Leeds", "Leeds's Lowmoor district"
    elif the and len(name.words) == 1 and _STAGE_OF.search(before):
        name.add(EVENT, 4.0)  # "the 14th stage of the Transvasta"
    elif the and _STANDS_OF.search(before):
        name.add(FAC, 4.0)
    elif _BUILT_TWICE.match(after):
        name.add(FAC, 5.0)  # "left Norwell bus station"
    elif (the or _AT_BUILT.search(before)) and _BUILT_BEHIND.match(after):
        name.add(FAC, 4.5 if name.scores.get(LOC, 0.0) < 3.0 else 7.0)


def _reached_the(before: str) -> bool:
    """Whether "the" and a name are a land: in it, on the way to it, a pass that snow closed."""
    return any(frame.search(before) for frame in (_IN_THE, _TRAVELLED, _CLOSED_THE))


def _stands_on(before: str) -> bool:
    """Whether "on" stands in front."""
    return before.endswith(("on ", "On ")) and _ON.search(before) is not None


def _stands_on_the(before: str) -> bool:
    """Whether "on the" stands in front, of no exchange on whose index something trades."""
    return _ON_THE.search(before) is not None and not _TRADED.search(before)


def _weigh_people(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Unlisted peoples ("a Tharu farmer", "the Jawoyn people"), and seas and rivers called like peoples."""
    kind = name.entry[0] if name.entry else None
    if kind is None and not name.address:
        known = lexicon.is_ordinary(name.text.lower()) or name.text.isupper()
        if before.endswith(("the ", "The ")) and _TRIBE.match(after):
            name.add(NORP, 6.0)
        elif known:
            return
        elif ("the" in before[-5:] and _AMONG.search(before)) or (
            before.endswith(("the ", "The ")) and _ARE_MANY.match(after) and not _ALONG.search(before)
        ):
            if not name.text.endswith("s"):
                name.add(NORP, 3.5)
        elif (name.text.endswith("s") and after[:1] not in ("'", "’") and _COUNTED.search(before)) or (
            " a" in before[-4:] and _ONE_OF_THEM.search(before) and _NO_NOUN.match(after)
        ):
            name.add(NORP, 2.5)
        elif _MEMBER.match(after) and _OF_A_PEOPLE.search(before):
            name.add(*((GPE, 3.0) if _LED_BODY.match(after) else (NORP, 3.0)))
        elif _CLAN_BEHIND.match(after) and not before.endswith(("’s ", "'s ")):
            name.add(NORP, 2.5)  # "said Torvel elders"
        return
    if kind is NORP and name.text in _LANDS and _is_land(before, after):
        name.add(GPE, 10.0)
    if kind is ORG and before.endswith(("the ", "The ")) and _WATERS.match(after):
        name.add(LOC, 10.0)  # "the Ural flooded Tavin"
    if kind is LOC and name.text in _SEAS and _MEMBER.match(after):
        name.add(NORP, 8.0)  # "Caribbean leaders"
    river = name.text in _NEVER_WITH_THE and before.endswith(("the ", "The ")) and not _NOUN.match(after)
    if river or (kind is GPE and name.text in _RIVERS and _ALONG.search(before)):
        name.add(LOC, 10.0)


def _is_land(before: str, after: str) -> bool:
    """Whether a people's word stands for the land: in it, or as a region or state."""
    inside = before.endswith(("in ", "In ", "from ", "across ", "near ", "throughout ", "of "))
    return bool(_LAND_BEHIND.match(after)) or (
        inside and not _NOUN.match(after) and after[:1] not in ("'", "’")
    )
