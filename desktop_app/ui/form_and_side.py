"""A form and what stands beside it; where there is no room for both, the side goes under the form."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.layouts import STRETCH, Column, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import Line, Panel, ScrollArea

_SIDE, _LEAST_FORM = 392, 560


class FormAndSide(QWidget):
    """Each scrolls by itself while they stand beside each other. `name` is the side's, for the keyboard to stop at."""

    def __init__(self, form: QWidget, side: QWidget, *, name: str) -> None:
        super().__init__()
        self._side = side
        self._under = Column()
        self._line = Line()
        self._form_area = ScrollArea(
            Column(form, self._line, self._under, STRETCH, spacing=20, margins=(24, 20, 24, 20))
        )
        self._beside = Column()
        self._side_area = ScrollArea(Column(self._beside, STRETCH, margins=(24, 20, 24, 20)), name=name)
        pane = Column()
        pane.add(self._side_area, stretch=1)
        self._pane = Panel(pane, Token.WINDOW, edges=Qt.Edge.LeftEdge, width=_SIDE)
        row = Row(spacing=0)
        row.add(self._form_area, stretch=1)
        row.add(self._pane)
        self.setLayout(row)
        self._beside.add(side)
        self._is_under = False
        self._line.hide()
        current_theme().changed.connect(self._arrange)

    @property
    def is_under(self) -> bool:
        """Whether the side stands under the form."""
        return self._is_under

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._form_area, self._pane)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to a part of the form."""
        self._form_area.ensureWidgetVisible(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = current_theme()
        is_under = self.width() < theme.e(_SIDE) + theme.e(_LEAST_FORM)
        if is_under is self._is_under:
            return
        self._is_under = is_under
        (self._under if is_under else self._beside).add(self._side)
        self._line.setVisible(is_under)
        self._pane.setVisible(not is_under)
        self._side.show()  # Qt hides what is given another parent
