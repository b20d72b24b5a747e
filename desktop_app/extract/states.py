"""States and towns that no list knows, told by what only they have, do and suffer ("Dravia's voters").

One of the steps that weigh each name by itself (``evidence.weigh``).
"""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.model import EntityType

PERSON, GPE, ORG = EntityType.PERSON, EntityType.GPE, EntityType.ORG

_HAS = re.compile(
    r"['’]s?\s(?:(?:[a-z]+(?:-[a-z]+)?|[A-Z][a-z]+-[a-z]+)\s){0,2}?"
    r"(?:prime\sminister|(?:veteran|elected|interim|ousted|exiled|military|transitional|authoritarian|first\sfemale)\spresident"
    r"|(?:foreign|interior|finance|defen[cs]e|health|justice|energy|labou?r)\sminist(?:er|ry)|ruling\s(?:party|coalition|junta)"
    r"|government|junta|elections?|voters|citizens|democracy|civil\swar|constitution|parliament|(?:central|reserve)\sbank"
    r"|(?:supreme|constitutional)\scourt|head\sof\sstate|armed\sforces|security\sforces|airspace|independence|neighbou?rs"
    r"|generals|opposition\s(?:leader|part(?:y|ies)|figures?|movement|chief)|politics|national\s(?:anthem|flag|debt|day)"
    r"|main\sopposition|coastline|borders?|(?:state|public)\sfinances|currency|economy|peasants|capital(?=[,.]|\scity))\b"
)
"""What a state has; what firms have too is not here."""
_OPPOSED = re.compile(
    r"\s(?:opposition\s(?:leaders?|chief|figures?|part(?:y|ies)|politicians?|candidates?|supporters)|voters\b|elections?\b|troops\s(?:cross|enter|have)"
    r"|(?:independence|peace)\s(?:vote|referendum|deal|talks)|(?:prime\sminister|premier)\b)"
)
"""What stands behind the word for a state where its people's is not used."""
_DOES = re.compile(
    r"(?:,\s(?:which|whose)\s[^,.;]{3,70},)?\s(?:(?:has|had|have|will|would|is\sto|may|could|have\sto)\s){0,2}(?:also\s|long\s|never\s|not\s|since\s)?"
    r"(?:votes\b|goes\sto\sthe\spolls|went\sto\sthe\spolls|gained\s(?:its\s)?independence|won\sindependence|seceded|broke\saway\sfrom"
    r"|borders\s[A-Z]|(?:held|holding|holds|hold)\s(?:its\s|an?\s|snap\s|fresh\s|new\s|free\s|early\s){0,2}(?:elections?|referendum)"
    r"|(?:been\s)?(?:ruled|governed)\s(?:by|since)|severed\s(?:diplomatic\s)?(?:relations|ties)|closed\sits\s(?:border|embassy|airspace)"
    r"|expel(?:led|s)\s|recalled\sits\sambassador|declared\s(?:war|independence|a\sstate\sof\semergency)|devalued\sits"
    r"|joined\s(?:the\s)?(?:European\sUnion|EU|UN|United\sNations|Nato|NATO|African\sUnion|Commonwealth)"
    r"|default(?:ed|s)?\son\sits|been\spraised\sin|imports\s|is\sone\sof\sthe\sworld['’]s\s(?:poorest|richest|smallest))"
)
"""What states do."""
_OF = re.compile(
    r"\b(?:ruled|ruling|rules|governs|governed|governing|invaded|invade|occupied|annexed|colonised|colonized|presided\sover|fled|leave\sor\senter)\s$"
    r"|\b(?:[Pp]resident|[Pp]rime\s[Mm]inister|[Pp]remier|[Gg]overnor|[Kk]ing|[Qq]ueen)\s(?:[A-ZÀ-Þ][\w’'-]+\s){1,3}of\s$"
    r"|\b(?:ambassadors?|envoys?|aid|arms\ssales|sanctions|peacekeepers|observers|deported|extradited|exiled)\s(?:to|on|against|in)\s$"
    r"|\b(?:independence|secession|breakaway|imports|exports|tourists|asylum-seekers|refugees|migrants)\sfrom\s$"
    r"|\b(?:[Bb]order|[Rr]elations|[Tt]reaty|[Tt]rade|[Ww]ar)\swith\s(?:neighbou?ring\s)?$|\b[Nn]eighbou?ring\s$"
    r"|\b(?:[Cc]apital|[Rr]epublic|[Kk]ingdom|[Ee]lections?|[Pp]eople|[Ss]outh|[Nn]orth|[Ee]ast|[Ww]est|[Cc]ity|[Bb]ank|[Cc]itizens"
    r"|[Cc]onstitution|[Pp]arliament|[Aa]rmy|[Ii]nvasion|[Oo]ccupation)\s(?:of|in)\s$"
)
"""In front of a state or a town."""
_LOOSE = re.compile(r"\b(?:[Pp]eople|[Bb]ank|[Ee]lections?)\s(?:of|in)\s$")


def weigh_state(name: Name, text: str, lexicon: Lexicon) -> None:
    """Take an unlisted name for a state's or a town's where its sentence tells of it as of one."""
    if name.entry or name.role or name.address or len(name.words) > 2 or name.words[0] in lexicon.first_names:
        return
    weight = 0.0
    behind = text[name.end : name.end + 1]
    if behind in ("'", "’") and _HAS.match(text, name.end):
        weight = 4.0
    elif behind in (" ", ",") and (_OPPOSED.match(text, name.end) or _DOES.match(text, name.end)):
        weight = 3.0
    before = text[max(0, name.start - 40) : name.start]
    if behind not in ("'", "’") and _OF.search(before) and not _LOOSE.search(before):
        weight += 2.0
    if weight:
        name.add(GPE, weight)
        name.add(PERSON, -weight / 2)
