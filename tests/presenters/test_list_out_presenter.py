"""Gem eller udskriv listen: the worklist as it is shown, saved or put on paper."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.application.copy_worklist_out import ListedTasks, ListKind, PrintedList
from desktop_app.application.errors import OwnFileRefused, StorageTrouble, StorageUnavailable
from desktop_app.domain.deadline import open_status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.deadline_rows import calendar_id
from desktop_app.presenters.list_out_presenter import ListOutPresenter, ListOutShown, list_kind_text
from desktop_app.presenters.worklist_presenter import ShownTasks, WorklistGroup, WorklistRow
from tests.builders import a_case, a_deadline, a_rule_version
from tests.fakes import a_line_of

TODAY = date(2026, 11, 22)
FILE = Path("teamet", "liste.xlsx")
LINE = a_line_of(a_case(id="rima"))
WARNING = (
    "Filen indeholder personoplysninger og er ikke krypteret. Gem den kun på kommunens drev, og slet den efter brug."
)


@dataclass
class SeenListOut:
    """The dialog, and what it leads to."""

    summary: str = ""
    shown: ListOutShown | None = None
    asked_where: list[tuple[str, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    papers: list[PrintedList] = field(default_factory=list)
    times_finished: int = 0

    def ask(self, summary: str, shown: ListOutShown) -> None:
        self.summary, self.shown = summary, shown

    def show_choice(self, shown: ListOutShown) -> None:
        self.shown = shown

    def ask_where(self, file_name: str, kind: str) -> None:
        self.asked_where.append((file_name, kind))

    def show_problem(self, text: str) -> None:
        self.problems.append(text)

    def show_paper(self, printed: PrintedList) -> None:
        self.papers.append(printed)

    def finish(self) -> None:
        self.times_finished += 1


@dataclass
class Desk:
    """What the open store does with lists: remembers them, or fails."""

    error: Exception | None = None
    saved: list[tuple[Path, ListedTasks, ListKind]] = field(default_factory=list)
    drawn: list[ListedTasks] = field(default_factory=list)

    def save(self, path: Path, listed: ListedTasks, kind: ListKind) -> None:
        if self.error:
            raise self.error
        self.saved.append((path, listed, kind))

    def draw(self, listed: ListedTasks) -> PrintedList:
        if self.error:
            raise self.error
        self.drawn.append(listed)
        return PrintedList(content=b"%PDF", on=listed.on)


@dataclass
class Dialog:
    """A dialog over a list, with everything around it."""

    view: SeenListOut
    desk: Desk
    done: list[str]
    presenter: ListOutPresenter

    @property
    def shown(self) -> ListOutShown:
        """What it shows now."""
        assert self.view.shown is not None
        return self.view.shown


def a_row(
    rulebook: Rulebook, days: int, duty: DutyId = DutyId.CONTRACT_SIGNED, *, has_rule: bool = True
) -> WorklistRow:
    due_on = TODAY + timedelta(days=days)
    deadline = a_deadline(
        case_id="rima",
        duty=duty,
        due_on=due_on,
        status=open_status(due_on, TODAY),
        rule=a_rule_version() if has_rule else None,
    )
    return WorklistRow(deadline, LINE, rulebook.duties[duty], TODAY)


def two_tasks(rulebook: Rulebook) -> ShownTasks:
    overdue = a_row(rulebook, -6)
    today = a_row(rulebook, 0, DutyId.FOLLOW_UP, has_rule=False)
    groups = (WorklistGroup("Overskredet", (overdue,)), WorklistGroup("I dag", (today,)))
    return ShownTasks(on=TODAY, choice=("Mine opgaver", "inden for 7 dage"), groups=groups)


@pytest.fixture
def dialog(rulebook: Rulebook) -> Dialog:
    view, desk = SeenListOut(), Desk()
    done: list[str] = []
    presenter = ListOutPresenter(view, work=desk, say_done=done.append)
    presenter.ask(two_tasks(rulebook))
    return Dialog(view, desk, done, presenter)


# What the dialog says ------------------------------------------------------------------------------------------------


def test_it_says_how_many_tasks_there_are_and_which_filter_is_on(dialog: Dialog) -> None:
    assert dialog.view.summary == "Listen, som den vises nu: 2 opgaver. Mine opgaver, inden for 7 dage."


def test_one_task_is_one_task(rulebook: Rulebook, dialog: Dialog) -> None:
    group = WorklistGroup("Overskredet", (a_row(rulebook, -6),))

    dialog.presenter.ask(ShownTasks(on=TODAY, choice=("Hele teamet",), groups=(group,)))

    assert dialog.view.summary == "Listen, som den vises nu: 1 opgave. Hele teamet."


@pytest.mark.parametrize("kind", [ListKind.EXCEL, ListKind.CSV])
def test_who_saves_a_spreadsheet_is_warned(dialog: Dialog, kind: ListKind) -> None:
    dialog.presenter.choose(kind)

    assert (dialog.shown.kind, dialog.shown.warning, dialog.shown.verb) == (kind, WARNING, "Gem …")
    assert not dialog.shown.asks_for_names


def test_a_calendar_has_no_names_until_somebody_asks_for_them_and_is_warned(dialog: Dialog) -> None:
    dialog.presenter.choose(ListKind.CALENDAR)
    without = dialog.shown

    dialog.presenter.name_people(has_names=True)

    assert (without.asks_for_names, without.has_names, without.warning) == (True, False, "")
    assert (dialog.shown.has_names, dialog.shown.warning) == (True, WARNING)


def test_paper_is_shown_before_it_is_printed(dialog: Dialog) -> None:
    dialog.presenter.choose(ListKind.PAPER)

    assert (dialog.shown.verb, dialog.shown.warning) == ("Vis udskrift", "")


def test_every_kind_says_what_it_is(dialog: Dialog) -> None:
    said = set()
    for kind in ListKind:
        dialog.presenter.choose(kind)
        said.add((list_kind_text(kind), dialog.shown.about))

    assert len(said) == len(ListKind)
    assert {name for name, _about in said} == {"Excel", "CSV", "Kalender", "Udskrift"}


def test_the_kind_is_remembered_and_the_names_are_not(rulebook: Rulebook, dialog: Dialog) -> None:
    dialog.presenter.choose(ListKind.CALENDAR)
    dialog.presenter.name_people(has_names=True)
    dialog.presenter.close()

    dialog.presenter.ask(two_tasks(rulebook))

    assert (dialog.shown.kind, dialog.shown.has_names) == (ListKind.CALENDAR, False)


def test_it_can_begin_at_a_kind(rulebook: Rulebook, dialog: Dialog) -> None:
    dialog.presenter.ask(two_tasks(rulebook), ListKind.PAPER)

    assert dialog.shown.kind is ListKind.PAPER


# Saving --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (ListKind.EXCEL, ("2026-11-22_Arbejdsliste.xlsx", "Excel-filer (*.xlsx)")),
        (ListKind.CSV, ("2026-11-22_Arbejdsliste.csv", "CSV-filer (*.csv)")),
        (ListKind.CALENDAR, ("2026-11-22_Arbejdsliste.ics", "Kalenderfiler (*.ics)")),
    ],
)
def test_a_file_is_asked_for_that_names_nobody(dialog: Dialog, kind: ListKind, asked: tuple[str, str]) -> None:
    dialog.presenter.choose(kind)

    dialog.presenter.go_on()

    assert dialog.view.asked_where == [asked]
    assert dialog.view.times_finished == 0


def test_the_rows_are_saved_as_they_are_shown(rulebook: Rulebook, dialog: Dialog) -> None:
    dialog.presenter.save(FILE)

    [(path, listed, kind)] = dialog.desk.saved
    assert (path, kind, listed.on, listed.has_names) == (FILE, ListKind.EXCEL, TODAY, True)
    assert listed.choice == "Mine opgaver, inden for 7 dage"
    assert [group.title for group in listed.groups] == ["Overskredet", "I dag"]
    first, second = listed.tasks
    assert (first.deadline, first.task, first.citizen) == ("Overskredet 6 dage", "Kontrakt", "Al-Hassan, Rima")
    assert (first.case_number, first.due_on, first.caseworker) == ("2026-014", date(2026, 11, 16), "MJ")
    assert (first.section, second.section) == ("Integrationsloven § 19, stk. 1", "")
    assert first.entry_id == calendar_id(a_row(rulebook, 40).deadline)


def test_what_is_saved_is_said_and_the_dialog_closes(dialog: Dialog) -> None:
    dialog.presenter.save(FILE)

    assert dialog.done == ["Gemt som liste.xlsx. Filen er ikke krypteret, så slet den efter brug."]
    assert (dialog.view.times_finished, dialog.view.problems) == (1, [])


def test_a_calendar_names_case_and_task_and_no_citizen_anywhere(dialog: Dialog) -> None:
    dialog.presenter.choose(ListKind.CALENDAR)

    dialog.presenter.save(FILE)

    [(_path, listed, _kind)] = dialog.desk.saved
    assert listed.tasks[0].entry == "Frist sag 2026-014: Kontrakt"
    assert not listed.has_names
    assert "Hassan" not in str(listed)


def test_a_calendar_with_names_names_the_citizen_too(dialog: Dialog) -> None:
    dialog.presenter.choose(ListKind.CALENDAR)
    dialog.presenter.name_people(has_names=True)

    dialog.presenter.save(FILE)

    [(_path, listed, _kind)] = dialog.desk.saved
    assert listed.tasks[0].entry == "Frist sag 2026-014: Kontrakt (Al-Hassan, Rima)"
    assert listed.has_names


def test_no_number_and_no_address_leaves_with_the_list(dialog: Dialog) -> None:
    dialog.presenter.save(FILE)

    [(_path, listed, _kind)] = dialog.desk.saved
    assert LINE.cpr is not None
    assert LINE.cpr[:6] not in str(listed)
    assert "Eksempelvej" not in str(listed)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            PermissionError(13, "Permission denied"),
            f"Listen kunne ikke gemmes i {FILE} (du har ikke adgang). Vælg et andet sted.",
        ),
        (OSError("ingen plads"), f"Listen kunne ikke gemmes i {FILE} (ingen plads). Vælg et andet sted."),
        (
            OwnFileRefused("/sager/enplan.store"),
            "/sager/enplan.store hører til filen med sagerne og overskrives aldrig. Vælg et andet sted.",
        ),
    ],
)
def test_what_could_not_be_saved_says_why_and_the_dialog_stays(dialog: Dialog, error: Exception, said: str) -> None:
    dialog.desk.error = error

    dialog.presenter.save(FILE)

    assert dialog.view.problems == [said]
    assert (dialog.view.times_finished, dialog.done) == (0, [])


def test_after_a_failure_another_place_can_be_chosen(dialog: Dialog) -> None:
    dialog.desk.error = OSError("ingen plads")
    dialog.presenter.save(FILE)
    dialog.desk.error = None

    dialog.presenter.save(FILE)

    assert dialog.view.times_finished == 1


# Paper ---------------------------------------------------------------------------------------------------------------


def test_the_paper_is_drawn_and_shown(dialog: Dialog) -> None:
    dialog.presenter.choose(ListKind.PAPER)

    dialog.presenter.go_on()

    assert dialog.view.papers == [PrintedList(content=b"%PDF", on=TODAY)]
    assert [len(listed.tasks) for listed in dialog.desk.drawn] == [2]
    assert dialog.desk.drawn[0].tasks[0].citizen == "Al-Hassan, Rima"
    assert (dialog.view.times_finished, dialog.view.asked_where, dialog.done) == (1, [], [])


def test_paper_that_cannot_be_logged_is_not_shown(dialog: Dialog) -> None:
    dialog.presenter.choose(ListKind.PAPER)
    dialog.desk.error = StorageUnavailable(StorageTrouble.DISK_FULL)

    dialog.presenter.go_on()

    assert (len(dialog.view.problems), dialog.view.papers, dialog.view.times_finished) == (1, [], 0)


def test_a_closed_dialog_saves_and_shows_nothing(dialog: Dialog) -> None:
    dialog.presenter.close()

    dialog.presenter.save(FILE)
    dialog.presenter.go_on()

    assert (dialog.desk.saved, dialog.view.asked_where) == ([], [])
