"""Taking the worklist out of the program."""

from dataclasses import replace

import pytest

from desktop_app.application.copy_worklist_out import (
    ListedTasks,
    ListKind,
    PrintedList,
    copy_worklist_out,
    list_file_name,
)
from desktop_app.application.errors import StorageUnavailable
from desktop_app.application.ports import LogAction
from tests.fakes import FakeStore, Noted
from tests.listed import TODAY, a_list, nothing


def written(listed: ListedTasks) -> bytes:
    return f"{len(listed.tasks)} opgaver".encode()


@pytest.mark.parametrize("kind", [ListKind.EXCEL, ListKind.CSV, ListKind.CALENDAR])
def test_a_file_is_handed_out_and_logged_with_its_kind_and_how_many_tasks(kind: ListKind) -> None:
    store = FakeStore()

    content = copy_worklist_out(a_list(), kind, work=store.work, write=written)

    assert content == b"2 opgaver"
    details = {"document": "worklist", "kind": kind.value, "tasks": "2", "names": "yes"}
    assert store.log == [Noted(LogAction.EXPORTED, "", details)]


def test_paper_is_logged_as_printed() -> None:
    store = FakeStore()

    copy_worklist_out(nothing(), ListKind.PAPER, work=store.work, write=written)

    details = {"document": "worklist", "kind": "pdf", "tasks": "0", "names": "yes"}
    assert store.log == [Noted(LogAction.PRINTED, "", details)]


def test_a_calendar_without_names_is_logged_as_such() -> None:
    store = FakeStore()

    copy_worklist_out(replace(a_list(), has_names=False), ListKind.CALENDAR, work=store.work, write=written)

    assert store.log[0].details["names"] == "no"


def test_what_cannot_be_logged_is_not_handed_out() -> None:
    store = FakeStore()
    store.is_full = True

    with pytest.raises(StorageUnavailable):
        copy_worklist_out(a_list(), ListKind.CSV, work=store.work, write=written)


def test_the_log_names_nobody() -> None:
    store = FakeStore()

    copy_worklist_out(a_list(), ListKind.CSV, work=store.work, write=written)

    assert "Al-Hassan" not in str(store.log)
    assert "2026-014" not in str(store.log)


def test_the_tasks_of_all_groups_stand_in_order() -> None:
    assert [task.case_number for task in a_list().tasks] == ["2026-014", "2026-015"]


def test_a_file_is_named_for_its_day_and_for_nobody() -> None:
    assert list_file_name(TODAY, ListKind.EXCEL) == "2026-11-22_Arbejdsliste.xlsx"
    assert PrintedList(content=b"", on=TODAY).file_name == "2026-11-22_Arbejdsliste.pdf"
