"""Companies called like people or places, told by what only companies do ("Orchid Lane cut 300 jobs").

The last of the steps that weigh what stands beside one name (``evidence.weigh``).
"""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.model import EntityType

PERSON, ORG = EntityType.PERSON, EntityType.ORG
FAC, LOC, GPE = EntityType.FAC, EntityType.LOC, EntityType.GPE

_RESULTS = (
    r"forecasts?|guidance|outlook|dividend|profits?|loss|losses|sales|revenues?|earnings|results|margins?|turnover|orders"
    r"|shares|shareholders|backlog|capacity|output|debt|listing|flotation|market\svalue|share\sprice"
)
_STAFF = (
    r"jobs|posts|workers|employees|staff|stores|shops|branches|plants|factories|sites|outlets|warehouses|depots|mills"
    r"|routes|flights"
)
_DOING = re.compile(
    r"(?:,\swhich\s[^,.;]{3,70},)?\s(?:(?:also|has|had|will|would|plans\sto|is\sto|agreed\sto|recently|now)\s){0,2}"
    r"(?:(?:rais(?:e|ed|es)|cuts?|lift(?:ed|s)?|lower(?:ed|s)?|trim(?:med|s)?|report(?:ed|s)?|post(?:ed|s)?|miss(?:ed|es)?"
    r"|reaffirm(?:ed|s)?|suspend(?:ed|s)?|doubl(?:e|ed|es)|halv(?:e|ed|es))\s(?:an?\s|its\s|record\s|higher\s|lower\s|net\s)"
    rf"(?:[\w$£€%-]+(?:[.,]\d+)*\s){{0,4}}?(?:{_RESULTS})"
    r"|(?:cuts?|shed|sheds|axed?|axes|clos(?:e|ed|es)|shut|shuts|la(?:y|id)\soff|hired?|hires|employ(?:s|ed)?|scrap(?:ped|s)?)"
    rf"\s(?:[\w%-]+(?:[.,]\d+)*\s){{0,4}}?(?:{_STAFF})"
    rf"|(?:said|says)\s(?:that\s)?its\s(?:[\w-]+\s){{0,2}}?(?:{_RESULTS}|{_STAFF})"
    r"|employs\s(?:about\s|some\s|nearly\s|more\sthan\s)?\d"
    r"|(?:was|is)\s(?:valued\sat|delisted|listed\son|headquartered|majority-owned))\b"
)


