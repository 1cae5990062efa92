"""Attaching a scan of the signed paper, and taking one away."""

from dataclasses import replace
from typing import Any

import pytest

from desktop_app.application.errors import (
    PlanStateRefused,
    ScanNotFound,
    ScanProblem,
    ScanRefused,
)
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import Draft
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Annulment, Plan
from desktop_app.domain.scan import Scan, ScanRemoval, attached
from desktop_app.presenters.aside import Aside
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.scan_presenter import ScanPresenter
from desktop_app.presenters.scan_removal_presenter import ScanRemovalPresenter, scan_of
from desktop_app.presenters.scan_texts import scan_problem_text, scan_rows, size_text
from tests.builders import a_case, a_draft, a_plan, a_scan
from tests.fakes import MOMENT, USER, FakeStore
from tests.presenters.plan_desk import TODAY, plan_work, today
from tests.presenters.scan_desk import AtOnce, FakeScanWork, SeenScan, Slowly

NUMBER, PATH = "2026-014", "/scan/Kontrakt.pdf"
CONTENT = b"%PDF-1.7" + bytes(1500)


class Table:
    """Both dialogs over a store with one case, not yet open."""

    def __init__(self, law: PlanLaw, *plans: Plan, aside: Aside | None = None) -> None:
        self.store = FakeStore(a_case(plans=plans))
        self.work = FakeScanWork(self.store, {PATH: CONTENT})
        plan_desk = plan_work(self.store, law)
        self.view, self.removing = SeenScan(), SeenScan()
        self.presenter = ScanPresenter(
            self.view, self.view, work=self.work, plans=plan_desk, aside=aside or AtOnce(), today=today
        )
        self.remover = ScanRemovalPresenter(self.removing, self.removing, work=self.work, plans=plan_desk, today=today)

    @property
    def case(self) -> Case:
        return self.store.case(NUMBER)

    @property
    def plan(self) -> Plan:
        return self.case.plans[0]

    @property
    def scans(self) -> tuple[Scan, ...]:
        return attached(self.plan.scans)

    def ask(self, path: str = "") -> None:
        self.presenter.ask(self.case, self.plan, path)

    def change_plan(self, **fields: Any) -> None:  # noqa: ANN401 - whatever a colleague changes
        case = self.case
        with self.store.work() as unit:
            unit.cases.save(replace(case, plans=(replace(case.plans[0], **fields), *case.plans[1:])))
            unit.commit()

    def draft_of(self, presenter: ScanPresenter | ScanRemovalPresenter) -> Draft:
        content = presenter.content()
        assert content
        return Draft(
            id="draft-1",
            user=USER,
            screen=presenter.screen,
            subject=presenter.subject,
            content=content,
            based_on=presenter.based_on(),
            saved_at=MOMENT,
        )


@pytest.fixture
def table(law: PlanLaw) -> Table:
    """The dialog, open over a signed version."""
    table = Table(law, a_plan())
    table.ask()
    return table


@pytest.fixture
def removal(law: PlanLaw) -> Table:
    """The dialog that takes the one scan away, open."""
    table = Table(law, a_plan(scans=(a_scan(),)))
    table.remover.ask(table.case, table.scans[0].id)
    return table


# Attaching -----------------------------------------------------------------------------------------------------------


def test_the_dialog_says_which_paper_it_asks_for(table: Table) -> None:
    [(title, explanation, note)] = table.view.asked

    assert (title, note) == ("Vedhæft scan til version 1", "")
    assert "28.10.2026" in explanation
    assert "under 25 MB" in explanation


def test_a_chosen_file_is_told_by_kind_and_size_and_attached(table: Table) -> None:
    table.presenter.choose(PATH)
    table.presenter.type("Side 4")
    assert table.view.file == ("Kontrakt.pdf", "PDF · 1 KB")

    table.presenter.attach()

    [scan] = table.scans
    assert (scan.file_name, scan.note, scan.added_on) == ("Kontrakt.pdf", "Side 4", TODAY)
    assert table.view.done == ["Scanningen er vedhæftet version 1."]
    assert (table.view.finished, len(table.view.changes)) == (1, 1)
    assert table.presenter.content() is None
    assert table.presenter.subject == ""


def test_a_file_that_was_dropped_is_chosen_at_once(law: PlanLaw) -> None:
    table = Table(law, a_plan())

    table.ask(PATH)

    assert table.view.file[0] == "Kontrakt.pdf"


def test_what_is_wrong_with_a_file_is_said_at_its_field(table: Table) -> None:
    table.work.files["/scan/brev.docx"] = ScanProblem.WRONG_TYPE

    table.presenter.choose("/scan/brev.docx")
    table.presenter.attach()

    assert table.view.file == ("brev.docx", "")
    assert table.view.problems == ["Den valgte fil skal være af typen PDF, JPG eller PNG"]
    assert table.scans == ()


