"""Looking at the cases whose time is over."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.presenters.retention_presenter import RetentionPresenter
from desktop_app.presenters.retention_texts import RetentionRow
from desktop_app.translation import _
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.frame import Act, Frame
from desktop_app.ui.may import RoleAct
from desktop_app.ui.retention_dialog import RetentionDialog
from desktop_app.ui.wings.dialog_wing import DialogWing


class RetentionWing(DialogWing[RetentionDialog]):
    """The dialog beside its presenter, opened over `window`."""

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self._place = DialogPlace[RetentionDialog](frame)
        self.presenter = RetentionPresenter(
            self, work=frame.office.rights, today=frame.today, open_case=frame.open_case
        )
        frame.add_act(
            Act(
                title=_("Review how long cases are kept …"),
                do=self.presenter.ask,
                group=_("Cases"),
                icon="calendar-month",
                is_possible=self._is_possible,
                needs=RoleAct.REVIEW_RETENTION,
            )
        )

    def show(self, summary: str, rows: Sequence[RetentionRow], rule: str, explanation: str) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = RetentionDialog(self._window, summary, rows, rule, explanation)
        dialog.open_wanted.connect(self.presenter.open)
        self._place.open(dialog)

    def _is_possible(self) -> bool:
        return not self.frame.is_reading
