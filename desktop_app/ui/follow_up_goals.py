"""The goals of the contract beside a follow-up, each with how it stands."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.follow_up import Progress
from desktop_app.presenters.field_words import progress_text
from desktop_app.presenters.follow_up_page import FollowUpPage, GoalToTell
from desktop_app.translation import _
from desktop_app.ui.buttons import Link
from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Status
from desktop_app.ui.segment import Segment
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole

_ASKS_FOR_NEW_VERSION = frozenset({Progress.CHANGED.value, Progress.DROPPED.value})


class FollowUpGoals(QWidget):
    """Tells of every choice; `contract_wanted` asks to see the contract."""

    edited = Signal()
    contract_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._segments: dict[int, Segment] = {}
        self._show_contract = Link(_("Show the contract"))
        self._contract = Label("", TextRole.META, wraps=True)
        self._remark = _Remark()
        self._new_version = _Remark()
        self._goals = QWidget()
        self._agreed_heading = Label("", TextRole.LABEL, wraps=True)
        self._agreed = Label("", TextRole.SMALL, wraps=True)
        self._column = Column(
            FlowRow(Label(_("Goals in the contract"), TextRole.PANE_TITLE), STRETCH, self._show_contract),
            self._contract,
            Gap(8),
            self._remark,
            self._goals,
            self._new_version,
            Gap(16),
            self._agreed_heading,
            Gap(4),
            self._agreed,
            STRETCH,
        )
        self.setLayout(self._column)
        self._show_contract.clicked.connect(self.contract_wanted)

    def show_page(self, page: FollowUpPage) -> None:
        """Show the goals of a contract, none told of yet."""
        self._contract.setText(page.contract)
        self._show_contract.setVisible(page.plan_number is not None)
        heading, text = page.agreed
        self._agreed_heading.setText(heading)
        self._agreed.setText(text)
        for label in (self._agreed_heading, self._agreed):
            label.setVisible(bool(text))
        self._show_goals(page.goals)

    def progress(self) -> dict[int, str]:
        """Return how each goal stands that was told of, by its place."""
        return {place: segment.key() for place, segment in self._segments.items() if segment.key()}

    def show_progress(self, progress: Mapping[int, str]) -> None:
        """Choose how each goal stands without telling anyone."""
        for place, segment in self._segments.items():
            segment.choose(progress.get(place, ""))
        self._suggest()

    def show_remark(self, text: str) -> None:
        """Show what is worth a second look, or nothing."""
        self._remark.show_text(text)

    def _show_goals(self, goals: Sequence[GoalToTell]) -> None:
        self._segments = {}
        old, self._goals = self._goals, QWidget()
        column = Column()
        for goal in goals:
            column.add(Gap(12), Label(goal.text, TextRole.STRONG, wraps=True))
            if goal.detail:
                column.add(Gap(2), Label(goal.detail, TextRole.META))
            if not goal.is_settled:
                segment = Segment(goal.text, [(one.value, progress_text(one)) for one in Progress], is_slim=True)
                segment.chosen.connect(self._tell)
                self._segments[goal.place] = segment
                # In a column of its own a segment would be stretched apart.
                column.add(Gap(6), Row(segment, STRETCH))
            column.add(Gap(14), Line())
        self._goals.setLayout(column)
        self._column.replaceWidget(old, self._goals)
        old.hide()  # until it is gone
        old.deleteLater()

    def _tell(self) -> None:
        self._suggest()
        self.edited.emit()

    def _suggest(self) -> None:
        changed = _ASKS_FOR_NEW_VERSION & set(self.progress().values())
        text = _("A goal that is changed or dropped belongs in a new version of the plan. Make it afterwards.")
        self._new_version.show_text(text if changed else "")


class _Remark(QWidget):
    """A sentence with the mark of a warning, hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Label("", TextRole.SMALL, tone=Status.SOON.text, wraps=True)
        row = Row(spacing=6, margins=(0, 8, 0, 0))
        row.add_aligned(IconLabel(Status.SOON.icon, Status.SOON.mark), Qt.AlignmentFlag.AlignTop)
        row.add(self._text, stretch=1)
        self.setLayout(row)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show a sentence, or nothing."""
        self._text.setText(text)
        self.setVisible(bool(text))
