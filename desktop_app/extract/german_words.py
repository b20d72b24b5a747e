"""German words: which capital words are common nouns, and what tells that a name stands beside them."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_lists

NORP, ORG, GPE, LOC = EntityType.NORP, EntityType.ORG, EntityType.GPE, EntityType.LOC

TITLE = re.compile(
    r"(?:Alt|Vize|Ex|Ober|Bundes|Landes|Außen|Innen|Finanz|Wirtschafts|Verkehrs|Justiz|Umwelt|Kultus|Gesundheits|Stadt"
    r"|Verteidigungs|Regierungs|Staats|Minister|Partei|Fraktions|Vorstands|Betriebs|General|Geschäfts|Projekt|Einsatz|Polizei"
    r"|Premier|Konzern|Klub|Club|Kreis|Vereins|Verbands|Rechts|Kultur|Bau|Haupt|Chef)*"
    r"(?:[Pp]räsident(?:in)?|[Kk]anzler(?:in)?|[Mm]inister(?:in)?|[Bb]ürgermeister(?:in)?|[Ss]precher(?:in)?|[Cc]hef(?:in)?"
    r"|[Ss]ekretär(?:in)?|[Dd]irektor(?:in)?|[Rr]ichter(?:in)?|[Aa]nw[aä]lt(?:in)?|[Rr]at|[Rr]ätin|[Vv]orsitzende[rn]?|[Tt]rainer(?:in)?"
    r"|[Pp]rofessor(?:in)?|König(?:in)?|Herrn?|Frau|Papst|Bischof|General|Oberst|[Ff]orscher(?:in)?|[Hh]istoriker(?:in)?"
    r"|Wirt(?:in)?|Lehrer(?:in)?|Bäuerin|Bauer|Geologe|Geologin|Ingenieur(?:in)?|Ökonom(?:in)?|[Ff]ührer(?:in)?|[Ll]eiter(?:in)?"
    r"|Landrat|Landrätin|Abgeordnete[rn]?|Senator(?:in)?|Expert(?:e|in)|Autor(?:in)?|Regisseur(?:in)?|Dr\.?|Prof\.?|Pfarrer(?:in)?"
    r"|Kapitän(?:in)?|Stürmer(?:in)?|Torwart|Kommissar(?:in)?|Architekt(?:in)?|Analyst(?:in)?|Unternehmer(?:in)?|Gründer(?:in)?)$"
)
_COMMON = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|sion|tät|täten|ismus|ment|mente|nis|nisse|tum|chen|lein"
    r"|ling|linge|anz|enz|enzen|itzer|ierung|ieren|erei|ist|isten|innen|loge|logen|nehmer|geber|halter|träger|ige|igen|ende|enden)$"
)
BODY = re.compile(
    r"[A-ZÄÖÜ][\wäöüß-]{2,}(?:ministeriums?|verband(?:e?s)?|hochschule|bundesamte?s?|landesamte?s?|gewerkschaft|bundesagentur)$"
)
SUFFIXES = frozenset({"AG", "GmbH", "SE", "KG", "e.V.", "eG", "KGaA", "mbH", "Holding", "Group"})
TOWN = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:burg|dorf|stadt|heim|hausen|ingen|furt|brück|brücken|kirchen|walde|hafen|münde|rode|leben|itz|au|stedt"
    r"|bach|wald|feld|berg|stein|eck|ow|hagen|beck|büttel|horst|scheid|weiler|wangen|kirch|zell|mühl|mühle|roda|grün|reuth)$"
)
HIGH = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:stein|berg|horn|spitze|kogel|joch|kopf|gletscher|tal|see|fels|ferner|grat)$"
)
HIGH_GROUND = re.compile(
    r"\bMeter hohe[rnms]?\b|\b(?:Gipfel|Bergbahn|Seilbahn|Wanderer|Bergsteiger|Bergwacht|Skigebiet|Alm|Ufer)"
)
DULL = re.compile(
    r"(?:Bau|Grund|Meilen|Stolper|Edel|Schorn|Bern|Ziegel|Wein|Stau|Bade|Bagger|Schul|Eis|Müll|Schulden)(?:stein|berg|see)"
)
ADJECTIVE = re.compile(
    r"(?:[A-ZÄÖÜ][a-zäöüß-]+isch|Deutsch|Rot|Grün|Neu|Alt|Groß|Klein|Schwarz|Weiß|Blau|Frei|Christlich|Allgemein|International"
    r"|National|Staatlich|Städtisch|Königlich|Nah|Fern|Hoh|Vereinigt|Vereint|Süddeutsch|Norddeutsch|Westdeutsch)(?:e[nrsm]?)$"
)
PLACE_LEADS = frozenset(
    {"in", "In", "aus", "Aus", "nach", "Nach", "bei", "Bei", "von", "Von", "um", "über", "gegen"}
)
SURE_LEADS = frozenset({"in", "In", "aus", "Aus", "nach", "Nach", "bei", "Bei"})
ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,5}$")
AGE_BEHIND = re.compile(r"\s\(\d\d\)|,\s\d\d,|,\s(?:\d\d\sJahre|der|die)\s")
ARTICLES = frozenset(
    re.findall(
        r"\w+",
        "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum"
        " zur vom beim ins ans diese dieser dieses diesen diesem jede jeder jedes jeden jedem alle allen"
        " seine seiner seinen seinem seines sein ihre ihrer ihren ihrem ihres ihr unsere unserer unseren"
        " viele vieler vielen mehr weniger einige einigen mehrere mehreren beide beiden",
    )
)


ER = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}er$")
GPE_TOO = frozenset({("Bayern",), ("Schweden",), ("Polen",), ("Ungarn",)})


def german_lists() -> dict[str, frozenset[str]]:
    """Return the words of ``german_names.txt`` by section."""
    return read_lists("german_names.txt")


@lru_cache(maxsize=1)
def listed_german() -> dict[tuple[str, ...], EntityType]:
    """Return the types of the listed names by their words."""
    kinds = {"countries": GPE, "cities": GPE, "locations": LOC, "organisations": ORG, "peoples": NORP}
    found: dict[tuple[str, ...], EntityType] = {}
    for section, kind in kinds.items():
        for name in german_lists()[section]:
            found.setdefault(tuple(name.split()), kind)
    return found


@lru_cache(maxsize=1)
def _ends() -> tuple[str, ...]:
    return tuple(end for end in german_lists()["heads"] if len(end) > 3)


@lru_cache(maxsize=4096)
def is_common(word: str) -> bool:
    """Whether a German word is a common noun by its ending or last part ("Wahlbeteiligung", "Stadtrat")."""
    lower = word.lower()
    if len(lower) < 3 or _COMMON.search(lower):
        return True
    stems = {lower, *(lower.removesuffix(end) for end in ("s", "es", "n", "en", "e", "er"))}
    if stems & german_lists()["heads"]:
        return True
    return len(lower) > 7 and not TOWN.fullmatch(word) and lower.endswith(_ends())
