"""Apps and services as the means of what is told: no names then ("shared on WhatsApp", "a Zoom call")."""

from __future__ import annotations

import re

from desktop_app.extract.name import Name
from desktop_app.extract.words import Document

# fmt: off
_APPS = frozenset(
    [
        "WhatsApp", "Telegram", "Zoom", "Skype", "Signal", "Viber", "WeChat", "Messenger", "Instagram",
        "TikTok", "Snapchat", "Discord", "Slack", "FaceTime", "Pinterest", "Reddit", "Mastodon",
        "Bluesky", "Threads", "Twitch", "Clubhouse", "Vimeo", "Weibo", "VKontakte", "LinkedIn",
        "Kakao", "KakaoTalk", "Wattpad", "Substack",
    ]
)
# fmt: on
_NETWORKS = frozenset(("Facebook", "Twitter", "YouTube", "X"))
"""Companies in their own right, told of when somebody writes there; means only in a list with apps."""

_AGAINST = re.compile(
    r"\b(?:bans?|fines?|tax|pressure|crackdown|clampdown|sanctions|curbs|imposed|lawsuit|attack|report|limits|focus"
    r"|restrictions|stake|bid|rely|relies|based|forecasts?|ratings?|bets?|bullish|bearish|views?|ruling)\son\s$"
)
_MEANS = re.compile(
    r"\b(?:[Oo]n|[Vv]ia|[Uu]sing|onto|[Tt]hrough)\s(?:the\s)?$|\b(?:calls?|messages?|messaging|spoke|said|talked|sent"
    r"|shared|interview(?:ed)?|chat(?:ted)?|met|held|contacted|reached)\s(?:over|by)\s$"
)
_SHARED = re.compile(
    r"\b(?:[Ss]hare|[Ff]ollow|[Ll]ike|[Jj]oin)\s(?:us|this|this\s\w+|the\s\w+|it|our\s\w+)?\s?(?:on|via|to)\s$"
)
_THING_BEHIND = re.compile(
    r"\s(?:messages?|groups?|channels?|calls?|chats?|posts?|accounts?|pages?|videos?|meetings?|sessions?|links?|feeds?|profiles?"
    r"|interviews?|webinars?|classes|lessons)\b"
)
_LISTED_GAP = re.compile(r"(?:,? (?:and|or) |, |/)")


def without_means(names: list[Name], document: Document) -> list[Name]:
    """Return the names without the apps that only serve to say something.

    An app that the document tells of anywhere ("Telegram said") is a company in all places.
    """
    means: set[int] = set()
    told: set[str] = set()
    for order, name in enumerate(names):
        if name.text not in _APPS and name.text not in _NETWORKS:
            continue
        text = document.lines[name.line].text
        before = text[max(0, name.start - 48) : name.start]
        listed = order - 1 in means and names[order - 1].line == name.line
        gap = text[names[order - 1].end : name.start] if listed else ""
        said = _MEANS.search(before) and not _AGAINST.search(before)
        serves = name.text in _APPS and (said or _THING_BEHIND.match(text, name.end))
        if (listed and _LISTED_GAP.fullmatch(gap)) or _SHARED.search(before) or serves:
            means.add(order)
        else:
            told.add(name.text)
    if not means:
        return names
    return [name for order, name in enumerate(names) if order not in means or name.text in told]