_AT_WORK = re.compile(
    r"\b(?:work(?:ed|ing)?|(?:[Hh]e|[Ss]he|who)\s(?:now\s|still\s|also\s|later\s)?works|jobs?|role|career|(?<!police\s)(?<!army\s)(?<!border\s)(?<!guard\s)(?<!command\s)(?<!military\s)post|stint|internship|shifts?|apprenticeship|apprentice|employed|trained|trainee"
    r"|years|partner|director|vice-president|manager|president|lecturer|fellow|designer|editor|producer|associate|intern|chairman"
    r"|professor|head\sof\s[a-z]+(?:\s[a-z]+)?)\sat\s$"
)
_STAFF_AT = re.compile(
    r"\b(?:[Ww]orkers|[Ss]taff|[Ee]mployees|[Mm]iners|[Pp]ilots|[Ee]ngineers|[Mm]anagers|[Bb]osses|[Ee]xecutives|[Cc]olleagues|[Tt]raders"
    r"|[Aa]nalysts?|[Rr]esearchers|[Ss]cientists|[Uu]nions|[Dd]rivers|[Gg]uards|[Ss]hareholders|[Jj]obs|[Pp]roduction|[Mm]anagement)\sat\s$"
)
_JOINED = re.compile(r"\b(?:[Jj]oined|rejoined|joining|left|quit)\s$")
_SINCE = re.compile(
    r"\s(?:in\s(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December)|as\san?\s|from\suniversity|straight)"
)
_LOOKED_AT = re.compile(
    r"\b(?:look\w*|shout\w*|star(?:e[sd]?|ing)|point\w*|aim\w*|laugh\w*|angry|furious|jab|swipe|thr[eo]wn?|fired?|sho[ou]t\w*"
    r"|directed|yell\w*|smil\w*|scream\w*)\sat\s$"
)
_PREPOSED = re.compile(r"\s(by|from|for|between|with|against|of|at|to)\s$")
_SURVEY_BY = re.compile(
    r"\b(?:survey|poll|report|analysis|estimates?|data|figures|calculations|index|ranking|forecasts?|statement)\s(?:by|from)\s$"
)
_SPEAKING_FOR = re.compile(r"\b[Ss]pokes(?:man|woman|person|people)\sfor\s$")
_POSTS = frozenset({"Camp", "Fort", "RAF", "HMP", "Base"})
_PARENT = re.compile(
    r"(?:\b(?:[Ii]ts|[Tt]he|[Tt]heir|whose)|['’]s?)\s(?:[A-Z]?[a-z-]+\s)?"
    r"(?:parent|sister\scompany|parent\scompany|holding\scompany|parent\sfirm|predecessor|successor\scompany),?\s$"
)
_RIVAL_OF = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Tt]he\scompany['’]s)\s(?:[\w-]+\s){0,2}?(?:rival|competitor|supplier|customer|client|partner|owner"
    r"|parent|lender|creditor|insurer|auditor|subsidiary|sponsor|landlord|shareholder)s?\s$"
)
_DEALING = re.compile(
    r"\b(?:deal|contract|agreement|merger|tie-up|partnership|coalition|alliance|joint\sventure|takeover|lawsuit)\s(?:between|with|against)\s$"
    r"|\b(?:customers?|clients?|passengers|subscribers|creditors|suppliers?|bosses|bonds|licen[cs]e)\s(?:of|at|to|from)\s$"
)

_OF_A_LAND = re.compile(r"(?<=\s)[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)?['’]s\s$")
"""Whose a firm is ("a deal with Norway's Orlan Power"); what deals with it stands in front."""
_BOUGHT_FROM = re.compile(
    r"\b(?:bought|ordered|rented|hired|leased|purchased|imported|borrowed|buys?|orders|rents|leases)\s[^.;,]{0,40}\sfrom\s$"
)
_BELONGS = re.compile(
    r"\b(?:mine|plant|factory|ship|vessel|tanker|ferry|tug|trawler|boat|barge|freighter|bus|coach|crane|jet|trucks?|lorry|lorries|aircraft|plane|helicopter|subsidiary|brand|pipeline"
    r"|hotel|mill|yard|network|ships|vehicles?|warehouse|store|terminal|refinery|farm),?\s(?:which\s|that\s)?belong(?:s|ed|ing)\sto\s$"
)


_EMPLOYS_MANY = re.compile(
    r"(?:,\swhich)?\semploy(?:s|ed)\s(?:about\s|some\s|around\s|nearly\s|more\sthan\s|almost\s|over\s)?\d[\d,]{2,}"
)
_A = re.compile(r"\b(?:[Aa]n?|[Tt]wo|[Tt]hree|[Ff]our|former|another|one)\s$")
_ONE_OF_ITS = re.compile(
    r"\s(?:engineer|worker|employee|driver|spokes\w+|executive|official|manager|pilot|customer|shareholder|store|shop|plant|factory|truck|van"
    r"|bus|plane|jet|ship|tanker|lorry|warehouse|depot|technician|salesman|subsidiary|director|trader|analyst|lawyer|guard|ferry|train)s?\b"
)
_BOUGHT = re.compile(
    r"\s(?:has\s|had\s|have\s|will\s|is\sto\s|agreed\sto\s|plans\sto\s){0,2}(?:buy|buys|bought|acquire[sd]?|sell|sold|won|invest(?:ed|s)?|raised?|paid)"
    r"\s[^.;,]{0,60}(?:for|worth|of|to)\s(?:about\s|some\s|nearly\s)?(?:[A-Z]{1,3})?[£$€¥₹₦₱]"
)


