"""The mark beside a store: it follows every commit, tells an older or changed store, and is renewed by a logged act."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.application.errors import BackupFailed, StorageTrouble, StorageUnavailable, StoreRefusal
from desktop_app.application.store_mark import MarkState, renew_mark
from desktop_app.composition import Office
from desktop_app.storage.engine import connect
from desktop_app.storage.key_file import key_path
from desktop_app.storage.keys import unlock
from desktop_app.storage.mark_file import SLOT_BYTES, MarkFile
from desktop_app.storage.presence import is_left_of, mark_path
from desktop_app.storage.store import Store, discard_empty_store
from tests.storage.builders import (
    MOMENT,
    PASSWORD,
    a_case,
    a_closed_store,
    a_draft,
    a_full_case,
    a_new_store,
    read,
    reopened,
    save_new,
)
from tests.storage.store_files import contents, flip, refusal_of

Damage = Callable[[Path], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_closed_store(tmp_path / "enplan.store", a_full_case())


def state_of(path: Path) -> MarkState:
    with reopened(path) as store:
        return store.warning.state if store.warning else MarkState.FITS


def work_on(path: Path, *numbers: str) -> None:
    with reopened(path) as store:
        save_new(store, *map(a_case, numbers))


def roll_back(path: Path) -> None:
    """Put the store back to where it was before the last work on it; its mark stays."""
    old = path.read_bytes()
    work_on(path, "ny")
    path.write_bytes(old)


def go_another_way(path: Path) -> None:
    """Work on an older state of the store under a mark of its own, until its log is as long as the real one."""
    old, old_mark = path.read_bytes(), mark_path(path).read_bytes()
    work_on(path, "ny")
    mark = mark_path(path).read_bytes()
    path.write_bytes(old)
    mark_path(path).write_bytes(old_mark)
    work_on(path, "anden", "tredje")
    mark_path(path).write_bytes(mark)


def put_back_a_page(path: Path) -> None:
    """Put an old page into the store, as a disk does that loses a write."""
    with reopened(path) as store, store.work() as unit:
        unit.drafts.keep(a_draft(id="kladde", user="En anden"))
        unit.commit()
    old = path.read_bytes()
    with reopened(path) as store, store.work() as unit:
        unit.drafts.keep(a_draft(id="kladde", user="En anden", content={"note": "Skrevet færdig"}))
        unit.commit()
    new = path.read_bytes()
    changed = [place for place in range(4096, len(old), 4096) if old[place : place + 4096] != new[place : place + 4096]]
    path.write_bytes(new[: changed[0]] + old[changed[0] : changed[0] + 4096] + new[changed[0] + 4096 :])


def take_the_mark_of_another(path: Path) -> None:
    other = a_closed_store(path.parent / "other" / "enplan.store")
    shutil.copy(mark_path(other), mark_path(path))


ONLY_READ: dict[MarkState, Damage] = {
    MarkState.BEHIND: roll_back,
    MarkState.OTHER_HISTORY: go_another_way,
    MarkState.CHANGED: put_back_a_page,
}
SAID: dict[MarkState, Damage] = {
    MarkState.MISSING: lambda path: mark_path(path).unlink(),
    MarkState.DAMAGED: lambda path: mark_path(path).write_bytes(b"?" * 2 * SLOT_BYTES),
    MarkState.OTHER_STORE: take_the_mark_of_another,
}


def test_a_store_that_was_closed_in_order_fits_its_mark_time_and_again(path: Path) -> None:
    assert [state_of(path) for _ in range(3)] == [MarkState.FITS] * 3
    assert mark_path(path).stat().st_size == 2 * SLOT_BYTES
    if os.name == "posix":
        assert mark_path(path).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("state", "damage"), ONLY_READ.items())
def test_a_store_that_is_not_the_one_last_worked_in_is_opened_to_be_read(
    path: Path, state: MarkState, damage: Damage
) -> None:
    damage(path)
    before = contents(path.parent)

    with reopened(path) as store:
        assert store.warning is not None
        assert (store.warning.state, store.warning.is_reading_only) == (state, True)
        assert read(store, "2026-014").citizen.family_name == "Al-Hassan"
        with pytest.raises(StorageUnavailable) as error:
            save_new(store, a_case("aldrig"))
        assert error.value.trouble is StorageTrouble.READING_ONLY

    assert contents(path.parent) == before
    assert state_of(path) is state


def test_what_is_missing_and_what_was_done_last_is_told(path: Path) -> None:
    roll_back(path)

    with reopened(path) as store:
        assert store.warning is not None
        assert (store.warning.missing, store.warning.last_by, store.warning.last_at) == (3, "Mette Jensen", MOMENT)


def test_a_store_that_is_read_keeps_no_draft_and_lets_its_log_lines_go(path: Path) -> None:
    roll_back(path)

    with Office(reopened(path)) as office:
        office.export_content(None)
        office.show_cpr("2026-014")
        with office.store.work() as unit, pytest.raises(StorageUnavailable):
            unit.drafts.keep(a_draft())
        with pytest.raises(StorageUnavailable):
            office.store.connection.rows("DELETE FROM notes")


def test_a_store_that_is_read_is_not_backed_up(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kopier"
    folder.mkdir()
    roll_back(path)

    with Office(reopened(path)) as office:
        assert not office.backups.state(str(folder)).is_due
        with pytest.raises(BackupFailed) as error:
            office.backups.back_up(str(folder), MOMENT)

    assert error.value.trouble is StorageTrouble.READING_ONLY
    assert not list(folder.iterdir())


@pytest.mark.parametrize(("state", "damage"), SAID.items())
def test_a_mark_that_tells_nothing_is_said_once_and_made_anew(path: Path, state: MarkState, damage: Damage) -> None:
    damage(path)

    with reopened(path) as store:
        assert store.warning is not None
        assert (store.warning.state, store.warning.is_reading_only) == (state, False)
        assert last_acts(store) == ["opened_store", "renewed_mark"]
        save_new(store, a_case("ny"))

    assert state_of(path) is MarkState.FITS


def last_acts(store: Store) -> list[str]:
    return [action for (action,) in store.connection.rows("SELECT action FROM log ORDER BY seq")][-2:]


@pytest.mark.parametrize("damage", [roll_back, go_another_way])
def test_going_on_in_an_older_store_is_a_logged_act(path: Path, damage: Damage) -> None:
    damage(path)

    with reopened(path) as store:
        renew_mark(store=store, work=store.work)
        assert store.warning is None
        assert last_acts(store)[-1] == "renewed_mark"
        save_new(store, a_case("videre"))

    assert state_of(path) is MarkState.FITS


def test_one_does_not_go_on_in_a_store_that_does_not_hold_together(path: Path) -> None:
    connection = connect(path, unlock(path, user=None, password=PASSWORD).key)
    connection._raw.execute("UPDATE follow_ups SET note = 'andet'")
    connection.close()

    with reopened(path) as store:
        assert store.warning is not None
        assert store.warning.state is MarkState.CHANGED
        with pytest.raises(StorageUnavailable) as error:
            renew_mark(store=store, work=store.work)
        assert error.value.trouble is StorageTrouble.DAMAGED
        assert store.connection.is_reading_only


def test_where_going_on_cannot_be_logged_the_store_stays_read(path: Path) -> None:
    roll_back(path)

    with reopened(path) as store:
        with pytest.raises(RuntimeError), store.accepted():
            raise RuntimeError
        assert store.warning is not None
        assert store.connection.is_reading_only


def test_a_crash_between_the_commit_and_the_mark_is_no_trouble(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as crash, reopened(path) as store:
        crash.setattr(MarkFile, "write", _fail)
        save_new(store, a_case("ny"))
        store.close()

    with reopened(path) as store:
        assert store.warning is None
        assert read(store, "ny").version == 1
    assert state_of(path) is MarkState.FITS


def _fail(*_arguments: object) -> None:
    raise OSError(5, "Input/output error")


def test_a_torn_slot_leaves_the_one_before(path: Path) -> None:
    work_on(path, "ny")
    whole = contents(path.parent)
    for place in (60, SLOT_BYTES + 60):
        for name, content in whole.items():
            path.with_name(name).write_bytes(content)
        flip(mark_path(path), place)
        assert state_of(path) is MarkState.FITS


def test_a_store_from_before_there_were_marks_gets_one_without_a_word(path: Path) -> None:
    connection = connect(path, unlock(path, user=None, password=PASSWORD).key)
    connection._raw.execute("PRAGMA user_version=0")
    connection.close()
    mark_path(path).unlink()

    assert state_of(path) is MarkState.FITS
    assert mark_path(path).exists()


def test_a_copy_of_a_store_says_that_its_mark_is_missing(path: Path, tmp_path: Path) -> None:
    with reopened(path) as store:
        store.copy_to(tmp_path / "kopi.store")
    shutil.copy(key_path(path), key_path(tmp_path / "kopi.store"))

    assert state_of(tmp_path / "kopi.store") is MarkState.MISSING


def test_drafts_alone_leave_the_mark_where_it_is(path: Path) -> None:
    with reopened(path) as store:
        before = mark_path(path).read_bytes()
        with store.work() as unit:
            unit.drafts.keep(a_draft())
            unit.commit()
        assert mark_path(path).read_bytes() == before


def test_a_mark_that_is_gone_while_one_works_is_made_anew(path: Path) -> None:
    with reopened(path) as store:
        mark_path(path).unlink()
        save_new(store, a_case("ny"))

    assert state_of(path) is MarkState.FITS


def test_no_store_is_made_where_the_mark_of_one_lies(path: Path) -> None:
    path.unlink()
    key_path(path).unlink()

    assert is_left_of(path)
    assert refusal_of(lambda: a_new_store(path)).refusal is StoreRefusal.EXISTS


def test_a_store_that_is_discarded_takes_its_mark_along(tmp_path: Path) -> None:
    discard_empty_store(a_new_store(tmp_path / "enplan.store").store)

    assert not list(tmp_path.iterdir())


def test_the_cost_of_a_mark_is_one_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = list[object]()
    with reopened(path) as store:
        monkeypatch.setattr(MarkFile, "write", lambda _file, mark: written.append(mark))
        save_new(store, a_case("a"), a_case("b"))
        assert len(written) == 1
