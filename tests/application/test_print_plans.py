"""Printing the plans of many cases: one after the other, each logged, none stopped by another."""

from collections.abc import Sequence
from datetime import date

import pytest

from desktop_app.application.drawing_ports import PlanPrinter
from desktop_app.application.errors import CaseNotFound
from desktop_app.application.permission import NotAllowed
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import LogAction
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.print_plans import HandedOut, NotDrawnYet, PlansInParts, WantedPlan, plans_ready
from desktop_app.domain.plan import Annulment, NoSignature, Plan, PlanState, Unsigned
from desktop_app.domain.plan_snapshot import PlanSnapshot
from desktop_app.domain.role import Role
from tests.builders import SIGNED, a_case, a_draft, a_plan
from tests.fakes import FakePrinter, FakeStore

TODAY = date(2026, 11, 22)


class Office:
    """A store with a case for each of some lists of plans, numbered 2026-1 and on, and a folder in memory."""

    def __init__(self, law: PlanLaw, *plans: Sequence[Plan]) -> None:
        self.law = law
        self.printer = FakePrinter()
        self.draw: PlanPrinter = self.printer
        self.store = FakeStore(
            *(a_case(case_number=f"2026-{place}", plans=tuple(each)) for place, each in enumerate(plans, start=1))
        )
        self.taken: list[PrintedPlan] = []
        self.refused = set[str]()

    def take(self, printed: PrintedPlan) -> None:
        if printed.case_number in self.refused:
            raise PermissionError(13, "Permission denied", printed.file_name)
        self.taken.append(printed)

    def begin(self, *wanted: str | WantedPlan) -> PlansInParts:
        return PlansInParts(
            [WantedPlan(each) if isinstance(each, str) else each for each in wanted],
            work=self.store.work,
            printer=self.draw,
            law=self.law,
            today=TODAY,
            hand_out=self.take,
        )

    def printed(self) -> list[tuple[str, str]]:
        """Return case and version of every print that was logged."""
        numbers = {case.id: case.case_number for case in self.store.content.cases.values()}
        return [
            (numbers[line.record], line.details["version"])
            for line in self.store.log
            if line.action is LogAction.PRINTED
        ]


def to_the_end(parts: PlansInParts) -> None:
    while parts.go_on():
        pass


def test_each_plan_is_handed_out_and_logged_as_a_print_of_its_case(law: PlanLaw) -> None:
    office = Office(law, [a_plan()], [a_draft()])
    parts = office.begin("2026-1", "2026-2")

    to_the_end(parts)

    result = parts.so_far()
    assert result.printed == [HandedOut("2026-1", 1, PlanState.SIGNED), HandedOut("2026-2", 1, PlanState.DRAFT)]
    assert (result.without_plan, result.failed, result.not_reached) == ([], [], [])
    assert [plan.case_number for plan in office.taken] == ["2026-1", "2026-2"]
    assert office.printed() == [("2026-1", "1"), ("2026-2", "1")]


def test_a_signed_plan_is_the_bytes_that_were_handed_out_first(law: PlanLaw) -> None:
    office = Office(law, [a_plan()])
    to_the_end(office.begin("2026-1"))

    to_the_end(office.begin("2026-1"))

    first, again = office.taken
    assert again.content == first.content
    assert len(office.printer.snapshots) == 1


def test_one_is_printed_at_a_time_and_what_is_left_is_known(law: PlanLaw) -> None:
    office = Office(law, [a_draft()], [a_draft()], [a_draft()])
    parts = office.begin("2026-1", "2026-2", "2026-3")
    assert parts.progress == (0, 3)

    assert parts.go_on()

    assert parts.progress == (1, 3)
    assert parts.so_far().not_reached == ["2026-2", "2026-3"]
    assert office.printed() == [("2026-1", "1")]
    assert parts.go_on()
    assert not parts.go_on()
    assert not parts.go_on()
    assert parts.progress == (3, 3)
    assert parts.so_far().not_reached == []


