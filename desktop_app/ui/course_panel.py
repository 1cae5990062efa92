"""Forløbet: the line of a case's course under a heading that folds it, with what it lacks and the entry one is at."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.presenters.course_entries import CourseEntry
from desktop_app.presenters.course_timeline import Course, CourseGap
from desktop_app.translation import _
from desktop_app.ui.case_overview import PlaceLink
from desktop_app.ui.course_chart import CourseChart
from desktop_app.ui.disclosure import Disclosure
from desktop_app.ui.labels import ElidedLabel
from desktop_app.ui.layouts import Column, Gap
from desktop_app.ui.may import May
from desktop_app.ui.note_row import NoteRow
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_roles import TextRole

_BELOW, _RIGHT = 8, 24


class CoursePanel(QWidget):
    """Open where there is room for it, until somebody folds or unfolds it. What has no room then scrolls.

    `folded` tells whether it is unfolded now. `entry_reached` and `entry_chosen` are those of the chart, `place_wanted`
    asks to fill in what the course lacks.
    """

    folded = Signal(bool)
    entry_reached = Signal(object)
    entry_chosen = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, course: Course, may: May) -> None:
        super().__init__()
        self._may = may
        self._words = ElidedLabel(_hint(), TextRole.META)
        self._chart = CourseChart(course) if course.entries else None
        content = Column(*(self._note(gap) for gap in course.missing))
        if self._chart is not None:
            content.add(self._chart)
            self._chart.entry_reached.connect(self._reach)
            self._chart.laid_out.connect(self._say_words)
            self._chart.entry_chosen.connect(self.entry_chosen)
        else:
            self._words.hide()
        self._area = _Area(content)
        self._page = page = QWidget()
        page.setLayout(Column(self._area, Gap(4), self._words, Gap(_BELOW)))
        self._fold = Disclosure(_("The course of the case"), page, course.span_text)
        self._fold.pressed.connect(self._keep_choice)
        self._fold.toggled.connect(self.folded)
        self._is_chosen = False
        self.setLayout(Column(self._fold, margins=(0, 0, _RIGHT, 0)))

    @property
    def chart(self) -> CourseChart | None:
        """The line itself, none where there is nothing to show."""
        return self._chart

    def is_open(self) -> bool:
        """Whether the course is unfolded."""
        return self._fold.is_open()

    def arrange(self, width: int, room: int) -> bool:
        """Take the width there is, unfold if `room` is enough for all of it, and return whether it is.

        What somebody chose stays as it is.
        """
        self._area.want(width - current_theme().e(_RIGHT))
        needed = self._fold.sizeHint().height() + (0 if self.is_open() else self._page.sizeHint().height())
        has_room = needed <= room
        if not self._is_chosen:
            self.set_open(is_open=has_room)
        return has_room

    def unfold(self) -> None:
        """Unfold it as somebody would, whatever room there is."""
        self._is_chosen = True
        self.set_open(is_open=True)

    def set_open(self, *, is_open: bool) -> None:
        """Unfold or fold without anybody having chosen so."""
        self._fold.set_open(is_open=is_open)

    def _note(self, gap: CourseGap) -> NoteRow:
        link = None
        if gap.place and self._may(gap.place.needs):
            link = PlaceLink(gap.place, gap.text)
            link.clicked.connect(self._want_place)
        return NoteRow("info", Token.NEUTRAL_MARK, gap.text, action=link)

    def _want_place(self) -> None:
        link = self.sender()
        if isinstance(link, PlaceLink):
            self.place_wanted.emit(link.place)

    def _reach(self, entry: CourseEntry) -> None:
        if self._chart is not None:
            self._say_words()
            around = self._chart.around_entry()
            middle = self._chart.mapTo(self._area.page, around.center())
            self._area.ensureVisible(middle.x(), middle.y(), around.width(), around.height())
        self.entry_reached.emit(entry)

    def _say_words(self) -> None:
        if self._chart is not None:
            self._words.setText(self._chart.words() or _hint())

    def _keep_choice(self) -> None:
        """Remember that somebody chose before it turns: turning may resize the window, and so arrange it anew."""
        self._is_chosen = True


class _Area(ScrollArea):
    """As high as its page at the width it has, and less where there is less room."""

    def __init__(self, layout: Column) -> None:
        super().__init__(layout)
        self._wanted = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def want(self, width: int) -> None:
        """Ask for the height the page needs at a width."""
        wanted = self.page.heightForWidth(width)
        if wanted != self._wanted:
            self._wanted = wanted
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """What was asked for."""
        return QSize(super().sizeHint().width(), self._wanted)

    def minimumSizeHint(self) -> QSize:
        """Gives way: it scrolls."""
        return QSize(super().minimumSizeHint().width(), min(self._wanted, super().minimumSizeHint().height()))


def _hint() -> str:
    return _("The arrow keys go through the course. Enter shows the deadline.")
