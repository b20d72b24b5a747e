"""Weigh what stands right before and behind a name: trades, roles, what only people do.

What tells of places there is weighed by ``place_signs``. This is the first of the steps that weigh what
stands beside one name (``evidence.weigh``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.place_signs import SPEECH, weigh_country, weigh_place
from desktop_app.extract.words import Line
from desktop_app.model import EntityType

PERSON, ORG, GPE = EntityType.PERSON, EntityType.ORG, EntityType.GPE
FAC, LOC = EntityType.FAC, EntityType.LOC

_AGE = re.compile(r",\s(?:aged\s)?(?:(?:1[0-9]|[2-9]\d|10\d)(?:,|\.|\s(?:and|from|of)\b)|[1-9],\s[a-z])")
_WHO = re.compile(r",?\s(?:who|whom)\b")
_WHOSE = re.compile(
    r",?\s(?:from\s[A-ZÀ-Þ][\w’'-]+,\s|of\s[A-ZÀ-Þ][\w’'-]+,\s|based\sin\s[A-ZÀ-Þ][\w’'-]+,\s)?whose\s"
    r"(?P<words>(?:[A-Za-z0-9,-]+\s?){1,3})"
)
GOVERNING = frozenset(
    ("in", "at", "near", "outside", "of", "from", "to", "off", "around", "across", "on", "into")
)
"""What governs a name: the verb behind it is another's ("residents of Lannick fled")."""

