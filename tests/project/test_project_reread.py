"""Work found again in sources that have changed: placed for certain, or listed as an orphan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_comparisons import LEFT, made_article, made_comparison, span

from desktop_app.model import Alignment, Article, Comparison, Kind, Origin, Side, Span
from desktop_app.model.order import mark_moved
from desktop_app.project import Judgement, NoteKind, Place, new_project
from desktop_app.project import corrections as correct
from desktop_app.project.anchors import Moves
from desktop_app.project.links import pairs_of, set_moved
from desktop_app.project.reread import carry, finish
from desktop_app.project.state import whole, with_mark, with_note

WORDS = (
    "The ferry left the pier at noon.",
    "Nobody on board was hurt that day.",
    "An inquiry opens next week.",
)


def article(*texts: str) -> Article:
    return Article.from_paragraphs(texts)


def test_moved_paragraphs_are_found_by_their_words() -> None:
    moves = Moves(article(*WORDS), article(WORDS[2], "Quite new words stand here now.", WORDS[0], WORDS[1]))
    assert [moves.paragraph(n) for n in range(3)] == [2, 3, 0]
    assert moves.span(Span(1, 7, 15)) == Span(3, 7, 15)


def test_a_reworded_paragraph_between_unchanged_ones_is_the_same() -> None:
    moves = Moves(article(*WORDS), article(WORDS[0], "Nobody on board was harmed that day.", WORDS[2]))
    assert moves.paragraph(1) == 1
    assert moves.span(Span(1, 0, 15)) == Span(1, 0, 15)
    assert moves.span(Span(1, 20, 24)) is None
    assert moves.span(Span(1, 0, len(WORDS[1]))) == Span(1, 0, 36)


@pytest.mark.parametrize(
    "new",
    [
        (WORDS[0], "Something else altogether happened here.", WORDS[2]),
        (WORDS[0], "Nobody on board was harmed that day.", "And more of it.", WORDS[2]),
        ("Nobody on board was harmed that day.",),
    ],
)
def test_a_look_alike_is_not_taken(new: tuple[str, ...]) -> None:
    moves = Moves(article(*WORDS), article(*new))
    assert moves.paragraph(1) is None


def test_short_and_repeated_texts_need_a_neighbour() -> None:
    moves = Moves(article(WORDS[0], "Yes.", WORDS[1], "Yes."), article("Yes.", WORDS[1], WORDS[2], WORDS[0]))
    assert moves.paragraph(1) is None or moves.paragraph(3) is None
    certain = Moves(article(WORDS[0], "Yes.", WORDS[1]), article(WORDS[2], WORDS[0], "Yes.", WORDS[1]))
    assert certain.paragraph(1) == 2
    doubled = Moves(article(WORDS[0], "Yes.", "Yes.", WORDS[1]), article(WORDS[0], "Yes.", WORDS[1]))
    assert doubled.paragraph(1) is None
    assert doubled.paragraph(2) is None


def test_words_elsewhere_are_taken_only_when_long_or_framed_alike() -> None:
    old = article("He said the gates stay shut until the inquiry ends.", WORDS[0])
    moved = article(
        "Much was new. He said the gates stay shut until the inquiry ends. Then he left.", WORDS[1]
    )
    moves = Moves(old, moved)
    assert moves.paragraph(0) is None
    assert moves.span(Span(0, 8, 50)) == Span(0, 22, 64)
    assert moves.span(Span(0, 0, 2)) is None
    assert moves.span(Span(0, 8, 13)) is None


@given(st.lists(st.sampled_from([*WORDS, "Yes.", "No, never."]), min_size=1, max_size=6), st.data())
def test_what_is_placed_has_the_same_words(texts: list[str], data: st.DataObject) -> None:
    new = data.draw(st.permutations(texts))
    old_article, new_article = article(*texts), article(*new)
    moves = Moves(old_article, new_article)
    assert len(set(moves.same.values())) == len(moves.same)
    for index, place in moves.same.items():
        assert texts[index] == new[place]
    for index, text in enumerate(texts):
        found = moves.span(Span(index, 0, min(4, len(text))))
        if found is not None:
            assert new_article.text_at(found) == old_article.text_at(Span(index, 0, min(4, len(text))))


def test_an_unchanged_text_keeps_everything() -> None:
    texts = article(*WORDS, "Yes.", "Yes.")
    moves = Moves(texts, texts)
    assert [moves.paragraph(n) for n in range(5)] == list(range(5))


def changed_left() -> Article:
    """Return the left with a new paragraph on top of the story, one reworded, and one gone."""
    paragraphs = list(LEFT)
    paragraphs[3] = (Kind.BODY, "The crane was 31 years old. It had been checked in March.")
    del paragraphs[4]
    paragraphs.insert(1, (Kind.BODY, "Updated on Tuesday with words of the harbour master."))
    return made_article(tuple(paragraphs), "left.txt")


def test_what_a_person_called_moved_stays_moved_in_a_changed_source() -> None:
    comparison = made_comparison()
    marked = set_moved(comparison.alignment, 1, moved=True)
    project = new_project(replace(comparison, alignment=marked))
    left = changed_left()
    carried = carry(project, left, comparison.right)
    compared = Comparison(left, comparison.right, Alignment(mark_moved(carried.fixed)))
    moved = {link.left: link.moved for link in finish(carried, compared).comparison.alignment.links}
    assert moved[marked.links[1].left[0] + 1,]


def test_a_project_is_carried_over_and_the_rest_is_listed() -> None:
    comparison = made_comparison()
    quoted = comparison.quotations[0].left
    assert quoted is not None
    project = new_project(comparison)
    project = with_note(project, NoteKind.QUOTATION, ((Side.LEFT, quoted.pieces[0]),), "Is this the wording?")
    project = with_note(project, NoteKind.PARAGRAPH, ((Side.LEFT, whole(comparison.left, 4)),), "Which quay?")
    project = with_mark(project, comparison.changes[0], Judgement.SEEN)
    brenn = comparison.entities[0]
    project = replace(
        project,
        rejected=((2, 7), (4, 7)),
        corrections=(
            correct.rename(brenn, "Ada Holt"),
            correct.split(comparison.entities[1], [(Side.LEFT, comparison.left.mention(4, 0, 7))], "Ferries"),
        ),
        place=Place(Side.LEFT, 2, 7, 1.5),
    )
    left = changed_left()
    carried = carry(project, left, comparison.right)
    assert [(link.left, link.right, link.origin) for link in carried.fixed] == [
        ((2,), (3, 4), Origin.CONFIRMED)
    ]
    assert {(pair.left, pair.right) for pair in carried.fixed[0].pairs} == pairs_of(carried.fixed)
    assert carried.rejected == ((3, 7),)
    assert [note.text for note in carried.notes] == ["Is this the wording?"]
    assert left.text_at(carried.notes[0].places[0][1]) == quoted.text
    assert carried.marks[0].left == span(left, 2, "Twelve workers")
    assert [orphan.kind for orphan in carried.orphans] == [
        "link",
        "note on a paragraph",
        "correction of an entity",
    ]
    assert carried.orphans[1].text == "Which quay?"
    assert carried.orphans[1].quotes == ((Side.LEFT, LEFT[4][1]),)
    assert carried.place == Place(Side.LEFT, 3, 7, 1.5)
    compared = Comparison(left, comparison.right, Alignment(carried.fixed), entities=(brenn,))
    done = finish(carried, replace(compared, entities=(replace(brenn, left=()),)))
    assert done.comparison.entities[0].name == "Ada Holt"
    assert done.orphans == carried.orphans
    assert carry(done, left, comparison.right).orphans == carried.orphans


def test_a_reading_place_that_is_gone_is_the_paragraph_above_that_still_stands() -> None:
    comparison, changed = made_comparison(), changed_left()
    texts = [paragraph.text for paragraph in changed.paragraphs]
    for gone in (3, 4):
        project = replace(new_project(comparison), place=Place(Side.LEFT, gone, 5))
        kept = carry(project, changed, comparison.right).place
        above = next(p.text for p in reversed(comparison.left.paragraphs[:gone]) if p.text in texts)
        assert kept == Place(Side.LEFT, texts.index(above), 0)


@st.composite
def edited(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Draw a text and a later version of it: paragraphs added, dropped, reworded, repeated, moved."""
    pool = [*WORDS, "Yes.", "The gates stay shut until the inquiry ends, she said.", "Yes, she said."]
    old = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=7))
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(new)))
        what = draw(st.sampled_from(["add", "drop", "reword", "move"]))
        if what == "add":
            new.insert(place, draw(st.sampled_from(pool)))
        elif new and place < len(new):
            text = new.pop(place)
            if what == "reword":
                new.insert(place, text.replace("the", "that", 1) + " So it was.")
            elif what == "move":
                new.insert(draw(st.integers(0, len(new))), text)
    return old, new


@given(edited(), st.data())
def test_a_passage_is_never_put_on_other_words(
    pair: tuple[list[str], list[str]], data: st.DataObject
) -> None:
    old, new = (article(*texts) for texts in pair)
    moves = Moves(old, new)
    targets = [place for n in range(len(pair[0])) if (place := moves.paragraph(n)) is not None]
    assert len(targets) == len(set(targets))
    index = data.draw(st.integers(0, len(pair[0]) - 1))
    start = data.draw(st.integers(0, len(pair[0][index])))
    end = data.draw(st.integers(start, len(pair[0][index])))
    whole_paragraph = (start, end) == (0, len(pair[0][index]))
    found = moves.span(Span(index, start, end))
    if found is not None and not whole_paragraph:
        assert new.text_at(found) == pair[0][index][start:end]
