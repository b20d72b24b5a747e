"""Weigh what bodies alone do and have, and where people lie, pray or learn; a part of ``surroundings``."""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.model import EntityType

PERSON, NORP, FAC, ORG = EntityType.PERSON, EntityType.NORP, EntityType.FAC, EntityType.ORG
GPE, LOC, EVENT = EntityType.GPE, EntityType.LOC, EntityType.EVENT

_BODY_BEFORE = re.compile(
    r"\b(?:(?:lawyers?|solicitors?|accountants?|auditors?|architects?|designers?|managers?|technicians?|producers?)\sat"
    r"|(?:analysts?|traders?|economists?|strategists?|engineers?|executives?|researchers?|brokers?|bankers?|staff|colleagues"
    r"|workers|employees|scientists|consultants?|lobbyists?|journalists?|pilots)\s(?:at|from|with|of)"
    r"|(?:shares|stake|investors?|shareholders|invested|investment)\s(?:in|of)|(?:unit|subsidiary|arm|customers?|affiliate|division|branch|spin-?off"
    r"|members?|shareholders|parent|headquarters|offices?|fined|boards?|website|payroll|co-?founders?|founders?|chief\sexecutive|chairman|chairwoman|employees?)\s(?:of)"
    r"|(?:owned|operated|manufactured|employed|published|run|managed|made|built|supplied|marketed|brewed|insured)\sby|(?:data|figures|estimates|forecasts|rankings?|index)\s(?:compiled|provided|collected|published)\sby"
    r"|(?:wr(?:ites?|ote|itten)|report(?:s|ed|ing)|columnist|correspondent|reporter|blogs)\s(?:for|at|with)"
    r"|(?:works?|worked|working|rival\sto|contract\swith|deal\swith|merger\swith|talks\swith|competes\swith|sold\sto|sells\sto"
    r"|regulator\sfines?|sued|suing|acquires|acquired|acquiring|buys|buying|fined|founded|co-founded|owns|valued|takeover\sof|acquisition\sof|bid\sfor)(?:\sfor)?)\s$"
)
"""In lower case."""

_TAKEN_OVER = re.compile(
    r"\b(?:(?:acquired|taken\sover|swallowed\sup|bought\sout|taken\sprivate)(?:\sin\s\d{4})?\sby"
    r"|(?:takeover|buyout|acquisition|merger)(?:\s(?:bid|offer|approach|talks|deal))?\s(?:by|with|from)"
    r"|(?:unit|subsidiary|arm|maker|chain|firm|company|brewer|retailer|brand)\s(?:is|was|were|has\sbeen)\s(?:[a-z]+\s)?"
    r"(?:bought|sold|owned|run)(?:\sto|\sby))\s(?:the\s)?$"
)
"""What is done by and with companies only; a painting may be bought by anybody."""

