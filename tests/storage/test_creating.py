"""Making a store: whole, or not at all."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.application.errors import (
    PasswordTooShort,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
)
from desktop_app.storage import store as store_module
from desktop_app.storage.engine import connect, create_file
from desktop_app.storage.holder import holder_path
from desktop_app.storage.key_file import StoreUser, key_path
from desktop_app.storage.presence import is_left_of, mark_path
from desktop_app.storage.recovery_key import new_recovery_key, read_back
from desktop_app.storage.store import discard_empty_store, open_with_recovery_key
from desktop_app.storage.verify import verify
from tests.storage.builders import a_case, a_closed_store, a_municipality, a_new_store, read, reopened, save_new


def test_a_new_store_belongs_to_its_municipality_and_its_first_user(tmp_path: Path) -> None:
    municipality = a_municipality()

    new = a_new_store(tmp_path / "enplan.store", municipality=municipality)

    with new.store as store, store.work() as unit:
        assert unit.municipality().name == municipality.name
        assert unit.municipality().version == 1
        assert unit.cases.all() == []
        assert store.user == StoreUser("Mette Jensen", "MJ")
        assert store.connection.rows("SELECT action, kind, user FROM log ORDER BY seq") == [
            ("opened_store", "", "Mette Jensen"),
            ("change", "settings", "Mette Jensen"),
        ]
    assert len(read_back(new.recovery_key)) == 20


def test_a_recovery_key_printed_before_the_store_was_made_opens_it(tmp_path: Path) -> None:
    printed = new_recovery_key()

    new = a_new_store(tmp_path / "enplan.store", recovery_key=printed)
    new.store.close()

    assert new.recovery_key == printed
    open_with_recovery_key(tmp_path / "enplan.store", recovery_key=printed).close()


def test_a_new_store_is_sound_and_only_its_owner_reads_its_files(tmp_path: Path) -> None:
    path = tmp_path / "enplan.store"

    with a_new_store(path).store as store:
        assert verify(store).is_sound
        files = [path, key_path(path), holder_path(path)]
        if os.name == "posix":
            assert [file.stat().st_mode & 0o777 for file in files] == [0o600] * 3


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    path = tmp_path / "EnPlan" / "sager" / "enplan.store"

    a_closed_store(path)

    assert path.exists()
    if os.name == "posix":
        assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("there", "refusal"),
    [
        (lambda path: path.write_bytes(b""), StoreRefusal.EXISTS),
        (a_closed_store, StoreRefusal.EXISTS),
        (lambda path: key_path(path).write_bytes(b"{}"), StoreRefusal.EXISTS),
        (lambda path: path.mkdir(), StoreRefusal.IS_FOLDER),
    ],
)
def test_nothing_that_is_there_is_overwritten(
    tmp_path: Path, there: Callable[[Path], object], refusal: StoreRefusal
) -> None:
    path = tmp_path / "enplan.store"
    there(path)
    before = {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}

    with pytest.raises(StoreRefused) as error:
        a_new_store(path)

    assert error.value.refusal is refusal
    assert {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == before


def test_a_file_that_appears_in_the_meantime_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "enplan.store"
    monkeypatch.setattr(store_module, "refuse_existing", lambda path: path.write_bytes(b"somebody else's"))

    with pytest.raises(StoreRefused) as error:
        a_new_store(path)

    assert error.value.refusal is StoreRefusal.EXISTS
    assert path.read_bytes() == b"somebody else's"


@pytest.mark.parametrize("changes", [{"password": "for kort"}, {"user": " "}, {"initials": ""}])
def test_a_store_needs_a_user_and_a_password(tmp_path: Path, changes: dict[str, str]) -> None:
    with pytest.raises((PasswordTooShort, ValueError)):
        a_new_store(tmp_path / "EnPlan" / "enplan.store", **changes)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", ["create_schema", "_begin", "finish"])
def test_a_failure_leaves_nothing_behind(tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(store_module, step, fail)

    with pytest.raises(StorageUnavailable) as error:
        a_new_store(tmp_path / "EnPlan" / "sager" / "enplan.store")

    assert error.value.trouble is StorageTrouble.DISK_FULL
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", ["create_file", "connect", "create_schema", "_begin", "finish"])
def test_what_was_stopped_half_way_is_no_store_and_in_nobodys_way(
    tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stopped_half_way(tmp_path, step, monkeypatch)
    assert not is_left_of(path)

    a_new_store(path).store.close()

    assert {file.name for file in tmp_path.iterdir()} == {path.name, key_path(path).name, mark_path(path).name}
    with reopened(path) as store:
        assert verify(store).is_sound


def test_nobody_begins_anew_where_a_program_is_making_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = stopped_half_way(tmp_path, "finish", monkeypatch)
    key = b"k" * 32
    path.unlink()
    create_file(path)
    held = connect(path, key, is_new=True)
    before = {file.name for file in tmp_path.iterdir()}

    with pytest.raises(StoreRefused) as error:
        a_new_store(path)
    left = {file.name for file in tmp_path.iterdir()}
    held.close()

    assert error.value.refusal is StoreRefusal.IN_USE
    assert left == before


def test_a_store_whose_keys_were_lost_is_never_taken_for_an_unfinished_one(tmp_path: Path) -> None:
    path = a_closed_store(tmp_path / "enplan.store")
    key_path(path).unlink()

    assert is_left_of(path)
    with pytest.raises(StoreRefused):
        a_new_store(path)


def stopped_half_way(folder: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Leave what a program leaves that is killed right before a step of making a store."""

    def die(*_arguments: object, **_more: object) -> None:
        raise KeyboardInterrupt

    path = folder / "enplan.store"
    with monkeypatch.context() as patched:
        patched.setattr(store_module, step, die)
        patched.setattr(Path, "unlink", lambda *_arguments, **_more: None)
        with pytest.raises(KeyboardInterrupt):
            a_new_store(path)
    assert [*folder.iterdir()]
    return path


def test_a_folder_somebody_else_uses_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "EnPlan"

    def fail(*_arguments: object) -> None:
        (folder / "andet.txt").write_bytes(b"x")
        raise OSError(28, "no space")

    monkeypatch.setattr(store_module, "create_schema", fail)

    with pytest.raises(StorageUnavailable):
        a_new_store(folder / "enplan.store")

    assert [file.name for file in folder.iterdir()] == ["andet.txt"]


def test_a_place_where_no_file_can_be_made_is_the_machines_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")

    with pytest.raises(StorageUnavailable):
        a_new_store(tmp_path / "file" / "enplan.store")


def test_a_store_without_cases_can_be_taken_away_again(tmp_path: Path) -> None:
    store = a_new_store(tmp_path / "enplan.store").store

    discard_empty_store(store)

    assert list(tmp_path.iterdir()) == []


def test_a_store_with_a_case_stays_whatever_is_asked(tmp_path: Path) -> None:
    with a_new_store(tmp_path / "enplan.store").store as store:
        save_new(store, a_case())

        with pytest.raises(StoreRefused) as error:
            discard_empty_store(store)

        assert error.value.refusal is StoreRefusal.HOLDS_CASES
        assert read(store, "2026-014")
