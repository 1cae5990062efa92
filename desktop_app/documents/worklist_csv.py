"""The columns of a worklist that leaves the program, and the list as CSV: no cell is a formula."""

import csv
import io

from desktop_app.application.copy_worklist_out import ListedTask, ListedTasks
from desktop_app.application.spreadsheet_cell import as_cell
from desktop_app.documents.printable_text import printable
from desktop_app.translation import _

_MOST_LETTERS = 32_000
"""Excel takes 32,767 in a cell and finds a file with more of them damaged."""


def as_csv(listed: ListedTasks) -> str:
    """Return the list as CSV with semicolons and a byte order mark, as Danish Excel opens it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(column_heads())
    for task in listed.tasks:
        before, after = texts_around_due(task)
        writer.writerow([*before, task.due_on.isoformat(), *after])
    return "\N{BYTE ORDER MARK}" + out.getvalue()


def column_heads() -> list[str]:
    """Return what the columns are called: those of the screen, and the paragraph."""
    return [
        _("Deadline"),
        _("Task"),
        _("Citizen"),
        _("Case no."),
        _("At the latest"),
        _("Responsible"),
        _("Paragraph"),
    ]


def texts_around_due(task: ListedTask) -> tuple[list[str], list[str]]:
    """Return the cells before the last day and those after it, each on one line and without what no file can hold."""
    before = (task.deadline, task.task, task.citizen, task.case_number)
    return [_text(each) for each in before], [_text(each) for each in (task.caseworker, task.section)]


def _text(text: str) -> str:
    return as_cell(" ".join(printable(text).split())[:_MOST_LETTERS])
