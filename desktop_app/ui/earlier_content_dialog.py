"""Hent fra tidligere version: what earlier versions say, to be ticked and taken into the one being written."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.presenters.earlier_content import EarlierVersion
from desktop_app.translation import _
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, Gap
from desktop_app.ui.text_roles import TextRole

_WIDTH = 640


class EarlierContentDialog(FormDialog):
    """A box for each goal and activity under the version it is from; nothing is ticked at first."""

    def __init__(self, parent: QWidget, offered: Sequence[EarlierVersion]) -> None:
        intro = _("What you tick is added at the end. Nothing that is written already is changed.")
        if not offered:
            intro = _("Everything the earlier versions say is in this version already.")
        verb = _("Take into the plan") if offered else _("Close")
        super().__init__(parent, _("Take from an earlier version"), verb, intro=intro, width=_WIDTH)
        self._boxes: list[CheckBox] = []
        for version in offered:
            column = Column(Label(version.title, TextRole.LABEL), Gap(4), spacing=2)
            for key, words in version.choices:
                box = CheckBox(words.replace("&", "&&"))
                box.setAccessibleName(words)
                box.setProperty("record", key)
                self._boxes.append(box)
                column.add(box)
            self.body.add(column)

    def chosen(self) -> frozenset[str]:
        """Return the ids of what is ticked."""
        return frozenset(str(box.property("record")) for box in self._boxes if box.isChecked())
