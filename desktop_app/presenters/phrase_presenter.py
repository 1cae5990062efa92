"""En formulering: typed in a dialog, new or changed, and kept as a draft meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Protocol

from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.ports import Draft
from desktop_app.application.write_phrases import PhraseRefused
from desktop_app.domain.phrase import KINDS_AT, Phrase, PhrasePlace, PhraseSpot, faults_in_phrase, kind_at
from desktop_app.presenters.dialogs import DialogView
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.phrase_acts import PhraseActs, PhraseFollower
from desktop_app.presenters.phrase_port import PhraseWork
from desktop_app.presenters.phrase_texts import (
    PhraseField,
    phrase_fault_texts,
    phrase_field_name,
    phrase_kind_text,
    place_text,
)
from desktop_app.presenters.typed_text import one_line
from desktop_app.translation import _


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPhrase:
    """What stands in the fields; place and kind by their words in the domain, an empty kind for every kind."""

    text: str = ""
    place: str = PhrasePlace.EVERYWHERE.value
    kind: str = ""
    name: str = ""


class PhraseView(DialogView, Protocol):
    """The dialog."""

    def ask(self, typed: TypedPhrase, *, is_new: bool) -> None:
        """Open the dialog."""
        ...


class PhrasePresenter:
    """Holds the dialog while it is open; it is a drafted form (`presenters.drafts.DraftedForm`)."""

    screen = "phrase"

    def __init__(self, view: PhraseView, follower: PhraseFollower, acts: PhraseActs, *, work: PhraseWork) -> None:
        self.draft_id: str | None = None
        self._view, self._follower, self._acts, self._work = view, follower, acts, work
        self._read: Phrase | None = None
        self._begun: TypedPhrase | None = None
        self._typed = TypedPhrase()

    # A drafted form -----------------------------------------------------------------------------------------------

    @property
    def subject(self) -> str:
        """The phrase that is changed, empty for a new one."""
        return self._read.id if self._read else ""

    def content(self) -> Mapping[str, Any] | None:
        """Return everything typed, or None while nothing is."""
        if self._begun is None or self._typed == self._begun:
            return None
        return {"id": self.subject} | asdict(self._typed)

    def based_on(self) -> Mapping[str, int]:
        """Return the version of the phrase that was read."""
        return {self._read.id: self._read.version} if self._read else {}

    def title(self, draft: Draft) -> str:
        """Return what the draft is of."""
        return _("Change a phrase") if draft.content["id"] else _("New phrase")

    def resume(self, draft: Draft) -> None:
        """Open the dialog and put back what was typed; a phrase that is gone meanwhile would be kept anew."""
        read = self._find(str(draft.content["id"]))
        self._ask(read, _typed_of(read) if read else TypedPhrase(), _typed_in(draft))

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return what the draft says otherwise than what is kept now."""
        read = self._find(str(draft.content["id"]))
        saved, typed = _shown(_typed_of(read) if read else TypedPhrase()), _shown(_typed_in(draft))
        return [
            Difference(phrase_field_name(field), saved[field] or "–", typed[field])
            for field in PhraseField
            if saved[field] != typed[field]
        ]

    # The dialog ---------------------------------------------------------------------------------------------------

    def ask_new(self, spot: PhraseSpot, text: str) -> None:
        """Open the dialog for a new phrase, with a text that was written at a spot."""
        self.draft_id = None
        kind = spot.kind.value if spot.kind else ""
        typed = TypedPhrase(text=text.strip(), place=spot.place.value, kind=kind)
        self._ask(None, typed, typed)

    def ask_change(self, phrase: Phrase) -> None:
        """Open the dialog to change a phrase."""
        self.draft_id = None
        self._ask(phrase, _typed_of(phrase), _typed_of(phrase))

    def type(self, typed: TypedPhrase) -> None:
        """Take in what stands in the fields."""
        self._typed = typed

    def close(self) -> None:
        """Let go of the dialog and of what was typed."""
        self._begun = self._read = None

    def save(self) -> None:
        """Keep the phrase, or say what is wrong with it."""
        if self._begun is None:
            return
        phrase = self._phrase()
        problems = phrase_fault_texts(faults_in_phrase(phrase))
        self._view.show_problems(problems)
        if problems:
            return
        try:
            self._save(phrase)
        except PhraseRefused as refused:
            self._view.show_problems(phrase_fault_texts(refused.faults))
        except ChangedMeanwhile:
            self._read_again(phrase.id)
        except ApplicationError as error:
            self._view.show_error(error_text(error))

    # --------------------------------------------------------------------------------------------------------------

    def _ask(self, read: Phrase | None, begun: TypedPhrase, typed: TypedPhrase) -> None:
        self._read, self._begun, self._typed = read, begun, typed
        self._view.ask(typed, is_new=read is None)

    def _save(self, phrase: Phrase) -> None:
        before = self._read
        kept = self._work.change(phrase, self.draft_id) if before else self._work.keep((phrase,), self.draft_id)[0]
        self.draft_id = None
        self.close()
        self._view.finish()
        if before:
            self._acts.tell_changed(before, kept)
        else:
            self._acts.tell_kept((kept,), _("The phrase is saved for the whole team."))

    def _read_again(self, phrase_id: str) -> None:
        """Go on over what somebody else has saved meanwhile."""
        try:
            self._read = self._find(phrase_id)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._follower.phrases_changed()
        if self._read is None:
            text = _("Somebody else has removed the phrase meanwhile. What you typed stands. Save again to keep it.")
        else:
            text = _(
                "Somebody else has changed the phrase meanwhile. It says now: »{text}« What you typed stands. Save"
                " again to put it in its place."
            ).format(text=self._read.text)
        self._view.show_error(text)

    def _find(self, phrase_id: str) -> Phrase | None:
        return next((phrase for phrase in self._work.all() if phrase.id == phrase_id), None)

    def _phrase(self) -> Phrase:
        typed = self._typed
        place = PhrasePlace(typed.place)
        return replace(
            self._read or Phrase(id="", text=""),
            text=typed.text,
            place=place,
            kind=kind_at(place, typed.kind),
            name=one_line(typed.name),
        )


def place_choices() -> Sequence[tuple[str, str]]:
    """Return every place with its words."""
    return [(place.value, place_text(place)) for place in PhrasePlace]


def kind_choices(place: str) -> Sequence[tuple[str, str]]:
    """Return the kinds of a place with their words, every kind first; nothing where the place has none."""
    kinds = KINDS_AT.get(PhrasePlace(place), ())
    return [("", phrase_kind_text(None)), *((kind.value, phrase_kind_text(kind)) for kind in kinds)] if kinds else []


def _typed_of(phrase: Phrase) -> TypedPhrase:
    return TypedPhrase(
        text=phrase.text,
        place=phrase.place.value,
        kind=phrase.kind.value if phrase.kind else "",
        name=phrase.name,
    )


def _typed_in(draft: Draft) -> TypedPhrase:
    return TypedPhrase(**{field.value: str(draft.content[field.value]) for field in PhraseField})


def _shown(typed: TypedPhrase) -> Mapping[PhraseField, str]:
    place = PhrasePlace(typed.place)
    kind = kind_at(place, typed.kind)
    return {
        PhraseField.TEXT: typed.text,
        PhraseField.PLACE: place_text(place),
        PhraseField.KIND: phrase_kind_text(kind) if kind else "",
        PhraseField.NAME: typed.name,
    }
