"""Recording consent, and that it is withdrawn."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.consent import ConsentPurpose
from desktop_app.presenters.consent_presenter import ConsentPresenter
from desktop_app.ui.consent_dialog import ConsentDialog
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.frame import Frame
from desktop_app.ui.wings.dialog_wing import DialogWing


class ConsentWing(DialogWing[ConsentDialog]):
    """The dialog beside its presenter, opened over `window`."""

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self._place = DialogPlace[ConsentDialog](frame)
        self.presenter = ConsentPresenter(self, work=frame.office.rights, today=frame.today, saved=self.show_saved)

    def record(self, opened: OpenedCase) -> None:
        """Ask what the citizen says."""
        self.presenter.ask(opened.case)

    def ask(self, title: str, lines: Sequence[str]) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = ConsentDialog(self._window, title, lines, self.frame.today)
        dialog.saving.connect(self._save)
        dialog.cancelled.connect(self.presenter.close)
        self._place.open(dialog)

    def _save(self, purpose: ConsentPurpose, on: str, whom: str, is_withdrawal: bool) -> None:  # noqa: FBT001 - a signal
        self.presenter.save(purpose, on, whom, is_withdrawal=is_withdrawal)
