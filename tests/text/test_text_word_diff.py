"""Word marks: whole words, calm, right on both sides."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.text.lexicons import function_words
from desktop_app.text.tokens import is_word, tokenize
from desktop_app.text.word_diff import Step, diff_passages, diff_words, words_of


def marked(left: str, right: str) -> list[tuple[str, str, str]]:
    return [
        (run.step.value, left[run.left_start : run.left_end], right[run.right_start : run.right_end])
        for run in diff_words(left, right)
        if run.step is not Step.SAME
    ]


def test_one_replaced_word() -> None:
    assert marked("The ferry sank near Odrin.", "The ferry capsized near Odrin.") == [
        ("reworded", "sank", "capsized")
    ]


def test_case_marks_and_spelling_house_style_are_no_difference() -> None:
    left = "NATO’s “programme” was organised to honour the harbour-master"
    right = 'Nato\'s "program" was organized to honor the harbor-master'
    assert marked(left, right) == []


def test_a_percentage_is_one_word_however_its_sign_is_written() -> None:
    left = "Turnover rose 9.5% and 7 % of it came from ferries."
    right = "Turnover rose 9.5 per cent and 7 percent of it came from ferries."
    assert [run.step for run in diff_words(left, right)] == [Step.SAME]
    (left_marks,), (right_marks,) = diff_passages(["It fell 12% in May."], ["It fell 14 per cent in May."])
    assert [(mark.start, mark.end) for mark in left_marks] == [(8, 11)]
    assert [(mark.start, mark.end) for mark in right_marks] == [(8, 19)]
    assert [word.key for word in words_of("5 percentage points, 3 %")] == ["5", "percentage", "points", "3%"]


def test_function_words_are_never_marked_alone() -> None:
    assert marked("He was at the end of a road in Tarn", "He was at an end of the road at Tarn") == []


def test_moved_words_are_reordered_on_both_sides() -> None:
    left = "The council closed the bridge late last autumn"
    right = "Late last autumn the council closed the bridge"
    assert marked(left, right) == [("reordered", "late last autumn", "Late last autumn")]


def test_added_words_stand_on_one_side() -> None:
    assert marked("She left the hall.", "She left the crowded hall.") == [("new", "", "crowded")]


def test_rewritten_sentence_is_one_band() -> None:
    left = "Fishermen blamed heavy rain upstream for the flood."
    right = "Experts traced the disaster to careless dam operators."
    found = marked(left, right)
    assert len(found) == 1
    assert found[0][0] == "reworded"


def test_sentence_without_counterpart() -> None:
    assert marked("", "Nobody was hurt.") == [("new", "", "Nobody was hurt")]
    assert marked("Nobody was hurt.", "") == [("new", "Nobody was hurt", "")]


def test_marks_end_where_a_quotation_ends() -> None:
    left = "A guard at the depot said: “We’re walking into a coin-flipping.”"
    for close in ("”", '"', "’"):
        right = f"“We’re walking into a flip of the coin,{close} another guard at the depot said."
        ends = [right[mark.start : mark.end] for mark in diff_passages([left], [right])[1][0]]
        assert "flip of the coin" in ends
        assert not any("coin," in text for text in ends)
        assert not any("coin," in text for _, _, text in marked(left, right))


def test_a_mark_may_run_over_an_opening_mark_and_a_possessive() -> None:
    right = "She left “quite suddenly when the miners’ meeting ended"
    assert marked("She left", right) == [("new", "", "quite suddenly when the miners’ meeting ended")]


def test_single_letters_of_a_script_without_spaces_are_no_words() -> None:
    left = "市长在早上的会议里说，新桥明年开放。"
    right = "市长昨晚在电视中说，新桥明年开放。"
    assert marked(left, right) == [("reworded", "在早上的会议里", "昨晚在电视中")]
    assert marked("今天下午开会。", "昨天下午开会。") == [("reworded", "今", "昨")]


def test_a_mark_never_begins_inside_what_is_written_as_one_word() -> None:
    def told(left: str, right: str) -> list[str]:
        (marks,), _ = diff_passages([left], [right])
        return [left[mark.start : mark.end] for mark in marks]

    assert told("A lower court’s finding fell.", "A High Court ruling fell.") == ["lower", "finding"]
    assert told("They don’t agree on it.", "They do agree on it.") == ["don’t"]
    assert told("The court’s view is plain.", "The court view is plain.") == []


def test_passages_know_moves_between_paragraphs() -> None:
    left = ["The dam broke at dawn. Two villages were evacuated at once."]
    right = ["The dam broke at dawn.", "Two villages were evacuated at once."]
    left_marks, right_marks = diff_passages(left, right)
    assert left_marks == [[]]
    assert right_marks == [[], []]


def test_marks_never_cross_from_one_paragraph_into_the_next() -> None:
    left = ["Alpha bravo charlie", "delta echo foxtrot"]
    left_marks, right_marks = diff_passages(left, ["golf hotel"])
    for text, marks in zip(left, left_marks, strict=True):
        assert marks
        assert all(mark.end <= len(text) for mark in marks)
    assert right_marks[0]


def test_long_texts_are_cut_at_anchors() -> None:
    left = " ".join(f"word{i} filler text here" for i in range(3000))
    right = left.replace("word1500 ", "altered1500 ")
    assert marked(left, right) == [("reworded", "word1500", "altered1500")]


words = st.lists(
    st.sampled_from(
        ["sun", "moon", "the", "of", "a", "river", "stone", "3.5", "don’t", "Über", "東", "emoji🙂", "said"]
    ),
    max_size=25,
)


@given(words, words)
def test_runs_cover_all_words_of_both_sides(left: list[str], right: list[str]) -> None:
    check_cover(" ".join(left), " ".join(right))


@given(words, words)
def test_marks_of_a_text_stand_apart(left: list[str], right: list[str]) -> None:
    for marks in diff_passages([" ".join(left)], [" ".join(right)]):
        for mark, following in pairwise(marks[0]):
            assert mark.start < mark.end <= following.start


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text(left: str, right: str) -> None:
    check_cover(left, right)


def check_cover(left: str, right: str) -> None:
    runs = diff_words(left, right)
    for text, spans in (
        (left, [(run.left_start, run.left_end) for run in runs]),
        (right, [(run.right_start, run.right_end) for run in runs]),
    ):
        for token in tokenize(text):
            if is_word(token):
                holding = [span for span in spans if span[0] <= token.start and token.end <= span[1]]
                assert len(holding) == 1, (token, spans)
        assert all(0 <= start <= end <= len(text) for start, end in spans)


@given(words)
def test_a_text_with_itself_is_the_same(left: list[str]) -> None:
    assert marked(" ".join(left), " ".join(left)) == []


@given(words, words)
def test_marked_runs_carry_weight(left: list[str], right: list[str]) -> None:
    for _, a, b in marked(" ".join(left), " ".join(right)):
        assert any(word.lower() not in function_words() for word in (a + " " + b).split())
