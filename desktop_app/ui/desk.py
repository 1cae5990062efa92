"""The unlocked program: the frame with its pages, each beside its presenter."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.show_worklist import Worklist
from desktop_app.presenters.case_list_presenter import CaseListPresenter
from desktop_app.presenters.case_page import CasePage
from desktop_app.presenters.case_presenter import CasePresenter
from desktop_app.presenters.preview_presenter import PreviewPresenter
from desktop_app.presenters.worklist_presenter import WorklistPresenter
from desktop_app.translation import _
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.case_list_page import CaseListPage
from desktop_app.ui.case_view import CaseView
from desktop_app.ui.layouts import Column
from desktop_app.ui.office_port import OpenOffice
from desktop_app.ui.preview_page import PreviewPage
from desktop_app.ui.rail import RailItem
from desktop_app.ui.shell import Shell
from desktop_app.ui.worklist_page import WorklistPage

TODAY, CASES, CASE, PREVIEW, LOCK = "today", "cases", "case", "preview", "lock"
_MINUTE_MS = 60_000
_SHORTCUTS = {"F5": "reload", "Ctrl+F": "search", "Ctrl+P": "print_plan", "Alt+Left": "go_back", "Ctrl+L": "lock"}


class Desk(QWidget):
    """Everything behind the password. `lock_wanted` asks to close the store; the desk is then thrown away."""

    lock_wanted = Signal()

    def __init__(self, office: OpenOffice, today: Callable[[], date]) -> None:
        super().__init__()
        self._office = office
        self._today = today
        self._day = today()
        self._worklist: Worklist | None = None
        self._trail: list[str] = []

        self.worklist_page = WorklistPage()
        self.case_list_page = CaseListPage()
        self.case_view = CaseView(today)
        self.preview_page = PreviewPage()
        self._failure = Alert(AlertKind.ERROR, "", "")
        self._failure.hide()
        self.shell = self._make_shell()
        self._make_presenters()
        self._connect()
        whole = Column(self._failure)
        whole.add(self.shell, stretch=1)
        self.setLayout(whole)

        # A program left running overnight must not use yesterday.
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE_MS)
        self._clock.timeout.connect(self._notice_new_day)
        self._clock.start()

    def open(self) -> None:
        """Show the worklist."""
        self.shell.show_page(TODAY)
        self.worklist.open()
        self.case_list.reload()
        self._count()
        self.worklist_page.focus_table()

    def reload(self) -> None:
        """Read and compute everything anew."""
        self._worklist = None
        self.worklist.reload()
        self.case_list.reload()
        self._count()

    def go_to(self, place: str) -> None:
        """Go where the rail says."""
        if place == LOCK:
            self.lock_wanted.emit()
            return
        self._trail.clear()
        self.shell.show_page(place)
        if place == CASES:
            self.case_list_page.focus_search()
        else:
            self.worklist_page.focus_table()

    def search(self) -> None:
        """Go to the search among the cases."""
        self.go_to(CASES)

    def open_case(self, case_number: str) -> None:
        """Show a case; the way back is remembered."""
        self.case.open(case_number, self._day)

    def show_case(self, page: CasePage) -> None:
        """Show a case that was opened."""
        self._failure.hide()
        self.case_view.show_case(page)
        if self.shell.page_key != CASE:
            self._trail.append(self.shell.page_key)
        self.shell.show_page(CASE, CASES)
        self.case_view.focus_tabs()

    def show_cpr(self, cpr: str) -> None:
        """Show the whole number."""
        self.case_view.show_cpr(cpr)

    def show_print(self, printed: PrintedPlan) -> None:
        """Show the document that would be printed."""
        self._trail.append(self.shell.page_key)
        self.shell.show_page(PREVIEW, CASES)
        self.preview.show(printed, self.preview_page.pixels_wanted)
        self.preview_page.propose(self.preview.file_name)
        self.preview_page.focus_preview()

    def show_error(self, text: str) -> None:
        """Say above everything what went wrong and what to do."""
        self._failure.show_message(_("This could not be done"), text)
        self._failure.show()

    def print_plan(self) -> None:
        """Show the print of the case that is open."""
        if self.shell.page_key == CASE:
            self.case.print_plan()

    def go_back(self) -> None:
        """Return to where one came from, the keyboard too."""
        if self._trail:
            key = self._trail.pop()
            self.shell.show_page(key, CASES if key == CASE else None)
            self.shell.focus_page()

    def lock(self) -> None:
        """Ask to be locked."""
        self.lock_wanted.emit()

    def _make_shell(self) -> Shell:
        shell = Shell(
            (RailItem(TODAY, _("Today"), "calendar-month"), RailItem(CASES, _("Cases"), "folder")),
            (RailItem(LOCK, _("Lock"), "lock"),),
        )
        shell.add_page(TODAY, self.worklist_page, regions=self.worklist_page.regions)
        shell.add_page(CASES, self.case_list_page, regions=self.case_list_page.regions)
        shell.add_page(CASE, self.case_view, regions=self.case_view.regions)
        shell.add_page(PREVIEW, self.preview_page, regions=self.preview_page.regions, wants_room=True)
        shell.set_user(self._office.user.name)
        if self._office.municipality.fictional:
            shell.set_band(_("EXAMPLE DATA"))
        shell.status.show_saved(_("Everything is saved"), is_saved=True)
        shell.status.show_messages((self._office.municipality.name,))
        return shell

    def _make_presenters(self) -> None:
        office = self._office
        initials = office.user.initials
        self.worklist = WorklistPresenter(
            self.worklist_page, load=self._load, rulebook=office.rulebook, initials=initials
        )
        self.case_list = CaseListPresenter(self.case_list_page, load=self._load)
        self.case = CasePresenter(
            self,
            open_case=office.open_case,
            family_of=office.family,
            show_cpr=office.show_cpr,
            print_plan=office.print_plan,
            rulebook=office.rulebook,
        )
        self.preview = PreviewPresenter(
            self.preview_page, render=office.render_page, page_count=office.page_count, save=office.save_document
        )

    def _connect(self) -> None:
        self.shell.place_wanted.connect(self.go_to)
        self.shell.search_wanted.connect(self.search)
        self.worklist_page.count_pressed.connect(self.worklist.press_count)
        self.worklist_page.only_mine_chosen.connect(self.worklist.show_only_mine)
        self.worklist_page.row_chosen.connect(self.worklist.choose)
        self.worklist_page.filters_reset.connect(self.worklist.reset_filters)
        self.worklist_page.case_wanted.connect(self.open_case)
        self.case_list_page.search_changed.connect(self.case_list.search)
        self.case_list_page.case_wanted.connect(self.open_case)
        self.case_view.cpr_wanted.connect(self.case.show_cpr)
        self.case_view.print_wanted.connect(self._print_version)
        self.case_view.case_wanted.connect(self.open_case)
        self.preview_page.page_wanted.connect(self.preview.go_to)
        self.preview_page.width_wanted.connect(self.preview.redraw)
        self.preview_page.path_chosen.connect(self._save)
        self.preview_page.closed.connect(self.go_back)
        for keys, act in _SHORTCUTS.items():
            QShortcut(QKeySequence(keys), self).activated.connect(getattr(self, act))

    def _load(self) -> Worklist:
        if self._worklist is None:
            self._worklist = self._office.worklist(self._day)
        return self._worklist

    def _count(self) -> None:
        self.shell.set_count(TODAY, self.worklist.urgent_count)

    def _print_version(self, number: int) -> None:
        self.case.print_plan(number or None)

    def _save(self, path: str) -> None:
        self.preview.save(Path(path))

    def _notice_new_day(self) -> None:
        if self._today() != self._day:
            self._day = self._today()
            self.reload()
