"""Recording what has happened on a case, and taking it back."""

import uuid

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.open_case import OpenedCase
from desktop_app.presenters.event_form import EventField
from desktop_app.presenters.event_presenter import EventDialogShown, EventPresenter
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.event_dialog import EventDialog
from desktop_app.ui.frame import Frame
from desktop_app.ui.wings.dialog_wing import DialogWing


class EventWing(DialogWing[EventDialog]):
    """The dialog beside its presenter, opened over `window`. `typed` tells of every edit by a person."""

    typed = Signal()

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self.presenter = EventPresenter(
            self,
            frame,
            work=frame.office.cases,
            rulebook=frame.office.rulebook,
            today=frame.today,
            new_id=_new_id,
        )
        self._place = DialogPlace[EventDialog](frame, self.presenter)
        frame.register_form(self.presenter, self.typed)

    def record(self, opened: OpenedCase, what: str = "") -> None:
        """Ask what has happened on a case."""
        self.presenter.ask(opened, what)
        self.frame.form_opened(self.presenter)

    # The dialog (`presenters.event_presenter.EventView`) ----------------------------------------------------------

    def ask(self, shown: EventDialogShown) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = EventDialog(self._window, shown, self.frame.today)
        dialog.typed.connect(self._type)
        dialog.accepted_form.connect(self.presenter.record)
        self._place.open(dialog)

    def show_fields(self, fields: frozenset[EventField], on_help: str) -> None:
        """Show these fields and no others."""
        if dialog := self._place.dialog:
            dialog.show_fields(fields, on_help)

    def _type(self, field: EventField, text: str) -> None:
        if self._place.dialog:
            self.presenter.type(field, text)
            self.typed.emit()


def _new_id() -> str:
    return str(uuid.uuid4())
