"""The language of a text, or an honest word that it is not clear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.text.language import UNKNOWN, guess_language
from desktop_app.text.lexicons import foreign_languages

SAID = {
    "en": "The minister said the bridge would be closed for three months and that the work would cost a lot.",
    "de": "Der Minister sagte, die Brücke werde für drei Monate gesperrt. Es sei nicht möglich.",
    "fr": "Le ministre a dit que le pont serait fermé pendant trois mois. Il n'est pas possible.",
    "es": "El ministro dijo que el puente se cerrará tres meses y que la gente irá en el transbordador.",
    "pt": "O ministro disse que a ponte será fechada durante três meses. Não é possível manter.",
    "no": "Ministeren sa at broen skal stenges i tre måneder. Det er ikke mulig å holde deler av den åpen.",
    "cs": "Ministr řekl, že most bude na tři měsíce uzavřen a že práce budou stát hodně. Není to možné.",
    "ru": "Министр сказал, что мост закроют на три месяца и что работы обойдутся дорого. Открыть его нельзя.",
    "uk": "Міністр сказав, що міст закриють на три місяці і що роботи будуть дорогі. Відкрити його не можна.",
    "ar": "قال الوزير إن الجسر سيغلق لمدة ثلاثة أشهر وإن العمل سيكلف كثيرا. لا يمكن أن يبقى مفتوحا.",
    "ja": "大臣は橋が三か月閉鎖されると述べた。",
    "zh": "部长说大桥将关闭三个月。",
    "ko": "장관은 다리가 석 달 동안 폐쇄된다고 말했다.",
}


@pytest.mark.parametrize("code", SAID)
def test_a_language_is_told(code: str) -> None:
    assert guess_language(SAID[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bridge closed.",
        "2024 1,250 3.5 % 14 16 18 20",
        # Danish, Slovak, Catalan, Bulgarian, Persian: sisters of languages that are listed
        "Ministeren sagde, at broen skal lukkes i tre måneder, og at det ikke er muligt at holde den åben.",
        "Minister povedal, že most bude zatvorený tri mesiace a že práce budú stáť veľa. Nie je to možné.",
        "El ministre va dir que el pont es tancarà durant tres mesos i que no és possible tenir-lo obert.",
        "Министърът каза, че мостът ще бъде затворен за три месеца и че не е възможно да остане отворен.",
        "وزیر گفت که پل برای سه ماه بسته می‌شود و نگه داشتن آن ممکن نیست و مردم باید با قایق بروند.",
    ],
)
def test_a_language_that_is_not_clear_is_not_told(text: str) -> None:
    assert guess_language(text) == UNKNOWN


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    assert guess_language(text) in {UNKNOWN, "en", "ja", "ko", "zh", "th", "ka", "hy", *foreign_languages()}
