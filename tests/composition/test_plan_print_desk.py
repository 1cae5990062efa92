"""The plans of many cases out of a real store, into real files."""

import gc
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from desktop_app.application.errors import OwnFileRefused
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.print_plans import NotDrawnYet, PlansInParts, WantedPlan
from desktop_app.composition import Office
from desktop_app.composition.drawing_beside import DrawingBeside
from desktop_app.composition.plan_print_desk import PlanFolder
from desktop_app.domain.plan import PlanState
from desktop_app.domain.plan_snapshot import PlanSnapshot
from tests.builders import SIGNED, a_case, a_citizen, a_draft, a_plan, a_snapshot
from tests.storage.builders import a_new_store

TODAY = date(2026, 11, 22)
SIGNED_NUMBER, READY_NUMBER, WITHOUT_PLAN = "2026-014", "2026-015", "2026-016"
SIGNED_FILE, READY_FILE = "2026-10-28_Plan_v1_sag-2026-014.pdf", "2026-10-28_Plan_v1_sag-2026-015.pdf"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    new = a_new_store(tmp_path / "enplan.store")
    with new.store.work() as unit:
        for number, plans in (
            (SIGNED_NUMBER, (a_plan(),)),
            (READY_NUMBER, (a_draft(ready_on=SIGNED),)),
            (WITHOUT_PLAN, ()),
        ):
            unit.cases.add(a_case(case_number=number, citizen=a_citizen(), plans=plans))
        unit.commit()
    with Office(new.store) as office:
        yield office


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "planer"
    folder.mkdir()
    return folder


def everything(office: Office) -> list[WantedPlan]:
    return [WantedPlan(line.case_number) for line in office.store.read.case_lines()]


def printed_in_log(office: Office) -> int:
    [(count,)] = office.store.connection.rows("SELECT count(*) FROM log WHERE action = 'printed'")
    return int(count)


def to_the_end(parts: PlansInParts, office: Office) -> None:
    """Ask again and again, as a window does between its events."""
    has_more = True
    while has_more:
        while office.plan_prints.is_drawing:
            sleep(0.001)
        has_more = parts.go_on()


def a_printed(case_number: str, content: bytes = b"%PDF") -> PrintedPlan:
    return PrintedPlan(content=content, case_number=case_number, plan_number=1, dated_on=TODAY, state=PlanState.SIGNED)


def test_each_plan_is_a_file_named_by_its_case_and_a_signed_one_is_as_first_handed_out(
    office: Office, folder: Path
) -> None:
    first = office.print_plan(SIGNED_NUMBER, TODAY).content
    parts = office.plan_prints.print_plans(everything(office), TODAY, office.plan_prints.into(folder))

    to_the_end(parts, office)

    assert sorted(file.name for file in folder.iterdir()) == [SIGNED_FILE, READY_FILE]
    assert (folder / SIGNED_FILE).read_bytes() == first
    assert parts.so_far().without_plan == [WITHOUT_PLAN]
    assert printed_in_log(office) == 3
    if os.name == "posix":
        assert (folder / READY_FILE).stat().st_mode & 0o777 == 0o600


def test_drawn_beside_the_window_they_are_the_same_files(office: Office, folder: Path) -> None:
    parts = office.plan_prints.print_beside(everything(office), TODAY, office.plan_prints.into(folder))

    to_the_end(parts, office)

    assert (folder / SIGNED_FILE).read_bytes() == office.print_plan(SIGNED_NUMBER, TODAY).content
    assert (folder / READY_FILE).read_bytes() == office.print_plan(READY_NUMBER, TODAY).content
    assert printed_in_log(office) == 4


def test_a_file_that_is_there_is_left_as_it_is_and_the_others_are_written(office: Office, folder: Path) -> None:
    (folder / SIGNED_FILE).write_bytes(b"en anden")
    parts = office.plan_prints.print_plans(everything(office), TODAY, office.plan_prints.into(folder))

    to_the_end(parts, office)

    [failure] = parts.so_far().failed
    assert failure.case_number == SIGNED_NUMBER
    assert isinstance(failure.error, FileExistsError)
    assert (folder / SIGNED_FILE).read_bytes() == b"en anden"
    assert (folder / READY_FILE).exists()


def test_a_folder_that_is_not_there_is_refused_before_anything_is_printed(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError):
        office.plan_prints.into(tmp_path / "ingen")

    assert printed_in_log(office) == 0


def test_the_versions_that_are_ready_are_told_by_the_store(office: Office) -> None:
    assert office.plan_prints.ready() == [WantedPlan(READY_NUMBER, 1)]


def test_two_cases_whose_numbers_give_one_name_get_two_files(folder: Path) -> None:
    target = PlanFolder(folder.parent / "enplan.store", folder)

    for number, content in (("7/1", b"a"), ("7-1", b"b"), ("7.1", b"c")):
        target.take(a_printed(number, content))

    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {
        "2026-11-22_Plan_v1_sag-7-1.pdf": b"a",
        "2026-11-22_Plan_v1_sag-7-1_2.pdf": b"b",
        "2026-11-22_Plan_v1_sag-7-1_3.pdf": b"c",
    }


def test_a_store_is_never_written_over(folder: Path) -> None:
    printed = a_printed("2026-014")
    store = folder / printed.file_name

    with pytest.raises(OwnFileRefused):
        PlanFolder(store, folder).take(printed)


def test_a_plan_that_cannot_be_drawn_says_so_when_it_is_asked_for_again() -> None:
    may_fail = Event()

    def draw(snapshot: PlanSnapshot) -> bytes:
        may_fail.wait(10)
        raise ZeroDivisionError(snapshot.case_number)

    drawing = DrawingBeside(draw)
    with pytest.raises(NotDrawnYet):
        drawing(a_snapshot())
    with pytest.raises(NotDrawnYet):
        drawing(a_snapshot())

    may_fail.set()
    while drawing.is_busy:
        sleep(0.001)

    with pytest.raises(ZeroDivisionError):
        drawing(a_snapshot())


def test_nothing_is_collected_on_the_thread_that_draws() -> None:
    drawing, drawn = DrawingBeside(lambda _snapshot: str(gc.isenabled()).encode()), b""
    while not drawn:
        with suppress(NotDrawnYet):
            drawn = drawing(a_snapshot())

    assert drawn == b"False"
    assert gc.isenabled()


def test_a_plan_that_has_changed_meanwhile_is_drawn_anew() -> None:
    drawing = DrawingBeside(lambda snapshot: snapshot.case_number.encode())
    one, other = a_snapshot(case_number="en"), a_snapshot(case_number="to")
    with suppress(NotDrawnYet):  # it may be drawn at once
        drawing(one)
    while drawing.is_busy:
        sleep(0.001)

    drawn = b""
    while not drawn:
        with suppress(NotDrawnYet):
            drawn = drawing(other)

    assert drawn == b"to"
