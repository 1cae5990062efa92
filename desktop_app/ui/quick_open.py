"""A list over a dimmed page: a field, what it finds, and how to take it. The quick opening is one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop_app.presenters.quick_open_presenter import QuickGroup
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import Column, FlowRow, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.quick_open_list import QuickOpenList, spoken
from desktop_app.ui.surfaces import Card, Line
from desktop_app.ui.text_roles import TextRole

_WIDTH, _FROM_TOP, _AT_SIDES = 640, 84, 16
_DIMMED = QColor(0, 0, 0, 90)


class ListOverPage(QWidget):
    """Covers `page` while it is open. `typed` carries what is searched for, `chosen` the id of the row taken.

    Up and Down choose, which `came_to` tells with the row's id, Enter takes, Esc or a click beside it closes; the
    keyboard then goes back to where it was. `ways` say so at the foot, under `below`, which may tell more of the row.
    """

    typed = Signal(str)
    came_to = Signal(str)
    chosen = Signal(str)

    def __init__(
        self, page: QWidget, *, name: str, icon: str, ways: Sequence[str], below: QWidget | None = None
    ) -> None:
        super().__init__(page)
        self._came_from: QWidget | None = None
        self._field = LineEdit()
        self._field.setProperty("bare", True)
        self._field.setAccessibleName(name)
        self._count = Label("", TextRole.META)
        self._list = QuickOpenList()
        self._nothing = Label("", tone=Token.MUTED, wraps=True)
        self._nothing.hide()
        head = Row(IconLabel(icon), spacing=12, margins=(20, 12, 20, 12))
        head.add(self._field, stretch=1)
        head.add(self._count)
        foot = Column(FlowRow(*(Label(text, TextRole.META) for text in ways), across=20), margins=(20, 8, 20, 8))
        self._content = content = Column()
        content.addLayout(head)
        content.add(Line(Token.TEXT))
        content.add(self._list, stretch=1)
        content.addLayout(Column(self._nothing, margins=(20, 12, 20, 12)))
        if below is not None:
            content.add(below)
        content.add(Line())
        content.addLayout(foot)
        self._card = Card(content, width=_WIDTH)
        self._card.setParent(self)
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()
        page.installEventFilter(self)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self.typed)
        self._list.clicked.connect(self._take_clicked)
        current_theme().changed.connect(self.arrange)

    def open(self) -> None:
        """Show the list, the keyboard in its empty field."""
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
        self._field.clear()
        self.show()
        self.raise_()
        self.arrange()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_query(self, text: str) -> None:
        """Search for a text."""
        self._field.setText(text)

    def take(self) -> None:
        """Take the row one is at."""
        self._take(self._list.currentIndex())

    def close_list(self) -> None:
        """Put the list away and go back."""
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._came_from = None

    def show_groups(self, groups: Sequence[QuickGroup], count: str) -> None:
        """Show rows, the first of them chosen, and how many cases were found."""
        self._count.setText(count)
        self._list.show_groups(groups)
        self._list.setVisible(bool(groups))
        self._nothing.setText(_("No results for »{query}«").format(query=self._field.text().strip()))
        self._nothing.setVisible(not groups)
        self.arrange()
        self._say(count)

    def arrange(self) -> None:
        """Take the place there is, and no more than is shown."""
        page = self.parentWidget()
        if page is None or self.isHidden():
            return
        theme = current_theme()
        self.setGeometry(page.rect())
        side, top = theme.e(_AT_SIDES), theme.e(_FROM_TOP)
        width = min(theme.e(_WIDTH), self.width() - 2 * side)
        top = min(top, self.height() // 8)
        self._content.activate()
        height = min(self._card.sizeHint().height(), self.height() - top - side)
        self._card.setGeometry((self.width() - width) // 2, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's size, and take the keys of the field that move the choice."""
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self.arrange()
        elif watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(Qt.Key(event.key()))
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the list."""
        event.accept()
        self.close_list()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the page."""
        QPainter(self).fillRect(self.rect(), _DIMMED)

    def _take_key(self, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_Down:
                self._list.move_down()
                self._say()
            case Qt.Key.Key_Up:
                self._list.move_up()
                self._say()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.take()
            case Qt.Key.Key_Escape:
                self.close_list()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                pass  # there is nothing else to go to
            case _:
                return False
        return True

    def _take_clicked(self, index: QModelIndex) -> None:
        self._take(index)

    def _take(self, index: QModelIndex) -> None:
        row = self._list.row_under(index)
        if row is not None:
            self.close_list()
            self.chosen.emit(row.id)

    def _say(self, first: str = "") -> None:
        chosen = self._list.chosen()
        self.came_to.emit(chosen.id if chosen else "")
        row = spoken(chosen)
        if sentence := ". ".join(part for part in (first, row) if part):
            announce(self._field, sentence)


class QuickOpen(ListOverPage):
    """The list of Ctrl+K."""

    def __init__(self, page: QWidget) -> None:
        ways = (_("Up and down choose"), _("Enter opens"), _("Esc closes"))
        super().__init__(page, name=_("Search or go to"), icon="search", ways=ways)
