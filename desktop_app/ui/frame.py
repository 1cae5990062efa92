"""What the frame around all pages offers to the kinds of work in it (`ui.wings`); `ui.desk.Desk` is that frame."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from desktop_app.application.changes import Changes
from desktop_app.application.ports import CaseLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.presenters.drafts import DraftedForm
from desktop_app.presenters.mending_places import Place
from desktop_app.presenters.preview_presenter import Paper
from desktop_app.ui.computer_choices import ComputerChoices
from desktop_app.ui.done_bar import Following
from desktop_app.ui.may import RoleAct
from desktop_app.ui.office_port import OpenOffice


class OtherStore(StrEnum):
    """How one comes to another store than the one that is open."""

    FILE = "file"
    NEW = "new"
    BACKUP = "backup"


NEW_ARRIVAL_KEYS = "Ctrl+Shift+N"
GAPS_KEYS = "Ctrl+Shift+M"
LIST_OUT_KEYS = "Ctrl+Shift+E"
PRINT_PLANS_KEYS = "Ctrl+P"
"""In the list of cases; on a case they show its print, and on the worklist that of the list."""

READING = "reading"
"""The page that stands in place of a list while its cases are being read."""

TODAY, CASES, ARRIVALS, FOLLOW_UPS, HELP, SETTINGS, LOCK = (
    "today",
    "cases",
    "arrivals",
    "follow-ups",
    "help",
    "settings",
    "lock",
)
"""The places of the rail, from the top."""

GAPS = "gaps"
"""The list of what is missing, which the rail has no place for."""

LISTS = frozenset({TODAY, CASES, ARRIVALS, FOLLOW_UPS, GAPS})
"""The pages that show nothing before the cases have been read."""


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something one can do from anywhere: by its keys, from the quick opening, and on the page of shortcuts.

    `keys` may be empty; what is not `is_offered` stands on the page of shortcuts only. `group` is that page's heading.
    `is_possible` says whether it can be done where one is now: if not, it is not offered either. `needs` is what the
    user must be let do: if they are not, it is not there at all, and its keys do nothing.
    """

    title: str
    do: Callable[[], None]
    keys: str = ""
    group: str = ""
    icon: str = ""
    is_offered: bool = True
    is_possible: Callable[[], bool] = _always
    needs: RoleAct | None = None


class Frame(Protocol):
    """The frame: pages, the way between them, what was changed, what went wrong, and what was typed."""

    @property
    def office(self) -> OpenOffice:
        """The open store."""
        ...

    @property
    def choices(self) -> ComputerChoices:
        """What is chosen on this computer."""
        ...

    def may(self, act: RoleAct) -> bool:
        """Tell whether the user may do something; what they may not is not shown to them."""
        ...

    @property
    def hides_names(self) -> bool:
        """Whether the user reads without names: lists then go by case numbers."""
        ...

    def now(self) -> datetime:
        """Return the moment it is."""
        ...

    def today(self) -> date:
        """Return the day every page shows; at midnight it becomes the next."""
        ...

    def worklist(self) -> Worklist:
        """Return every case with its deadlines, read once and kept up to date."""
        ...

    @property
    def is_reading(self) -> bool:
        """Whether the worklist is still being read; who asks for it then waits for it."""
        ...

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
        """Take in a page; the rail marks `place` while it shows. F6 stops at its `regions`.

        `catch_up` is told what the page has missed just before it is shown, the first time everything, and what is
        changed while it is shown at once. What others ask of a wing meanwhile is for its `show_changes` to keep true.
        """
        ...

    def set_place(self, place: str, go: Callable[[], None]) -> None:
        """Say what going to a place of the rail does."""
        ...

    def set_count(self, place: str, count: int) -> None:
        """Show how much waits at a place, if the user has it."""
        ...

    def add_act(self, act: Act) -> None:
        """Take in something one can do from anywhere, if the user may."""
        ...

    def acts(self) -> Sequence[Act]:
        """Return everything one can do from anywhere."""
        ...

    def add_dialog(self, dialog: QWidget) -> None:
        """Take in a dialog that was opened: locking closes it."""
        ...

    def show_page(self, key: str, again: Callable[[], None] | None = None) -> None:
        """Go to a page. `again` shows it anew, with what it shows now, when one comes back to it."""
        ...

    @property
    def page_key(self) -> str:
        """The page that is shown."""
        ...

    def go_back(self) -> None:
        """Return to the page before, the keyboard too."""
        ...

    def open_case(self, case_number: str, tab: str = "", searched_for: str = "") -> None:
        """Show a case, at one of its tabs; what it was searched for is logged.

        Who may not open cases is told whom to ask instead.
        """
        ...

    def go_to(self, place: str) -> None:
        """Go where the rail says; there is no way back from a place."""
        ...

    def go_to_place(self, case_number: str, place: Place) -> None:
        """Do on a case what a place asks for: in a dialog over the page one is on, or on the case's own page."""
        ...

    def new_arrival(self) -> None:
        """Show an empty form for somebody who arrives."""
        ...

    def find_cases(self, query: str) -> Sequence[CaseLine]:
        """Return the cases that hold every word of a query, families together."""
        ...

    def show_print(self, printed: Paper) -> None:
        """Show a document as it would be printed."""
        ...

    def show_changes(self, changes: Changes) -> None:
        """Say that something was saved: every page that shows it is brought up to date."""
        ...

    def say_done(self, text: str, undo: Callable[[], None] | None = None, following: Following | None = None) -> None:
        """Say that something is done, and for a while offer to undo it, or to do what follows."""
        ...

    def show_error(self, text: str) -> None:
        """Say above everything what went wrong and what to do."""
        ...

    def show_standing(self, *sentences: str) -> None:
        """Show at the foot of the window what else goes on, at most three sentences, the most important last."""
        ...

    def leave_for_other_store(self, way: OtherStore) -> None:
        """Lock this store and open another one, make it, or fetch a backup back."""
        ...

    def register_form(self, form: DraftedForm, edited: SignalInstance) -> None:
        """Keep what is typed in a form as a draft: a second after each edit, and when one locks, closes or leaves."""
        ...

    def keep_typed(self, form: DraftedForm) -> bool:
        """Keep what is typed in a form that is about to be left or to show something else; tell whether it is kept.

        Where it could not be, that has been said, and the form is to stay as it is: its text stands nowhere else.
        """
        ...

    def let_go(self, form: DraftedForm) -> Callable[[], None] | None:
        """Return what opens a form again with what is typed in it now, before it is closed; None if nothing is."""
        ...

    def form_opened(self, form: DraftedForm) -> None:
        """Say that a form was opened from its record: what was typed in it before and not saved is put back."""
        ...
