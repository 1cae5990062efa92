"""Vis forskelle: two versions of a plan are chosen, and what the second says otherwise is read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.application.compare_plans import ToldComparison
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.claimed_key import ClaimedKey
from desktop_app.ui.comparison_text import ComparisonText
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.field_flow import FieldFlow
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_roles import TextRole

_LEAST_HEIGHT = 160
_PRINT = "Ctrl+P"


class ComparisonPage(QWidget):
    """`chosen` carries the numbers of the two versions, `print_wanted` asks for the paper, `closed` to go back."""

    chosen = Signal(int, int)
    print_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back = Link(_("Back"), icon="arrow-back")
        self._citizen = Label("", TextRole.META)
        self._print = Button(_("Show print …"), ButtonKind.SECOND, icon="print")
        self._print.setToolTip(_("{act} (Ctrl+P)").format(act=_("Show print …")))
        self._was, self._now = ComboBox(), ComboBox()
        self._options: list[tuple[str, str]] = []
        self._summary = Label("", TextRole.LABEL, wraps=True)
        self._text = ComparisonText()
        self._text.setAccessibleName(_("The differences"))
        self._same = EmptyState("success", _("Choose other versions to see what was changed."))
        self._shown = QStackedWidget()
        self._shown.addWidget(self._text)
        self._shown.addWidget(self._same)
        versions = FieldFlow()
        versions.add(FieldRow(_("Before"), self._was), least=260)
        versions.add(FieldRow(_("Now"), self._now), least=260)
        title = Label(_("Differences between two versions"), TextRole.TITLE, wraps=True)
        page = Column(self._back, Gap(4), title, self._citizen, Gap(12), versions, Gap(12))
        page.add(FlowRow(self._summary, STRETCH, self._print), Gap(8))
        page.add(self._shown, stretch=1)
        page.set_margins((24, 16, 24, 16))
        whole = Column()
        whole.add(ScrollArea(page), stretch=1)  # where the text is large the head alone fills the window
        self.setLayout(whole)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()
        self._back.clicked.connect(self.closed)
        self._print.clicked.connect(self.print_wanted)
        ClaimedKey(self, _PRINT).pressed.connect(self.print_wanted)
        self._was.edited.connect(self._choose)
        self._now.edited.connect(self._choose)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._back, self._was, self._shown)

    def show_comparison(
        self, told: ToldComparison, versions: Sequence[tuple[int, str]], numbers: tuple[int, int]
    ) -> None:
        """Show the differences, and offer all versions, the two that are shown chosen."""
        self._citizen.setText(_("{citizen}, case {number}").format(citizen=told.citizen, number=told.case_number))
        options = [(str(number), words) for number, words in versions]
        for box, number in zip((self._was, self._now), numbers, strict=True):
            if options != self._options:
                box.set_options(options)
            box.choose(str(number))
        self._options = options
        self._summary.setText(told.summary)
        self._text.show_sections(told.sections)
        self._shown.setCurrentIndex(0 if told.sections else 1)
        announce(self._summary, told.summary)

    def focus_first(self) -> None:
        """Bring the keyboard to the differences, or to the choice of versions where there are none."""
        stop = self._text if self._shown.currentWidget() is self._text else self._was
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _apply_theme(self) -> None:
        self._shown.setMinimumHeight(current_theme().e(_LEAST_HEIGHT))

    def _choose(self) -> None:
        self.chosen.emit(int(self._was.key()), int(self._now.key()))
