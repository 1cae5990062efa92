"""Beside the form: what is in place before the plan can be signed, what is missing, and what does not add up."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.plan_reading import FieldPlace
from desktop_app.presenters.plan_texts import CheckLine, WarningLine
from desktop_app.translation import _
from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import STRETCH, Column, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.wrapping_link import LINK_SIDE, WrappingLink


class PlanCheckPane(ScrollArea):
    """`place_wanted` carries the field (`FieldPlace`) one wants to go to."""

    place_wanted = Signal(object)

    def __init__(self) -> None:
        self._summary = Label("", TextRole.META)
        self._checks = Column(spacing=10)
        self._warnings = Column(spacing=10)
        self._warning_title = Label(_("Worth a second look"), TextRole.PANE_TITLE)
        self._lines: list[_Line] = []
        self._warning_lines: list[_Line] = []
        super().__init__(
            Column(
                Label(_("Before signature"), TextRole.PANE_TITLE),
                self._summary,
                Gap(14),
                self._checks,
                Gap(24),
                self._warning_title,
                Gap(10),
                self._warnings,
                STRETCH,
                margins=(24, 20, 20, 20),
            ),
            name=_("Before signature"),
        )
        self._warning_title.hide()

    def show_lines(self, summary: str, checks: Sequence[CheckLine], warnings: Sequence[WarningLine]) -> None:
        """Show how every part stands, and the warnings; what says the same as before stays as it is."""
        self._summary.setText(summary)
        self._lines = self._shown(self._checks, self._lines, [(line.text, line.section, line.place) for line in checks])
        for line, check in zip(self._lines, checks, strict=True):
            line.show_state(is_in_place=check.in_place, place=check.place)
        self._warning_title.setVisible(bool(warnings))
        self._warning_lines = self._shown(
            self._warnings, self._warning_lines, [(line.text, "", line.place) for line in warnings]
        )
        for line, warning in zip(self._warning_lines, warnings, strict=True):
            line.show_state(is_in_place=False, place=warning.place)

    def _shown(
        self, column: Column, lines: "list[_Line]", wanted: Sequence[tuple[str, str, FieldPlace | None]]
    ) -> "list[_Line]":
        if [line.key for line in lines] == [(text, bool(place)) for text, _section, place in wanted]:
            return lines
        for line in lines:
            column.removeWidget(line)
            line.hide()
            line.deleteLater()
        new = [_Line(text, section, has_place=place is not None) for text, section, place in wanted]
        for line in new:
            line.pressed.connect(self.place_wanted)
            column.add(line)
        return new


class _Line(QWidget):
    """One part or warning; where it is mended in the form, its words are a link there."""

    pressed = Signal(object)

    def __init__(self, text: str, section: str, *, has_place: bool) -> None:
        super().__init__()
        self.key = (text, has_place)
        self._text, self._section = text, section
        self._place: FieldPlace | None = None
        self._icon = IconLabel("success", Token.DONE_MARK, 20)
        self._words: QWidget = WrappingLink(text) if has_place else Label(text, wraps=True)
        column = Column(self._words if has_place else Row(self._words, margins=(LINK_SIDE, 3, 0, 0)))
        if section:
            column.add(Row(Label(section, TextRole.META, wraps=True), margins=(LINK_SIDE, 0, 0, 0)))
        row = Row(spacing=8)
        row.add_aligned(self._icon, Qt.AlignmentFlag.AlignTop)
        row.add(column, stretch=1)
        self.setLayout(row)
        if isinstance(self._words, WrappingLink):
            self._words.clicked.connect(self._press)

    def show_state(self, *, is_in_place: bool, place: FieldPlace | None) -> None:
        """Show whether the part is in place, and go to this field when pressed."""
        self._place = place
        icon, token = ("success", Token.DONE_MARK) if is_in_place else ("warning", Token.SOON_MARK)
        self._icon.set_icon(icon, token)
        state = (_("in place") if is_in_place else _("missing")) if self._section else ""
        self._words.setAccessibleName(", ".join(part for part in (self._text, state, self._section) if part))
        font = self._words.font()
        font.setWeight(font.Weight.Normal if is_in_place or not self._section else font.Weight.DemiBold)
        self._words.setFont(font)

    def _press(self) -> None:
        self.pressed.emit(self._place)
