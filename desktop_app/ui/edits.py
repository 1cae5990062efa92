"""Which signal of an editor tells that a person has changed it."""

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.ui.date_field import DateField
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.segment import Segment
from desktop_app.ui.text_area import TextArea


def edits_of(editor: QWidget) -> SignalInstance:
    """Return the signal.

    Raises:
        TypeError: the editor is none of the kit's.
    """
    match editor:
        case LineEdit() | ComboBox() | TextArea() | DateField():
            return editor.edited
        case Segment():
            return editor.chosen
        case QAbstractButton():
            return editor.clicked
    raise TypeError(type(editor).__name__)
