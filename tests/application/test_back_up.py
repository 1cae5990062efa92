"""Backing up: what is made, noted and let go of, and when another backup is due."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.back_up import (
    DAYS,
    LATEST,
    MONTHS,
    WEEKS,
    Backup,
    CheckedBackup,
    KnownBackups,
    back_up,
    backup_state,
    worth_keeping,
)
from desktop_app.application.errors import BackupFailed, StorageTrouble
from desktop_app.application.ports import LogAction
from tests.fakes import FakeStore, Noted

NOW = datetime(2026, 11, 22, 8, 5, tzinfo=UTC)
moments = st.integers(0, 4 * 365 * 24).map(lambda hours: NOW - timedelta(hours=hours))


class FakeFolder:
    """A folder in memory."""

    def __init__(self, *made: datetime) -> None:
        self.there = [Backup(f"{moment:%Y%m%d%H%M%S}", moment) for moment in made]
        self.names: frozenset[str] = frozenset()
        self.trouble: StorageTrouble | None = None
        self.keeps_what_it_has = False

    def backups(self) -> Sequence[Backup]:
        self._fail_if_told()
        return list(self.there)

    def make(self, at: datetime) -> CheckedBackup:
        self._fail_if_told()
        backup = Backup("the new one", at)
        self.there.append(backup)
        return CheckedBackup(backup=backup, path="/kopier/the new one", pages=40, entries=3, cases=2)

    def remove(self, backup: Backup) -> None:
        if self.keeps_what_it_has:
            raise BackupFailed(StorageTrouble.READ_ONLY, "/kopier")
        self.there.remove(backup)

    def noted(self) -> frozenset[str]:
        return self.names

    def known(self) -> KnownBackups:
        return KnownBackups(noted_at=None, begun_at=NOW)

    def _fail_if_told(self) -> None:
        if self.trouble:
            raise BackupFailed(self.trouble, "/kopier")


def hours_before(count: int) -> list[datetime]:
    return [NOW - timedelta(hours=hour) for hour in range(1, count + 1)]


def test_a_backup_is_made_and_noted() -> None:
    store, folder = FakeStore(), FakeFolder()

    report = back_up(folder=folder, work=store.work, now=NOW)

    assert report.made.backup == Backup("the new one", NOW)
    assert (report.made.entries, report.removed) == (3, 0)
    assert store.log == [Noted(LogAction.BACKED_UP, "", {"name": "the new one"})]


def test_what_is_not_worth_keeping_is_removed() -> None:
    folder = FakeFolder(*hours_before(30))

    report = back_up(folder=folder, work=FakeStore().work, now=NOW)

    assert {backup.made_at for backup in folder.there} == worth_keeping([NOW, *hours_before(30)])
    assert report.removed == 31 - len(folder.there) > 0


def test_the_new_backup_stays_although_the_clock_went_wrong_before() -> None:
    folder = FakeFolder(*[NOW + timedelta(days=400, hours=hour) for hour in range(30)])

    back_up(folder=folder, work=FakeStore().work, now=NOW)

    assert Backup("the new one", NOW) in folder.there


def test_a_backup_that_cannot_be_removed_does_not_spoil_the_new_one() -> None:
    folder = FakeFolder(*hours_before(30))
    folder.keeps_what_it_has = True

    report = back_up(folder=folder, work=FakeStore().work, now=NOW)

    assert report.removed == 0
    assert len(folder.there) == 31


def test_a_backup_that_fails_is_not_noted_and_removes_nothing() -> None:
    store, folder = FakeStore(), FakeFolder(*hours_before(30))
    folder.trouble = StorageTrouble.DISK_FULL

    with pytest.raises(BackupFailed) as error:
        back_up(folder=folder, work=store.work, now=NOW)

    assert (error.value.trouble, error.value.folder) == (StorageTrouble.DISK_FULL, "/kopier")
    assert store.log == []
    assert len(folder.there) == 30


def test_a_store_that_was_never_backed_up_is_due() -> None:
    state = backup_state(folder=FakeFolder())

    assert (state.last, state.is_due) == (None, True)


def test_a_store_unchanged_since_its_last_backup_is_not_due() -> None:
    folder = FakeFolder(*hours_before(2))
    folder.names = frozenset({folder.there[0].name})

    state = backup_state(folder=folder)

    assert state.last == folder.there[0]
    assert not state.is_due


def test_a_store_that_was_changed_since_is_due() -> None:
    state = backup_state(folder=FakeFolder(*hours_before(2)))

    assert state.last == Backup(hours_before(1)[0].strftime("%Y%m%d%H%M%S"), hours_before(1)[0])
    assert state.is_due


def test_a_backup_that_lies_in_another_folder_does_not_count() -> None:
    folder = FakeFolder(*hours_before(1))
    folder.names = frozenset({"elsewhere"})

    assert backup_state(folder=folder).is_due


def test_of_two_places_each_is_up_to_date_that_has_a_backup_of_the_latest_change() -> None:
    first, second = FakeFolder(*hours_before(1)), FakeFolder(*hours_before(2)[1:])
    first.names = second.names = frozenset({first.there[0].name, second.there[0].name})

    assert not backup_state(folder=first).is_due
    assert not backup_state(folder=second).is_due


def test_a_folder_that_is_not_there_is_told() -> None:
    folder = FakeFolder()
    folder.trouble = StorageTrouble.MISSING

    with pytest.raises(BackupFailed):
        backup_state(folder=folder)


@given(st.lists(moments, min_size=1))
def test_the_newest_is_never_removed(made: list[datetime]) -> None:
    assert max(made) in worth_keeping(made)


@given(st.lists(moments))
def test_no_more_are_kept_than_were_asked_for(made: list[datetime]) -> None:
    kept = worth_keeping(made)

    assert kept <= set(made)
    assert len(kept) <= LATEST + DAYS + WEEKS + MONTHS
    assert len(kept) >= min(LATEST, len(set(made)))


@given(st.lists(moments))
def test_thinning_twice_changes_nothing(made: list[datetime]) -> None:
    assert worth_keeping(worth_keeping(made)) == worth_keeping(made)


@given(st.lists(moments, max_size=200))
def test_thinning_after_each_backup_leaves_what_thinning_at_the_end_leaves(made: list[datetime]) -> None:
    kept = frozenset[datetime]()
    for moment in sorted(made):
        kept = worth_keeping({*kept, moment})

    assert kept == worth_keeping(made)


@given(st.lists(moments))
def test_every_recent_day_week_and_month_has_its_last_backup(made: list[datetime]) -> None:
    kept = worth_keeping(made)

    for period, most in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        last = {moment.strftime(period): moment for moment in sorted(made)}
        assert set(sorted(last.values())[-most:]) <= kept


def test_a_year_of_hourly_backups_comes_down_to_a_few() -> None:
    made = hours_before(24 * 400)

    kept = worth_keeping(made)

    assert max(kept) - min(kept) > timedelta(days=320)
    assert 10 + 13 < len(kept) <= LATEST + DAYS + WEEKS + MONTHS
