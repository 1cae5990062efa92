"""How drafts stand on the desk: kept a second after the last key, told at the foot of the window, offered above."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.drafts import Difference, DraftKeeper, DraftWork, clock_text
from desktop_app.translation import _
from desktop_app.ui.desk_notices import DeskNotices
from desktop_app.ui.differences_dialog import DifferencesDialog
from desktop_app.ui.status_bar import StatusBar

_PAUSE_MS = 1_000


class DeskDrafts(QObject):
    """The view of the `keeper` (`presenters.drafts.DraftView`).

    Dialogs open over `desk` and are given to `opened`; what was done is told to `say_done`.
    """

    def __init__(
        self,
        desk: QWidget,
        *,
        work: DraftWork,
        now: Callable[[], datetime],
        status: StatusBar,
        notices: DeskNotices,
        opened: Callable[[QWidget], None],
        say_done: Callable[[str, Callable[[], None]], None],
    ) -> None:
        super().__init__(desk)
        self._desk, self._now, self._status, self._notices, self._opened = desk, now, status, notices, opened
        self._say_done = say_done
        self._is_all_saved = True
        self.keeper = DraftKeeper(self, work=work, now=now)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keeper.keep_all)
        notices.resume_wanted.connect(self.keeper.resume)
        notices.compare_wanted.connect(self.keeper.compare)
        notices.discard_wanted.connect(self.keeper.discard)

    def watch(self, edited: SignalInstance) -> None:
        """Keep every draft a second after each edit this signal tells of."""
        edited.connect(self._note_edit)

    def say_all_saved(self) -> None:
        """Say that everything is saved, as it is until somebody types again."""
        self._is_all_saved = True
        moment = clock_text(self._now())
        self._status.show_saved(_("Everything is saved · {time}").format(time=moment), is_saved=True)

    def stop(self) -> None:
        """Keep nothing any more: the store is about to be closed."""
        self._pause.stop()

    # How drafts stand (`presenters.drafts.DraftView`) -------------------------------------------------------------

    def show_kept(self, sentence: str) -> None:
        """Say that what was typed is kept."""
        self._notices.hide_draft_failure()
        self._status.show_saved(sentence, is_saved=True)

    def show_not_kept(self, sentence: str) -> None:
        """Say that it could not be."""
        self._status.show_saved(_("The draft is not saved"), is_saved=False)
        self._notices.show_draft_failure(sentence)

    def offer_draft(self, sentence: str) -> None:
        """Offer to go on with a draft."""
        self._notices.offer_draft(sentence)

    def hide_offer(self) -> None:
        """Offer nothing."""
        self._notices.hide_offer()

    def show_discarded(self, undo: Callable[[], None]) -> None:
        """Say that a draft was let go, and offer to have it back."""
        self._say_done(_("The draft is discarded."), undo)

    def show_differences(self, title: str, differences: Sequence[Difference]) -> None:
        """Show in what a draft differs from what is saved."""
        dialog = DifferencesDialog(self._desk, title, differences)
        dialog.accepted_form.connect(self.keeper.resume)
        dialog.accepted_form.connect(dialog.finish)
        self._opened(dialog)
        dialog.open()

    def _note_edit(self) -> None:
        if self._is_all_saved:
            self._is_all_saved = False
            self._status.show_saved("", is_saved=True)
        self._pause.start()
