"""Short questions over the page: a few fields and one act, or a yes or no. Longer work has a page of its own."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.form import Form
from desktop_app.ui.keyboard_focus import first_stop, is_form_enter
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole

_WIDTH = 520
_SHARE_OF_SCREEN = 0.92


class FormDialog(QDialog):
    """Fields are taken in by `form` and placed in `body`. Opened by `open()`, and freed when it closes.

    `accepted_form` asks for the act: who hears it either closes the dialog by `finish()` or shows what is wrong by
    `form.show_problems` or `show_error`, and everything typed stays. `cancelled` tells that nothing is to be done.
    Enter in a field of one line and Ctrl+Enter anywhere are the act, Esc is to cancel.
    """

    accepted_form = Signal()
    cancelled = Signal()

    def __init__(
        self, parent: QWidget, title: str, verb: str, *, intro: str = "", cancel_verb: str = "", width: float = _WIDTH
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(intro)
        self._width, self._verb = width, verb
        self._is_busy = self._is_finished = self._is_cut_short = False
        self._form = Form()
        self._body = Column(spacing=16)
        self._primary = Button(verb, ButtonKind.PRIMARY)
        self._primary.setDefault(True)
        self._cancel = Button(cancel_verb or _("Cancel"))
        page = Column(Label(title, TextRole.PANE_TITLE, wraps=True), margins=(24, 20, 24, 20))
        if intro:
            page.add(Gap(6), Label(intro, wraps=True))
        page.add(Gap(16), Column(self._form.summary, self._body, spacing=16), STRETCH)
        self._area = ScrollArea(page)
        self._foot = Panel(
            Column(FlowRow(STRETCH, self._cancel, self._primary), margins=(24, 12, 24, 12)),
            Token.WINDOW,
            edges=Qt.Edge.TopEdge,
        )
        whole = Column()
        whole.add(self._area, stretch=1)
        whole.add(self._foot)
        self.setLayout(whole)
        self._fit_later = QTimer(self)
        self._fit_later.setSingleShot(True)
        self._fit_later.timeout.connect(self._fit)
        self._wanted: QWidget | None = None
        self._scroll_later = QTimer(self)
        self._scroll_later.setSingleShot(True)
        self._scroll_later.timeout.connect(self._scroll)
        self._area.page.installEventFilter(self)
        self._primary.clicked.connect(self._ask)
        self._cancel.clicked.connect(self.reject)
        current_theme().changed.connect(self._fit_later.start)

    @property
    def form(self) -> Form:
        """The fields by key, and what is wrong with them."""
        return self._form

    @property
    def body(self) -> Column:
        """Where the fields stand, one under the other."""
        return self._body

    def show_error(self, sentence: str) -> None:
        """Say that the act did not succeed, and why; what was typed stays."""
        self._form.show_problems({"": sentence})

    def set_verb(self, verb: str) -> None:
        """Say otherwise what the act is."""
        self._verb = verb
        self._primary.setText(verb)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to a part of the body, once the dialog has grown as far as it can."""
        self._wanted = widget
        self._fit_later.start()

    def set_busy(self, *, is_busy: bool, sentence: str = "") -> None:
        """Say that the act is under way, in a sentence of its own or that it is saved; nothing can be pressed then."""
        self._is_busy = is_busy
        sentence = sentence or _("Saving …")
        self._primary.setText(sentence if is_busy else self._verb)
        self._primary.setEnabled(not is_busy)
        self._cancel.setEnabled(not is_busy)
        if is_busy:
            announce(self, sentence)
            self.repaint()  # at once: what is painted later would be painted when it is over

    def finish(self) -> None:
        """Close: the act is done."""
        self._is_busy, self._is_finished = False, True
        self.accept()

    def reject(self) -> None:
        """Close without the act, unless it is under way."""
        if not self._is_busy and not self._is_finished:
            self._is_finished = True
            if not self._is_cut_short:
                self.cancelled.emit()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Heed the window's own button as Esc; the program itself, as when it locks, may close it always.

        Nobody has cancelled then: a draft of what is typed stays.
        """
        if not event.spontaneous():
            self._is_busy, self._is_cut_short = False, True
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Ctrl+Enter; the rest is a dialog's own."""
        if is_form_enter(event):
            self._primary.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first field."""
        self._fit()
        super().showEvent(event)
        stop = self._first_stop()
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the content, as when a message appears."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit_later.start()
        return super().eventFilter(watched, event)

    def _first_stop(self) -> QWidget | None:
        return first_stop(self._area) or self._primary

    def _ask(self) -> None:
        self.accepted_form.emit()

    def _fit(self) -> None:
        screen = self.screen().availableGeometry()
        most = round(screen.height() * _SHARE_OF_SCREEN)
        width = min(current_theme().e(self._width), round(screen.width() * _SHARE_OF_SCREEN))
        page = self._area.page
        # With room for a bar: one that shows for a moment else breaks a line more, for which it then stays.
        beside_bar = width - self._area.verticalScrollBar().sizeHint().width()
        content = page.heightForWidth(beside_bar) if page.hasHeightForWidth() else page.sizeHint().height()
        foot = self._foot.heightForWidth(width)
        height = min(content + foot, most)
        self.setMinimumSize(min(width, self._foot.minimumSizeHint().width()), min(height, 2 * foot))
        self.resize(width, max(height, self.height() if self.isVisible() else 0))
        if self._wanted is not None:
            self._scroll_later.start()

    def _scroll(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._area.ensureWidgetVisible(wanted, 0, 0)


class ConfirmDialog(FormDialog):
    """A question, what follows from it, a verb to do it and one to let it be.

    What cannot be undone `is_final`: the keyboard then begins at letting it be.
    """

    def __init__(
        self, parent: QWidget, question: str, consequence: str, verb: str, keep_verb: str, *, is_final: bool = False
    ) -> None:
        self._is_final = is_final
        super().__init__(parent, question, verb, intro=consequence, cancel_verb=keep_verb, width=440)

    def _first_stop(self) -> QWidget | None:
        return self._cancel if self._is_final else self._primary