def test_a_file_that_was_mended_is_read_again(table: Table) -> None:
    table.work.files["/scan/ny.pdf"] = ScanProblem.CHANGED
    table.presenter.choose("/scan/ny.pdf")
    table.work.files["/scan/ny.pdf"] = CONTENT

    table.presenter.attach()

    assert len(table.scans) == 1


def test_what_was_attached_by_mistake_is_taken_back_and_the_history_tells_both(table: Table) -> None:
    table.presenter.choose(PATH)
    table.presenter.attach()
    assert table.view.undo

    table.view.undo()

    assert table.scans == ()
    [scan] = table.plan.scans
    assert scan.removal == ScanRemoval(on=TODAY, by="MJ", reason="Vedhæftet ved en fejl")
    assert (table.view.done[-1], len(table.view.changes)) == ("Scanningen er fjernet.", 2)
    assert "Vedhæftet ved en fejl" in str(table.store.read.history(table.case.id))


def test_what_keeps_it_from_being_taken_back_is_said(table: Table) -> None:
    table.presenter.choose(PATH)
    table.presenter.attach()
    table.store.is_full = True

    assert table.view.undo
    table.view.undo()

    assert "disken er fuld" in table.view.errors[0]
    assert len(table.scans) == 1


def test_a_file_is_read_aside_and_attached_when_it_is_read(law: PlanLaw) -> None:
    aside = Slowly()
    table = Table(law, a_plan(), aside=aside)
    table.ask(PATH)
    assert table.view.file == ("Kontrakt.pdf", "…")
    table.presenter.type("Side 4")

    table.presenter.attach()
    table.presenter.attach()
    assert (table.view.is_busy, table.scans) == (True, ())
    aside.go_on()

    assert (table.view.is_busy, [scan.note for scan in table.scans]) == (False, ["Side 4"])


def test_a_file_that_turns_out_wrong_is_not_attached_and_that_is_said(law: PlanLaw) -> None:
    aside = Slowly()
    table = Table(law, a_plan(), aside=aside)
    table.work.files[PATH] = ScanProblem.BROKEN
    table.ask(PATH)
    table.presenter.attach()

    aside.go_on()

    assert (table.view.is_busy, table.view.file, table.scans) == (False, ("Kontrakt.pdf", ""), ())
    assert table.view.problems == ["Filen er beskadiget og kan ikke åbnes. Scan papiret igen"]


def test_only_the_file_chosen_last_counts_and_none_once_the_form_is_closed(law: PlanLaw) -> None:
    aside = Slowly()
    table = Table(law, a_plan(), aside=aside)
    table.work.files["/scan/anden.pdf"] = CONTENT + b"2"
    table.ask("/scan/anden.pdf")
    table.presenter.choose(PATH)
    aside.go_on()
    assert table.view.file == ("Kontrakt.pdf", "PDF · 1 KB")

    table.presenter.choose("/scan/anden.pdf")
    table.presenter.attach()
    table.presenter.close()
    aside.go_on()

    assert table.scans == ()


def test_without_a_file_one_is_asked_for(table: Table) -> None:
    table.presenter.attach()

    assert table.view.problems == ["Vælg filen med scanningen"]


def test_the_same_file_is_not_attached_twice(table: Table) -> None:
    table.presenter.choose(PATH)
    table.presenter.attach()
    table.ask(PATH)

    table.presenter.attach()

    assert table.view.problems == ["Den samme fil er allerede vedhæftet denne version"]


def test_a_full_disk_is_said_and_the_file_stays_chosen(table: Table) -> None:
    table.presenter.choose(PATH)
    table.store.is_full = True

    table.presenter.attach()

    assert "disken er fuld" in table.view.errors[0]
    assert table.view.finished == 0
    assert table.presenter.content() is not None


def test_after_somebody_elses_change_it_is_attached_at_the_second_try(table: Table) -> None:
    table.presenter.choose(PATH)
    table.change_plan(declaration_signed_on=None)

    table.presenter.attach()
    assert "En anden har gemt ændringer" in table.view.errors[0]
    table.presenter.attach()

    assert len(table.scans) == 1


def test_a_version_that_was_annulled_meanwhile_takes_none(table: Table) -> None:
    table.presenter.choose(PATH)
    table.change_plan(annulment=Annulment(on=TODAY, reason="Forkert"))

    table.presenter.attach()

    assert table.view.errors == ["Version 1 er annulleret. En scan vedhæftes en version, der er underskrevet."]


def test_what_is_chosen_is_drafted_and_put_back(table: Table) -> None:
    assert table.presenter.content() is None
    table.presenter.choose(PATH)
    table.presenter.type("Side 4")
    draft = table.draft_of(table.presenter)
    assert table.presenter.title(draft) == "Scan af en underskrevet kontrakt, sag 2026-014"
    assert table.presenter.differences(draft) == [
        Difference("Fil", "", "Kontrakt.pdf"),
        Difference("Notat", "", "Side 4"),
    ]
    assert draft.based_on == {table.case.id: 1, table.plan.id: 1}
    table.presenter.close()

    table.presenter.resume(draft)

    assert table.view.asked[-1][2] == "Side 4"
    assert table.presenter.content() == draft.content


