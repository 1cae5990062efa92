"""In what a draft differs from what is saved, field by field, before one goes on with it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.presenters.drafts import Difference
from desktop_app.translation import _
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, Gap
from desktop_app.ui.palette import Token
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole

_WIDTH = 640


class DifferencesDialog(FormDialog):
    """Each field with what is saved over what was typed; its act is to go on with the draft."""

    def __init__(self, parent: QWidget, title: str, differences: Sequence[Difference]) -> None:
        intro = "" if differences else _("The draft says nothing that is not saved already.")
        super().__init__(parent, title, _("Continue the draft"), intro=intro, cancel_verb=_("Close"), width=_WIDTH)
        self.body.add(*(_Difference(difference) for difference in differences))


class _Difference(QWidget):
    def __init__(self, difference: Difference) -> None:
        super().__init__()
        column = Column(Label(difference.field, TextRole.LABEL), Gap(4))
        for heading, text in ((_("Saved"), difference.saved), (_("In your draft"), difference.typed)):
            column.add(Label(heading, TextRole.META), Label(text or "–", wraps=True), Gap(6))
        column.add(Line(Token.DIVIDER))
        self.setLayout(column)
