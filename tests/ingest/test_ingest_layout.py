"""From lines on pages to paragraphs, on pages made of plain lines."""

from __future__ import annotations

import textwrap

from desktop_app.ingest.pdf_layout import Line, lay_out

LEFT = [
    "The ferry was taken out of service on Tuesday after a fire broke out in its engine room, it was said.",
    "Nobody was hurt, and the passengers were brought ashore by the crew of a tug that lay at the same quay.",
]
RIGHT = [
    "The company has asked a yard for another boat, which may take until the end of the month to arrive.",
    "Islanders have been told to expect shortages of milk, bread and newspapers for at least three weeks.",
]


NUMBERS = ["One", "Two", "Three", "Four", "Five", "Six"]


def column(
    paragraphs: list[str], left: float, *, page: int = 0, top: float = 700.0, chars: int = 34
) -> list[Line]:
    """Set paragraphs in a narrow column with an empty line between them."""
    lines = []
    for paragraph in paragraphs:
        for text in textwrap.wrap(paragraph, chars):
            lines.append(Line(page, left, left + 6.0 * len(text), top, top - 12, 12, text))
            top -= 14
        top -= 14
    return lines


def texts(lines: list[Line], pages: int = 1) -> list[str]:
    return [block.text for block in lay_out(lines, pages).blocks]


def test_columns_stored_row_by_row_are_read_one_after_the_other() -> None:
    left, right = column(LEFT, 50), column(RIGHT, 310)
    title = Line(0, 50, 510, 740, 716, 24, "Ferry to the outer islands stopped")
    rows = sorted([*left, *right], key=lambda line: (-line.top, line.left))
    assert texts([title, *rows]) == [title.text, *LEFT, *RIGHT]


def test_columns_stored_one_after_the_other_stay_so() -> None:
    assert texts([*column(LEFT, 50), *column(RIGHT, 310)]) == [*LEFT, *RIGHT]


def test_heads_feet_and_page_numbers_go() -> None:
    lines: list[Line] = []
    for page in range(6):
        lines.append(Line(page, 50, 200, 790, 778, 12, "The Orme Courier"))
        lines.extend(
            column([f"{NUMBERS[page]} were hurt, said the office of {NUMBERS[page]}."], 50, page=page)
        )
        lines.append(Line(page, 250, 280, 40, 28, 12, f"- {page + 1} -"))
    document = lay_out(lines, 6)
    assert len(document.blocks) == 6
    assert [text for _, text in document.dropped] == ["The Orme Courier"]


def test_a_paragraph_runs_over_the_page_and_its_hyphen_is_undone() -> None:
    before = Line(0, 50, 254, 100, 88, 12, "the harbour office said that the inter-")
    first = Line(0, 50, 254, 114, 102, 12, "A fire broke out on the ferry, and now")
    after = Line(1, 50, 200, 700, 688, 12, "island ferry will stay.")
    assert texts([first, before, after], 2) == [
        "A fire broke out on the ferry, and now the harbour office said that the interisland ferry will stay."
    ]


def test_list_items_and_larger_print_stand_alone() -> None:
    lines = [
        Line(0, 50, 250, 700, 688, 12, "The islands need these things, he"),
        Line(0, 50, 100, 686, 674, 12, "said:"),
        Line(0, 50, 120, 672, 660, 12, "• a new boat"),
        Line(0, 50, 120, 658, 646, 12, "• a new pier"),
        Line(0, 50, 200, 640, 624, 16, "What comes next"),
        Line(0, 50, 250, 610, 598, 12, "Nobody knows, the office said."),
    ]
    assert texts(lines) == [
        "The islands need these things, he said:",
        "• a new boat",
        "• a new pier",
        "What comes next",
        "Nobody knows, the office said.",
    ]


def test_a_byline_in_the_print_of_the_text_stands_alone() -> None:
    lines = [
        Line(0, 50, 150, 700, 688, 12, "By Ada Finch in Orme"),
        Line(0, 50, 250, 686, 674, 12, "The ferry that links the islands was"),
        Line(0, 50, 130, 672, 660, 12, "stopped when"),
        Line(0, 50, 250, 658, 646, 12, "Ilse Brandt, the harbour master, had"),
        Line(0, 50, 150, 644, 632, 12, "seen smoke."),
    ]
    assert texts(lines) == [
        "By Ada Finch in Orme",
        "The ferry that links the islands was stopped when Ilse Brandt, the harbour master, had seen smoke.",
    ]


def test_cells_of_a_table_row_stay_together() -> None:
    rows = []
    for number, (island, shops) in enumerate([("Orme", "4"), ("Little Orme", "1"), ("Far Orme", "0")]):
        top = 700 - 20 * number
        rows.append(Line(0, 50, 120, top, top - 12, 12, island))
        rows.append(Line(0, 300, 306, top, top - 12, 12, shops))
    assert " ".join(texts(rows)) == "Orme 4 Little Orme 1 Far Orme 0"


def test_a_page_of_nothing_but_its_number_still_shows_something() -> None:
    assert texts([Line(0, 50, 60, 40, 28, 12, "12")]) == ["12"]