def test_a_draft_of_a_version_that_is_not_signed_is_not_put_back(law: PlanLaw) -> None:
    table = Table(law, a_draft())
    content = {"case_number": NUMBER, "plan_number": 1, "path": "", "note": "Side 4"}
    draft = Draft(id="d", user=USER, screen="scan", subject="", content=content, based_on={}, saved_at=MOMENT)

    with pytest.raises(PlanStateRefused):
        table.presenter.resume(draft)


# Taking away ---------------------------------------------------------------------------------------------------------


def test_a_scan_is_taken_away_with_a_reason_and_can_be_had_back(removal: Table) -> None:
    assert removal.removing.asked[0][0] == "Fjern scanningen Kontrakt underskrevet.pdf?"
    removal.remover.type("Forkert borger")

    removal.remover.remove()
    assert [*removal.scans] == []
    assert removal.plan.scans[0].removal == ScanRemoval(on=TODAY, by="MJ", reason="Forkert borger")
    assert removal.removing.done == ["Scanningen er fjernet."]

    assert removal.removing.undo
    removal.removing.undo()
    assert len(removal.scans) == 1
    assert removal.removing.done[-1] == "Scanningen er vedhæftet igen."
    assert len(removal.removing.changes) == 2


def test_what_keeps_it_from_being_had_back_is_said(removal: Table) -> None:
    removal.remover.type("Forkert borger")
    removal.remover.remove()
    removal.store.is_full = True

    assert removal.removing.undo
    removal.removing.undo()

    assert "disken er fuld" in removal.removing.errors[0]


def test_a_scan_is_found_among_those_of_its_version() -> None:
    case = a_case(plans=(a_plan(scans=(a_scan(id="scan-1"), a_scan(id="scan-2"))),))

    assert scan_of(case, "scan-2").id == "scan-2"


def test_without_a_reason_it_stays(removal: Table) -> None:
    removal.remover.remove()

    assert removal.removing.problems == ["Skriv en begrundelse. Den bliver stående på sagen."]
    assert len(removal.scans) == 1


def test_a_full_disk_is_said_and_the_reason_stays(removal: Table) -> None:
    removal.remover.type("Forkert borger")
    removal.store.is_full = True

    removal.remover.remove()

    assert "disken er fuld" in removal.removing.errors[0]
    assert removal.remover.content() is not None


def test_a_scan_somebody_else_took_away_is_said_to_be_gone(removal: Table) -> None:
    removal.remover.type("Forkert borger")
    gone = replace(removal.scans[0], removal=ScanRemoval(on=TODAY, by="AK", reason="Dobbelt"))
    removal.change_plan(scans=(gone,))

    removal.remover.remove()

    assert removal.removing.errors == [error_text(ScanNotFound(NUMBER))]
    with pytest.raises(ScanNotFound):
        removal.remover.ask(removal.case, gone.id)


def test_a_reason_is_drafted_and_put_back(removal: Table) -> None:
    assert removal.remover.content() is None
    removal.remover.type("Forkert borger")
    draft = removal.draft_of(removal.remover)
    assert removal.remover.title(draft) == "Fjernet scan, sag 2026-014"
    assert removal.remover.differences(draft) == [Difference("Begrundelse", "", "Forkert borger")]
    assert (draft.subject, draft.based_on) == (removal.scans[0].id, {removal.case.id: 1, removal.scans[0].id: 1})
    removal.remover.close()
    assert removal.remover.subject == ""

    removal.remover.resume(draft)

    assert removal.removing.asked[-1][2] == "Forkert borger"


# Words ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "text"), [(1, "1 KB"), (348_160, "340 KB"), (1_258_291, "1,2 MB"), (25 * 1024 * 1024, "25,0 MB")]
)
def test_a_size_is_said_as_people_say_it(size: int, text: str) -> None:
    assert size_text(size) == text


def test_every_problem_has_a_sentence_of_its_own() -> None:
    texts = {scan_problem_text(problem) for problem in ScanProblem}

    assert len(texts) == len(ScanProblem)
    assert "Filens størrelse skal være under 25 MB" in texts
    assert error_text(ScanRefused(ScanProblem.TOO_LARGE)) == "Filens størrelse skal være under 25 MB."


def test_the_scans_of_a_version_are_listed_with_all_that_is_known() -> None:
    gone = a_scan(removal=ScanRemoval(on=TODAY, by="MJ", reason="Forkert"))
    first, second = scan_rows(a_plan(scans=(a_scan(), gone, a_scan(note="Side 4"))))

    assert first.title == "Kontrakt underskrevet.pdf"
    assert first.detail == "PDF · 793 KB · vedhæftet 29.10.2026 af MJ"
    assert second.detail.endswith(" · Side 4")
