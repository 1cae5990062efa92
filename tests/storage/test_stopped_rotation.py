"""A change of the key is stopped half way, and the next opening finds it so. At every single call: `tests.faults`."""

import shutil
from pathlib import Path

import pytest

from desktop_app.application.errors import (
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
)
from desktop_app.storage import rotation
from desktop_app.storage.key_file import read_key_file
from desktop_app.storage.keys import unlock_with_recovery_key
from desktop_app.storage.mark_file import MarkFile
from desktop_app.storage.rotation import rotating_path
from desktop_app.storage.store import open_unlocked
from desktop_app.storage.store_connection import StoreConnection
from desktop_app.storage.store_keys import StoreKeys
from desktop_app.storage.verify import verify
from tests.storage.builders import a_case, read, save_new
from tests.storage.team_store import LARS, METTE, RECOVERY_KEY, SOFIE, entries, opened, refused_as


class Stopped(BaseException):
    """The power of one test."""


def stop_at(monkeypatch: pytest.MonkeyPatch, path: Path, target: object, name: str) -> None:
    """Remove a user, be killed when something is called, and leave the files as they are then."""
    left = path.parent.with_name(f"{path.parent.name}-left")

    def stop(*_arguments: object, **_named: object) -> None:
        shutil.copytree(path.parent, left)
        raise Stopped

    with monkeypatch.context() as stopping, opened(path) as store:
        stopping.setattr(target, name, stop)
        with pytest.raises(Stopped):
            store.remove_user(SOFIE)
    shutil.rmtree(path.parent)
    left.rename(path.parent)


BEFORE = [(rotation, "copy_compared"), (rotation, "connect"), (MarkFile, "write"), (StoreConnection, "let_go")]
AFTER = [(rotation, "connect_again"), (StoreKeys, "settle")]


@pytest.mark.parametrize(("target", "name"), BEFORE)
def test_stopped_before_the_file_was_exchanged_nothing_has_happened(
    team_path: Path, monkeypatch: pytest.MonkeyPatch, target: object, name: str
) -> None:
    stop_at(monkeypatch, team_path, target, name)
    assert read_key_file(team_path).coming

    with opened(team_path, SOFIE) as store:  # who was about to leave is still in
        assert store.warning is None
        assert store.keys.generation == 0
        assert entries(store) == [{"what": "key_rotation_withdrawn"}]
        assert verify(store).is_sound

    assert not read_key_file(team_path).coming
    assert not rotating_path(team_path).exists()
    with opened(team_path, LARS) as store:
        store.remove_user(SOFIE)
        assert store.keys.generation == 1


@pytest.mark.parametrize(("target", "name"), AFTER)
def test_stopped_after_the_file_was_exchanged_everything_has(
    team_path: Path, monkeypatch: pytest.MonkeyPatch, target: object, name: str
) -> None:
    stop_at(monkeypatch, team_path, target, name)
    assert refused_as(team_path, SOFIE) is StoreRefusal.UNKNOWN_USER

    with opened(team_path, LARS) as store:
        assert store.warning is None
        assert store.keys.generation == 1
        assert [entry["what"] for entry in entries(store)] == ["key_rotated", "key_rotation_ended"]
        assert verify(store).is_sound

    assert [user.name for user in read_key_file(team_path).users] == [METTE, LARS]
    assert refused_as(team_path, SOFIE) is StoreRefusal.UNKNOWN_USER


def test_the_recovery_key_opens_what_was_stopped_half_way(team_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stop_at(monkeypatch, team_path, rotation, "connect_again")

    with open_unlocked(unlock_with_recovery_key(team_path, user=METTE, typed=RECOVERY_KEY)) as store:
        assert store.keys.generation == 1
    assert read_key_file(team_path).generation == 1


def test_a_file_that_cannot_be_opened_again_at_once_is_opened_by_the_next_unit_of_work(
    team_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(team_path) as store:
        with monkeypatch.context() as failing:
            failing.setattr(rotation, "connect_again", _fail)
            for act in (store.rotate_key, store.work, store.rotate_key):
                with pytest.raises(StorageUnavailable):
                    act()
            with pytest.raises(StorageUnavailable):
                store.read.case_lines()

        save_new(store, a_case("ny"))
        assert store.keys.generation == 1
        assert verify(store).is_sound
    with opened(team_path, LARS) as store:
        assert store.warning is None
        assert read(store, "ny").version == 1


def test_a_store_that_could_not_be_opened_again_is_closed_all_the_same(
    team_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as failing, opened(team_path) as store:
        failing.setattr(rotation, "connect_again", _fail)
        with pytest.raises(StorageUnavailable):
            store.rotate_key()

    with opened(team_path, LARS) as store:
        assert (store.warning, store.keys.generation) == (None, 1)


def _fail(*_arguments: object) -> None:
    raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT)


def test_somebody_who_took_the_file_meanwhile_has_it(team_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_arguments: object) -> None:
        raise StoreRefused(StoreRefusal.IN_USE)

    with opened(team_path) as store:
        with monkeypatch.context() as taking:
            taking.setattr(rotation, "connect_again", taken)
            with pytest.raises(StorageUnavailable) as error:
                store.rotate_key()
        assert error.value.trouble is StorageTrouble.LOCKED