def test_a_case_without_a_plan_and_one_nobody_has_are_left_out(law: PlanLaw) -> None:
    office = Office(law, [], [a_draft()])
    parts = office.begin("2026-1", "2026-9", "2026-2")

    to_the_end(parts)

    result = parts.so_far()
    assert result.without_plan == ["2026-1"]
    [failure] = result.failed
    assert failure.case_number == "2026-9"
    assert isinstance(failure.error, CaseNotFound)
    assert [plan.case_number for plan in result.printed] == ["2026-2"]


def test_a_plan_that_cannot_be_drawn_or_taken_never_stops_the_others(law: PlanLaw) -> None:
    office = Office(law, [a_draft()], [a_draft()], [a_draft()])
    drawn = list[PlanSnapshot]()

    def draw(snapshot: PlanSnapshot) -> bytes:
        drawn.append(snapshot)
        if len(drawn) == 1:
            raise ZeroDivisionError
        return b"%PDF"

    office.draw = draw
    office.refused = {"2026-2"}
    parts = office.begin("2026-1", "2026-2", "2026-3")

    to_the_end(parts)

    result = parts.so_far()
    assert [(failure.case_number, type(failure.error)) for failure in result.failed] == [
        ("2026-1", ZeroDivisionError),
        ("2026-2", PermissionError),
    ]
    assert [plan.case_number for plan in result.printed] == ["2026-3"]
    assert [number for number, _version in office.printed()] == ["2026-2", "2026-3"]


def test_a_plan_that_is_drawn_beside_all_else_is_tried_again_and_logged_once(law: PlanLaw) -> None:
    office = Office(law, [a_plan()])
    asked = list[PlanSnapshot]()

    def draw(snapshot: PlanSnapshot) -> bytes:
        asked.append(snapshot)
        if len(asked) == 1:
            raise NotDrawnYet
        return b"%PDF"

    office.draw = draw
    parts = office.begin("2026-1")

    assert parts.go_on()
    assert (parts.progress, office.printed(), office.store.content.frozen_plans) == ((0, 1), [], [])

    assert not parts.go_on()
    assert asked[0] == asked[1]
    assert office.printed() == [("2026-1", "1")]


def test_a_plan_wanted_twice_is_printed_once(law: PlanLaw) -> None:
    office = Office(law, [a_draft()])
    parts = office.begin("2026-1", "2026-1")

    to_the_end(parts)

    assert parts.progress == (1, 1)
    assert len(office.taken) == 1


def test_the_version_that_waits_for_signatures_is_printed_beside_the_one_in_force(law: PlanLaw) -> None:
    office = Office(law, [a_plan(), a_draft(number=2, ready_on=SIGNED)], [a_plan()], [a_draft(ready_on=SIGNED)])

    ready = plans_ready(office.store.read)
    to_the_end(office.begin(*ready))

    assert ready == [WantedPlan("2026-1", 2), WantedPlan("2026-3", 1)]
    assert [(plan.plan_number, plan.state) for plan in office.taken] == [(2, PlanState.READY), (1, PlanState.READY)]


@pytest.mark.parametrize(
    "plan",
    [
        a_draft(),
        a_draft(ready_on=SIGNED, annulment=Annulment(on=TODAY, reason="Fejl")),
        a_draft(
            ready_on=SIGNED,
            signed_by_municipality_on=SIGNED,
            unsigned=Unsigned(why=NoSignature.UNABLE, reason="Indlagt"),
        ),
    ],
    ids=["draft", "annulled", "concluded without the citizen"],
)
def test_nothing_waits_of_other_versions(law: PlanLaw, plan: Plan) -> None:
    assert plans_ready(Office(law, [plan]).store.read) == []


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.ADMINISTRATOR, Role.AUDITOR], ids=str)
def test_who_may_not_print_is_refused_before_the_first_plan(law: PlanLaw, role: Role) -> None:
    office = Office(law, (a_plan(),))
    office.store.role = role

    with pytest.raises(NotAllowed):
        office.begin("2026-1")

    assert office.taken == []
