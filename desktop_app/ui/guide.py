"""The frame of a guide: its steps at the left, one of them in the middle, the ways on and back under it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.keyboard_focus import is_enter, is_form_enter
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import PRODUCT_NAME, current_theme
from desktop_app.ui.step_list import StepList
from desktop_app.ui.surfaces import Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole

_LIST_WIDTH, _LIST_FROM = 296, 900


class Guide(QWidget):
    """A guide over the steps of `names`; its text grows no wider than `text_width`.

    `failed` heads what is said when something was not done. A guide calls `_arrange` once its own widgets are made.
    """

    def __init__(self, names: Sequence[str], *, failed: str, text_width: int) -> None:
        super().__init__()
        self._failed, self._text_width = failed, text_width
        self._list = StepList(list(names))
        self._number = Label("", tone=Token.MUTED)
        self._title = Label("", TextRole.CARD_TITLE, wraps=True)
        self._failure = Alert(AlertKind.ERROR, failed, "")
        self._failure_place = over(self._failure)
        self._back = Button(_("Back"), icon="chevron-left")
        self._cancel = Button(_("Cancel"))
        self._next = Button("", ButtonKind.PRIMARY, trailing_icon="chevron-right")

    def show_failure(self, text: str) -> None:
        """Say why the last thing was not done."""
        self._failure.show_message(self._failed, text)
        self._failure_place.setVisible(bool(text))
        if text:
            self._scroll.verticalScrollBar().setValue(0)
            announce(self._failure, text, is_urgent=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter from any field, and by Ctrl+Enter from anywhere."""
        if (is_enter(event) or is_form_enter(event)) and self._next.isEnabled():
            self._next.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the list of steps where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _show_number(self, title: str, number: int, count: int) -> None:
        """Show which step it is."""
        self._number.setText(_("Step {number} of {count}").format(number=number, count=count))
        self._title.setText(title)
        self._list.show_step(number)

    def _begin(self) -> None:
        """Bring the eyes and the keyboard to the step."""
        self._scroll.verticalScrollBar().setValue(0)
        self._next.setFocus()

    def _announce_step(self) -> None:
        announce(self, f"{self._number.text()}. {self._title.text()}")

    def _set_next(self, text: str, *, is_busy: bool) -> None:
        self._next.setText(text)
        for button in (self._next, self._back, self._cancel):
            button.setEnabled(not is_busy)

    def _arrange(
        self, steps: Sequence[QWidget], *, messages: Sequence[QWidget] = (), under_list: Sequence[QWidget] = ()
    ) -> None:
        """Lay everything out: `messages` stand over the title, `under_list` at the foot of the list."""
        left = Column(Label(PRODUCT_NAME, TextRole.PRODUCT), Gap(16), self._list, STRETCH, *under_list)
        left.set_margins((24, 24, 24, 24))
        self._left = Panel(left, Token.WINDOW, edges=Qt.Edge.RightEdge, width=_LIST_WIDTH)
        content = Column(self._failure_place, *messages, self._number, self._title, Gap(20), *steps)
        content.add(STRETCH)
        self._body = QWidget()
        self._body.setLayout(content)
        page = Row(spacing=0, margins=(64, 40, 64, 24))
        page.add(self._body, stretch=1000)
        page.addStretch(1)
        self._scroll = ScrollArea(page)
        # Without neighbours at their left, also while others are hidden, the ways on would not be held to the right.
        ways = FlowRow(QWidget(), self._back, STRETCH, QWidget(), self._cancel, self._next, across=12)
        foot = Panel(Column(ways, margins=(52, 16, 64, 16)), edges=Qt.Edge.TopEdge)
        right = Column()
        right.add(self._scroll, stretch=1)
        right.add(foot)
        whole = Row(self._left, spacing=0)
        whole.add(right, stretch=1)
        outer = Column()
        outer.add(Panel(whole), stretch=1)
        self.setLayout(outer)
        current_theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        self._left.setVisible(self.width() >= theme.e(_LIST_FROM) and not theme.has_large_text)
        self._body.setMaximumWidth(theme.e(self._text_width))


def over(alert: Alert) -> QWidget:
    """Return a message with the distance to what it stands over, hidden."""
    place = QWidget()
    place.setLayout(Column(alert, Gap(20)))
    place.hide()
    return place
