"""Somebody else saves while one types: nothing is overwritten unseen, what was typed stays, and both end up saved."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan
from tests.storage.builders import a_local_standard
from tests.ui.screens.saving.bench import DRAFT_CASE, OPEN_NOTE, READY_CASE, SIGNED_CASE, Bench
from tests.ui.screens.saving.forms import FORMS, WITHOUT_DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """What somebody else saves that is in the way, what is said then, and where it stands in the end."""

    change: Callable[[Bench], None]
    said: str
    theirs: Callable[[Bench], object]
    expected: object = "Kollegaens"


def _of_case(edit: Callable[[Case], Case], number: str = SIGNED_CASE) -> Callable[[Bench], None]:
    def change(bench: Bench) -> None:
        bench.change_meanwhile(edit, number)

    return change


def _new_email(case: Case) -> Case:
    return replace(case, citizen=replace(case.citizen, phone="11111111", email="Kollegaens"))


def _new_department(case: Case) -> Case:
    return replace(case, coordinating_department="Kollegaens")


def _other_caseworker(case: Case) -> Case:
    return replace(_new_department(case), responsible_caseworker="KP")


def _new_plan(case: Case) -> Case:
    """Change the second goal of the version, and the department beside it."""
    plan = case.plans[0]
    return replace(_new_department(case), plans=(_with_second_goal(plan),))


def _with_second_goal(plan: Plan) -> Plan:
    first, second = plan.goals
    return replace(plan, goals=(first, replace(second, text="Kollegaens")))


def _new_agreement(case: Case) -> Case:
    talks = [replace(talk, agreed="Kollegaens") if talk.id == OPEN_NOTE else talk for talk in case.follow_ups]
    return replace(case, follow_ups=tuple(talks))


def _new_settings(bench: Bench) -> None:
    with bench.office.store.work() as unit:
        unit.save_municipality(replace(unit.municipality(), team="Kollegaens"))
        unit.commit()


def _new_standard(bench: Bench) -> None:
    with bench.office.store.work() as unit:
        unit.local_standards.add(a_local_standard(reason="Kollegaens", valid_from=date(2026, 1, 1)))
        unit.commit()


def _first_reason(bench: Bench) -> object:
    with bench.office.store.work() as unit:
        return unit.local_standards.all()[0].reason


def _second_goal(number: str) -> Callable[[Bench], object]:
    def read(bench: Bench) -> object:
        return bench.case(number).plans[0].goals[1].text

    return read


def _agreed(bench: Bench) -> object:
    return next(talk.agreed for talk in bench.case().follow_ups if talk.id == OPEN_NOTE)


def _team(bench: Bench) -> object:
    with bench.office.store.work() as unit:
        return unit.municipality().team


CLASHES = {
    "master data": Clash(
        change=_of_case(_new_email),
        said="Det, du har skrevet, står oven på det, der er gemt nu. Se det igennem, og gem igen.",
        theirs=lambda bench: bench.case().citizen.email,
    ),
    "corrected date": Clash(
        change=_of_case(_new_department),
        said="Fristerne herunder er, som de er nu. Gem igen.",
        theirs=lambda bench: bench.case().coordinating_department,
    ),
    "plan": Clash(
        change=_of_case(_new_plan, DRAFT_CASE),
        said="Det, du har skrevet, står oven på det, der er gemt nu. Se det igennem, og vælg igen.",
        theirs=_second_goal(DRAFT_CASE),
    ),
    "plan made ready": Clash(
        change=_of_case(_new_plan, DRAFT_CASE),
        said="Det, du har skrevet, står oven på det, der er gemt nu. Se det igennem, og vælg igen.",
        theirs=_second_goal(DRAFT_CASE),
    ),
    "signatures": Clash(
        change=_of_case(_new_plan, READY_CASE),
        said="Sammenlign papiret med planen, som den er nu, og registrér underskrifterne igen.",
        theirs=_second_goal(READY_CASE),
    ),
    "annulment": Clash(
        change=_of_case(_new_plan),
        said="Tjek, at underskriften stadig skal annulleres, og annullér den igen.",
        theirs=_second_goal(SIGNED_CASE),
    ),
    "scan": Clash(
        change=_of_case(_new_plan),
        said="Tjek, at scanningen stadig skal vedhæftes, og vedhæft den igen.",
        theirs=_second_goal(SIGNED_CASE),
    ),
    "follow-up": Clash(
        change=_of_case(_new_plan),
        said="Det, du har skrevet, er bevaret. Se målene igennem, og afslut opfølgningen igen.",
        theirs=_second_goal(SIGNED_CASE),
    ),
    "changed follow-up": Clash(
        change=_of_case(_new_agreement),
        said="Det, du har skrevet, står oven på det, der er gemt nu. Se det igennem, og gem igen.",
        theirs=_agreed,
    ),
    "standard": Clash(
        change=_new_standard,
        said="Det, du har skrevet, er bevaret. Se ændringerne, og gem igen.",
        theirs=_first_reason,
    ),
    "another caseworker": Clash(
        change=_of_case(_other_caseworker),
        said="Det står herunder, som det er nu. Vælg skift igen.",
        theirs=lambda bench: bench.case().coordinating_department,
    ),
    "settings": Clash(
        change=_new_settings,
        said="Det, du har skrevet, står oven på det, der er gemt nu. Se det igennem, og gem igen.",
        theirs=_team,
    ),
}


@pytest.mark.parametrize("form", CLASHES)
def test_what_is_in_the_way_is_told_and_the_next_saving_keeps_both(bench: Bench, form: str) -> None:
    case, clash = FORMS[form], CLASHES[form]
    case.open(bench)
    case.type(bench)
    page, names = bench.desk.page_key, [name for name, _held in bench.fields()]
    clash.change(bench)
    before = bench.records()

    case.save(bench)

    assert case.typed in [held for _name, held in bench.fields()]
    assert [name for name, _held in bench.fields()] == names
    assert bench.desk.page_key == page
    assert clash.said in bench.message()
    assert form in WITHOUT_DRAFT or not bench.says_it_is_saved
    assert bench.desk.shell.done_bar.isHidden()
    assert bench.records() == before

    case.save(bench)

    assert bench.message() == ""
    bench.look_afresh()
    assert case.stored(bench) == case.expected
    assert clash.theirs(bench) == clash.expected


@pytest.mark.parametrize("form", [form for form in FORMS if form not in CLASHES])
def test_what_is_not_in_the_way_is_saved_beside_it(bench: Bench, form: str) -> None:
    case = FORMS[form]
    case.open(bench)
    case.type(bench)
    bench.change_meanwhile(_new_email)

    case.save(bench)

    assert case.stored(bench) == case.expected
    assert bench.case().citizen.email == "Kollegaens"
    assert bench.message() == ""
