"""Names of languages other than English; every sentence is invented."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.extract.cyrillic_stems import cyrillic_stem
from desktop_app.extract.engines import RuleEngine
from desktop_app.model import Article, Entity


def entities(*paragraphs: str) -> tuple[Entity, ...]:
    """Return what the rules find."""
    return RuleEngine().find(Article.from_paragraphs(paragraphs))


def names(*paragraphs: str) -> dict[str, str]:
    """Return the surfaces of all names with their types."""
    return {m.text: e.type.value for e in entities(*paragraphs) if e.type.is_name for m in e.mentions}


GERMAN = (
    "Die Bürgermeisterin Klara Wendt stellte am Montag in Hamburg den neuen Fahrplan vor. Der Stadtrat"
    " und die Händler hatten lange über die Kosten gestritten, weil die Brücke teurer wird als gedacht.",
    "Wendt sagte, die Busse sollten ab Mai alle zehn Minuten fahren. Ein Sprecher der Seilwerke AG lobte den"
    " Plan, während die Fahrgäste auf eine bessere Verbindung nach Lüneburg hoffen.",
)
RUSSIAN = (
    "Мэр города Ирина Соколова заявила в понедельник, что мост через реку откроют весной.",
    "По словам Соколовой, строительство в Новосибирске шло медленно. Это решение поддержали жители.",
    "Рабочие компании «Тихий мост» приехали из Москвы.",
)
CHINESE = ("市长李文清说，新桥将于三月在上海开放。", "李文清在北京对记者表示，东方大学参与了设计。")


def test_german_nouns_are_no_names_and_people_are_found() -> None:
    found = names(*GERMAN)
    assert found["Klara Wendt"] == found["Wendt"] == "PERSON"
    assert found["Hamburg"] == found["Lüneburg"] == "GPE"
    assert found["Seilwerke AG"] == "ORG"
    assert not {"Stadtrat", "Fahrplan", "Kosten", "Brücke", "Plan", "Ein", "Die"} & set(found)


def test_russian_names_meet_through_their_cases() -> None:
    found = names(*RUSSIAN)
    assert found["Ирина Соколова"] == found["Соколовой"] == "PERSON"
    assert found["Новосибирске"] == found["Москвы"] == "GPE"
    assert found["Тихий мост"] == "ORG"
    assert not {"По", "Это", "Рабочие", "Мэр"} & set(found)
    people = [entity for entity in entities(*RUSSIAN) if entity.type.value == "PERSON"]
    assert [len(person.mentions) for person in people] == [2]


def test_chinese_people_beside_titles_and_listed_places() -> None:
    found = names(*CHINESE)
    assert found == {"李文清": "PERSON", "上海": "GPE", "北京": "GPE", "东方大学": "ORG"}


def test_french_sentence_starts_are_no_names() -> None:
    found = names(
        "Pourtant, la mairie de Lyon avait promis de rouvrir le pont avant la fin de l'été,"
        " selon Claire Aubert.",
        "Mais les habitants attendent encore, et la ministre ne répond pas aux questions"
        " de la presse locale.",
    )
    assert found["Lyon"] == "GPE"
    assert found["Claire Aubert"] == "PERSON"
    assert not {"Pourtant", "Mais"} & set(found)


def test_one_stem_for_the_cases_of_a_name() -> None:
    assert len({cyrillic_stem(word) for word in ("Москва", "Москвы", "Москве", "Москву", "Москвой")}) == 1
    assert cyrillic_stem("Уфа") == "уфа"


@given(st.text(alphabet="王李上海北京大学说在市长，。 АБвгд«»Ωά aB1年月", max_size=60))
def test_offsets_cut_the_text_and_never_overlap(text: str) -> None:
    article = Article.from_paragraphs([text or "x"])
    spans = sorted(
        (mention.paragraph, mention.start, mention.end, mention.text)
        for entity in RuleEngine().find(article)
        for mention in entity.mentions
    )
    for paragraph, start, end, surface in spans:
        assert article.paragraphs[paragraph].text[start:end] == surface
    for one, other in pairwise(spans):
        assert one[0] != other[0] or one[2] <= other[1]
