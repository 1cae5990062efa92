"""Sample pages of the kit: two screens as they were drawn, and every part in every state."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ui.badge import Badge
from desktop_app.ui.buttons import Button, ButtonKind, IconButton, Link
from desktop_app.ui.disclosure import Disclosure
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.facts import FactTable
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Status, Token
from desktop_app.ui.rail import RailItem
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_model import GroupRow, RowsTableModel, TableColumn
from desktop_app.ui.segment import Segment
from desktop_app.ui.shell import Shell
from desktop_app.ui.steps import Step, Steps
from desktop_app.ui.surfaces import Line, Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.two_panes import TwoPanes

PLACES = (
    RailItem("today", "I dag", "calendar-month"),
    RailItem("cases", "Sager", "folder"),
    RailItem("arrivals", "Modtagelser", "how-to-reg"),
    RailItem("follow-ups", "Opfølgning", "forum"),
    RailItem("quality", "Tilsyn", "analytics"),
)
ACTS = (
    RailItem("help", "Hjælp", "help"),
    RailItem("settings", "Indstillinger", "settings"),
    RailItem("lock", "Lås", "lock"),
)
HEADING = "I dag – mandag den 23. november 2026"


@dataclass(frozen=True)
class Job:
    number: int
    status: Status
    deadline: str
    task: str
    citizen: str
    case: str
    due: str
    who: str = "MJ"


_JOBS: tuple[GroupRow | Job, ...] = (
    GroupRow("Overskredet", "2"),
    Job(1, Status.OVERDUE, "Overskredet 6 dage", "Opfølgning", "Tesfay, Yonas", "2026-009", "17.11.2026"),
    Job(
        2,
        Status.OVERDUE,
        "Overskredet 1 dag",
        "Tilbud om helbredsvurdering",
        "Mohamed, Hodan",
        "2026-006",
        "22.11.2026",
    ),
    GroupRow("I dag", "1"),
    Job(3, Status.SOON, "Frist i dag", "Modtagesamtale", "Koval, Olena", "2026-021", "23.11.2026"),
    GroupRow("Denne uge", "2"),
    Job(4, Status.SOON, "Frist om 2 dage", "Henvisning til danskuddannelse", "Saleh, Nour", "2026-018", "25.11.2026"),
    Job(5, Status.SOON, "Frist om 4 dage", "Opfølgning", "Al-Hassan, Rima", "2026-014", "27.11.2026"),
    GroupRow("Inden for 30 dage", "4"),
    Job(6, Status.MONTH, "Frist om 9 dage", "Kontrakt", "Rahimi, Farid", "2026-019", "02.12.2026"),
    Job(
        7, Status.MONTH, "Frist om 9 dage", "Henvisning til danskuddannelse", "Rahimi, Farid", "2026-019", "02.12.2026"
    ),
    Job(8, Status.MONTH, "Frist om 17 dage", "Opfølgning", "Abdi, Ayaan", "2026-011", "10.12.2026"),
    Job(9, Status.MONTH, "Frist om 28 dage", "Visitering: jobparat", "Ismail, Zeynep", "2026-015", "21.12.2026"),
)

_COLUMNS = (
    TableColumn[Job](
        "Frist", lambda job: job.deadline, 170, badge=lambda job: job.status, sort_key=lambda job: job.number
    ),
    TableColumn[Job]("Opgave", lambda job: job.task, 150, stretch=1),
    TableColumn[Job]("Borger", lambda job: job.citizen, 132, is_strong=True),
    TableColumn[Job]("Sagsnr.", lambda job: job.case, 100, drop_order=2),
    TableColumn[Job]("Senest den", lambda job: job.due, 96, drop_order=1),
    TableColumn[Job]("Ansvarlig", lambda job: job.who, 90, drop_order=3),
)


def worklist() -> RowsTable[Job]:
    table = RowsTable("Opgaver", RowsTableModel(_COLUMNS, lambda job: str(job.number)))
    table.set_rows(_JOBS)
    return table


def today(table: RowsTable[Job], detail: QWidget | None = None) -> QWidget:
    heading = FlowRow(Label(HEADING, TextRole.TITLE), STRETCH, Button("Ny modtagelse", ButtonKind.PRIMARY, icon="plus"))
    filters = FlowRow(
        Button("2 overskredet", ButtonKind.FILTER, icon="error", icon_token=Token.OVERDUE_MARK),
        Button("3 inden for 7 dage", ButtonKind.FILTER, icon="warning", icon_token=Token.SOON_MARK),
        Button("4 inden for 30 dage", ButtonKind.FILTER, icon="time", icon_token=Token.MONTH_MARK),
        STRETCH,
        _owner(),
    )
    head = QWidget()
    head.setLayout(Column(heading, Gap(12), filters, Gap(12), margins=(24, 20, 24, 0)))
    column = Column(margins=(24, 0, 0 if detail else 24, 8))
    column.add(table, stretch=1)
    column.add(Disclosure("Afsluttet i dag", Label("Ingen"), "2"))
    left = QWidget()
    left.setLayout(column)
    whole = Column()
    if detail is None:
        whole.add(head)
        whole.add(left, stretch=1)
    else:
        panes = TwoPanes(left, detail, head=head)
        panes.set_open(is_open=True)
        whole.add(panes, stretch=1)
    return ScrollArea(whole)


def _owner() -> Segment:
    owner = Segment("Hvis opgaver", (("mine", "Mine opgaver"), ("team", "Hele teamet")))
    owner.choose("mine")
    return owner


def why() -> Panel:
    title = Row(Label("Kontrakt", TextRole.PANE_TITLE), STRETCH, IconButton("close", "Luk ruden"))
    about = FlowRow(
        Label("Rahimi, Farid", TextRole.STRONG), Label("· sag 2026-019 · Mette Jensen", TextRole.META), across=4
    )
    deadline = FlowRow(Badge(Status.MONTH, "Frist om 9 dage"), Label("Fristen er den 2. december 2026."), across=12)
    actions = FlowRow(
        Button("Åbn sagen", ButtonKind.SECOND),
        Button("Markér gennemført …"),
        STRETCH,
        IconButton("more-horiz", "Flere handlinger", ButtonKind.PLAIN),
    )
    facts = FactTable(
        (
            ("Hjemmel", "Integrationslovens § 19, stk. 1"),
            ("Startdato", "2. november 2026 (ansvar overtaget)"),
            ("Frist", "1 måned efter startdatoen"),
            ("Regelversion", "Gældende siden 1. april 2006"),
            ("Kilde", "BEK 208/2026 § 6, tjekket 14.11.2026"),
        )
    )
    steps = Steps(
        "Sådan er fristen regnet ud",
        (
            Step("16. september 2026", "Afgørelse om visitering (§ 4, stk. 2)"),
            Step("Oktober 2026", "Første hele måned efter afgørelsen"),
            Step("1. november 2026", "Søndag – ansvaret overgår den første hverdag"),
            Step("2. november 2026", "Kommunen overtog ansvaret"),
            Step("+ 1 måned = 2. december 2026", "Onsdag. Fristen flyttes ikke."),
        ),
    )
    column = Column(title, about, Gap(12), deadline, Gap(16), actions, Gap(16), Line(), Gap(16))
    column.add(Label("Hvorfor denne frist?", TextRole.HEADING), Gap(8), facts, Gap(16))
    column.add(FlowRow(Label("Sådan er fristen regnet ud", TextRole.LABEL), STRETCH, Link("Kopiér")), Gap(8))
    column.add(steps, STRETCH)
    column.set_margins((24, 16, 24, 16))
    whole = Column()
    whole.add(ScrollArea(column), stretch=1)
    return Panel(whole, Token.WINDOW, edges=Qt.Edge.LeftEdge | Qt.Edge.TopEdge)


def empty() -> QWidget:
    actions = (Button("Ny modtagelse", ButtonKind.PRIMARY, icon="plus"), Button("Indlæs eksempeldata"))
    state = EmptyState(
        "calendar-month", "Der er ingen sager endnu", "Opret den første modtagelse, eller indlæs eksempeldata.", actions
    )
    column = Column(Label(HEADING, TextRole.TITLE), margins=(24, 28, 24, 0))
    column.add(state, stretch=1)
    page = QWidget()
    page.setLayout(column)
    return page


def shell_with(key: str, page: QWidget) -> Shell:
    shell = Shell(PLACES, ACTS)
    shell.add_page(key, page)
    shell.show_page(key)
    shell.set_user("Mette Jensen")
    shell.status.show_saved("Alt er gemt · kl. 10.42", is_saved=True)
    shell.status.show_messages(("Sidste sikkerhedskopi i dag kl. 08.05", "Låser om 10 min."))
    for place, count in (("today", 5), ("arrivals", 1), ("follow-ups", 2)):
        shell.set_count(place, count)
    return shell
