"""A correction below a locked note, kept while it is typed."""

from dataclasses import dataclass, field
from datetime import date

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile, StorageTrouble, StorageUnavailable
from desktop_app.application.ports import Draft
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.follow_up_correction import CorrectionPresenter
from tests.builders import a_case, a_follow_up
from tests.fakes import FakeStore
from tests.presenters.follow_up_work import NOW, TODAY, Work

TITLE = "20. januar 2027 · Samtale"


@dataclass
class SeenCorrection:
    """The dialog: what it was told to show."""

    asked: list[tuple[str, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    closed: list[tuple[Changes, str]] = field(default_factory=list)

    def ask_correction(self, title: str, text: str) -> None:
        self.asked.append((title, text))

    def show_problem(self, text: str) -> None:
        self.problems.append(text)

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def close_correction(self, changes: Changes, text: str) -> None:
        self.closed.append((changes, text))


class Desk:
    """A presenter between a dialog and a store with a note that is locked."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.store = FakeStore(a_case(follow_ups=(a_follow_up(),)))
        self.talk_id = self.store.case("2026-014").follow_ups[0].id
        self.work = Work(self.store, rulebook)
        self.view = SeenCorrection()
        self.presenter = CorrectionPresenter(self.view, work=self.work, today=self.day)

    def day(self) -> date:
        return TODAY

    def texts(self) -> list[str]:
        return [one.text for one in self.store.case("2026-014").follow_ups[0].corrections]


@pytest.fixture
def desk(rulebook: Rulebook) -> Desk:
    desk = Desk(rulebook)
    desk.presenter.open("2026-014", desk.talk_id, TITLE)
    return desk


def a_draft_of(desk: Desk) -> Draft:
    content = desk.presenter.content()
    assert content is not None
    return Draft(
        id="draft-1",
        user="Mette Jensen",
        screen=desk.presenter.screen,
        subject=desk.presenter.subject,
        content=content,
        based_on=desk.presenter.based_on(),
        saved_at=NOW,
    )


def test_it_says_which_note_is_corrected_and_begins_empty(desk: Desk) -> None:
    assert desk.view.asked == [(TITLE, "")]
    assert desk.presenter.content() is None


def test_what_was_typed_is_added_and_told(desk: Desk) -> None:
    desk.presenter.type("Mentor var ikke med.")

    desk.presenter.save()

    assert desk.texts() == ["Mentor var ikke med."]
    assert desk.view.closed == [(Changes(frozenset({desk.store.case("2026-014").id})), "Rettelsen er gemt.")]
    assert (desk.presenter.content(), desk.presenter.subject) == (None, "")


def test_an_empty_one_is_not_added(desk: Desk) -> None:
    desk.presenter.save()

    assert desk.view.problems == ["Skriv rettelsen"]
    assert desk.texts() == []


def test_what_could_not_be_saved_stays(desk: Desk) -> None:
    desk.presenter.type("Mentor")
    desk.work.error = StorageUnavailable(StorageTrouble.DISK_FULL)

    desk.presenter.save()

    assert desk.view.errors[0].startswith("Ændringerne kunne ikke gemmes")
    assert desk.view.problems == []
    assert desk.presenter.content() is not None


def test_to_a_note_somebody_else_took_away_nothing_is_added_and_what_was_typed_stays(desk: Desk) -> None:
    desk.presenter.type("Mentor")
    desk.work.error = ChangedMeanwhile(desk.talk_id)

    desk.presenter.save()

    assert desk.view.errors[0].startswith("En anden har fjernet notatet")
    assert desk.presenter.content() is not None


def test_what_was_cancelled_leaves_no_draft(desk: Desk) -> None:
    desk.presenter.type("Mentor")

    desk.presenter.close()

    assert desk.presenter.content() is None


def test_while_nothing_is_asked_nothing_is_saved(rulebook: Rulebook) -> None:
    desk = Desk(rulebook)

    desk.presenter.save()

    assert (desk.view.closed, desk.view.problems) == ([], [])


def test_a_draft_brings_the_dialog_and_the_text_back(desk: Desk) -> None:
    desk.presenter.type("Mentor var")
    draft = a_draft_of(desk)
    desk.presenter.close()

    desk.presenter.resume(draft)

    assert desk.view.asked[-1] == (TITLE, "Mentor var")
    assert desk.presenter.content() == draft.content


def test_a_draft_says_what_it_is_of_and_that_nothing_is_saved_of_it(desk: Desk) -> None:
    desk.presenter.type("Mentor var")
    draft = a_draft_of(desk)

    assert (draft.screen, draft.subject, draft.based_on) == ("follow_up_correction", desk.talk_id, {})
    assert desk.presenter.title(draft) == "Rettelse til opfølgning, sag 2026-014"
    assert [tuple(one) for one in desk.presenter.differences(draft)] == [("Rettelse", "–", "Mentor var")]
