"""Kontrol under Indstillinger: a spot check of the log, and the check of the file, between the events of the window."""

from collections.abc import Callable
from datetime import date
from functools import cached_property

from PySide6.QtCore import QObject, QTimer

from desktop_app.application.check_use import PrintedCheck
from desktop_app.application.use_log import Verdict
from desktop_app.presenters.check_presenter import CheckPresenter
from desktop_app.presenters.verification_presenter import VerificationPresenter
from desktop_app.translation import _
from desktop_app.ui.check_section import CheckSection
from desktop_app.ui.frame import SETTINGS, Frame
from desktop_app.ui.wings.print_wing import PrintWing
from desktop_app.ui.wings.wing import Wing

CHECK_PREVIEW = "check-preview"


class CheckWing(Wing):
    """The section beside its presenters. One thing is under way at a time, a part of it after each event."""

    def __init__(self, frame: Frame, parent: QObject, section: CheckSection) -> None:
        super().__init__(frame, parent)
        work = frame.office.checks
        self.presenter = CheckPresenter(
            section,
            work=work,
            today=frame.today,
            now=frame.now,
            show_paper=self._show_paper,
            say_done=frame.say_done,
        )
        self.verification = VerificationPresenter(section, work=work)
        self._step: Callable[[], bool] | None = None
        self._between = QTimer(self)
        self._between.setInterval(0)
        self._between.timeout.connect(self._go_on)

    @cached_property
    def paper(self) -> PrintWing:
        """The page that shows the list on paper, made when one is first shown."""
        return PrintWing(self.frame, self, key=CHECK_PREVIEW, place=SETTINGS, back=_("Back to the check"))

    def connect_section(self, section: CheckSection) -> None:
        """Hear what is wanted in the section, once it is made."""
        section.draw_wanted.connect(self._draw)
        section.verify_wanted.connect(self._verify)
        section.use_chosen.connect(self.presenter.choose)
        section.print_wanted.connect(self.presenter.print)
        section.pane.in_order.connect(self._mark_in_order)
        section.pane.look_into.connect(self._mark_to_look_into)

    def end(self) -> None:
        """Go on with nothing: the store is about to be closed."""
        self._between.stop()
        self._step = None

    def _draw(self, first: date | None, last: date | None, size: str) -> None:
        if self.presenter.draw(first, last, size):
            self._begin(self.presenter.go_on)

    def _verify(self) -> None:
        if self.verification.begin():
            self._begin(self.verification.go_on)

    def _begin(self, step: Callable[[], bool]) -> None:
        self._step = step
        self._between.start()

    def _go_on(self) -> None:
        if self._step is None or not self._step():
            self.end()

    def _mark_in_order(self) -> None:
        self.presenter.mark(Verdict.IN_ORDER)

    def _mark_to_look_into(self) -> None:
        self.presenter.mark(Verdict.LOOK_INTO)

    def _show_paper(self, printed: PrintedCheck) -> None:
        self.paper.show(printed)
