"""Any script: short stories told twice, with a rotation of the right side so that order alone cannot help."""

from __future__ import annotations

import pytest

from desktop_app.align import align
from desktop_app.align.terms import find_words, language_of, term_of
from desktop_app.model import Article
from desktop_app.text.lexicons import function_words

STORIES = {
    "greek": (
        [
            "Το πλοίο «Άρτεμις» προσάραξε το Σάββατο έξω από το λιμάνι της Καλής Ακτής.",
            "Οι 212 επιβάτες μεταφέρθηκαν στην ξηρά με αλιευτικά σκάφη.",
            "Ο πλοίαρχος είπε ότι χάλασε το πηδάλιο.",
        ],
        [
            "Έξω από την Καλή Ακτή προσάραξε το Σάββατο το επιβατηγό «Άρτεμις».",
            "Αλιευτικά έβγαλαν στη στεριά και τους 212 επιβάτες.",
            "Χάλασε το πηδάλιο, σύμφωνα με τον πλοίαρχο.",
        ],
    ),
    "arabic": (
        [
            "افتتح وزير النقل يوم الاثنين جسر الوادي الجديد بعد ثلاث سنوات من العمل.",
            "بلغت كلفة الجسر 85 مليون دينار، دفعت البلدية ربعها.",
            "قال السكان إن الطريق إلى المستشفى صار أقصر بكثير.",
        ],
        [
            "جسر الوادي الجديد صار مفتوحا منذ الاثنين، وقد افتتحه وزير النقل.",
            "كلف الجسر 85 مليون دينار ودفعت البلدية ربع المبلغ.",
            "الطريق إلى المستشفى أقصر الآن، كما قال السكان.",
        ],
    ),
    "hebrew": (
        [
            "שריפה פרצה בליל שישי במחסן הספרים של ספריית גבעת האלון.",
            "כ-9,000 ספרים ניזוקו ממים ומעשן, אמרה המנהלת רותם שגיא.",
            "הכבאים השתלטו על האש בתוך שעתיים.",
        ],
        [
            "בספריית גבעת האלון עלה באש מחסן הספרים, בליל שישי.",
            "המנהלת רותם שגיא מעריכה שכ-9,000 ספרים נפגעו מן המים והעשן.",
            "תוך שעתיים השתלטו הכבאים על השריפה.",
        ],
    ),
    "hindi": (
        [
            "रामगढ़ के पास मंगलवार को एक मालगाड़ी के सात डिब्बे पटरी से उतर गए।",
            "रेलवे ने बताया कि मरम्मत में दो दिन लगेंगे।",
            "चालक ने कहा कि पटरी पर पत्थर पड़े थे।",
        ],
        [
            "मंगलवार को रामगढ़ के निकट मालगाड़ी पटरी से उतरी, सात डिब्बे पलट गए।",
            "मरम्मत दो दिन में पूरी होगी, रेलवे का कहना है।",
            "पटरी पर पत्थर थे, यह बात चालक ने बताई।",
        ],
    ),
    "japanese": (
        [
            "青波町の漁港で日曜日、三十年ぶりに大きなマグロが水揚げされた。",
            "重さは四百十二キロで、地元のすし店が九百万円で買い取った。",
            "漁師の浜田健一さんは「手が震えた」と話した。",
        ],
        [
            "三十年ぶりの大物マグロが日曜日に青波町の漁港に揚がった。",
            "すし店が付けた値段は九百万円、重さは四百十二キロだった。",
            "「手が震えた」と漁師の浜田健一さんは振り返る。",
        ],
    ),
    "thai": (
        [
            "น้ำท่วมบ้านริมคลองในอำเภอบางสายทองเมื่อคืนวันพุธ",
            "ชาวบ้านกว่าสามร้อยคนต้องย้ายไปอยู่ที่โรงเรียน",
            "นายอำเภอกล่าวว่าน้ำจะลดลงภายในสองวัน",
        ],
        [
            "เมื่อคืนวันพุธ บ้านริมคลองในอำเภอบางสายทองถูกน้ำท่วม",
            "ประชาชนสามร้อยกว่าคนย้ายไปพักที่โรงเรียน",
            "ภายในสองวันน้ำจะลดลง นายอำเภอกล่าว",
        ],
    ),
    "korean": (
        [
            "하늘마을 도서관이 토요일에 새 건물로 문을 열었다.",
            "공사비 56억 원 가운데 절반은 시민 모금으로 마련했다.",
            "관장 서다온 씨는 밤 열한 시까지 문을 열겠다고 말했다.",
        ],
        [
            "토요일 하늘마을 도서관이 새 건물에서 다시 문을 열었다.",
            "56억 원의 공사비 절반을 시민 모금이 채웠다.",
            "밤 열한 시까지 열겠다는 것이 관장 서다온 씨의 약속이다.",
        ],
    ),
}


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("turn", [0, 1])
def test_a_story_told_twice_is_linked(name: str, turn: int) -> None:
    left, right = STORIES[name]
    turned = right[turn:] + right[:turn]
    found = align(Article.from_paragraphs(left), Article.from_paragraphs(turned))
    linked = {(pair.left, pair.right) for link in found.links for pair in link.pairs}
    assert linked == {(n, (n - turn) % 3) for n in range(3)}


@pytest.mark.parametrize("name", STORIES)
def test_another_language_has_no_partner(name: str) -> None:
    names = list(STORIES)
    other = STORIES[names[names.index(name) - 1]][1]
    assert align(Article.from_paragraphs(STORIES[name][0]), Article.from_paragraphs(other)).links == ()


def test_unspaced_phrases_are_told_whole() -> None:
    left, right = STORIES["japanese"]
    found = align(Article.from_paragraphs(left), Article.from_paragraphs(right))
    shared = {link.left: link.shared for link in found.links}
    assert any("四百十二キロ" in phrase for phrase in shared[1,])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rose 4.5% to 100,000.", ["It", "rose", "4.5", "to", "100,000"]),
        ("U.S.-led café", ["U", "S", "led", "café"]),
        ("漁港で 40人", ["漁", "港", "で", "40", "人"]),
        ("पटरी पर", ["पटरी", "पर"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [match.group() for match in find_words(text)] == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organised", "organizing"),
        ("Norwegian", "Norway"),
        ("Kiev", "Kyiv"),
        ("told", "tells"),
        ("11.50", "11.5"),
        ("100,000", "100000"),
        ("Évacué", "evacue"),
    ],
)
def test_forms_of_one_word_are_one_term(one: str, other: str) -> None:
    assert term_of(one.lower()) == term_of(other.lower())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the boat was in the harbour and it had no crew"),
        ("de", "das boot lag im hafen und es hatte keine mannschaft mehr"),
        ("fr", "le bateau était dans le port et il ne restait pas un marin"),
        ("ru", "лодка была в гавани и на ней не было никого"),
        ("en", "xyzzy"),
    ],
)
def test_the_language_is_told_by_its_small_words(language: str, text: str) -> None:
    assert language_of(text.split()) == language
    assert function_words(language)