_SHARES_BEHIND = re.compile(
    r"(?:['’]s)?\s(?:shares?|stock|profits?|shareholders|revenues?|customers|executives?)\b"
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
_ACTS = re.compile(
    r"\s(?:also\s|now\s|has\s|had\s|have\s|will\s|would\s|recently\s){0,2}(?:buys?|bought|sells?|sold|hire[sd]?|sue[sd]?|paid|pays?|owes|owed"
    r"|declined|refuse[sd]?|agree[sd]|plans\sto|hopes\sto|wants\sto|expects|blame[sd]?|apologi[sz]ed|announce[sd]?|promise[sd]?|appeal(?:ed|s)?"
    r"|makes|employs|ships|refines|drills|pumps|operates|invest(?:ed|s)?|bid|acquire[sd]?|supplies|supplied|exports?|exported|recalled|launch(?:ed|es)|donated|negotiated)\b"
)
_TAKES_SIDES = re.compile(
    r"(?:,\s[^,.;]{3,60},)?\s(?:(?:has|had|have)\s)?(?:accuse[sd]?|reject(?:ed|s)?|critici[sz]e[sd]|welcome[sd]|condemn(?:ed|s)|demand(?:ed|s)|urge[sd]"
    r"|vow(?:ed|s)|pledge[sd]|threaten(?:ed|s)|propose[sd]|oppose[sd]|back(?:ed|s)|vote[sd]|dismisse[sd]|complain(?:ed|s)|insist(?:ed|s))\b"
)
"""What bodies do, and never buildings and lands."""
_QUOTED = re.compile(r"[,.!?]['’]?[\"”»]\s$")
_SPEECH_BEFORE = re.compile(r"\b(?:said|says|added|adds|asked|wrote|recalled|explained|according\sto|by)\s$")
_MADE_BY = re.compile(
    r"\b(?:built|owned|operated|run|made|manufactured|supplied|insured|brewed|marketed|designed|developed|managed|produced|funded|financed"
    r"|published|distributed|organised|organized|serviced|installed|maintained|hired|employed|commissioned|provided|compiled|sold|laid|audited)"
    r"\sby\s$"
)
_HUMAN_DOING = re.compile(
    r"\s(?:was\sborn|was\smarried|grew\sup|took\soff(?:ice)|was\selected|was\sappointed|retired|scored|won\sthe\srace|is\ssurvived|lives\sin)\b"
)
_MODIFIES = re.compile(
    r"\s(?!(?:and|or|in|is|was|has|had|for|to|at|on|off|from|by|with|as|said|will|would|that|which)\b)[a-z]"
)
_TRADE_BEFORE = re.compile(
    r"\b(?:oil|gas|steel|copper|gold|coal|iron|energy|car|truck|chip|drug|milk|cement|power|phone|aluminium|aluminum|potash"
    r"|fertili[sz]er|diamond|lithium|nickel|uranium|wine|food|beer|arms|aircraft|commodity|commodities|market|industry)\s"
    r"(?:producer|trader|explorer|driller|grower|dealer|leader|specialist|champion|broker)\s$"
    r"|\b(?:[Cc]hip|[Ss]oftware|[Gg]ames?|[Tt]oy|[Ss]hoe|[Bb]attery|[Ss]olar|[Ww]ind|[Tt]yre|[Tt]ire|[Pp]aper|[Tt]imber|[Tt]ea|[Cc]offee|[Cc]ocoa|[Ss]ugar|[Rr]ice"
    r"|[Pp]arcel|[Ff]reight|[Cc]inema|[Hh]otel|[Bb]etting|[Gg]aming|[Ii]nsurance|[Mm]ortgage|[Bb]udget|[Ss]atellite|[Rr]ocket|[Dd]rone|[Rr]obot|[Ll]ift)\s"
    r"(?:designer|manufacturer|refiner|supplier|shipper|exporter|importer|retailer|distributor|miller|roaster|processor|giant|insurer|lender|operator)\s$"
)
_CALLED_SO = re.compile(
    r"\b(?:surname|first\sname|last\sname|family\sname|given\sname|nickname|middle\sname)s?(?:,|\sis|\swas|\sas)?\s[“\"]?$"
    r"|\bnames?\s(?:only\s|just\s|simply\s)?as\s[“\"]?$"
    r"|\bidentified\s(?:only\s)?(?:as|by\s(?:his|her)\s(?:first|last)\sname(?:,|\sas)?)\s[“\"]?$"
)
_WORD_BEFORE = re.compile(r"(?:(?<=^)|(?<=[.!?”\"]\s)|(?=[a-z-]))(?P<word>[A-Za-z][a-z-]+),?\s$")
_AT_HOUSE = re.compile(
    r"\b(?:[Aa]t|[Oo]utside|[Ii]nside|[Nn]ear|opposite|from|to|in|into|left|entered|behind|steps\sof|front\sof)\sthe\s$"
)
_A_BEFORE = re.compile(r"\b[Aa]n?\s$")
_TOWNSMAN = re.compile(
    r"\s(?:[a-z]+\s){0,2}(?:shopkeeper|teacher|nurse|fisherman|pensioner|resident|grandmother|couple"
    r"|councillor|baker|butcher|plumber|electrician|lawyer|solicitor|doctor|dentist|hairdresser|barber|trader|businessman|businesswoman"
    r"|housewife|carpenter|teenager|landlord|estate\sagent|taxi\sdriver|priest|vicar|imam)\b"
)
"""What somebody is in a town, hardly for a firm."""
_ITS = re.compile(
    r"\b(?:[Ii]ts|the\s(?:company|firm|chain|airline|retailer|lender|club|brand)['’]s)\s(?:[\w-]+\s){0,2}[\w-]+,?\s$"
)
_UTTERED_BY = re.compile(
    r"[”\"’']\s(?:said|says|recalled|explained|added)\sits\s[\w\s-]+,?\s$|\b(?:managing|founding|senior|named|equity|junior)\spartner,?\s$"
)
"""What a person alone does or is: "...,” said its owner, Ann Tarrow"."""
_FIRMS_TOO = frozenset(
    (
        "partner",
        "owner",
        "shareholder",
        "sponsor",
        "backer",
        "supplier",
        "rival",
        "rivals",
        "competitor",
        "creditor",
        "investor",
        "broker",
    )
)


def weigh_context(name: Name, line: Line, lexicon: Lexicon) -> None:
    """Add what the words before and behind a name tell of its type; set its role and if it is placed."""
    text, start, end = line.text, name.start, name.end
    before = text[max(0, start - 40) : start]
    after = text[end : end + 40]
    weigh_place(name, before, after, lexicon)
    _weigh_body(name, before, after)
    led = before.rsplit(None, 1)[-1] if before[-1:] == " " and before.strip() else ""
    if led.lower() not in GOVERNING or (after[:1] == "," and led in ("of", "to", "on")):
        _weigh_doer(name, before, after, lexicon)
    _weigh_role(name, before, after, lexicon)
    weigh_country(name, after, lexicon)


def _weigh_body(name: Name, before: str, after: str) -> None:
    """Weigh what tells of a company or another body: its kind, its shares, its people."""
    if _COMPANY_BEFORE.search(before):
        name.add(ORG, 2.0)
    if _SHARES_BEHIND.match(after):
        name.add(ORG, 4.0)
    elif _COMPANY_BEHIND.match(after):
        name.add(ORG, 1.8)


def _weigh_doer(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Weigh what only people do, and what they are: speaking, being born, an age."""
    speaks = SPEECH.match(after)
    placed = not name.entry and max(name.scores.get(LOC, 0.0), name.scores.get(FAC, 0.0)) >= 3.0
    if placed and (speaks or _ACTS.match(after) or _TAKES_SIDES.match(after)):
        name.add(ORG, 8.5)  # "Orlan Ridge said": places do not speak
    if speaks:
        if _QUOTED.search(before):
            name.add(PERSON, 1.0)
        name.add(PERSON, 2.0 if not before.rstrip().lower().endswith("the") else 0.0)
    if _SPEECH_BEFORE.search(before) and not _MADE_BY.search(before):
        name.add(PERSON, 1.5)
    if _WHO.match(after):
        name.add(PERSON, 2.5)
    elif whose := _WHOSE.match(after):
        _weigh_whose(name, whose["words"].split(), lexicon)
    if not name.entry and _CALLED_SO.search(before):
        name.add(PERSON, 4.0)  # "who gave only his surname, Osei"
    if _AGE.match(after):
        name.add(PERSON, 3.0)
    if _HUMAN_DOING.match(after):
        name.add(PERSON, 2.0)


def _weigh_whose(name: Name, words: Sequence[str], lexicon: Lexicon) -> None:
    """Weigh what a name has that "whose" and ``words`` tell: offices or output, or what people have."""
    if any(lexicon.has("body owns", word.rstrip(",")) for word in words):
        name.add(ORG, 2.0)
        name.add(PERSON, -1.0)
    else:
        name.add(PERSON, 2.5)


def _weigh_role(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Weigh the noun right before or behind a name: an office, a trade, the kind of thing it is."""
    if before.endswith(("the ", "The ")):
        name.add(ORG, 0.5 if _MODIFIES.match(after) else 1.5)
        name.add(PERSON, -2.0)
        if len(name.words) == 1 and lexicon.has("facility heads", name.text) and _AT_HOUSE.search(before):
            name.add(FAC, 4.0 if not name.entry else 7.0)  # "outside the Guildhall"
    if _is_local(name, before, after, lexicon):
        name.add(GPE, 3.0)  # "a Lannick real estate agent"
        name.add(PERSON, -1.5)
    role = _WORD_BEFORE.search(before, before.rstrip().rfind(" ") + 1)  # in the last word, for speed
    if role and _TRADE_BEFORE.search(before):
        name.add(ORG, 4.0)
    elif role and _is_owned(role["word"].lower(), name, before, lexicon):
        name.add(ORG, 2.0)
    elif role and _is_held(role["word"].lower(), name, lexicon) and not _COMPANY_BEFORE.search(before):
        name.add(PERSON, 3.0)
        beside = not before.rstrip().endswith(",") or after[:1] in (",", ".", ";", ")", "")
        if not name.role and beside:  # not "With her son, Ann Lee left"
            name.role = role["word"].lower()


def _is_local(name: Name, before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a lone word tells where somebody who is not named is from."""
    if len(name.words) > 1 or name.entry or name.text in lexicon.first_names or not _A_BEFORE.search(before):
        return False
    return _TOWNSMAN.match(after) is not None


def _is_owned(role: str, name: Name, before: str, lexicon: Lexicon) -> bool:
    """Whether a firm has what may be a firm too ("its owner, Ferrovia Vasta")."""
    trade = lexicon.has("trades", role) and role != "leader" and name.words[0] not in lexicon.first_names
    return trade and len(name.words) > 1 and bool(_ITS.search(before)) and not _UTTERED_BY.search(before)


def _is_held(role: str, name: Name, lexicon: Lexicon) -> bool:
    """Whether a noun in front is what somebody is; without a first name, a "rival" may be a company."""
    return lexicon.has("roles", role) and (name.words[0] in lexicon.first_names or role not in _FIRMS_TOO)
