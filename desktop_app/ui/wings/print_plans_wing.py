"""Printing the plans of many cases."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.print_plans_presenter import PrintPlansPresenter, PrintPlansShown
from desktop_app.presenters.print_plans_texts import PlansPrintedShown
from desktop_app.translation import _
from desktop_app.ui.case_list_page import CaseListPage
from desktop_app.ui.claimed_key import ClaimedKey
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.file_dialog import FileDialog, Wanted
from desktop_app.ui.frame import CASES, PRINT_PLANS_KEYS, Act, Frame
from desktop_app.ui.may import RoleAct
from desktop_app.ui.paper_run import PaperRun
from desktop_app.ui.print_plans_dialog import PlansPrintedDialog, PlansProgressDialog, PrintPlansDialog
from desktop_app.ui.wings.wing import Wing

_WAITING_MS = 5


class PrintPlansWing(Wing):
    """The dialogs beside their presenter, opened over `window`; `page` is the list cases are chosen in.

    Plan by plan is printed between the events of the window, on paper page by page.
    """

    def __init__(self, frame: Frame, window: QWidget, page: CaseListPage) -> None:
        super().__init__(frame, window)
        self._window, self._page = window, page
        self._asking = DialogPlace[PrintPlansDialog](frame)
        self._under_way = DialogPlace[PlansProgressDialog](frame)
        self._done = DialogPlace[PlansPrintedDialog](frame)
        self._paper: PaperRun | None = None
        self._work = frame.office.plan_prints
        self.presenter = PrintPlansPresenter(
            self,
            work=self._work,
            worklist=frame.worklist,
            initials=frame.office.user.initials,
            today=frame.today,
            say_done=frame.say_done,
            show_error=frame.show_error,
        )
        self._between = QTimer(self)
        self._between.timeout.connect(self.go_on)
        frame.add_act(
            Act(
                title=_("Print several plans …"),
                do=self.print_plans,
                group=_("Cases"),
                icon="print",
                is_possible=self._is_possible,
                needs=RoleAct.PRINT,
            )
        )
        page.print_wanted.connect(self.print_plans)
        ClaimedKey(page, PRINT_PLANS_KEYS).pressed.connect(self.print_plans)

    def print_plans(self) -> None:
        """Ask which plans are printed: those of the cases that are chosen in the list, if it is shown, or others."""
        if self._is_possible():
            self.presenter.ask(self._chosen())

    def go_on(self) -> None:
        """Print a page on its way to paper, or the next plan."""
        if self._paper is None or not self._paper.go_on():
            self.presenter.go_on()
        self._between.setInterval(_WAITING_MS if self._work.is_drawing else 0)

    def pause(self) -> None:
        """Print nothing until it goes on, as for a picture of how far it is."""
        self._between.stop()

    def end(self) -> None:
        """Print no more: the store is about to be closed."""
        self._stop_printing()
        self.presenter.let_go()

    # The dialogs (`presenters.print_plans_presenter.PrintPlansView`) ----------------------------------------------

    def ask(self, shown: PrintPlansShown) -> None:
        """Open the dialog in the place of one that is open."""
        self._done.finish()
        dialog = PrintPlansDialog(self._window, shown)
        dialog.scope_chosen.connect(self.presenter.choose_scope)
        dialog.caseworker_chosen.connect(self.presenter.choose_caseworker)
        dialog.target_chosen.connect(self.presenter.choose_target)
        dialog.accepted_form.connect(self.presenter.go_on_asking)
        self._asking.open(dialog)

    def show_choice(self, shown: PrintPlansShown) -> None:
        """Show what is chosen."""
        if dialog := self._asking.dialog:
            dialog.show_choice(shown)

    def show_problem(self, text: str) -> None:
        """Say why nothing is printed."""
        self._asking.show_error(text)

    def ask_folder(self) -> None:
        """Ask for a folder over the dialog, which stays until the printing begins."""
        over = self._asking.dialog or self._window
        dialog = FileDialog(over, _("Save the plans in a folder"), Wanted.FOLDER)
        dialog.fileSelected.connect(self._save_in)
        self.frame.add_dialog(dialog)
        dialog.open()

    def ask_printer(self) -> None:
        """Ask for a printer over the dialog."""
        office, over = self.frame.office, self._asking.dialog or self._window
        run = self._paper = PaperRun(self, over, office.render_page, office.page_count)
        run.chosen.connect(self._print_on_paper)
        run.dialog.rejected.connect(self._stop_printing)
        self.frame.add_dialog(run.dialog)
        run.open()

    def show_progress(self, done: int, count: int, text: str) -> None:
        """Show how far it is."""
        if self._under_way.dialog is None:
            dialog = PlansProgressDialog(self._window, text)
            dialog.cancelled.connect(self.presenter.stop)
            self._under_way.open(dialog)
            self._between.start()
        if dialog_open := self._under_way.dialog:
            dialog_open.show_progress(done, count, text)

    def show_result(self, shown: PlansPrintedShown) -> None:
        """Show what was printed and what was left out."""
        self.finish()
        dialog = PlansPrintedDialog(self._window, shown)
        dialog.accepted_form.connect(self._done.finish)
        self._done.open(dialog)

    def finish(self) -> None:
        """Show nothing more of it."""
        self._asking.finish()
        self._under_way.finish()
        if not self.presenter.is_printing:
            self._stop_printing()

    # --------------------------------------------------------------------------------------------------------------

    def _chosen(self) -> Sequence[str]:
        return self._page.chosen_numbers() if self.frame.page_key == CASES else ()

    def _is_possible(self) -> bool:
        return self.frame.may(RoleAct.PRINT) and not self.frame.is_reading

    def _save_in(self, path: str) -> None:
        self.presenter.save_in(Path(path))

    def _print_on_paper(self) -> None:
        if self._paper is not None:
            self.presenter.print_on(self._paper.take)

    def _stop_printing(self) -> None:
        self._between.stop()
        if self._paper is not None:
            self._paper.let_go()
            self._paper = None
