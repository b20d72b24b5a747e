"""Reports from the depths of long work."""

from __future__ import annotations

import pytest

from desktop_app.model import Cancelled, part_of, pulse, pulsed, pulsing


def test_a_pulse_repeats_the_latest_report_of_the_work_around_it() -> None:
    heard: list[tuple[float, str]] = []
    with pulsing(lambda fraction, message: heard.append((fraction, message))) as progress:
        pulse()
        part_of(progress, 0.5, 1.0)(0.5, "Reading")
        pulse()
    pulse()
    assert heard == [(0.75, "Reading"), (0.75, "Reading")]


def test_a_pulse_stops_the_work_that_is_cancelled() -> None:
    asked = False

    def stop(_fraction: float, _message: str) -> None:
        if asked:
            raise Cancelled

    with pulsing(stop) as progress:
        progress(0.1, "Reading")
        pulse()
        asked = True
        with pytest.raises(Cancelled):
            pulse()
    pulse()  # nobody listens any more


def test_work_inside_work_reports_to_both_and_leaves_the_outer_one_listening() -> None:
    heard: list[float] = []
    with pulsing(lambda fraction, _: heard.append(fraction)) as outer:
        outer(0.0, "")
        with pulsing(part_of(outer, 0.5, 1.0)) as inner:
            inner(1.0, "")
            pulse()
        pulse()
    assert heard == [0.0, 1.0, 1.0, 1.0]


def test_reports_never_go_back() -> None:
    heard: list[float] = []
    with pulsing(lambda fraction, _: heard.append(fraction)) as progress:
        for fraction in (0.2, 0.5, 0.4, 0.6):
            progress(fraction, "Reading")
    assert heard == [0.2, 0.5, 0.5, 0.6]


def test_items_come_with_pulses_between() -> None:
    heard: list[float] = []
    with pulsing(lambda fraction, _: heard.append(fraction)) as progress:
        progress(0.5, "Reading")
        assert list(pulsed("abcdefg", 3)) == list("abcdefg")
    assert len(heard) == 4


def test_a_pulse_before_the_first_report_repeats_what_the_work_around_it_said() -> None:
    heard: list[tuple[float, str]] = []
    with pulsing(lambda fraction, message: heard.append((fraction, message))) as outer:
        outer(0.4, "Reading")
        with pulsing(part_of(outer, 0.5, 1.0)) as inner:
            pulse()
            inner(0.5, "Joining")
            pulse()
    assert heard == [(0.4, "Reading"), (0.4, "Reading"), (0.75, "Joining"), (0.75, "Joining")]
