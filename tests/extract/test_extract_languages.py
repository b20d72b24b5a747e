"""Names of languages other than English; every sentence is invented."""

from __future__ import annotations

from itertools import pairwise

import pytest
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


FRENCH = (
    "VALMONT (AFP) - Un entrepôt de la société Transvallée a brûlé à Valmont, dans le département de la"
    " Drune, selon le maire, Bernard Fauchet, et les pompiers de Montelle.",
    "La ministre de l'Intérieur, Sophie Delmas, est attendue mercredi. L'Union européenne a proposé son aide,"
    " et le fleuve Aurance n'a pas été pollué.",
)
SPANISH = (
    "El Consejo de Ministros aprobó el trasvase del río Tarbena a la comarca de Los Almos, y los agricultores"
    " de Murcia y Almería celebraron la decisión con la asociación Agua Viva.",
    "El alcalde de Villamora, Tomás Arrieta, protestó. Francia y Portugal siguen el caso. «No hay más», dijo"
    " Arrieta. Su portavoz, Andrés del Castillo, no quiso hablar con la prensa.",
)
ITALIAN = (
    "Due persone sono rimaste ferite nel crollo di un ponte sul fiume Serchiola. Lo ha confermato il sindaco"
    " di Valdora, Giulia Marchesini, ai giornalisti che la aspettavano davanti al comune.",
    "Il ministro delle Infrastrutture, Carlo De Benedictis, arriverà da Roma. La Procura di Lucca indaga, e"
    " secondo la società Autoponti i lavori erano finiti. A Firenze la Croce Rossa è pronta.",
)


@pytest.mark.parametrize(
    ("paragraphs", "wanted", "unwanted"),
    [
        pytest.param(
            FRENCH,
            {
                "VALMONT": "GPE",
                "AFP": "ORG",
                "Transvallée": "ORG",
                "Valmont": "GPE",
                "Drune": "GPE",
                "Bernard Fauchet": "PERSON",
                "Montelle": "GPE",
                "Sophie Delmas": "PERSON",
                "Union européenne": "ORG",
                "Aurance": "LOC",
            },
            {"Intérieur", "Un", "La", "L'Union"},
            id="French",
        ),
        pytest.param(
            SPANISH,
            {
                "Consejo de Ministros": "ORG",
                "Tarbena": "LOC",
                "Los Almos": "GPE",
                "Murcia": "GPE",
                "Almería": "GPE",
                "Agua Viva": "ORG",
                "Villamora": "GPE",
                "Tomás Arrieta": "PERSON",
                "Arrieta": "PERSON",
                "Francia": "GPE",
                "Portugal": "GPE",
                "Andrés del Castillo": "PERSON",
            },
            {"El", "Su", "No"},
            id="Spanish",
        ),
        pytest.param(
            ITALIAN,
            {
                "Serchiola": "LOC",
                "Valdora": "GPE",
                "Giulia Marchesini": "PERSON",
                "Carlo De Benedictis": "PERSON",
                "Roma": "GPE",
                "Procura di Lucca": "ORG",
                "Autoponti": "ORG",
                "Firenze": "GPE",
                "Croce Rossa": "ORG",
            },
            {"Infrastrutture", "A", "Due", "Lo"},
            id="Italian",
        ),
    ],
)
def test_romance_names_by_their_own_cues(
    paragraphs: tuple[str, ...], wanted: dict[str, str], unwanted: set[str]
) -> None:
    found = names(*paragraphs)
    assert {surface: found.get(surface) for surface in wanted} == wanted
    assert not unwanted & set(found)


def test_russian_names_with_their_common_nouns() -> None:
    found = names(
        "Новый мост через реку Тишанку открыли в пятницу в Заозёрске. Об этом пишет Северное агентство"
        " новостей. По словам жительницы улицы Садовой Анны Кравец, дорога до Москвы стала короче.",
        "Мост построила компания «Севермост». В Заречном районе довольны, сказал Павел Рогожин. Рогожина"
        " поддержал депутат.",
    )
    assert found["Тишанку"] == found["Заречном районе"] == "LOC"
    assert found["Северное агентство новостей"] == found["Севермост"] == "ORG"
    assert found["улицы Садовой"] == "FAC"
    assert found["Анны Кравец"] == found["Павел Рогожин"] == found["Рогожина"] == "PERSON"
    assert found["Заозёрске"] == found["Москвы"] == "GPE"


def test_chinese_stations_and_people_behind_a_space() -> None:
    found = names("居民王秀兰说，她家住在南门站附近。老板周小山已经决定搬家。记者 陈晓报道。")
    assert found["王秀兰"] == found["周小山"] == "PERSON"
    assert found["南门站"] == "FAC"


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
