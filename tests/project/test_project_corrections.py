"""Findings corrected by hand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from made_comparisons import comparisons, few, made_comparison

from desktop_app.model import Comparison, EntityRow, EntityType, Side, SpeakerDifference
from desktop_app.project import corrections as correct


def two_people() -> Comparison:
    """Return the comparison with the harbour master listed as two people."""
    comparison = made_comparison()
    brenn = comparison.entities[0]
    rows = (
        replace(brenn, right=()),
        EntityRow("Ms Brenn", EntityType.PERSON, (), brenn.right, roles=("Ms",), related=("Ada Brenn",)),
        comparison.entities[1],
    )
    match = comparison.quotations[0]
    assert match.right is not None
    right = replace(match.right, speaker_entity="Ms Brenn")
    return replace(comparison, entities=rows, quotations=(replace(match, right=right),))


def test_renaming_goes_through_to_speakers() -> None:
    comparison = made_comparison()
    after = correct.apply(comparison, correct.rename(comparison.entities[0], " Ada Holt "))
    assert after.entities[0].name == "Ada Holt"
    match = after.quotations[0]
    assert match.left is not None
    assert match.left.speaker_entity == "Ada Holt"
    assert match.speaker_differs is SpeakerDifference.NAME_VARIANT
    assert correct.apply(comparison, correct.rename(comparison.entities[0], "  ")) == comparison


def test_retyping_keeps_name_and_mentions() -> None:
    comparison = made_comparison()
    before = comparison.entities[0]
    after = correct.apply(comparison, correct.retype(before, EntityType.ORG))
    assert after.entities[0] == replace(before, type=EntityType.ORG)
    unknown = replace(correct.retype(before, EntityType.ORG), name="PLANET")
    assert correct.apply(comparison, unknown) == comparison


def test_merging_joins_mentions_roles_and_speakers() -> None:
    comparison = two_people()
    after = correct.apply(comparison, correct.merge(comparison.entities[:2]))
    assert [row.name for row in after.entities] == ["Ada Brenn", "March"]
    assert after.entities[0].left
    assert after.entities[0].right
    assert after.entities[0].roles == ("harbour master", "Ms")
    match = after.quotations[0]
    assert match.right is not None
    assert match.right.speaker_entity == "Ada Brenn"


def test_splitting_takes_mentions_out() -> None:
    comparison = made_comparison()
    row = comparison.entities[0]
    after = correct.apply(comparison, correct.split(row, [(Side.RIGHT, row.right[0])], "Another Brenn"))
    assert [(r.name, len(r.left), len(r.right)) for r in after.entities[:2]] == [
        ("Ada Brenn", 1, 0),
        ("Another Brenn", 0, 1),
    ]
    everything = [(side, m) for side in Side for m in row.on(side)]
    assert correct.apply(comparison, correct.split(row, everything, "X")) == comparison


def test_dismissing_takes_an_entity_off_the_list() -> None:
    comparison = made_comparison()
    after = correct.apply(comparison, correct.dismiss(comparison.entities[1]))
    assert [row.name for row in after.entities] == ["Ada Brenn"]
    assert correct.apply(after, correct.dismiss(comparison.entities[1])) == after


def test_a_corrected_speaker_is_judged_anew() -> None:
    comparison = made_comparison()
    right = comparison.quotations[0].right
    assert right is not None
    other = correct.apply(comparison, correct.correct_speaker(Side.RIGHT, right, "Tom Reed"))
    assert other.quotations[0].speaker_differs is SpeakerDifference.ATTRIBUTION
    back = correct.apply(other, correct.correct_speaker(Side.RIGHT, right, "Ada Brenn"))
    assert back.quotations[0].speaker_differs is None
    unknown = correct.apply(comparison, correct.correct_speaker(Side.RIGHT, right, ""))
    assert unknown.quotations[0].right is not None
    assert unknown.quotations[0].right.speaker_entity is None


@few
@given(comparisons(), st.data())
def test_mentions_are_never_lost_but_by_dismissing(comparison: Comparison, data: st.DataObject) -> None:
    if not comparison.entities:
        return
    row = data.draw(st.sampled_from(comparison.entities))
    action = data.draw(
        st.sampled_from(
            [
                correct.rename(row, "New"),
                correct.merge(comparison.entities),
                correct.split(row, [(Side.LEFT, m) for m in row.left], "Part"),
            ]
        )
    )
    after = correct.apply_all(comparison, [action])

    def mentions(of: Comparison) -> set[object]:
        return {(side, m) for r in of.entities for side in Side for m in r.on(side)}

    assert mentions(after) == mentions(comparison)


def test_what_is_no_longer_there_changes_nothing() -> None:
    comparison = made_comparison()
    gone = EntityRow("Nobody", EntityType.PERSON, (), ())
    right = comparison.quotations[0].right
    assert right is not None
    elsewhere = replace(right, pieces=comparison.quotations[0].left.pieces)  # type: ignore[union-attr]
    for correction in (
        correct.rename(gone, "Somebody"),
        correct.merge([gone]),
        correct.split(gone, [], "Part"),
        correct.correct_speaker(Side.RIGHT, elsewhere, "Somebody"),
        correct.Correction(correct.CorrectionKind.SPEAKER, name="Somebody"),
    ):
        assert correct.apply(comparison, correction) == comparison


def test_a_speaker_of_one_side_only_is_not_judged() -> None:
    comparison = made_comparison()
    match = replace(comparison.quotations[0], right=None, speaker_differs=None)
    comparison = replace(comparison, quotations=(match,))
    assert match.left is not None
    after = correct.apply(comparison, correct.correct_speaker(Side.LEFT, match.left, "Tom Reed"))
    assert after.quotations[0].speaker_differs is None
    assert after.quotations[0].left is not None
    assert after.quotations[0].left.speaker_entity == "Tom Reed"