_ADVISES = re.compile(
    r"(?:\sand\s[A-ZÀ-Þ]\w+(?:\s[A-ZÀ-Þ]\w+)?)?\s(?:(?:is|are|was|were)\s(?:jointly\s)?advising|advise[sd]|(?:is\s|are\s)?act(?:ed|ing|s)\sfor"
    r"|underwrote|underwrites|estimates\sthat|kept\sits|has\san?\s[“\"‘](?:buy|sell|hold|neutral|overweight)|rates\s[A-ZÀ-Þ]|initiated\scoverage)\b"
)
_TRADED_AWAY = re.compile(
    r"\s(?:was|is|has\sbeen|had\sbeen|were)\s(?:[a-z]+\s)?(?:bought|acquired|taken\sover|swallowed|bailed\sout|delisted|hired\sto)\b"
)
_ARE = re.compile(r"\s(?:are|were|have)\s")
"""What a name in the plural does: more than one make a team ("Orlan Dolphins are based in")."""
_STAFF_BEHIND = re.compile(
    r",\s(?:analysts|economists|traders|strategists|workers|staff|employees|executives|engineers|managers|bosses)\b"
)
_SPEAKS = re.compile(
    r"(?:\sin\s[A-Z]\w+(?:\s[A-Z]\w+)?,?)?\s(?:said|says|told|wrote|added|expects|estimates|noted|reckons)\b|,"
)
_SOMEBODY_AT = re.compile(r"(?:^|[a-z,.”\"]\s)[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ][\w’'-]+\sat\s$")
_APPROACH_BY = re.compile(
    r"\b(?:bid|offer|approach|attempt|buyout|raid|buy-in|proposal|campaign|lobbying),?\sby\s$"
)
_STAFF_FROM = re.compile(
    r"\b(?i:handlers|auditors|consultants|technicians|salesmen|inspectors|lawyers|accountants|advisers|advisors|architects|contractors"
    r"|recruiters|bankers|loans?|invoices?|funding|backing|parts|turbines|engines|software)\sfrom\s$"
)
_PLAYS_FOR = re.compile(
    r"\b(?:swims?|swam|plays?|played|rides?|rode|rows?|rowed|skates?|skated|coach(?:es|ed)|starred|captained)\sfor\s$"
    r"|\bcoach(?:es|ed)\sat\s$"
)


def does_business(text: str, end: int) -> bool:
    """Whether what stands behind ``end`` is done by a company: results, staff and sites in numbers."""
    return _DOING.match(text[end : end + 150]) is not None


def weigh_firm(name: Name, text: str, lexicon: Lexicon) -> None:
    """Take a name without a known first name that does business in ``text`` for a company's."""
    if (
        name.entry
        or name.role
        or name.address
        or text[name.end : name.end + 1] not in (" ", ",", ".", ";", "'", "’", "")
    ):
        return
    first, last = name.words[0], name.words[-1]
    _weigh_front(name, text[max(0, name.start - 48) : name.start], text[name.end : name.end + 40], lexicon)
    team = len(name.words) > 1 and last.endswith("s") and lexicon.is_ordinary(last.lower())
    team = team and not lexicon.has("place heads", last)  # "The Orlan Hills are burning"
    if team and _ARE.match(text, name.end):
        _tell_firm(name, 3.0)
        name.add(PERSON, -3.0)
    if _EMPLOYS_MANY.match(text, name.end):
        name.add(ORG, 4.0)
        name.add(PERSON, -2.0)
    if first in lexicon.first_names:
        plain = len(name.words) > 1 and all(lexicon.is_ordinary(word.lower()) for word in (first, last))
        if not plain:
            return
    if len(name.words) > 1 and (_ADVISES.match(text, name.end) or _TRADED_AWAY.match(text, name.end)):
        _tell_firm(name, 2.0)
        name.add(PERSON, -1.0)
    if _ONE_OF_ITS.match(text, name.end) and _A.search(text, max(0, name.start - 8), name.start):
        name.add(ORG, 2.5)
        name.add(PERSON, -1.5)
    if _BOUGHT.match(text, name.end):
        name.add(ORG, 1.5)
        name.add(PERSON, -0.5)
    if does_business(text, name.end) and not _is_on_street(name, text):
        placed = max(name.scores.get(kind, 0.0) for kind in (FAC, LOC, GPE)) >= 3.0
        name.add(ORG, 7.0 if placed else 4.0)  # castles have no losses
        name.add(PERSON, -2.0)


