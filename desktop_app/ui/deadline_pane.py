"""Hvorfor denne frist? The pane that explains one deadline: law, start, rule version, each step dated."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.deadline_detail import DeadlineDetail
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.badge import Badge
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind, IconButton, Link
from desktop_app.ui.facts import FactTable
from desktop_app.ui.keyboard_focus import order_stops
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.may import May, RoleAct, everything
from desktop_app.ui.palette import Token
from desktop_app.ui.steps import Step, Steps
from desktop_app.ui.surfaces import Line, Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole


class DeadlinePane(Panel):
    """Explains a deadline. `closed` asks to be put away, `case_wanted` to open the case it belongs to."""

    closed = Signal()
    case_wanted = Signal()

    def __init__(self, may: May = everything, *, offers_case: bool = True) -> None:
        self._may_copy = may(RoleAct.COPY_OUT)
        self._title = Label("", TextRole.PANE_TITLE, wraps=True)
        self._citizen = Label("", TextRole.STRONG)
        self._about = Label("", TextRole.META)
        self._badge = Badge(STATUS_OF[BadgeKind.NEUTRAL], "")
        self._sentence = Label("", wraps=True)
        self._weekend = Label("", TextRole.META, wraps=True)
        self._facts = FactTable()
        self._uncertainty = Label("", TextRole.SMALL_STRONG, tone=Token.SOON_TEXT, wraps=True)
        self._note = Label("", TextRole.META, wraps=True)
        self._steps = Steps(_("How the deadline was calculated"))
        self._steps_title = Label(_("How the deadline was calculated"), TextRole.LABEL)
        self._detail: DeadlineDetail | None = None
        self._acts: QWidget | None = None
        self._acts_place = Column()

        self._close = IconButton("close", _("Close the pane"))
        self._open_case = Button(_("Open the case"), ButtonKind.SECOND)
        self._copy = Link(_("Copy"))

        head = Row(self._title, STRETCH, self._close)
        content = Column(head, FlowRow(self._citizen, self._about, across=4), Gap(12))
        content.add(FlowRow(self._badge, self._sentence, across=12), Gap(4), self._weekend, Gap(12))
        self._before_acts = (self._open_case,) if offers_case else ()
        if offers_case:
            content.add(Row(self._open_case, STRETCH), Gap(16))
        content.add(self._acts_place)
        content.add(Line(), Gap(16), Label(_("Why this deadline?"), TextRole.HEADING), Gap(8))
        content.add(self._facts, Gap(8), self._uncertainty, self._note, Gap(16))
        content.add(FlowRow(self._steps_title, STRETCH, self._copy), Gap(8), self._steps, STRETCH)
        content.set_margins((24, 16, 24, 16))
        whole = Column()
        whole.add(ScrollArea(content), stretch=1)
        super().__init__(whole, Token.WINDOW, edges=Qt.Edge.LeftEdge | Qt.Edge.TopEdge)
        self.setAccessibleName(_("Why this deadline?"))

        self._close.clicked.connect(self.closed)
        self._open_case.clicked.connect(self.case_wanted)
        self._copy.clicked.connect(self._copy_explanation)

    def explain(self, detail: DeadlineDetail, citizen: str, about: str) -> None:
        """Show a deadline of a citizen; `about` names case and caseworker."""
        self._detail = detail
        self._title.setText(detail.duty)
        self._citizen.setText(citizen)
        self._about.setText(about)
        self._citizen.setVisible(bool(citizen))
        self._about.setVisible(bool(about))
        self._badge.show_status(STATUS_OF[detail.badge_kind], detail.badge)
        self._sentence.setText(detail.sentence)
        self._facts.show_facts(detail.facts)
        self._steps.show_steps([Step(step.title, step.detail) for step in detail.steps])
        for widget in (self._steps, self._steps_title):
            widget.setVisible(bool(detail.steps))
        self._copy.setVisible(bool(detail.steps) and self._may_copy)
        for label, text in (
            (self._weekend, detail.weekend_hint),
            (self._uncertainty, detail.uncertainty),
            (self._note, detail.note),
        ):
            label.setText(text or "")
            label.setVisible(bool(text))

    def show_acts(self, acts: Sequence[QWidget]) -> None:
        """Offer what one can do about the deadline, in the place of what was offered before."""
        if self._acts is not None:
            self._acts_place.removeWidget(self._acts)
            self._acts.hide()
            self._acts.deleteLater()
        self._acts = None
        if acts:
            self._acts = QWidget()
            self._acts.setLayout(Column(FlowRow(*acts, across=16), Gap(16)))
            self._acts_place.add(self._acts)
            order_stops(self._close, *self._before_acts, self._acts, self._copy)

    def _copy_explanation(self) -> None:
        if self._detail:
            QGuiApplication.clipboard().setText(self._detail.as_text())
            announce(self, _("The explanation was copied."))
