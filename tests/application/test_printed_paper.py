"""What is printed can be written as a page for screen readers too, and the log tells which it was."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.print_calendar_sheet import print_calendar_sheet
from desktop_app.application.print_declaration_note import print_declaration_note
from desktop_app.application.print_follow_up import ChosenFollowUp, print_follow_up
from desktop_app.application.print_interview import print_interview
from desktop_app.application.print_plan import PrintedPlan, print_plan
from desktop_app.application.printed_paper import PaperForm, PrintedPaper, form_of
from tests.builders import SIGNED, a_case, a_follow_up, a_plan
from tests.fakes import FakePrinter, FakeStore

TODAY = date(2026, 11, 23)
HTML = PaperForm.HTML
NUMBER = "2026-014"


@pytest.fixture
def store() -> FakeStore:
    return FakeStore(a_case(plans=(a_plan(),), follow_ups=(a_follow_up(),)))


def page(_told: object) -> bytes:
    return b"<html>"


def plan(store: FakeStore, law: PlanLaw, form: PaperForm = HTML) -> PrintedPlan:
    printer = FakePrinter() if form is PaperForm.PDF else page
    return print_plan(NUMBER, work=store.work, printer=printer, law=law, today=TODAY, form=form)


def minutes(store: FakeStore, law: PlanLaw) -> PrintedPaper:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    return print_follow_up(
        NUMBER,
        ChosenFollowUp(),
        work=store.work,
        read=store.read,
        printer=page,
        rulebook=law.rulebook,
        now=now,
        form=HTML,
    )


def sheet(store: FakeStore, law: PlanLaw) -> PrintedPaper:
    return print_calendar_sheet(NUMBER, work=store.work, printer=page, rulebook=law.rulebook, today=TODAY, form=HTML)


def note(store: FakeStore, law: PlanLaw) -> PrintedPaper:
    return print_declaration_note(NUMBER, work=store.work, printer=page, law=law, today=TODAY, form=HTML)


def interview(store: FakeStore, law: PlanLaw) -> PrintedPaper:
    del law
    return print_interview(NUMBER, work=store.work, printer=page, today=TODAY, form=HTML)


@pytest.mark.parametrize("write", [plan, minutes, sheet, note, interview])
def test_a_page_for_screen_readers_is_named_and_logged_as_one(
    law: PlanLaw, store: FakeStore, write: Callable[[FakeStore, PlanLaw], PrintedPlan | PrintedPaper]
) -> None:
    printed = write(store, law)

    assert printed.content == b"<html>"
    assert printed.file_name.endswith("_sag-2026-014.html")
    [noted] = store.content.log
    assert noted.details["form"] == "html"


def test_the_empty_form_is_one_too(store: FakeStore) -> None:
    printed = print_interview("", work=store.work, printer=page, today=TODAY, form=HTML)

    assert printed.file_name == "2026-11-23_Samtaleark_tomt.html"


def test_the_page_of_a_signed_plan_is_of_what_was_signed_and_leaves_the_paper_as_it_was(
    law: PlanLaw, store: FakeStore
) -> None:
    told = plan(store, law)
    first = plan(store, law, PaperForm.PDF)
    plan(store, law)

    assert told.dated_on == SIGNED
    assert [frozen.snapshot.dated_on for frozen in store.content.frozen_plans] == [SIGNED]
    assert [document.content for document in store.content.documents] == [first.content]
    assert plan(store, law, PaperForm.PDF) == first


@pytest.mark.parametrize(
    ("name", "form"),
    [("plan.pdf", "pdf"), ("plan", "pdf"), ("html", "pdf"), ("plan.html", "html"), ("PLAN.HTM", "html")],
)
def test_the_name_of_a_file_says_what_is_written(name: str, form: str) -> None:
    assert form_of(name) == form