def _is_on_street(name: Name, text: str) -> bool:
    """Whether what stands behind is done on a street, not by it ("Traders on Orlan Lane closed shops")."""
    return name.scores.get(FAC, 0.0) >= 3.0 and text.endswith(
        (" on ", " in ", " at ", " near "), 0, name.start
    )


def _weigh_front(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Weigh what stands in front of a firm: who works there, speaks for it, deals with it or rivals it."""
    before = _OF_A_LAND.sub("", before)
    if before.endswith((" at ", "At ")):
        if _AT_WORK.search(before):
            _tell_firm(name, 3.0)
            name.add(PERSON, -2.0)
        elif _STAFF_AT.search(before):
            name.add(ORG, 1.5)
            name.add(PERSON, -4.0)
        elif _SPEAKS.match(after) and _SOMEBODY_AT.search(before):
            _tell_firm(name, 3.0 if after[:1] == " " else 1.5)
        elif before.endswith("At ") and _STAFF_BEHIND.match(after):
            _tell_firm(name, 4.0)
            name.add(PERSON, -2.0)
        elif len(name.words) > 1 and _PLAYS_FOR.search(before):
            _tell_firm(name, 3.0)
        elif len(name.words) > 1 and not _LOOKED_AT.search(before):
            name.add(PERSON, -2.0)
    elif preposed := _PREPOSED.search(before[-9:]):
        _weigh_preposition(name, before, preposed[1], lexicon)
    elif _JOINED.search(before) and _SINCE.match(after):
        _tell_firm(name, 3.0)
        name.add(PERSON, -2.0)
    elif _PARENT.search(before):
        _tell_firm(name, 4.0)
        name.add(PERSON, -2.0)
    elif _RIVAL_OF.search(before):
        _tell_firm(name, 3.0)
        name.add(PERSON, -1.5)


def _weigh_preposition(name: Name, before: str, lead: str, lexicon: Lexicon) -> None:
    """Weigh what stands in front of a preposition, ``lead``, and a firm: its survey, deal, sale or ship."""
    if lead in ("by", "from") and _SURVEY_BY.search(before):
        _tell_firm(name, 1.5)
    elif lead == "for" and _SPEAKING_FOR.search(before):
        _tell_firm(name, 2.0)
        if name.words[0] not in lexicon.first_names:
            name.add(PERSON, -1.0)
    elif lead not in ("by", "for") and _DEALING.search(before):
        name.add(ORG, 1.5)
    elif lead == "from" and _BOUGHT_FROM.search(before):
        _tell_firm(name, 1.5)
        name.add(PERSON, -0.5)
    elif len(name.words) > 1 and name.words[0] not in lexicon.first_names and _deals_with(before):
        _tell_firm(name, 3.0)
        name.add(PERSON, -3.0)
    elif lead == "to" and _BELONGS.search(before):
        _tell_firm(name, 3.5)


def _deals_with(before: str) -> bool:
    """Whether a bid is by what follows, people who work for firms are from it, or somebody plays for it."""
    return any(frame.search(before) for frame in (_APPROACH_BY, _STAFF_FROM, _PLAYS_FOR))


def _tell_firm(name: Name, weight: float) -> None:
    """Add evidence for a firm; where its own words are a place's, it outweighs them ("Impala Ridge")."""
    headed = max(name.scores.get(kind, 0.0) for kind in (FAC, LOC, GPE)) >= 3.0 and not name.entry
    headed = headed and name.words[0] not in _POSTS
    name.add(ORG, weight + 5.5 if headed else weight)
