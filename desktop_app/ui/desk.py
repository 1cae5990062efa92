"""The unlocked program: the frame around all pages, and the kinds of work in it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError
from desktop_app.application.ports import CaseLine, Draft
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.role import hides_names
from desktop_app.presenters.drafts import DraftedForm
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.mending_places import Place
from desktop_app.presenters.preview_presenter import Paper
from desktop_app.translation import _
from desktop_app.ui.computer_choices import ComputerChoices
from desktop_app.ui.day_watch import DayWatch
from desktop_app.ui.desk_drafts import DeskDrafts
from desktop_app.ui.desk_notices import DeskNotices
from desktop_app.ui.desk_reach import DeskReach
from desktop_app.ui.desk_shell import desk_shell
from desktop_app.ui.desk_wings import DeskWings
from desktop_app.ui.done_bar import Following
from desktop_app.ui.frame import LISTS, LOCK, READING, Act, OtherStore
from desktop_app.ui.layouts import Column
from desktop_app.ui.least_room import NoticeRoom
from desktop_app.ui.mark_notice import MarkNotice
from desktop_app.ui.may import RoleAct
from desktop_app.ui.office_port import OpenOffice
from desktop_app.ui.open_dialogs import OpenDialogs
from desktop_app.ui.pages_behind import EVERYTHING, PagesBehind
from desktop_app.ui.reading_page import ReadingPage
from desktop_app.ui.trail import Trail
from desktop_app.ui.worklist_keeper import WorklistKeeper

_LOCK_KEYS = "Ctrl+L"


class Desk(DeskWings):
    """Everything behind the password (`ui.frame.Frame`). `lock_wanted` asks to be locked, and then thrown away.

    `stay_wanted` says that somebody is there who does not want the program to lock itself; `other_store_wanted` asks
    for another store to be opened instead, True for one that is made.
    """

    lock_wanted = Signal()
    stay_wanted = Signal()
    other_store_wanted = Signal(OtherStore)

    def __init__(
        self, office: OpenOffice, today: Callable[[], date], now: Callable[[], datetime], choices: ComputerChoices
    ) -> None:
        super().__init__()
        self.office, self.choices, self._now = office, choices, now
        self._days = DayWatch(today, self)
        self._days.new_day.connect(self._begin_day)
        self._keep_worklist()
        self._reach = DeskReach(office.role, self)
        self._reach.add_place(LOCK, self.lock)
        self._wanted = self._reach.home
        self._carried: Sequence[Draft] = ()
        self._trail = Trail()
        self._places: dict[str, str] = {}
        self._behind = PagesBehind()
        self._dialogs = OpenDialogs()
        self._undo: Callable[[], None] | None = None
        self._make_frame()
        self.standing = DeskDrafts(
            self,
            work=office.drafts,
            now=now,
            status=self.shell.status,
            notices=self._notices,
            opened=self.add_dialog,
            say_done=self.say_done,
        )
        self.drafts = self.standing.keeper
        self.make_wings(self, self._notices)
        self._add_acts()

    def open(self, carried: Sequence[Draft] = ()) -> None:
        """Show the place one begins at, and offer the drafts left from before and those `carried` over."""
        self._carried = carried
        self.begin_wings(cases_are_read=False)
        self._cases.read(self._days.day, self._begin)
        if self.is_reading:
            self.go_to(self._wanted)

    def close_all(self) -> list[Draft]:
        """Keep every draft, close every dialog and end every kind of work; return what could not be kept."""
        unkept = self.drafts.keep_all()
        self._dialogs.close_all()
        self.end_wings()
        self._cases.stop()
        self.standing.stop()  # the store is closed before the desk is gone
        self._days.stop()
        return unkept

    def show_time_left(self, seconds: int) -> None:
        """Say that the program is about to lock itself; 0 says that it is not."""
        self._notices.show_time_left(seconds)

    # The frame, as `ui.frame.Frame` promises it -------------------------------------------------------------------

    def may(self, act: RoleAct) -> bool:
        """Tell whether the user may do something."""
        return self._reach.may(act)

    @property
    def hides_names(self) -> bool:
        """Whether the user reads without names."""
        return hides_names(self.office.role)

    def today(self) -> date:
        """Return the day every page shows."""
        return self._days.day

    def now(self) -> datetime:
        """Return the moment it is."""
        return self._now()

    def worklist(self) -> Worklist:
        """Return every case with its deadlines."""
        return self._cases.worklist()

    @property
    def is_reading(self) -> bool:
        """Whether the worklist is still being read."""
        return not self._cases.is_there

    def add_page(
        self,
        key: str,
        page: QWidget,
        *,
        place: str = "",
        regions: Sequence[QWidget] = (),
        wants_room: bool = False,
        catch_up: Callable[[Changes], None] | None = None,
    ) -> None:
        """Take in a page."""
        if catch_up is not None:
            self._behind.add(key, catch_up)
        self._places[key] = place or key
        self.shell.add_page(key, page, regions=regions, wants_room=wants_room)

    def set_place(self, place: str, go: Callable[[], None]) -> None:
        """Say what going to a place does."""
        self._reach.add_place(place, go)

    def set_count(self, place: str, count: int) -> None:
        """Show how much waits at a place."""
        if self._reach.has(place):
            self.shell.set_count(place, count)

    def add_act(self, act: Act) -> None:
        """Take in something one can do from anywhere."""
        self._reach.add_act(act)

    def acts(self) -> Sequence[Act]:
        """Return everything one can do from anywhere."""
        return self._reach.acts

    def add_dialog(self, dialog: QWidget) -> None:
        """Take in a dialog that was opened."""
        self._dialogs.add(dialog)
        QShortcut(QKeySequence(_LOCK_KEYS), dialog).activated.connect(self.lock)  # those of the window sleep meanwhile

    @property
    def page_key(self) -> str:
        """The page that is shown."""
        return self.shell.page_key

    def show_page(self, key: str, again: Callable[[], None] | None = None) -> None:
        """Go to a page."""
        self._notices.hide_failure()
        self.drafts.keep_all()
        self._trail.go_on("" if self.page_key == READING else self.page_key, again)
        if self.is_reading and key in LISTS:
            self._wanted = key
            self.shell.show_page(READING, key)
        else:
            self._bring_up(key)

    def go_back(self) -> None:
        """Return to the page before."""
        self._notices.hide_failure()
        self.drafts.keep_all()
        if key := self._trail.go_back():
            self._bring_up(key)
            self.shell.focus_page()

    def open_case(self, case_number: str, tab: str = "", searched_for: str = "") -> None:
        """Show a case; what was done is said beside what it was done to."""
        self.shell.done_bar.dismiss()
        if self.may(RoleAct.OPEN_CASE):
            self.case_wing.open(case_number, tab, searched_for)
        else:
            self.case_list_wing.contact.show(case_number)

    def go_to_place(self, case_number: str, place: Place) -> None:
        """Do on a case what a place asks for, if the user may."""
        if self.may(place.needs):
            self.case_wing.go_to_place(case_number, place)

    def new_arrival(self) -> None:
        """Show an empty form for somebody who arrives."""
        self.arrival_wing.new_arrival()

    def find_cases(self, query: str) -> Sequence[CaseLine]:
        """Return the cases that hold every word of a query."""
        return self.case_list_wing.presenter.find(query)

    def show_print(self, printed: Paper) -> None:
        """Show a document."""
        self.print_wing.show(printed)

    def show_changes(self, changes: Changes) -> None:
        """Bring up to date what is shown, every other page when it next is; only what was changed is computed."""
        if changes.settings:
            self.shell.set_user(self.office.user.name)
            self._read_again(partial(self._tell_wings, changes))
        else:
            self._cases.change(changes.cases)
            self._tell_wings(changes)

    def say_done(self, text: str, undo: Callable[[], None] | None = None, following: Following | None = None) -> None:
        """Say that something is done, and offer to undo it, or to do what follows."""
        self._undo = undo
        self._notices.hide_failure()
        self.shell.done_bar.show_done(text, can_undo=undo is not None, following=following)
        self.standing.say_all_saved()

    def show_error(self, text: str) -> None:
        """Say above everything what went wrong and what to do."""
        self._notices.show_failure(text)

    def show_standing(self, *sentences: str) -> None:
        """Show at the foot of the window what else goes on."""
        self.shell.status.show_messages(sentences)

    def leave_for_other_store(self, way: OtherStore) -> None:
        """Ask for another store."""
        self.other_store_wanted.emit(way)

    def register_form(self, form: DraftedForm, edited: SignalInstance) -> None:
        """Keep what is typed in a form."""
        self.drafts.register(form)
        self.standing.watch(edited)

    def keep_typed(self, form: DraftedForm) -> bool:
        """Keep what is typed in a form."""
        return self.drafts.keep(form) is None

    def let_go(self, form: DraftedForm) -> Callable[[], None] | None:
        """Return what brings back what is typed in a form."""
        return self.drafts.let_go(form)

    def form_opened(self, form: DraftedForm) -> None:
        """Put back what was typed before."""
        self.drafts.opened(form)

    # What one can do from anywhere --------------------------------------------------------------------------------

    def go_to(self, place: str) -> None:
        """Go where the rail says; there is no way back from a place."""
        go = self._reach.way_to(place)
        if go is None:
            return
        if place != LOCK:
            self._trail.clear()
        go()
        if place != LOCK:
            self._trail.clear()
        if self.page_key == READING:
            self.shell.focus_rail()

    def search(self) -> None:
        """Let one search and go anywhere."""
        self.quick_open_wing.open()

    def reload(self) -> None:
        """Read and compute everything anew."""
        self.show_changes(Changes(settings=True))

    def lock(self) -> None:
        """Ask to be locked."""
        self.lock_wanted.emit()

    def _make_frame(self) -> None:
        self.shell = shell = desk_shell(self.office, self._reach)
        shell.place_wanted.connect(self.go_to)
        shell.search_wanted.connect(self.search)
        shell.done_bar.undo_wanted.connect(self._undo_last)
        self.shell.add_page(READING, self._reading)
        self._notices = notices = DeskNotices(self.office.law_in_force.fallback)
        notices.stay_wanted.connect(self.stay_wanted)
        notices.lock_wanted.connect(self.lock)
        self.mark_notice = MarkNotice(self.office, self)
        whole = Column(NoticeRoom(Column(notices, self.mark_notice)))
        whole.add(self.shell, stretch=1)
        self.setLayout(whole)

    def _undo_last(self) -> None:
        undo, self._undo = self._undo, None
        if undo:
            self.drafts.keep_all()  # what is undone may come back into a form somebody has typed in since
            undo()

    def _add_acts(self) -> None:
        anywhere = _("Anywhere")
        self.add_act(Act(title=_("Back"), do=self.go_back, keys="Alt+Left", group=anywhere, is_offered=False))
        self.add_act(Act(title=_("Read everything anew"), do=self.reload, keys="F5", group=anywhere, icon="refresh"))
        self.add_act(Act(title=_("Lock"), do=self.lock, keys=_LOCK_KEYS, group=anywhere, icon="lock"))

    def _begin_day(self, today: date) -> None:
        self._days.day = today
        try:
            self._read_again(self._show_new_day)
        except ApplicationError as error:
            self._say_unread(error_text(error))

    # Reading the worklist -------------------------------------------------------------------------------------------

    def _keep_worklist(self) -> None:
        self._reading = ReadingPage()
        self._cases = WorklistKeeper(self.office, self)
        self._cases.went_on.connect(self._prepare)
        self._cases.failed.connect(self._say_unread)

    def _prepare(self) -> None:
        parts = self._cases.parts
        if not self.is_reading or parts is None:
            return
        self._reading.show_progress(*parts.progress)
        self.prepare_wings(parts.latest)

    def _say_unread(self, text: str) -> None:
        if self._cases.is_there:  # what is shown is of that day still, and a new one is tried again in a minute
            self._days.day = self._cases.worklist().today
        self.show_error(text)

    def _begin(self, then: Callable[[], None] | None = None) -> None:
        self.begin_wings(cases_are_read=True)
        at = QApplication.focusWidget()
        if self.page_key in {"", READING}:
            self.go_to(self._wanted)
        if at is not None and self.quick_open_wing.list.isVisible():
            at.setFocus()
        self.drafts.offer(self._carried)
        if then:
            then()

    def _read_again(self, then: Callable[[], None]) -> None:
        self._cases.read(self._days.day, partial(self._begin, then) if self.is_reading else then)

    def _tell_wings(self, changes: Changes) -> None:
        self.tell_wings(changes, is_reading=self.is_reading)
        self._behind.note(changes, shown=self.page_key)

    def _show_new_day(self) -> None:
        self.tell_wings_of_new_day()
        self._behind.note(EVERYTHING, shown=self.page_key)

    def _bring_up(self, key: str) -> None:
        self._behind.bring_up(key)
        self.shell.show_page(key, self._places[key])
