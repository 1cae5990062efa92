"""Three panes beside each other; with less room the side panes take turns, and with little room all three do."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.segment import Segment
from desktop_app.ui.surfaces import Line, Panel

CHECKS, FORM, PAPER = "checks", "form", "paper"
_CHECKS_WIDTH, _LEAST_FORM, _LEAST_PAPER = 272, 500, 380
_ANY_WIDTH = (1 << 24) - 1
_SHARES = (5, 4)
"""Of form and paper, in the room that is left for both."""


class Shape(Enum):
    """How many panes show at once."""

    ALL = 3
    TWO = 2
    ONE = 1


class PlanPanes(QWidget):
    """What is in place to the left, the form in the middle, the paper to the right."""

    def __init__(self, checks: QWidget, form: QWidget, paper: QWidget) -> None:
        super().__init__()
        self._panes: Mapping[str, QWidget] = {CHECKS: checks, FORM: form, PAPER: paper}
        words = {FORM: _("Form"), CHECKS: _("Before signature"), PAPER: _("Preview")}
        self._beside = Segment(_("Beside the form"), [(key, words[key]) for key in (CHECKS, PAPER)], is_slim=True)
        self._alone = Segment(_("Shown"), [(key, words[key]) for key in (FORM, CHECKS, PAPER)], is_slim=True)
        self._beside.choose(PAPER)
        self._alone.choose(FORM)
        bar = Column(FlowRow(self._alone, STRETCH, self._beside), margins=(16, 6, 16, 6))
        self._bar = Panel(bar, Token.WINDOW, edges=Qt.Edge.BottomEdge)
        self._lines = Line(is_vertical=True), Line(is_vertical=True)
        row = Row(checks, self._lines[0], spacing=0)
        row.add(form, stretch=_SHARES[0])
        row.add(self._lines[1])
        row.add(paper, stretch=_SHARES[1])
        whole = Column(self._bar)
        whole.add(row, stretch=1)
        self.setLayout(whole)
        self._beside.chosen.connect(self._arrange)
        self._alone.chosen.connect(self._arrange)
        current_theme().changed.connect(self._arrange)
        self._arrange()

    @property
    def bar(self) -> QWidget:
        """Where one chooses what shows; hidden while everything does."""
        return self._bar

    @property
    def shape(self) -> Shape:
        """How many panes show at once."""
        theme = current_theme()
        if self.width() >= theme.e(_CHECKS_WIDTH + _LEAST_FORM + _LEAST_PAPER):
            return Shape.ALL
        return Shape.TWO if self.width() >= theme.e(_LEAST_FORM + _LEAST_PAPER) else Shape.ONE

    def bring_up(self, key: str) -> None:
        """Let a pane show, if it does not already."""
        if key != FORM:
            self._beside.choose(key)
        self._alone.choose(key)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Room for the widest pane alone: when there is no more, only one shows."""
        least = [pane.minimumSizeHint() for pane in self._panes.values()]
        bar = self._bar.minimumSizeHint()
        height = max(size.height() for size in least) + bar.height()
        return QSize(max(bar.width(), *(size.width() for size in least)), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        shape = self.shape
        shown = {
            Shape.ALL: {CHECKS, FORM, PAPER},
            Shape.TWO: {FORM, self._beside.key()},
            Shape.ONE: {self._alone.key()},
        }[shape]
        for key, pane in self._panes.items():
            pane.setVisible(key in shown)
        self._lines[0].setVisible({CHECKS, FORM} <= shown)
        self._lines[1].setVisible({FORM, PAPER} <= shown)
        self._bar.setVisible(shape is not Shape.ALL)
        self._beside.setVisible(shape is Shape.TWO)
        self._alone.setVisible(shape is Shape.ONE)
        checks = self._panes[CHECKS]
        if shape is Shape.ONE:
            checks.setMinimumWidth(0)
            checks.setMaximumWidth(_ANY_WIDTH)
        else:
            checks.setFixedWidth(current_theme().e(_CHECKS_WIDTH))
