"""Opening: what is refused, in whose words, and that refusing touches nothing."""

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from desktop_app.application.errors import StorageTrouble, StorageUnavailable, StoreRefusal, StoreRefused
from desktop_app.storage import engine
from desktop_app.storage.key_file import StoreUser, key_path
from desktop_app.storage.keys import unlock
from desktop_app.storage.schema import NEWEST
from desktop_app.storage.store import Store, check_store, open_store, open_unlocked, open_with_recovery_key
from desktop_app.storage.verify import verify
from tests.storage.builders import (
    PASSWORD,
    a_case,
    a_closed_store,
    a_full_case,
    a_new_store,
    read,
    reopened,
    save_new,
)
from tests.storage.damages import PAGE, REFUSED, set_version
from tests.storage.store_files import contents, flip, refusal_of

OTHER, WRONG = "endnu et kodeord", "et forkert kodeord"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_closed_store(tmp_path / "enplan.store", *(a_full_case(f"{number}") for number in range(20)))


def is_noticed(path: Path) -> bool:
    try:
        with reopened(path) as store:
            return not verify(store).is_sound
    except StoreRefused as refused:
        return refused.refusal is StoreRefusal.DAMAGED


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_sound_store_is_refused_and_not_touched(path: Path, what: str) -> None:
    prepare, expected = REFUSED[what]
    prepare(path)
    before = contents(path.parent)

    refused = refusal_of(lambda: reopened(path))

    assert refused.refusal is expected
    assert refused.details["path"] in {str(path), str(key_path(path))}
    assert contents(path.parent) == before


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (lambda path: open_store(path, password=WRONG), StoreRefusal.WRONG_PASSWORD),
        (lambda path: open_store(path, user="Ida", password=PASSWORD), StoreRefusal.UNKNOWN_USER),
        (lambda path: open_with_recovery_key(path, recovery_key="00000"), StoreRefusal.WRONG_RECOVERY_KEY),
    ],
)
def test_who_has_no_key_is_refused_and_nothing_is_touched(
    path: Path, act: Callable[[Path], Store], expected: StoreRefusal
) -> None:
    before = contents(path.parent)

    assert refusal_of(lambda: act(path)).refusal is expected

    assert contents(path.parent).items() >= before.items()  # wrong passwords are counted beside it


def test_a_refusal_of_a_newer_store_names_both_versions(path: Path) -> None:
    set_version(path, "UPDATE alembic_version SET version_num = '0099'")

    details = refusal_of(lambda: reopened(path)).details

    assert (details["store_version"], details["program_version"]) == ("0099", NEWEST)


def test_every_flipped_page_is_noticed_at_opening_or_by_verify(path: Path) -> None:
    whole = path.read_bytes()
    for page in range(len(whole) // PAGE):
        path.write_bytes(whole)
        flip(path, page * PAGE + 1234)
        assert is_noticed(path)
        # Opening may have written a line in the log of the damaged store before the damage showed.
        path.with_name(path.name + "-journal").unlink(missing_ok=True)

    path.write_bytes(whole)
    with reopened(path) as store:
        assert verify(store).is_sound


def test_the_only_user_need_not_be_named(path: Path) -> None:
    with reopened(path) as store:
        assert store.user == StoreUser("Mette Jensen", "MJ")
        assert store.path == path
        assert len(store.read.case_lines()) == 20


def test_a_second_user_opens_the_store_and_is_named_in_the_log(path: Path) -> None:
    with reopened(path) as store:
        store.keys.add_user("Lars Østergaard", "LØ", OTHER)

    with open_store(path, user="LØ", password=OTHER) as store:
        assert store.user.name == "Lars Østergaard"
        assert store.connection.rows("SELECT user FROM log ORDER BY seq DESC LIMIT 1") == [("Lars Østergaard",)]


def test_the_recovery_key_opens_the_store_to_set_a_new_password(tmp_path: Path) -> None:
    new = a_new_store(tmp_path / "enplan.store")
    new.store.close()

    with open_with_recovery_key(tmp_path / "enplan.store", recovery_key=new.recovery_key) as store:
        store.keys.set_password("MJ", OTHER)

    with open_store(tmp_path / "enplan.store", password=OTHER) as store:
        how = store.connection.rows("SELECT body FROM log JOIN payloads USING (seq) WHERE action = 'opened_store'")
    assert [json.loads(body)["by"] for (body,) in how] == ["created", "recovery_key", "password"]


def test_checking_a_store_needs_no_password(path: Path) -> None:
    assert check_store(path) == path


def test_a_store_on_a_read_only_disk_cannot_be_opened_for_work(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = dbapi2.connect
    monkeypatch.setattr(dbapi2, "connect", lambda address, **options: original(address.replace("rw", "ro"), **options))
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    before = path.read_bytes()

    with pytest.raises(StorageUnavailable) as error:
        reopened(path)

    assert (error.value.trouble, error.value.at_opening) == (StorageTrouble.READ_ONLY, True)
    assert path.read_bytes() == before


def test_a_file_the_machine_cannot_open_is_its_trouble(path: Path) -> None:
    unlocked = unlock(path, user=None, password=PASSWORD)
    path.rename(path.with_name("moved"))

    with pytest.raises(StorageUnavailable) as error:
        open_unlocked(unlocked)

    assert error.value.trouble is StorageTrouble.MISSING


def test_a_library_without_the_correction_of_sqlite_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 51, 2))

    assert refusal_of(lambda: reopened(path)).refusal is StoreRefusal.UNSUITABLE_LIBRARY


def test_a_library_that_cannot_encrypt_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def plain(address: str, **options: Any) -> Any:  # noqa: ANN401 - as sqlite3 takes and gives
        return sqlite3.connect(address, **options)

    monkeypatch.setattr(dbapi2, "connect", plain)
    before = contents(path.parent)

    refused = refusal_of(lambda: reopened(path))

    assert refused.refusal is StoreRefusal.UNSUITABLE_LIBRARY
    assert contents(path.parent) == before


def test_a_setting_the_library_does_not_take_is_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tuple(
        (name, value, 4 if name == "synchronous" else expected) for name, value, expected in engine._SETTINGS
    )
    monkeypatch.setattr(engine, "_SETTINGS", settings)

    refused = refusal_of(lambda: reopened(path))

    assert refused.refusal is StoreRefusal.UNSUITABLE_LIBRARY
    assert "synchronous" in refused.details["found"]


def test_a_store_belongs_to_the_program_that_opened_it_until_it_is_closed(path: Path) -> None:
    with reopened(path) as store:
        save_new(store, a_case("ny"))

    with reopened(path) as store:
        assert read(store, "ny").version == 1


def test_a_mistake_in_a_setting_is_not_taken_for_a_damaged_store(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_SETTINGS", (("no such (", "x", None),))

    with pytest.raises(dbapi2.OperationalError):
        reopened(path)


def test_trouble_of_the_machine_at_opening_is_not_taken_for_a_refusal(path: Path) -> None:
    error = engine._refusal(StorageTrouble.INPUT_OUTPUT, path)

    assert isinstance(error, StorageUnavailable)
    assert error.trouble is StorageTrouble.INPUT_OUTPUT
