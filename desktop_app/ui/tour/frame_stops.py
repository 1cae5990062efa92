"""What the frame says over every page: that it is about to lock, that a draft is left, what was done or failed."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.translation import _
from desktop_app.ui.frame import TODAY
from desktop_app.ui.last_resort import LastResort
from desktop_app.ui.tour.ground import Stop, TourPart

_SECONDS_LEFT = 25
_ERROR_LOG = Path("/home/mette/.config/EnPlan/errors.log")


class FrameStops(TourPart):
    """The notices, the bar of what was done and what a draft differs in, over I dag."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("done-with-undo", self._show_done),
            Stop("about-to-lock", self._show_about_to_lock),
            Stop("draft-offered", self._show_draft),
            Stop("draft-differences", self._show_differences),
            Stop("unexpected-error", self._show_unexpected_error),
            Stop("not-saved", self._show_not_saved),
        )

    def _show_done(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.go_to(TODAY)
        self._ground.desk.say_done(_("The follow-up is saved."), self._undo)

    def _show_about_to_lock(self) -> None:
        self._ground.desk.shell.done_bar.hide()
        self._ground.desk.show_time_left(_SECONDS_LEFT)

    def _show_draft(self) -> None:
        self._ground.desk.show_time_left(0)
        sentence = _("You have a draft from {moment}: {title}.").format(moment="14.32", title=_("New arrival"))
        self._ground.desk.standing.offer_draft(sentence)

    def _show_differences(self) -> None:
        self._ground.desk.standing.show_differences(
            _("New arrival"),
            (
                Difference(_("Given names"), "", "Reema"),
                Difference(_("Address"), "Strandgade 12", "Strandgade 12, 2. th."),
            ),
        )

    def _show_unexpected_error(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.standing.hide_offer()
        last_resort = LastResort(_ERROR_LOG, self._ground.window)
        last_resort.tell()
        last_resort.deleteLater()

    def _show_not_saved(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.standing.show_not_kept(error_text(StorageUnavailable(StorageTrouble.DISK_FULL)))

    def _undo(self) -> None:
        """Undo nothing: it was not done."""
