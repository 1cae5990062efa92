"""Dokumenter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop_app.application.ports import HistoryLine
from desktop_app.domain.plan import Annulment, Plan
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.scan import ScanRemoval
from desktop_app.presenters.case_documents import DocumentRow, documents_of, newest_signed
from tests.builders import a_case, a_draft, a_plan, a_scan
from tests.presenters.opened import an_opened_case

LATER = date(2027, 2, 3)


def line(kind: str, record: str, day: int = 5, **after: object) -> HistoryLine:
    return HistoryLine(
        at=datetime(2026, 11, day, 9, 12, tzinfo=UTC),
        user="Mette Jensen",
        kind=kind,
        record=record,
        action="change",
        before={},
        after=after,
    )


def rows(rulebook: Rulebook, *plans: Plan, history: Sequence[HistoryLine] = ()) -> list[DocumentRow]:
    opened = an_opened_case(rulebook, plans=plans)
    return documents_of(replace(opened, read_history=lambda _case_id: history))


def test_without_a_plan_there_are_no_documents(rulebook: Rulebook) -> None:
    assert rows(rulebook) == []


@pytest.mark.parametrize(
    ("plan", "state", "dated"),
    [
        (a_draft(), "Kladde, kan udskrives nu", "–"),
        (a_draft(ready_on=LATER), "Klar til underskrift, kan udskrives nu", "–"),
        (a_plan(), "Underskrevet, ikke udskrevet endnu", "28.10.2026"),
        (a_plan(annulment=Annulment(on=LATER, reason="Slåfejl")), "Annulleret", "–"),
    ],
)
def test_each_version_is_a_document_whatever_its_state(plan: Plan, state: str, dated: str, rulebook: Rulebook) -> None:
    [row] = rows(rulebook, plan)

    assert (row.title, row.state, row.dated) == ("Kontrakt og plan, version 1", state, dated)
    assert (row.language, row.made, row.user, row.plan_number) == ("Dansk", "", "", 1)


def test_a_scan_stands_below_its_version_unless_it_was_taken_away(rulebook: Rulebook) -> None:
    gone = a_scan(removal=ScanRemoval(on=LATER, by="MJ", reason="Forkert"))

    _plan, row = rows(rulebook, a_plan(scans=(a_scan(id="scan-1"), gone)))

    assert (row.title, row.state) == ("Kontrakt underskrevet.pdf", "Scan af version 1, PDF, 793 KB")
    assert (row.scan_id, row.made, row.user, row.dated) == ("scan-1", "29.10.2026", "MJ", "28.10.2026")


def test_what_is_dropped_is_taken_for_the_newest_signed_version() -> None:
    assert newest_signed(a_case(plans=(a_plan(), a_plan(number=2), a_draft(number=3)))) == 2
    assert newest_signed(a_case(plans=(a_draft(),))) is None


def test_a_replaced_version_says_so_and_the_newest_comes_first(rulebook: Rulebook) -> None:
    second = a_plan(number=2, signed_by_citizen_on=LATER, signed_by_municipality_on=LATER)

    assert [(row.plan_number, row.state) for row in rows(rulebook, a_plan(), second)] == [
        (2, "Underskrevet, ikke udskrevet endnu"),
        (1, "Underskrevet, erstattet af en nyere version"),
    ]


def test_what_was_handed_out_says_when_and_by_whom(rulebook: Rulebook) -> None:
    plan = a_plan()
    history = [
        line("documents", "d2", 9, frozen_plan_id="f", language="da"),
        line("documents", "d1", 5, frozen_plan_id="f", language="da"),
        line("documents", "d0", 4, frozen_plan_id="elsewhere", language="da"),
        line("frozen_plans", "f", plan_id=plan.id),
        line("cases", "c"),
    ]

    [row] = rows(rulebook, plan, history=history)

    assert (row.state, row.made, row.user) == (
        "Underskrevet, gemt som den først blev udleveret",
        "05.11.2026",
        "Mette Jensen",
    )


def test_other_languages_are_documents_of_their_own(rulebook: Rulebook) -> None:
    plan = a_plan()
    history = [
        line("documents", "d2", frozen_plan_id="f", language="ar"),
        line("documents", "d1", frozen_plan_id="f", language="da"),
        line("frozen_plans", "f", plan_id=plan.id),
    ]

    assert [(row.id, row.language) for row in rows(rulebook, plan, history=history)] == [
        ("1/da", "Dansk"),
        ("1/ar", "Arabisk"),
    ]
