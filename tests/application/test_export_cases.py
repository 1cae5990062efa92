"""Taking cases out: the whole store, or one case."""

import pytest

from desktop_app.application.errors import CaseNotFound
from desktop_app.application.export_cases import export_cases, export_counted
from desktop_app.application.ports import LogAction
from desktop_app.domain.municipality import Municipality
from tests.builders import a_case, a_draft, a_household, an_assessment
from tests.fakes import FakeStore, Noted

LOLLAND = Municipality(id="municipality", code="360", name="Lolland Kommune")


def test_the_file_says_what_it_is_and_whose() -> None:
    content = export_cases(work=FakeStore(municipality=LOLLAND).work)

    assert content == {
        "format": "enplan-cases",
        "version": 1,
        "municipality": {"code": "360", "name": "Lolland Kommune"},
        "households": [],
        "cases": [],
    }
    assert list(content) == ["format", "version", "municipality", "households", "cases"]


def test_cases_come_by_number_and_households_are_numbered_in_that_order() -> None:
    hassan, kovalenko = a_household(), a_household(name="Kovalenko", coordinating_caseworker=None)
    store = FakeStore(
        a_case(case_number="2026-003", household=kovalenko),
        a_case(case_number="2026-001"),
        a_case(case_number="2026-002", household=hassan),
        a_case(case_number="2026-004", household=hassan),
    )

    content = export_cases(work=store.work)

    assert [(case["case_number"], case["household"]) for case in content["cases"]] == [
        ("2026-001", None),
        ("2026-002", "H1"),
        ("2026-003", "H2"),
        ("2026-004", "H1"),
    ]
    assert content["households"] == [
        {"id": "H1", "name": "Al-Hassan", "coordinating_caseworker": "MJ"},
        {"id": "H2", "name": "Kovalenko", "coordinating_caseworker": None},
    ]


def test_one_case_goes_out_with_its_household_and_nobody_else() -> None:
    family = a_household(name="Kovalenko")
    store = FakeStore(
        a_case(case_number="2026-001", household=a_household()),
        a_case(case_number="2026-002", household=family),
        a_case(case_number="2026-003", household=family),
    )

    content = export_cases(work=store.work, case_number="2026-003")

    assert [case["case_number"] for case in content["cases"]] == ["2026-003"]
    assert [(one["id"], one["name"]) for one in content["households"]] == [("H1", "Kovalenko")]


def test_an_export_of_everything_is_noted_with_how_many_cases_left() -> None:
    store = FakeStore(a_case(case_number="2026-001"), a_case(case_number="2026-002"))

    export_cases(work=store.work)

    assert store.log == [Noted(LogAction.EXPORTED, "", {"cases": "2"})]


def test_an_export_of_one_case_is_noted_on_the_case() -> None:
    store = FakeStore(a_case(case_number="2026-001"), a_case(case_number="2026-002"))

    export_cases(work=store.work, case_number="2026-002")

    assert store.log == [Noted(LogAction.EXPORTED, store.case("2026-002").id, {"cases": "1"})]


def test_a_number_nobody_has_is_not_exported_and_not_noted() -> None:
    store = FakeStore(a_case())

    with pytest.raises(CaseNotFound) as error:
        export_cases(work=store.work, case_number="2026-999")

    assert error.value.case_number == "2026-999"
    assert store.log == []


def test_an_export_says_how_many_texts_on_health_it_leaves_out() -> None:
    plans = (a_draft(assessment=an_assessment(health="Kan ikke løfte tungt")), a_draft(number=2))

    exported = export_counted(work=FakeStore(a_case(plans=plans)).work)

    assert exported.health_left_out == 1
    assert "løfte" not in str(exported.content)
