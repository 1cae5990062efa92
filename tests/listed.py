"""A worklist on its way out of the program."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from desktop_app.application.copy_worklist_out import ListedGroup, ListedTask, ListedTasks

TODAY = date(2026, 11, 22)
RIMA = ListedTask(
    deadline="Overskredet 6 dage",
    task="Kontrakt",
    citizen="Al-Hassan, Rima",
    case_number="2026-014",
    due_on=date(2026, 11, 16),
    caseworker="MJ",
    section="Integrationsloven § 19, stk. 1",
    entry="Frist sag 2026-014: Kontrakt",
    entry_id="rima-kontrakt@enplan",
)
YONAS = replace(
    RIMA,
    deadline="Frist i dag",
    task="Opfølgning",
    citizen="Tesfay, Yonas",
    case_number="2026-015",
    due_on=TODAY,
    caseworker="LØ",
    entry="Frist sag 2026-015: Opfølgning",
    entry_id="yonas-opfølgning@enplan",
)
HOSTILE = (
    "=1+1",
    "+45",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    '=HYPERLINK("http://x")',
    "=cmd|' /C calc'!A0",
)
"""What somebody could be called who means harm."""


def a_list(*tasks: ListedTask) -> ListedTasks:
    """Return a list with one group of these tasks, or of two groups."""
    groups = [ListedGroup("Overskredet", tasks)] if tasks else _two_groups()
    return ListedTasks(on=TODAY, choice="Hele teamet", groups=tuple(groups))


def nothing() -> ListedTasks:
    """Return a list without tasks."""
    return ListedTasks(on=TODAY, choice="Mine opgaver", groups=())


def a_long_list(count: int = 400, names: Sequence[str] = ("Al-Hassan, Rima",)) -> ListedTasks:
    """Return a list of so many tasks, the names taking turns."""
    return a_list(
        *(
            replace(
                RIMA,
                citizen=names[number % len(names)],
                case_number=f"2026-{number:03d}",
                due_on=TODAY + timedelta(days=number % 30),
            )
            for number in range(count)
        )
    )


def _two_groups() -> list[ListedGroup]:
    return [ListedGroup("Overskredet", (RIMA,)), ListedGroup("I dag", (YONAS,))]
