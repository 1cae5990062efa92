"""Take the worklist out of the program, as it is shown: as a spreadsheet, as a calendar, or on paper for a meeting.

What kind of copy it was, of how many tasks and whether with names is logged, never who they are about. There is no
number of CPR and no address on the worklist, so none can leave with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.application.ports import LogAction, Work
from desktop_app.domain.role import Act

WORKLIST = "worklist"
_FILE = "Arbejdsliste"


class ListKind(StrEnum):
    """What the list can be taken out as; the value ends the name of the file."""

    EXCEL = "xlsx"
    CSV = "csv"
    CALENDAR = "ics"
    PAPER = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTask:
    """A row of the list in words, as it is shown.

    `deadline` says how urgent it is and `section` where the law says so. `entry` is what a calendar shows on the day,
    and `entry_id` what it knows the entry by when it comes again.
    """

    deadline: str
    task: str
    citizen: str
    case_number: str
    due_on: date
    caseworker: str
    section: str
    entry: str
    entry_id: str


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """A heading of the list and what stands under it."""

    title: str
    tasks: tuple[ListedTask, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTasks:
    """The list of a day. `choice` says in words which of the team's tasks it holds.

    Of a calendar `has_names` says whether its entries name the citizens; every other kind does.
    """

    on: date
    choice: str
    groups: tuple[ListedGroup, ...]
    has_names: bool = True

    @property
    def tasks(self) -> tuple[ListedTask, ...]:
        """All of it, from top to bottom."""
        return tuple(task for group in self.groups for task in group.tasks)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedList:
    """The list on paper, as PDF."""

    content: bytes
    on: date

    @property
    def file_name(self) -> str:
        """The name proposed for it."""
        return list_file_name(self.on, ListKind.PAPER)


def list_file_name(on: date, kind: ListKind) -> str:
    """Return the proposed name of a file: date first so that it sorts, and nobody's name."""
    return f"{on.isoformat()}_{_FILE}.{kind.value}"


def copy_worklist_out(
    listed: ListedTasks, kind: ListKind, *, work: Work, write: Callable[[ListedTasks], bytes]
) -> bytes:
    """Return the list as `write` writes it, once it is logged that it leaves the program.

    Raises:
        StorageUnavailable: it could not be logged, so it is not handed out.
    """
    content = write(listed)
    action = LogAction.PRINTED if kind is ListKind.PAPER else LogAction.EXPORTED
    names = "yes" if listed.has_names else "no"
    with work(Act.TAKE_LIST_OUT) as unit:
        unit.note(action, document=WORKLIST, kind=kind.value, tasks=str(len(listed.tasks)), names=names)
        unit.commit()
    return content
