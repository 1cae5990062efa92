"""What is done to the team's phrases as a whole, each with the way to take it back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.domain.phrase import Phrase
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.phrase_port import PhraseWork
from desktop_app.presenters.phrase_texts import phrase_title
from desktop_app.translation import _, _n


class PhraseFollower(Protocol):
    """Who is told what became of phrases."""

    def phrases_changed(self) -> None:
        """Bring up to date what shows them."""
        ...

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say that it is done, and for a while offer to undo it."""
        ...

    def show_error(self, text: str) -> None:
        """Say why it was not done."""
        ...


class PhraseActs:
    """Does it, tells the follower, and takes it back when asked."""

    def __init__(self, follower: PhraseFollower, work: PhraseWork) -> None:
        self._follower, self._work = follower, work

    def take_in_starting(self) -> None:
        """Keep the phrases a team may begin with, all of them."""
        try:
            kept = self._work.keep(self._work.starting)
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
            return
        text = _n(
            "{n} phrase is taken in. Change it to your own words under Settings, Phrases.",
            "{n} phrases are taken in. Change them to your own words under Settings, Phrases.",
            len(kept),
        )
        self.tell_kept(kept, text.format(n=len(kept)))

    def tell_kept(self, kept: Sequence[Phrase], text: str) -> None:
        """Say that phrases are kept, and let that be taken back."""
        self._tell(text, partial(self._work.remove, kept))

    def tell_changed(self, before: Phrase, now: Phrase) -> None:
        """Say that a phrase is changed, and let that be taken back."""
        back = replace(before, version=now.version)
        self._tell(_("The phrase is saved."), partial(self._work.change, back))

    def remove(self, phrase: Phrase) -> None:
        """Take a phrase away; the history keeps it."""
        try:
            self._work.remove((phrase,))
        except ChangedMeanwhile:
            self._follower.phrases_changed()
            self._follower.show_error(_gone_on())
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
        else:
            text = _("»{name}« is removed. What was written with it stays.").format(name=phrase_title(phrase))
            self._tell(text, partial(self._work.keep, (phrase,)))

    def _tell(self, text: str, back: Callable[[], object]) -> None:
        self._follower.phrases_changed()
        self._follower.say_done(text, partial(self._take_back, back))

    def _take_back(self, back: Callable[[], object]) -> None:
        try:
            back()
        except ChangedMeanwhile:
            self._follower.show_error(_gone_on())
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
        else:
            self._follower.phrases_changed()
            self._follower.say_done(_("It is undone."))


def _gone_on() -> str:
    return _("Somebody else has changed or removed the phrase meanwhile. It is as they left it.")
