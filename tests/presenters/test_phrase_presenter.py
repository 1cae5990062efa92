"""A phrase typed in a dialog: kept, changed, refused, and had back."""

from dataclasses import replace

import pytest

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.ports import Draft
from desktop_app.application.write_phrases import PhraseRefused
from desktop_app.domain.phrase import Phrase, PhraseFault, PhrasePlace, PhraseSpot
from desktop_app.domain.plan import GoalKind
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.phrase_acts import PhraseActs
from desktop_app.presenters.phrase_presenter import PhrasePresenter, TypedPhrase, kind_choices, place_choices
from tests.presenters.phrase_desk import JOB, NOTE, FakePhrases, SeenDialog, SeenFollower
from tests.storage.builders import a_draft

FULL = StorageUnavailable(StorageTrouble.DISK_FULL)
WORK = PhraseSpot(place=PhrasePlace.GOAL, kind=GoalKind.EMPLOYMENT)


class Form(PhrasePresenter):
    """The presenter with the dialog, the frame and the store it works with."""

    def __init__(self, *phrases: Phrase) -> None:
        self.dialog, self.frame, self.store = SeenDialog(), SeenFollower(), FakePhrases(*phrases)
        super().__init__(self.dialog, self.frame, PhraseActs(self.frame, self.store), work=self.store)


def draft_of(form: Form) -> Draft:
    return a_draft(screen="phrase", subject=form.subject, content=form.content(), based_on=form.based_on())


def test_what_was_written_is_kept_for_the_place_it_was_written_at_and_that_is_taken_back() -> None:
    form = Form()

    form.ask_new(WORK, " Du er tømrer ")
    assert (form.dialog.typed, form.dialog.is_new) == (
        TypedPhrase(text="Du er tømrer", place="goal", kind="employment"),
        True,
    )
    form.save()

    [kept] = form.store.all()
    assert (kept.text, kept.place, kept.kind) == ("Du er tømrer", PhrasePlace.GOAL, GoalKind.EMPLOYMENT)
    assert form.dialog.is_finished
    assert form.frame.done == "Formuleringen er gemt til hele teamet."
    assert form.frame.undo
    form.frame.undo()
    assert form.store.texts() == []
    assert form.frame.done == "Det er fortrudt."


def test_a_phrase_is_changed_and_that_is_taken_back() -> None:
    form = Form(JOB)

    form.ask_change(form.store.named("Job"))
    assert form.dialog.typed == TypedPhrase(text=JOB.text, place="goal", kind="employment", name="Job")
    assert not form.dialog.is_new
    form.type(TypedPhrase(text="Du er i løn", place="activity", kind="employment"))
    form.save()

    [changed] = form.store.all()
    assert (changed.text, changed.place, changed.kind) == ("Du er i løn", PhrasePlace.ACTIVITY, None)
    assert form.frame.done == "Formuleringen er gemt."
    assert form.frame.undo
    form.frame.undo()
    assert [replace(phrase, id="", version=0) for phrase in form.store.all()] == [JOB]


def test_what_is_wrong_is_said_at_the_field_and_nothing_is_kept() -> None:
    form = Form()
    form.ask_new(PhraseSpot(), "Ring 010190-1234")

    form.save()

    assert list(form.dialog.problems) == ["text"]
    assert not form.dialog.is_finished
    assert form.store.texts() == []


def test_what_only_the_store_finds_wrong_is_said_at_the_field_too() -> None:
    form = Form()
    form.ask_new(PhraseSpot(), "Fin tekst")
    form.store.trouble = PhraseRefused((PhraseFault.NAME_TOO_LONG,))

    form.save()

    assert list(form.dialog.problems) == ["name"]


def test_what_cannot_be_written_is_said_and_what_was_typed_stays() -> None:
    form = Form()
    form.ask_new(PhraseSpot(), "Fin tekst")
    form.store.trouble = FULL

    form.save()
    assert form.dialog.error
    form.store.trouble = None
    form.save()

    assert form.store.texts() == ["Fin tekst"]


def test_nothing_is_kept_while_no_dialog_is_open() -> None:
    form = Form()

    form.save()

    assert form.store.texts() == []
    assert form.content() is None


def test_over_what_somebody_else_has_saved_meanwhile_one_saves_again() -> None:
    form = Form(JOB)
    form.ask_change(form.store.named("Job"))
    form.store.change(replace(form.store.named("Job"), text="Andres ord"))
    form.type(TypedPhrase(text="Mine ord", name="Job"))

    form.save()
    assert "Den lyder nu: »Andres ord«" in form.dialog.error
    assert form.frame.refreshed == 1
    form.save()

    assert form.store.texts() == ["Mine ord"]


def test_what_somebody_else_has_removed_meanwhile_is_kept_anew() -> None:
    form = Form(JOB)
    form.ask_change(form.store.named("Job"))
    form.store.remove(form.store.all())

    form.save()
    assert form.dialog.error.startswith("En anden har i mellemtiden fjernet formuleringen.")
    form.save()

    assert form.store.texts() == [JOB.text]


def test_a_store_that_cannot_be_read_again_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    form = Form(JOB)
    form.ask_change(form.store.named("Job"))
    form.store.change(replace(form.store.named("Job"), text="Andres ord"))

    def unreadable() -> list[Phrase]:
        raise FULL

    monkeypatch.setattr(form.store, "all", unreadable)
    form.save()

    assert form.dialog.error
    assert form.frame.refreshed == 0


# A drafted form ------------------------------------------------------------------------------------------------------


def test_nothing_is_a_draft_before_something_is_typed_or_after_the_dialog_is_closed() -> None:
    form = Form()
    form.ask_new(WORK, "Fra planen")
    assert form.content() is None

    form.type(TypedPhrase(text="Andet"))
    assert form.content() == {"id": "", "text": "Andet", "place": "everywhere", "kind": "", "name": ""}
    assert (form.subject, form.based_on()) == ("", {})

    form.close()
    assert form.content() is None


def test_the_draft_of_a_change_is_put_back_and_goes_when_it_is_saved() -> None:
    form = Form(JOB)
    job = form.store.named("Job")
    form.ask_change(job)
    form.type(TypedPhrase(text="Halvt", place="goal", kind="employment", name="Job"))
    draft = draft_of(form)
    assert (draft.subject, draft.based_on) == (job.id, {job.id: 1})
    assert form.title(draft) == "Ret en formulering"
    assert form.differences(draft) == [Difference("Formulering", JOB.text, "Halvt")]
    form.close()

    form.resume(draft)
    form.draft_id = draft.id
    assert form.dialog.typed == TypedPhrase(text="Halvt", place="goal", kind="employment", name="Job")
    form.save()

    assert form.store.drafts[-1] == draft.id
    assert form.draft_id is None


def test_the_draft_of_a_new_phrase_stands_beside_nothing() -> None:
    form = Form()
    form.ask_new(PhraseSpot(), "")
    form.type(TypedPhrase(text="Ny", place="goal", kind="danish"))
    draft = draft_of(form)

    assert form.title(draft) == "Ny formulering"
    assert form.differences(draft) == [
        Difference("Formulering", "–", "Ny"),
        Difference("Passer til", "Alle steder", "Mål"),
        Difference("Slags", "–", "Dansk"),
    ]
    form.resume(draft)
    assert form.dialog.is_new


def test_a_place_is_offered_with_its_kinds_if_it_has_some() -> None:
    assert ("follow_up", "Opfølgning, notat") in place_choices()
    assert kind_choices("goal")[:2] == [("", "Alle slags"), ("employment", "Beskæftigelsesmål")]
    assert kind_choices(NOTE.place.value) == []
