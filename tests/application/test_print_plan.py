"""Printing the plan: a signed version always as it was first handed out."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from desktop_app.application.errors import CaseNotFound, PlanNotFound
from desktop_app.application.plan_freezing import PlanLaw, snapshot_of
from desktop_app.application.ports import FrozenPlan, LogAction
from desktop_app.application.print_plan import PrintedPlan, print_plan
from desktop_app.domain.plan import Annulment, Plan, PlanState
from tests.builders import SIGNED, a_case, a_citizen, a_draft, a_goal, a_plan
from tests.fakes import EKSEMPELKOMMUNE, FakePrinter, FakeStore, Noted

TODAY = date(2026, 11, 22)


class Office:
    """A store with one case, a printer, and the law."""

    def __init__(self, law: PlanLaw, *plans: Plan, case_number: str = "2026-014") -> None:
        self.law = law
        self.printer = FakePrinter()
        self.store = FakeStore(a_case(case_number=case_number, plans=plans))
        self.case_number = case_number

    def print(self, plan_number: int | None = None, today: date = TODAY) -> PrintedPlan:
        return print_plan(
            self.case_number,
            work=self.store.work,
            printer=self.printer,
            law=self.law,
            today=today,
            plan_number=plan_number,
        )

    def change(self, **fields: object) -> None:
        with self.store.work() as unit:
            case = unit.cases.by_number(self.case_number)
            unit.cases.save(replace(case, **fields))  # type: ignore[arg-type]
            unit.commit()


def a_second(plan: Plan) -> Plan:
    return replace(plan, number=2)


# Drafts --------------------------------------------------------------------------------------------------------------


def test_a_draft_is_drawn_of_today(law: PlanLaw) -> None:
    office = Office(law, a_draft())

    printed = office.print()

    [snapshot] = office.printer.snapshots
    assert snapshot.draft
    assert snapshot.dated_on == TODAY
    assert printed == PrintedPlan(
        content=printed.content, case_number="2026-014", plan_number=1, dated_on=TODAY, state=PlanState.DRAFT
    )
    assert printed.content.startswith(b"%PDF")


def test_a_draft_is_drawn_anew_each_time_and_kept_nowhere(law: PlanLaw) -> None:
    office = Office(law, a_draft())

    first, second = office.print(), office.print(today=date(2026, 11, 23))

    assert first.content != second.content
    assert second.dated_on == date(2026, 11, 23)
    assert office.store.content.frozen_plans == []
    assert office.store.content.documents == []


def test_a_plan_one_party_has_signed_is_still_a_draft(law: PlanLaw) -> None:
    office = Office(law, a_draft(signed_by_citizen_on=SIGNED))

    assert office.print().state is PlanState.DRAFT


# Signed versions -----------------------------------------------------------------------------------------------------


def test_a_signed_plan_is_dated_by_its_signature_and_is_no_draft(law: PlanLaw) -> None:
    office = Office(law, a_plan())

    printed = office.print()

    assert printed.state is PlanState.SIGNED
    assert printed.dated_on == SIGNED
    assert [snapshot.dated_on for snapshot in office.printer.snapshots] == [SIGNED]


def test_a_signed_plan_is_drawn_once_and_handed_out_the_same_for_ever(law: PlanLaw) -> None:
    office = Office(law, a_plan())

    first = office.print()
    again = office.print(today=date(2031, 1, 1))

    assert again == first
    assert len(office.printer.snapshots) == 1


def test_what_is_changed_later_does_not_change_what_was_handed_out(law: PlanLaw) -> None:
    office = Office(law, a_plan())
    first = office.print()

    office.change(citizen=replace(office.store.case("2026-014").citizen, family_name="Hassan"))

    assert office.print().content == first.content


@pytest.mark.parametrize("is_frozen", [True, False])
def test_in_a_store_that_is_only_read_a_signed_plan_is_drawn_and_kept_nowhere(
    law: PlanLaw,
    is_frozen: bool,  # noqa: FBT001 - given
) -> None:
    office = Office(law, a_plan())
    if is_frozen:
        office.print()
        office.store.content.documents.clear()
    office.store.is_reading_only = True
    frozen = len(office.store.content.frozen_plans)

    assert office.print().state is PlanState.SIGNED
    assert office.store.content.documents == []
    assert len(office.store.content.frozen_plans) == frozen


def test_the_bytes_are_kept_with_their_hash(law: PlanLaw) -> None:
    office = Office(law, a_plan())

    content = office.print().content

    [document] = office.store.content.documents
    [frozen] = office.store.content.frozen_plans
    assert document.id
    assert (document.content, document.sha256) == (content, sha256(content).hexdigest())
    assert (document.kind, document.language, document.frozen_plan_id) == ("plan", "da", frozen.id)


def test_a_plan_that_was_frozen_is_drawn_from_its_snapshot_not_from_the_case(law: PlanLaw) -> None:
    office = Office(law, a_plan())
    case = office.store.case("2026-014")
    then = replace(case, citizen=a_citizen(family_name="Dengang"))
    snapshot = snapshot_of(case.plans[0], then, EKSEMPELKOMMUNE, law, TODAY)
    with office.store.work() as unit:
        unit.frozen_plans.add(FrozenPlan(id="frozen", plan_id=case.plans[0].id, snapshot=snapshot))
        unit.commit()

    office.print()

    assert office.printer.snapshots == [snapshot]
    assert [frozen.id for frozen in office.store.content.frozen_plans] == ["frozen"]


def test_a_signed_plan_that_was_never_frozen_is_frozen_when_it_is_first_printed(law: PlanLaw) -> None:
    office = Office(law, a_plan())

    office.print()

    [frozen] = office.store.content.frozen_plans
    case = office.store.case("2026-014")
    assert frozen.plan_id == case.plans[0].id
    assert frozen.snapshot == snapshot_of(case.plans[0], case, office.store.content.municipality, law, TODAY)


# Which version -------------------------------------------------------------------------------------------------------


def test_without_a_number_the_plan_in_force_is_printed_although_a_later_draft_is_there(law: PlanLaw) -> None:
    office = Office(law, a_plan(), a_second(a_draft()))

    printed = office.print()

    assert (printed.plan_number, printed.state) == (1, PlanState.SIGNED)


def test_without_a_number_the_latest_signed_plan_is_printed(law: PlanLaw) -> None:
    later = date(2027, 2, 3)
    second = a_second(a_plan(signed_by_citizen_on=later, signed_by_municipality_on=later))
    office = Office(law, second, a_plan())

    assert (office.print().plan_number, office.print().dated_on) == (2, later)


def test_without_a_number_the_latest_draft_is_printed_while_none_is_signed(law: PlanLaw) -> None:
    office = Office(law, a_draft(), a_second(a_draft()))

    assert office.print().plan_number == 2


def test_the_version_asked_for_is_printed(law: PlanLaw) -> None:
    office = Office(law, a_plan(), a_second(a_draft(goals=(a_goal(text="Et andet mål"),))))

    printed = office.print(2)

    assert (printed.plan_number, printed.state) == (2, PlanState.DRAFT)
    assert office.printer.snapshots[0].goals[0].text == "Et andet mål"


def test_two_signed_versions_are_two_documents(law: PlanLaw) -> None:
    office = Office(law, a_plan(), a_second(a_plan()))

    first, second = office.print(1), office.print(2)

    assert first.content != second.content
    assert (office.print(1).content, office.print(2).content) == (first.content, second.content)


@pytest.mark.parametrize("wanted", [2, 0, -1])
def test_a_version_the_case_does_not_have_is_not_found(wanted: int, law: PlanLaw) -> None:
    office = Office(law, a_plan())

    with pytest.raises(PlanNotFound) as error:
        office.print(wanted)

    assert (error.value.case_number, error.value.plan_number) == ("2026-014", wanted)
    assert office.store.log == []


def test_a_case_without_a_plan_has_nothing_to_print(law: PlanLaw) -> None:
    office = Office(law)

    with pytest.raises(PlanNotFound) as error:
        office.print()

    assert (error.value.case_number, error.value.plan_number) == ("2026-014", None)


def test_a_case_nobody_has_is_not_found(law: PlanLaw) -> None:
    office = Office(law)
    office.case_number = "2026-999"

    with pytest.raises(CaseNotFound):
        office.print()


def test_each_print_is_noted_with_its_version(law: PlanLaw) -> None:
    office = Office(law, a_plan(), a_second(a_draft()))

    office.print()
    office.print(2)

    case_id = office.store.case("2026-014").id
    assert office.store.log == [
        Noted(LogAction.PRINTED, case_id, {"document": "plan", "version": "1"}),
        Noted(LogAction.PRINTED, case_id, {"document": "plan", "version": "2"}),
    ]


# The name of the file ------------------------------------------------------------------------------------------------


def test_the_file_is_named_by_date_document_version_and_case(law: PlanLaw) -> None:
    assert Office(law, a_plan()).print().file_name == "2026-10-28_Plan_v1_sag-2026-014.pdf"


def test_the_name_of_a_draft_says_so(law: PlanLaw) -> None:
    assert Office(law, a_draft()).print().file_name == "2026-11-22_Plan_v1_sag-2026-014_kladde.pdf"


def test_nothing_personal_stands_in_the_name(law: PlanLaw) -> None:
    name = Office(law, a_plan()).print().file_name

    assert not any(part in name for part in ("Rima", "Hassan", "0101900002", "010190"))


@pytest.mark.parametrize(
    ("case_number", "in_name"),
    [
        ("../../etc/passwd", "------etc-passwd"),
        ("Sag 7/ø", "Sag-7--"),
        ("C:\\æ\x00", "C----"),
        ("9" * 200, "9" * 60),
    ],
)
def test_a_case_number_never_leads_to_another_folder(case_number: str, in_name: str, law: PlanLaw) -> None:
    office = Office(law, a_plan(), case_number=case_number)

    assert office.print().file_name == f"2026-10-28_Plan_v1_sag-{in_name}.pdf"


# Ready, replaced and annulled ----------------------------------------------------------------------------------------


def test_a_version_that_waits_for_signatures_is_the_same_paper_every_day(law: PlanLaw) -> None:
    office = Office(law, a_draft(ready_on=SIGNED))

    first, second = office.print(), office.print(today=date(2026, 12, 24))

    assert office.printer.snapshots[0] == office.printer.snapshots[1]
    assert (first.state, first.dated_on, first.file_name) == (PlanState.READY, SIGNED, second.file_name)
    assert first.file_name == "2026-10-28_Plan_v1_sag-2026-014.pdf"
    assert office.store.content.documents == []


def test_a_replaced_version_says_so_and_is_handed_out_as_before(law: PlanLaw) -> None:
    office = Office(law, a_plan(), a_second(a_plan()))

    assert office.print(1).state is PlanState.REPLACED
    assert office.print(1) == office.print(1)


def test_an_annulled_version_is_drawn_from_what_was_frozen_and_says_that_it_is_not_valid(law: PlanLaw) -> None:
    office = Office(law, a_plan())
    office.print()
    [plan] = office.store.case("2026-014").plans
    office.change(plans=(replace(plan, annulment=Annulment(on=TODAY, reason="Fejl")),), coordinating_department="Andet")

    printed = office.print(1)

    before, annulled = office.printer.snapshots
    assert annulled == replace(before, annulled_on=TODAY)
    assert (printed.state, printed.dated_on) == (PlanState.ANNULLED, SIGNED)
    assert printed.file_name == "2026-10-28_Plan_v1_sag-2026-014_annulleret.pdf"


def test_an_annulled_version_nobody_froze_is_drawn_as_it_was_signed(law: PlanLaw) -> None:
    office = Office(law, a_plan(annulment=Annulment(on=TODAY, reason="Fejl")))

    office.print(1)

    [snapshot] = office.printer.snapshots
    assert (snapshot.signed_on, snapshot.annulled_on) == (SIGNED, TODAY)
    assert office.store.content.frozen_plans == []
