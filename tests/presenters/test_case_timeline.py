"""The line of a case: what is done, what comes next, what is expected."""

from datetime import date
from typing import Any

from desktop_app.domain.case import MoveDirection
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_timeline import NodeKind, TimelineNode, timeline_of
from tests.builders import TAKEOVER, a_follow_up, a_move, a_plan, an_attempt
from tests.presenters.opened import TODAY, an_opened_case

MOVED_IN = a_move(MoveDirection.IN, date(2026, 11, 20))


def the_line(rulebook: Rulebook, today: date = TODAY, **changes: Any) -> list[TimelineNode]:  # noqa: ANN401 - as there
    return timeline_of(an_opened_case(rulebook, today, **changes), today)


def said(nodes: list[TimelineNode]) -> list[tuple[str, str, str, NodeKind]]:
    return [(node.title, node.date_text, node.remark, node.kind) for node in nodes]


def test_the_line_goes_from_the_allocation_to_the_end_of_the_programme(rulebook: Rulebook) -> None:
    assert said(the_line(rulebook)) == [
        ("Visiteret", "15.08.2026", "", NodeKind.DONE),
        ("Ansvar overtaget", "01.10.2026", "Til tiden", NodeKind.DONE),
        ("Kontrakt", "28.10.2026", "Til tiden", NodeKind.DONE),
        ("Opfølgning 1", "28.01.2027", "Frist den 28.01.2027", NodeKind.NEXT),
        ("Programmet udløber", "01.10.2031", "Senest den", NodeKind.END),
    ]


def test_what_was_late_says_how_late(rulebook: Rulebook) -> None:
    two_days_late = a_plan(signed_by_citizen_on=date(2026, 11, 3), signed_by_municipality_on=date(2026, 11, 3))
    a_day_late = a_plan(signed_by_citizen_on=date(2026, 11, 2), signed_by_municipality_on=date(2026, 11, 2))

    remarks = [
        next(node.remark for node in the_line(rulebook, plans=(plan,)) if node.title == "Kontrakt")
        for plan in (a_day_late, two_days_late)
    ]

    assert remarks == ["1 dag for sent", "2 dage for sent"]


def test_what_is_not_done_yet_says_how_long_there_is(rulebook: Rulebook) -> None:
    nodes = the_line(rulebook, date(2026, 10, 25), plans=())

    assert ("Kontrakt", "01.11.2026", "Frist om 7 dage", NodeKind.NEXT) in said(nodes)


def test_what_is_overdue_is_still_what_comes_next(rulebook: Rulebook) -> None:
    contract = next(node for node in the_line(rulebook, plans=()) if node.title == "Kontrakt")

    assert (contract.remark, contract.kind) == ("Overskredet 21 dage", NodeKind.NEXT)


def test_only_the_first_of_what_is_to_come_is_next(rulebook: Rulebook) -> None:
    nodes = the_line(rulebook, date(2026, 8, 20), takeover_on=None, plans=())
    planned = [node for node in nodes if node.kind in {NodeKind.NEXT, NodeKind.PLANNED}]

    assert [node.kind for node in planned] == [NodeKind.NEXT, *[NodeKind.PLANNED] * (len(planned) - 1)]
    assert planned[0].title == "Ansvar overtaget"


def test_several_things_to_come_are_planned_after_the_next(rulebook: Rulebook) -> None:
    nodes = the_line(rulebook, moves=(MOVED_IN,))

    assert said(nodes)[2:] == [
        ("Opfølgning 1", "20.11.2026", "Overskredet 2 dage", NodeKind.NEXT),
        ("Kontrakt", "20.12.2026", "Frist om 28 dage", NodeKind.PLANNED),
        ("Programmet udløber", "01.10.2031", "Senest den", NodeKind.END),
    ]


def test_a_follow_up_the_law_wants_earlier_is_shown_at_the_earlier_day(rulebook: Rulebook) -> None:
    nodes = the_line(rulebook, moves=(MOVED_IN,))

    assert next(node.on for node in nodes if node.title == "Opfølgning 1") == MOVED_IN.on


def test_of_many_follow_ups_the_last_two_are_shown_with_their_numbers(rulebook: Rulebook) -> None:
    held = [date(2027, 1, 20), date(2027, 4, 14), date(2027, 7, 7)]
    talks = (*(a_follow_up(held_on=day) for day in held), an_attempt(held_on=date(2027, 5, 5)))

    nodes = the_line(rulebook, date(2027, 8, 1), follow_ups=talks)

    assert [(node.title, node.date_text, node.remark) for node in nodes if "Opfølgning" in node.title] == [
        ("Opfølgning 2", "14.04.2027", "Holdt"),
        ("Opfølgning 3", "07.07.2027", "Holdt"),
        ("Opfølgning 4", "07.10.2027", "Frist den 07.10.2027"),
    ]


def test_a_follow_up_held_today_is_held(rulebook: Rulebook) -> None:
    nodes = the_line(rulebook, follow_ups=(a_follow_up(held_on=TODAY),))

    assert [node.kind for node in nodes if node.on == TODAY] == [NodeKind.DONE]


def test_a_follow_up_entered_for_a_later_day_is_not_held_yet(rulebook: Rulebook) -> None:
    nodes = the_line(rulebook, follow_ups=(a_follow_up(held_on=date(2027, 1, 20)),))

    assert [node.kind for node in nodes if node.title == "Opfølgning 1"] == [NodeKind.NEXT]


def test_a_takeover_the_rules_do_not_know_of_is_shown_without_a_remark(rulebook: Rulebook) -> None:
    nodes = the_line(rulebook, allocation_decided_on=None, permit_granted_on=None)

    assert said(nodes)[0] == ("Ansvar overtaget", "01.10.2026", "", NodeKind.DONE)


def test_a_takeover_to_come_is_not_done(rulebook: Rulebook) -> None:
    nodes = the_line(rulebook, date(2026, 9, 1), allocation_decided_on=None, permit_granted_on=None, plans=())

    assert "Ansvar overtaget" not in [node.title for node in nodes]


def test_a_case_of_which_nothing_is_known_has_no_line(rulebook: Rulebook) -> None:
    unknown = the_line(rulebook, takeover_on=None, allocation_decided_on=None, permit_granted_on=None, plans=())

    assert unknown == []


def test_points_stand_in_the_order_of_their_dates(rulebook: Rulebook) -> None:
    nodes = the_line(rulebook, allocation_decided_on=TAKEOVER.replace(day=15))

    assert [node.on for node in nodes] == sorted(node.on for node in nodes)
