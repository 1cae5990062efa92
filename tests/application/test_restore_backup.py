"""Fetching a backup back: checked first, logged in what takes the place, and the place taken last of all."""

from datetime import UTC, datetime

import pytest

from desktop_app.application.errors import RestoreProblem, RestoreRefused
from desktop_app.application.ports import LogAction, Work
from desktop_app.application.restore_backup import CheckedBackup, FoundBackup, Restored, restore_backup
from tests.fakes import FakeStore, Noted

CHECKED = CheckedBackup(
    pages=40, entries=7, records=5, cases=2, last_at=datetime(2026, 11, 21, tzinfo=UTC), last_by="Mette Jensen"
)


class FakeStaged:
    """A copy that tells what was done with it."""

    name, place = "enplan-2026-11-22T080512Z-3f2a9c1e.store", "/sager/enplan.store"

    def __init__(self, *, is_damaged: bool = False) -> None:
        self.store = FakeStore()
        self.is_damaged = is_damaged
        self.done: list[str] = []

    @property
    def work(self) -> Work:
        return self.store.work

    def check(self) -> CheckedBackup:
        if self.is_damaged:
            raise RestoreRefused(RestoreProblem.DAMAGED, self.name)
        self.done.append("checked")
        return CHECKED

    def change_access(self) -> None:
        self.done.append("changed access")

    def put_in_place(self) -> str:
        assert self.store.log
        self.done.append("put in place")
        return "/sager/enplan.aside.store"


def test_it_is_checked_and_logged_before_it_takes_its_place() -> None:
    staged = FakeStaged()

    report = restore_backup(staged=staged)

    assert staged.done == ["checked", "put in place"]
    assert staged.store.log == [Noted(LogAction.RESTORED, "", {"backup": staged.name})]
    assert report == Restored(
        backup=staged.name, place=staged.place, checked=CHECKED, set_aside="/sager/enplan.aside.store"
    )


def test_who_may_open_it_is_changed_before_it_takes_its_place() -> None:
    staged = FakeStaged()

    restore_backup(staged=staged, change_access=staged.change_access)

    assert staged.done == ["checked", "changed access", "put in place"]


def test_what_does_not_hold_together_takes_no_place() -> None:
    staged = FakeStaged(is_damaged=True)

    with pytest.raises(RestoreRefused):
        restore_backup(staged=staged, change_access=staged.change_access)

    assert staged.done == []
    assert staged.store.log == []


@pytest.mark.parametrize(("users", "can_be_opened"), [(("Mette Jensen",), True), ((), False)])
def test_without_its_keys_a_backup_opens_to_nobody(users: tuple[str, ...], can_be_opened: bool) -> None:  # noqa: FBT001 - given
    backup = FoundBackup(
        path="/usb/x.store",
        made_at=datetime(2026, 11, 22, tzinfo=UTC),
        size=1,
        store_id="",
        users=users,
        was_checked=True,
    )

    assert backup.can_be_opened is can_be_opened
