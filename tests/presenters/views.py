"""Screens that remember what they were told to show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_app.application.drawing_ports import PageImage
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.printed_paper import PrintedPaper
from desktop_app.presenters.arrival_fields import Field
from desktop_app.presenters.arrival_side import ArrivalSide
from desktop_app.presenters.arrival_view import FieldShown, PersonTab, Problem
from desktop_app.presenters.arrivals_presenter import ArrivalGroup
from desktop_app.presenters.case_list_presenter import CaseRow
from desktop_app.presenters.case_page import CasePage
from desktop_app.presenters.deadline_detail import DeadlineDetail
from desktop_app.presenters.unlock_presenter import UserChoice
from desktop_app.presenters.worklist_filter import CountButton
from desktop_app.presenters.worklist_presenter import WorklistGroup, WorklistRow


@dataclass
class SeenUnlock:
    """The screen that asks for the password."""

    users: list[UserChoice] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    refusals: list[tuple[str, str]] = field(default_factory=list)
    is_missing: bool = False
    pauses: list[int] = field(default_factory=list)

    def show_users(self, users: Sequence[UserChoice]) -> None:
        self.users = list(users)

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def show_refusal(self, title: str, text: str, *, is_missing: bool) -> None:
        self.refusals.append((title, text))
        self.is_missing = is_missing

    def pause(self, seconds: int) -> None:
        self.pauses.append(seconds)


@dataclass
class SeenWorklist:
    """The screen *I dag*: what it shows now."""

    title: str = ""
    counts: list[CountButton] = field(default_factory=list)
    only_mine: bool = False
    duties: list[tuple[str, str]] = field(default_factory=list)
    duty: str = ""
    groups: list[WorklistGroup] = field(default_factory=list)
    empty: tuple[str, str] | None = None
    has_cases: bool = True
    detail: DeadlineDetail | None = None
    detail_row: WorklistRow | None = None

    def show_heading(self, title: str, counts: Sequence[CountButton], *, only_mine: bool) -> None:
        self.title, self.counts, self.only_mine = title, list(counts), only_mine

    def show_duties(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        self.duties, self.duty = list(choices), chosen

    def show_groups(self, groups: Sequence[WorklistGroup]) -> None:
        self.groups, self.empty = list(groups), None

    def show_detail(self, detail: DeadlineDetail | None, row: WorklistRow | None) -> None:
        self.detail, self.detail_row = detail, row

    def show_empty(self, title: str, text: str, *, has_cases: bool) -> None:
        self.groups, self.empty, self.has_cases = [], (title, text), has_cases

    @property
    def rows(self) -> list[WorklistRow]:
        """All rows, from top to bottom."""
        return [row for group in self.groups for row in group.rows]


@dataclass
class SeenCases:
    """The screen *Sager*: what it shows now."""

    rows: list[CaseRow] = field(default_factory=list)
    summary: str = ""
    empty: tuple[str, str] | None = None
    has_cases: bool = True

    def show_rows(self, rows: Sequence[CaseRow], summary: str) -> None:
        self.rows, self.summary, self.empty = list(rows), summary, None

    def show_empty(self, title: str, text: str, *, has_cases: bool) -> None:
        self.rows, self.summary, self.empty, self.has_cases = [], "", (title, text), has_cases


@dataclass
class SeenCase:
    """The page of a case."""

    pages: list[CasePage] = field(default_factory=list)
    pages_again: list[CasePage] = field(default_factory=list)
    tabs: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    prints: list[PrintedPlan | PrintedPaper] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def show_case(self, page: CasePage) -> None:
        self.pages.append(page)

    def show_case_again(self, page: CasePage) -> None:
        self.pages_again.append(page)

    def show_tab(self, tab: str) -> None:
        self.tabs.append(tab)

    def show_cpr(self, cpr: str) -> None:
        self.numbers.append(cpr)

    def show_print(self, printed: PrintedPlan | PrintedPaper) -> None:
        self.prints.append(printed)

    def show_error(self, text: str) -> None:
        self.errors.append(text)


class SeenPage(NamedTuple):
    """A page as it was shown."""

    image: PageImage
    number: int
    page_count: int


@dataclass
class SeenPreview:
    """The screen that shows a document."""

    titles: list[tuple[str, str]] = field(default_factory=list)
    pages: list[SeenPage] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def show_title(self, title: str, remark: str) -> None:
        self.titles.append((title, remark))

    def show_page(self, image: PageImage, number: int, count: int) -> None:
        self.pages.append(SeenPage(image, number, count))

    def show_message(self, text: str) -> None:
        self.messages.append(text)

    def show_error(self, text: str) -> None:
        self.errors.append(text)


@dataclass
class SeenArrival:
    """The screen *Ny modtagelse*: what it shows now, and where the keyboard was sent."""

    people: list[PersonTab] = field(default_factory=list)
    current: int = 0
    note: str = ""
    fields: dict[Field, FieldShown] = field(default_factory=dict)
    side: ArrivalSide | None = None
    problems: list[Problem] = field(default_factory=list)
    stops: list[Field | None] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def show_people(self, people: Sequence[PersonTab], current: int, note: str) -> None:
        self.people, self.current, self.note = list(people), current, note

    def show_fields(self, fields: Mapping[Field, FieldShown]) -> None:
        self.fields = dict(fields)

    def show_side(self, side: ArrivalSide) -> None:
        self.side = side

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)

    def go_to_problems(self) -> None:
        self.stops.append(None)

    def go_to(self, field: Field) -> None:
        self.stops.append(field)

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def text(self, one: Field) -> str:
        """What a field on the page holds."""
        return self.fields[one].text

    def remark(self, one: Field) -> str:
        """What stands at a field, empty for nothing."""
        remark = self.fields[one].remark
        return remark.text if remark else ""


@dataclass
class SeenArrivals:
    """The screen *Modtagelser*: what it shows now."""

    groups: list[ArrivalGroup] = field(default_factory=list)
    summary: str = ""
    empty: tuple[str, str] | None = None

    def show_groups(self, groups: Sequence[ArrivalGroup], summary: str) -> None:
        self.groups, self.summary, self.empty = list(groups), summary, None

    def show_empty(self, title: str, text: str) -> None:
        self.groups, self.summary, self.empty = [], "", (title, text)