_TAUGHT_AT = re.compile(
    r"\b(?:[Pp]upils|[Ss]tudents|[Tt]eachers?|[Aa]lumni|[Gg]raduates?|[Hh]eadteacher|[Hh]eadmaster|[Hh]eadmistress|[Pp]rincipal|professors?|dean"
    r"|chancellor|rector|provost|studied|taught|teaches|enrolled|lectures?)\s(?:of|at)\s$|\bgraduated\s(?:from|at)\s$"
)
_FIRM_BEFORE = re.compile(
    r"\b(?:(?:owned|operated|employed|published|insured|audited|supplied)\sby|rival\sto|contract\swith|merger\swith|sued|acquired|takeover\sof"
    r"|bid\sfor|(?:unit|subsidiary|arm|customers?|affiliate|shareholders|board|employees|payroll)\sof|(?:shares|stake)\sin)\s$"
)
_BANKING = re.compile(r"\b(?:analyst|economist|strategist|broker|banker|lobbyist)s?\s(?:at|from|with|of)\s$")
_FLEET_OF = re.compile(
    r"\b(?:(?:power|hydropower)\s(?:plants?|stations?)|plants?|buses|trucks|lorries|flights|aircraft|ships|tankers|fleet|licen[cs]es?|turbines"
    r"|depots?|pylons|substations?|warehouses?|outlets?|ATMs|branch(?:es)?)\s(?:of|belonging\sto|owned\sby|run\sby)\s$"
)
"""What firms have many of."""
_CHURCHES = frozenset({"Church", "Chapel", "Cathedral", "Synagogue"})
_PRAYED = re.compile(
    r"\b(?:prayed|married|buried|funeral|mass|service|gathered|held|wedding|baptised|baptized|christened|candles|candlelit|vigil|bells|steps|roof"
    r"|spire|tower|gates|mourners|worshippers|parishioners|congregants|faithful|knelt|Mass|sermon|sheltering|sheltered|refuge)\s"
    r"(?:[\w-]+\s){0,4}?(?:at|in|inside|outside|of)\s(?:the\s)?$|\b(?:inside|outside|near|opposite)\s(?:the\s)?$"
)
_BURNED = re.compile(
    r"\s(?:burned|burnt|collapsed|caught\sfire|was\s(?:[a-z]+\s)?(?:burned|burnt|destroyed|damaged|gutted|flattened|bombed|shelled|torched|looted|restored"
    r"|rebuilt|struck|hit|built))\b"
)
_WHICH = re.compile(r",\s(?:which|majority-owned|based\sin|headquartered|formerly\sknown|owned\sby|listed)\b")
_BODY_BEHIND = re.compile(
    r"(?:['’]s)?\s(?:plans\sto|announced|reported\s(?:a|net|first|second|third|fourth|quarterly)|employs|owns|operates"
    r"|has\s(?:sites|plants|stores|branches)|declined\sto\scomment|could\snot\sbe|did\snot\s(?:immediately|return|respond|comment|answer)"
    r"|shipments|deliveries|quarterly|earnings|sales|results|board|headquarters|subsidiaries|unit|bonds|bid\sfor)\b"
)
_PLANT_IN = re.compile(
    r"\s(?:[a-z]+\s)?(?:plant|factory|smelter|refinery|brewery|distillery|dairy|warehouse|depot|store|shipyard|works|sawmill|assembly\sline)"
    r"(?:\s(?:in|at|near|outside)\s[A-ZÀ-Þ]|,\swhich\s(?:buys|employs|makes|takes|produces|supplies))"
)
_MADE_FRONT = re.compile(
    r"(?:Agro|Hidro|Hydro|Electro|Eletro|Aero|Techno|Tecno|Cyber|Nano|Pharma|Farma|Eco|Micro)[a-zà-ÿ]{4,}$"
)
"""How made-up names of companies begin."""
_MADE_BODY = re.compile(
    r"(?:corp|soft|tech|bank|telecom|telekom|tel|oil|gas|neft|chem|pharma|net|tronics|mobil|media|group|(?<!cl)air|com|energia"
    r"|bau|werke|wire|watch|cast|works|share|link)$"
)


def _is_plant_of(name: Name, before: str, after: str) -> bool:
    """Whether a lone unlisted word is whose plant stands in a town: it is not that town."""
    the = before.endswith(("the ", "The ", "a ", "A "))
    return the and len(name.words) == 1 and not name.entry and _PLANT_IN.match(after) is not None


def weigh_body_beside(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Weigh what bodies alone do and have, and where people lie, pray or learn."""
    if name.address or name.role or (name.entry and name.entry[0] in (NORP, EVENT)):
        return
    told = _PRAYED.search(before) or _BURNED.match(after)
    if told and name.words[-1] in _CHURCHES and len(name.words) > 1:
        name.add(FAC, 7.0)
    if _BODY_BEFORE.search(before.lower()):
        headed = max(name.scores.get(FAC, 0.0), name.scores.get(LOC, 0.0)) >= 3.0 and not name.entry
        firm = headed and (_BANKING.search(before.lower()) or _FIRM_BEFORE.search(before))
        name.add(ORG, 7.0 if firm else 2.8)
    if len(name.words) > 1 and not name.entry and _FLEET_OF.search(before):
        name.add(ORG, 2.5)
        name.add(PERSON, -2.0)
    if name.words[0] not in lexicon.first_names and _TAKEN_OVER.search(before):
        name.add(ORG, 4.0)
        name.add(PERSON, -1.5)
    if _WHICH.match(after):
        name.add(ORG, 0.7)
        name.add(PERSON, -3.0)
    if _BODY_BEHIND.match(after):
        name.add(ORG, 2.0)
    elif _is_plant_of(name, before, after):
        name.add(ORG, 2.5)  # "the Orlan plant in Lannick"
    if name.entry or name.words[0] in lexicon.first_names:
        return
    if _TAUGHT_AT.search(before):
        name.add(ORG, 2.5)
    country = re.match(r"\sof\s(?:the\s)?([A-Z]\w+)", after)
    if country and (len(name.words) == 1 or (len(name.words) == 3 and not name.scores.get(PERSON))):
        entry = lexicon.listed.get((country[1],))
        if entry and entry[0] is GPE and lexicon.is_country(entry[1]):
            name.add(ORG, 1.5)
    if len(name.words) == 1 and len(name.text) > 5 and _MADE_BODY.search(name.text):
        name.add(ORG, 1.5)
    if _MADE_FRONT.match(name.words[0]):
        name.add(ORG, 4.0)  # "Agrofértil del Este"
