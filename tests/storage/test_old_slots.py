"""Slots of version 1: they go on opening, are made anew by whoever can open them, and until then the key stays."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop_app.application.access_errors import KeyRotationWaits
from desktop_app.storage import key_slots
from desktop_app.storage.key_file import Slot, key_path, read_key_file, write_key_file
from desktop_app.storage.keys import unlock, unlock_with_recovery_key
from desktop_app.storage.store import open_store, open_unlocked
from tests.storage.builders import CHEAP, PASSWORD
from tests.storage.old_stores import make_0001
from tests.storage.team_store import LARS, METTE, RECOVERY_KEY, SOFIE, opened


@pytest.fixture
def old_path(tmp_path: Path) -> Path:
    """A store from before keys could be changed."""
    shutil.copytree(make_0001.STORE.parent, tmp_path / "old")
    return tmp_path / "old" / make_0001.STORE.name


def test_a_slot_of_version_1_is_made_anew_when_its_owner_opens_the_store(old_path: Path) -> None:
    [old, recovery] = read_key_file(old_path).slots
    assert not old.public

    with open_store(old_path, password=make_0001.PASSWORD) as store:
        assert store.user.id == old.id

    [new, same] = read_key_file(old_path).slots
    assert new.public
    assert (new.id, new.user, new.initials) == (old.id, old.user, old.initials)
    assert {name: new.kdf[name] for name in ("passes", "memory_kib", "lanes")} == {
        name: old.kdf[name] for name in ("passes", "memory_kib", "lanes")
    }
    assert same == recovery
    open_store(old_path, password=make_0001.PASSWORD).close()


def test_a_change_of_key_waits_for_all_whose_slots_are_of_version_1(old_path: Path) -> None:
    with open_store(old_path, password=make_0001.PASSWORD) as store:
        before = key_path(old_path).read_bytes()
        with pytest.raises(KeyRotationWaits) as error:
            store.rotate_key()

        assert (error.value.names, error.value.needs_recovery_key) == ((), True)
        assert key_path(old_path).read_bytes() == before

        store.keys.set_recovery_key(RECOVERY_KEY)
        store.rotate_key()
        assert store.keys.generation == 1
    assert unlock_with_recovery_key(old_path, user=None, typed=RECOVERY_KEY).key == store.keys.key


def test_who_has_not_opened_it_since_is_named(old_path: Path, team_path: Path) -> None:
    keys, old = read_key_file(team_path), replace(read_key_file(old_path).slots[0], user=SOFIE, initials="SH")
    write_key_file(team_path, replace(keys, slots=tuple(old if slot.user == SOFIE else slot for slot in keys.slots)))

    with opened(team_path) as store:
        with pytest.raises(KeyRotationWaits) as error:
            store.remove_user(LARS)
        assert (error.value.names, error.value.needs_recovery_key) == ((SOFIE,), False)

        store.remove_user(SOFIE)  # for whoever leaves nothing is sealed


def test_an_old_slot_that_cannot_be_made_anew_opens_all_the_same(old_path: Path) -> None:
    unlocked = unlock(old_path, user=None, password=make_0001.PASSWORD)
    before = key_path(old_path).read_bytes()
    key_path(old_path).with_name(f"{key_path(old_path).name}.new").mkdir()  # where the new file is to be written first

    with open_unlocked(unlocked) as store:
        assert len(store.read.case_lines()) == len(make_0001.cases())

    assert key_path(old_path).read_bytes() == before


def test_the_slot_of_the_recovery_key_is_made_anew_when_that_is_used(team_path: Path) -> None:
    keys, secret = read_key_file(team_path), bytes(range(20))
    key = unlock(team_path, user=METTE, password=PASSWORD).key
    old = in_version_1(keys.store, next(slot for slot in keys.slots if not slot.user), secret, key)
    slots = tuple(slot if slot.user else old for slot in keys.slots)
    write_key_file(team_path, replace(keys, slots=slots))

    open_unlocked(unlock_with_recovery_key(team_path, user=METTE, typed=RECOVERY_KEY)).close()

    [new] = [slot for slot in read_key_file(team_path).slots if not slot.user]
    assert new.public
    assert new.id == old.id
    assert unlock_with_recovery_key(team_path, user=METTE, typed=RECOVERY_KEY).key == key


def in_version_1(store: str, slot: Slot, secret: bytes, key: bytes) -> Slot:
    """Return the recovery key's slot as programs made it before."""
    slot = replace(slot, public="", ephemeral="")
    wrapping, nonce = key_slots._from_recovery_secret(secret, slot.kdf), bytes(12)
    wrapped = AESGCM(wrapping).encrypt(nonce, key, key_slots._bound_in_version_1(store, slot))
    return replace(slot, nonce=nonce.hex(), wrapped=wrapped.hex())


def test_an_old_slot_that_was_changed_since_is_left_as_it_is(old_path: Path) -> None:
    unlocked = unlock(old_path, user=None, password=make_0001.PASSWORD)
    with open_store(old_path, password=make_0001.PASSWORD) as store:
        store.keys.set_password(store.user.name, "et helt andet kodeord", CHEAP)
    before = key_path(old_path).read_bytes()

    open_unlocked(unlocked).close()

    assert key_path(old_path).read_bytes() == before
