"""Formuleringer under Indstillinger: every phrase by where it fits, to be added to, changed and removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_app.application.errors import ApplicationError
from desktop_app.domain.phrase import Phrase, PhrasePlace, PhraseSpot
from desktop_app.presenters.danish_order import danish_order
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.phrase_acts import PhraseActs
from desktop_app.presenters.phrase_port import PhraseWork
from desktop_app.presenters.phrase_presenter import PhrasePresenter
from desktop_app.presenters.phrase_texts import one_line, phrase_kind_text, phrase_title, place_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPhrase:
    """A row of the list: what the phrase is called, its text where that is another, and the kind it is for."""

    id: str
    title: str
    text: str
    kind: str


class PhrasesView(Protocol):
    """The section of the settings."""

    def show_phrases(self, groups: Sequence[tuple[str, Sequence[ShownPhrase]]]) -> None:
        """List the phrases under the places they fit at; without any, say so and offer those to begin with."""
        ...

    def show_failure(self, text: str) -> None:
        """Say why they could not be read; an empty text takes it away."""
        ...


class PhrasesPresenter:
    """Lists the phrases; the dialog and the acts do the rest."""

    def __init__(self, view: PhrasesView, dialog: PhrasePresenter, acts: PhraseActs, *, work: PhraseWork) -> None:
        self._view, self._dialog, self._acts, self._work = view, dialog, acts, work
        self._phrases: dict[str, Phrase] = {}

    def show(self) -> None:
        """Read and list them."""
        try:
            phrases = self._work.all()
        except ApplicationError as error:
            self._view.show_failure(error_text(error))
            return
        self._view.show_failure("")
        self._phrases = {phrase.id: phrase for phrase in phrases}
        in_order = sorted(phrases, key=lambda phrase: danish_order(phrase_title(phrase)))
        groups = [
            (place_text(place), [_shown(phrase) for phrase in in_order if phrase.place is place])
            for place in PhrasePlace
        ]
        self._view.show_phrases([(title, rows) for title, rows in groups if rows])

    def add(self) -> None:
        """Ask for a new phrase."""
        self._dialog.ask_new(PhraseSpot(), "")

    def change(self, phrase_id: str) -> None:
        """Ask what a phrase is to say."""
        if phrase := self._phrases.get(phrase_id):
            self._dialog.ask_change(phrase)

    def remove(self, phrase_id: str) -> None:
        """Take a phrase away."""
        if phrase := self._phrases.get(phrase_id):
            self._acts.remove(phrase)

    def take_in_starting(self) -> None:
        """Keep the phrases a team may begin with."""
        self._acts.take_in_starting()


def _shown(phrase: Phrase) -> ShownPhrase:
    return ShownPhrase(
        id=phrase.id,
        title=phrase_title(phrase),
        text=one_line(phrase.text) if phrase.name else "",
        kind=phrase_kind_text(phrase.kind) if phrase.kind else "",
    )
