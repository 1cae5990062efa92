"""A case as its page shows it: each tab is made once, when somebody goes there."""

from collections.abc import Sequence

from desktop_app.application.ports import Draft
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_form_view import CaseChanging
from desktop_app.presenters.case_page import CasePage
from desktop_app.presenters.case_presenter import CaseReading
from desktop_app.presenters.case_work import CaseWork
from desktop_app.presenters.reassign_presenter import ReassignWork
from tests.builders import a_case, a_citizen, a_follow_up, a_household
from tests.fakes import FakeStore
from tests.presenters.opened import NOW, TODAY, a_page, a_worklist, opened_from


def test_every_tab_shows_the_case_that_was_opened(rulebook: Rulebook) -> None:
    page = a_page(rulebook, household=a_household(), follow_ups=(a_follow_up(),))

    assert page.head.name == "Rima Al-Hassan"
    assert page.overview.events[0].title == "Kontrakt underskrevet, version 1"
    assert [member.case_number for member in page.family.members] == ["2026-014"]
    assert [plan.number for plan in page.plans] == [1]
    assert len(page.follow_ups.entries) == 1
    assert sum(len(group.rows) for group in page.deadlines) == len(rulebook.duties)
    assert [(document.plan_number, bool(document.scan_id)) for document in page.documents] == [(1, False), (1, True)]
    assert page.history


def test_a_tab_is_made_once(rulebook: Rulebook) -> None:
    page = a_page(rulebook)

    assert page.overview is page.overview
    assert page.course is page.course
    assert page.history is page.history


def test_opening_a_case_computes_and_reads_nothing_for_other_tabs(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(citizen=a_citizen()))
    opened = opened_from(store, rulebook)
    asked: list[str] = []

    def worklist() -> Worklist:
        asked.append("worklist")
        return a_worklist(store, rulebook)

    def drafts() -> Sequence[Draft]:
        asked.append("drafts")
        return ()

    page = CasePage(opened, rulebook, TODAY, NOW, worklist=worklist, drafts=drafts)

    assert page.head
    assert page.overview
    assert not page.has_other_drafts
    assert asked == []
    assert not {"past", "history"} & opened.__dict__.keys()


def test_what_the_page_and_its_dialogs_ask_of_the_store_is_one_port() -> None:
    assert {CaseReading, CaseChanging, ReassignWork} <= set(CaseWork.__mro__)
