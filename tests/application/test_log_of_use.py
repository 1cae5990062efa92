"""Whoever sees a case leaves a line in the log: each use case that reads one is here, or says why it is not."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app import application
from desktop_app.application.compare_plans import ToldComparison, compare_versions, print_comparison
from desktop_app.application.compare_rules import compare_rules
from desktop_app.application.copy_out import CopyField, copy_out
from desktop_app.application.copy_worklist_out import ListedTasks, ListKind, copy_worklist_out
from desktop_app.application.export_cases import export_counted
from desktop_app.application.give_access import give_access
from desktop_app.application.open_case import open_case
from desktop_app.application.open_plan import open_plan
from desktop_app.application.open_scan import open_scan
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import LogAction
from desktop_app.application.print_calendar_sheet import print_calendar_sheet
from desktop_app.application.print_declaration_note import print_declaration_note
from desktop_app.application.print_follow_up import ChosenFollowUp, print_follow_up
from desktop_app.application.print_interview import print_interview
from desktop_app.application.print_plan import print_plan
from desktop_app.application.review_retention import review_retention
from desktop_app.application.show_address import show_address
from desktop_app.application.show_cpr import show_cpr
from desktop_app.application.show_deadlines import show_deadlines
from desktop_app.domain.retention import RetentionRules
from tests.application.talks import NOW
from tests.builders import a_case, a_citizen, a_draft, a_follow_up, a_plan
from tests.domain.test_retention import a_version
from tests.fakes import FakeStore, Noted
from tests.storage.builders import a_scan

NUMBER, CASE = "2026-014", "case-1"
TODAY = date(2026, 11, 22)
SCANNED = b"%PDF"
NO_LIST = ListedTasks(on=TODAY, choice="", groups=())

CHANGING = frozenset(
    {
        "annul_signature",
        "attach_scan",
        "change_case",
        "change_follow_up",
        "correct_fact",
        "correct_follow_up",
        "decide_deadline",
        "erase_person",
        "import_cases",
        "join_family",
        "log_follow_up",
        "prepare_demo",
        "ready_plan",
        "reassign_cases",
        "record_arrival",
        "record_consent",
        "record_event",
        "remove_follow_up",
        "remove_scan",
        "sign_plan",
        "write_plan",
    }
)
"""What these do to a case stands in the log as its revisions, and the case was opened before."""

LISTS = {
    "explain_deadline": "of a row of the worklist: dates and rules, and nothing that is not on the list",
    "list_follow_ups": "the team's own list in the window; that the store was opened is logged",
    "list_gaps": "as above",
    "show_worklist": "as above; taking it out is logged",
    "preview_local_standard": "counts over deadlines",
    "spot_check": "reads the log; that it was drawn is logged",
}
NO_USE_CASES = frozenset({"limited_reading", "plan_records", "ports"})


class Seeing(NamedTuple):
    """A way to see a case: who calls it, and which lines it leaves."""

    see: Callable[[FakeStore, PlanLaw], object]
    leaves: tuple[LogAction, ...]
    of_all: bool = False


def paper(_content: object) -> bytes:
    return b"%PDF"


WAYS: dict[str, list[Seeing]] = {
    "open_case": [
        Seeing(
            lambda store, law: open_case(NUMBER, work=store.work, read=store.read, rulebook=law.rulebook, today=TODAY),
            (LogAction.OPENED_CASE,),
        ),
        Seeing(
            lambda store, law: open_case(
                NUMBER, work=store.work, read=store.read, rulebook=law.rulebook, today=TODAY, searched_for="rima"
            ),
            (LogAction.SEARCHED, LogAction.OPENED_CASE),
        ),
    ],
    "open_plan": [Seeing(lambda store, _law: open_plan(NUMBER, work=store.work), (LogAction.OPENED_CASE,))],
    "compare_plans": [
        Seeing(
            lambda store, law: compare_versions(NUMBER, (1, 2), work=store.work, law=law, today=TODAY),
            (LogAction.OPENED_CASE,),
        ),
        Seeing(
            lambda store, _law: print_comparison(
                ToldComparison(
                    case_number=NUMBER,
                    citizen="",
                    was="",
                    now="",
                    numbers=(1, 2),
                    summary="",
                    sections=(),
                    is_draft=True,
                    on=TODAY,
                ),
                work=store.work,
                write=paper,
            ),
            (LogAction.PRINTED,),
        ),
    ],
    "show_cpr": [Seeing(lambda store, _law: show_cpr(NUMBER, work=store.work), (LogAction.SHOWED_CPR,))],
    "show_address": [Seeing(lambda store, _law: show_address(NUMBER, work=store.work), (LogAction.SHOWED_ADDRESS,))],
    "open_scan": [Seeing(lambda store, _law: open_scan(NUMBER, "scan-1", work=store.work), (LogAction.OPENED_SCAN,))],
    "copy_out": [
        Seeing(
            lambda store, law: copy_out(NUMBER, set(CopyField), work=store.work, rulebook=law.rulebook, today=TODAY),
            (LogAction.COPIED,),
        )
    ],
    "export_cases": [
        Seeing(lambda store, _law: export_counted(work=store.work, case_number=NUMBER), (LogAction.EXPORTED,)),
        Seeing(lambda store, _law: export_counted(work=store.work), (LogAction.EXPORTED,), of_all=True),
    ],
    "give_access": [
        Seeing(
            lambda store, _law: give_access(
                NUMBER,
                work=store.work,
                read=store.read,
                tell=lambda source: source,  # type: ignore[arg-type, return-value]
                draw=paper,
                today=TODAY,
            ),
            (LogAction.GAVE_ACCESS,),
        )
    ],
    "print_plan": [
        Seeing(
            lambda store, law: print_plan(NUMBER, work=store.work, printer=paper, law=law, today=TODAY),
            (LogAction.PRINTED,),
        )
    ],
    "print_follow_up": [
        Seeing(
            lambda store, law: print_follow_up(
                NUMBER,
                ChosenFollowUp(),
                work=store.work,
                read=store.read,
                printer=paper,
                rulebook=law.rulebook,
                now=NOW,
            ),
            (LogAction.PRINTED,),
        )
    ],
    "print_interview": [
        Seeing(
            lambda store, _law: print_interview(NUMBER, work=store.work, printer=paper, today=TODAY),
            (LogAction.PRINTED,),
        )
    ],
    "print_declaration_note": [
        Seeing(
            lambda store, law: print_declaration_note(NUMBER, work=store.work, printer=paper, law=law, today=TODAY),
            (LogAction.PRINTED,),
        )
    ],
    "print_calendar_sheet": [
        Seeing(
            lambda store, law: print_calendar_sheet(
                NUMBER, work=store.work, printer=paper, rulebook=law.rulebook, today=TODAY
            ),
            (LogAction.PRINTED,),
        )
    ],
    "show_deadlines": [
        Seeing(
            lambda store, law: show_deadlines(
                work=store.work, read=store.read, rulebook=law.rulebook, today=TODAY, case_number=NUMBER
            ),
            (LogAction.LISTED,),
        ),
        Seeing(
            lambda store, law: show_deadlines(work=store.work, read=store.read, rulebook=law.rulebook, today=TODAY),
            (LogAction.LISTED,),
            of_all=True,
        ),
    ],
    "review_retention": [
        Seeing(
            lambda store, _law: review_retention(
                work=store.work, read=store.read, rules=RetentionRules([a_version()]), today=TODAY
            ),
            (LogAction.LISTED,),
            of_all=True,
        )
    ],
    "compare_rules": [
        Seeing(
            lambda store, law: compare_rules(
                work=store.work,
                read=store.read,
                old=law.rulebook,
                new=law.rulebook,
                uses_suspension=True,
                today=TODAY,
            ),
            (LogAction.LISTED,),
            of_all=True,
        )
    ],
    "copy_worklist_out": [
        Seeing(
            lambda store, _law, kind=kind: copy_worklist_out(NO_LIST, kind, work=store.work, write=paper),  # type: ignore[misc]
            (LogAction.PRINTED if kind is ListKind.PAPER else LogAction.EXPORTED,),
            of_all=True,
        )
        for kind in ListKind
    ],
}


@pytest.fixture
def store() -> FakeStore:
    scan = a_scan(SCANNED, id="scan-1")
    plans = (a_plan(scans=(scan,)), a_draft(number=2))
    citizen = a_citizen(protected_address=True)
    store = FakeStore(a_case(id=CASE, case_number=NUMBER, citizen=citizen, plans=plans, follow_ups=(a_follow_up(),)))
    with store.work() as unit:
        unit.scan_bytes.keep(SCANNED, scan.sha256)
        unit.commit()
    return store


@pytest.mark.parametrize(
    "way", [pytest.param(way, id=f"{name} {number}") for name, ways in WAYS.items() for number, way in enumerate(ways)]
)
def test_whoever_sees_a_case_leaves_a_line_about_it(store: FakeStore, law: PlanLaw, way: Seeing) -> None:
    way.see(store, law)

    record = "" if way.of_all else CASE
    assert [(line.action, line.record) for line in store.log] == [(action, record) for action in way.leaves]


def test_no_use_case_that_reads_cases_was_forgotten() -> None:
    known = {*WAYS, *CHANGING, *LISTS, *NO_USE_CASES}

    assert set(reading(Path(application.__file__).parent.glob("*.py"))) - known == set()


def reading(modules: Iterable[Path]) -> Iterable[str]:
    """Yield the modules that read cases from the store."""
    calls = ("unit.cases.", ".by_number(", "read.cases(", "read.case_lines(", "read.facts(", "read.history(")
    for module in modules:
        if any(call in module.read_text(encoding="utf-8") for call in calls):
            yield module.stem


def test_a_digest_of_what_was_searched_for_stands_in_the_log_and_not_the_words(store: FakeStore, law: PlanLaw) -> None:
    open_case(
        NUMBER, work=store.work, read=store.read, rulebook=law.rulebook, today=TODAY, searched_for="Rima Al-Hassan"
    )

    [searched, _opened] = store.log
    assert list(searched.details) == ["criterion"]
    assert "rima" not in str(searched.details).casefold()


def test_a_refused_act_is_told_without_a_case_and_so_never_to_a_citizen(law: PlanLaw) -> None:
    store = FakeStore(a_case(id=CASE, case_number=NUMBER), role=None)

    with pytest.raises(Exception, match="open_case"):
        open_case(NUMBER, work=store.work, read=store.read, rulebook=law.rulebook, today=TODAY)

    assert store.log == [Noted(LogAction.REFUSED, "", {"act": "open_case"})]
