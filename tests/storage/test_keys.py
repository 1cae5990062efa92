"""The key file: several users, one recovery key, and nothing that opens what it should not."""

import json
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.application.errors import (
    ApplicationError,
    LastUser,
    PasswordTooShort,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
    UnknownUser,
    UserNameTaken,
)
from desktop_app.storage import key_slots
from desktop_app.storage.key_file import SlotKind, StoreUser, _checksum, key_path, read_key_file, write_key_file
from desktop_app.storage.key_slots import KdfCost
from desktop_app.storage.keys import (
    UnlockedStore,
    first_keys,
    list_users,
    unlock,
    unlock_with_recovery_key,
)
from desktop_app.storage.recovery_key import new_recovery_key
from desktop_app.storage.store_keys import StoreKeys
from tests.storage.builders import CHEAP, PASSWORD

METTE = StoreUser("Mette Jensen", "MJ")
OTHER_PASSWORD = "endnu et kodeord"  # noqa: S105 - of a store that lives for one test


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The path of a store of which only the key file is there."""
    return tmp_path / "enplan.store"


@pytest.fixture
def recovery_key(store: Path) -> str:
    first = first_keys("store-1", METTE, PASSWORD, CHEAP)
    write_key_file(store, first.file)
    return first.recovery_key


@pytest.fixture
def unlocked(store: Path, recovery_key: str) -> UnlockedStore:
    assert recovery_key
    return unlock(store, user=None, password=PASSWORD)


@pytest.fixture
def keys(unlocked: UnlockedStore) -> StoreKeys:
    return StoreKeys(unlocked)


def refusal_of(act: Callable[[], object]) -> StoreRefused:
    with pytest.raises(StoreRefused) as error:
        act()
    return error.value


def rewrite(store: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the key file and give it the checksum that fits."""
    content = json.loads(key_path(store).read_bytes())
    content.pop("sha256")
    change(content)
    key_path(store).write_text(json.dumps(content | {"sha256": _checksum(content)}), encoding="utf-8")


def test_password_and_recovery_key_open_the_same_key(store: Path, unlocked: UnlockedStore, recovery_key: str) -> None:
    recovered = unlock_with_recovery_key(store, user=None, typed=recovery_key)

    assert recovered.key == unlocked.key
    assert len(unlocked.key) == 32
    assert (unlocked.by, recovered.by) == (SlotKind.PASSWORD, SlotKind.RECOVERY_KEY)
    assert unlocked.user == recovered.user == METTE


def test_users_are_listed_without_a_password(store: Path, keys: StoreKeys) -> None:
    keys.add_user("  Lars  Østergaard ", "LØ", OTHER_PASSWORD, CHEAP)

    assert list_users(store) == keys.users() == (METTE, StoreUser("Lars Østergaard", "LØ"))


@pytest.mark.parametrize(
    "name", ["Lars Østergaard", "lars østergaard", "LØ", "lø", unicodedata.normalize("NFD", "LØ å")[:2]]
)
def test_each_user_opens_the_same_key(store: Path, keys: StoreKeys, unlocked: UnlockedStore, name: str) -> None:
    keys.add_user("Lars Østergaard", "LØ", OTHER_PASSWORD, CHEAP)

    lars = unlock(store, user=name, password=OTHER_PASSWORD)

    assert (lars.key, lars.user.initials) == (unlocked.key, "LØ")


def test_with_several_users_one_must_be_named(store: Path, keys: StoreKeys) -> None:
    keys.add_user("Lars Østergaard", "LØ", OTHER_PASSWORD, CHEAP)

    refused = refusal_of(lambda: unlock(store, user=None, password=PASSWORD))

    assert refused.refusal is StoreRefusal.UNKNOWN_USER
    assert refused.details == {"path": str(store), "user": ""}


def test_an_unknown_user_is_refused(store: Path, recovery_key: str) -> None:
    for act in (
        lambda: unlock(store, user="Ida", password=PASSWORD),
        lambda: unlock_with_recovery_key(store, user="Ida", typed=recovery_key),
    ):
        refused = refusal_of(act)

        assert refused.refusal is StoreRefusal.UNKNOWN_USER
        assert refused.details["user"] == "Ida"


def test_a_wrong_password_is_refused_even_if_it_is_another_users(store: Path, keys: StoreKeys) -> None:
    keys.add_user("Lars Østergaard", "LØ", OTHER_PASSWORD, CHEAP)

    refused = refusal_of(lambda: unlock(store, user="MJ", password=OTHER_PASSWORD))

    assert refused.refusal is StoreRefusal.WRONG_PASSWORD
    assert refused.details == {"path": str(store), "user": "Mette Jensen"}


def test_a_password_opens_however_its_letters_are_composed(store: Path, keys: StoreKeys) -> None:
    keys.set_password("MJ", unicodedata.normalize("NFD", "rødgrød på åen"), CHEAP)

    assert unlock(store, user=None, password=unicodedata.normalize("NFC", "rødgrød på åen"))


def test_a_new_password_replaces_the_old_one(store: Path, keys: StoreKeys, unlocked: UnlockedStore) -> None:
    keys.set_password("Mette Jensen", OTHER_PASSWORD, CHEAP)

    again = unlock(store, user=None, password=OTHER_PASSWORD)
    assert (again.key, again.user.id) == (unlocked.key, unlocked.user.id)
    assert refusal_of(lambda: unlock(store, user=None, password=PASSWORD)).refusal is StoreRefusal.WRONG_PASSWORD


def test_somebody_keeps_their_id_whatever_they_are_called_and_open_with(store: Path, keys: StoreKeys) -> None:
    [before] = keys.users()

    keys.set_password("MJ", OTHER_PASSWORD, CHEAP)
    renamed = keys.rename_user("MJ", "Mette Holm", "MH", OTHER_PASSWORD, CHEAP)

    [after] = keys.users()
    assert before.id == renamed.id == after.id
    assert unlock(store, user=None, password=OTHER_PASSWORD).user.id == before.id


def test_a_password_is_proved_without_opening_anything(keys: StoreKeys) -> None:
    keys.check_password("MJ", PASSWORD)

    assert refusal_of(lambda: keys.check_password("MJ", OTHER_PASSWORD)).refusal is StoreRefusal.WRONG_PASSWORD


def test_a_user_can_be_called_something_else(store: Path, keys: StoreKeys, unlocked: UnlockedStore) -> None:
    renamed = keys.rename_user("MJ", " Mette  Holm ", "MH", PASSWORD, CHEAP)

    assert renamed == StoreUser("Mette Holm", "MH")
    assert renamed.id == unlocked.user.id
    assert keys.users() == (renamed,)
    assert unlock(store, user="MH", password=PASSWORD).key == unlocked.key
    assert refusal_of(lambda: unlock(store, user="MJ", password=PASSWORD)).refusal is StoreRefusal.UNKNOWN_USER


def test_only_who_knows_the_password_is_called_something_else(keys: StoreKeys) -> None:
    refused = refusal_of(lambda: keys.rename_user("MJ", "Mette Holm", "MH", OTHER_PASSWORD, CHEAP))

    assert refused.refusal is StoreRefusal.WRONG_PASSWORD
    assert keys.users() == (METTE,)


@pytest.mark.parametrize(("name", "initials"), [("anna krogh", "MH"), ("Mette Holm", "ak")])
def test_nobody_is_called_what_another_is_called(keys: StoreKeys, name: str, initials: str) -> None:
    anna = keys.add_user("Anna Krogh", "AK", OTHER_PASSWORD, CHEAP)

    with pytest.raises(UserNameTaken):
        keys.rename_user("MJ", name, initials, PASSWORD, CHEAP)

    assert keys.users() == (METTE, anna)


def test_ones_own_initials_may_be_kept(keys: StoreKeys) -> None:
    assert keys.rename_user("MJ", "Mette Holm", "MJ", PASSWORD, CHEAP) == StoreUser("Mette Holm", "MJ")


def test_a_recovery_key_that_was_printed_beforehand_is_the_one_that_opens(store: Path) -> None:
    printed = new_recovery_key()

    first = first_keys("store-1", METTE, PASSWORD, CHEAP, printed)
    write_key_file(store, first.file)

    assert first.recovery_key == printed
    assert unlock_with_recovery_key(store, user=None, typed=printed.lower()).key == first.key


def test_the_last_user_stays(keys: StoreKeys) -> None:
    with pytest.raises(LastUser):
        keys.leaver("MJ")

    assert keys.users() == (METTE,)


def test_a_new_recovery_key_replaces_the_old_one(store: Path, keys: StoreKeys, recovery_key: str) -> None:
    new = new_recovery_key()

    keys.set_recovery_key(new)

    assert unlock_with_recovery_key(store, user=None, typed=new)
    refused = refusal_of(lambda: unlock_with_recovery_key(store, user=None, typed=recovery_key))
    assert (refused.refusal, refused.details["group"]) == (StoreRefusal.WRONG_RECOVERY_KEY, "")


def test_a_mistyped_recovery_key_is_refused_with_its_group(store: Path, recovery_key: str) -> None:
    typed = recovery_key[:-1] + ("0" if recovery_key[-1] != "0" else "1")

    refused = refusal_of(lambda: unlock_with_recovery_key(store, user=None, typed=typed))

    assert refused.details == {"path": str(store), "group": "8"}


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda keys: keys.add_user("Lars", "LØ", "for kort kod", CHEAP), None),
        (lambda keys: keys.add_user("Lars", "LØ", "for kort ko", CHEAP), PasswordTooShort),
        (lambda keys: keys.set_password("MJ", "for kort ko", CHEAP), PasswordTooShort),
        (lambda keys: keys.add_user("Mette Jensen", "M", OTHER_PASSWORD, CHEAP), UserNameTaken),
        (lambda keys: keys.add_user("Malte Juhl", "mj", OTHER_PASSWORD, CHEAP), UserNameTaken),
        (lambda keys: keys.add_user("MJ", "M", OTHER_PASSWORD, CHEAP), UserNameTaken),
        (lambda keys: keys.set_password("Ida", OTHER_PASSWORD, CHEAP), UnknownUser),
        (lambda keys: keys.leaver("Ida"), UnknownUser),
        (lambda keys: keys.add_user("  ", "LØ", OTHER_PASSWORD, CHEAP), ValueError),
        (lambda keys: keys.add_user("Lars", "L\x1bØ", OTHER_PASSWORD, CHEAP), ValueError),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    store: Path, keys: StoreKeys, act: Callable[[StoreKeys], object], error: type[ApplicationError] | None
) -> None:
    before = key_path(store).read_bytes()

    if error is None:
        act(keys)
    else:
        with pytest.raises(error):
            act(keys)

    assert (key_path(store).read_bytes() == before) is (error is not None)


def test_the_first_password_must_be_long_enough_in_characters_not_bytes() -> None:
    with pytest.raises(PasswordTooShort) as error:
        first_keys("store-1", METTE, "æøåæøåæøåæø", CHEAP)

    assert error.value.minimum == 12


def test_only_the_owner_reads_the_key_file(store: Path, recovery_key: str) -> None:
    assert recovery_key
    if os.name == "posix":
        assert key_path(store).stat().st_mode & 0o777 == 0o600


def test_neither_key_nor_password_nor_recovery_key_stand_in_the_key_file(
    store: Path, unlocked: UnlockedStore, recovery_key: str
) -> None:
    content = key_path(store).read_text("utf-8")

    for secret in (unlocked.key.hex(), PASSWORD, recovery_key, recovery_key.replace("-", "")):
        assert secret not in content


def test_the_program_never_goes_below_the_recommended_cost() -> None:
    assert KdfCost() == KdfCost(passes=3, memory_kib=64 * 1024, lanes=4)


def test_a_missing_key_file_is_said_to_be_missing(store: Path) -> None:
    refused = refusal_of(lambda: list_users(store))

    assert refused.refusal is StoreRefusal.KEYS_MISSING
    assert refused.details["path"] == str(key_path(store))


def test_every_flipped_byte_of_the_key_file_is_damage_not_a_wrong_password(store: Path, recovery_key: str) -> None:
    assert recovery_key
    whole = key_path(store).read_bytes()
    for place in range(len(whole)):
        flipped = bytes([whole[place] ^ 1])
        key_path(store).write_bytes(whole[:place] + flipped + whole[place + 1 :])
        try:
            unchanged = json.loads(key_path(store).read_bytes()) == json.loads(whole)
        except ValueError:
            unchanged = False
        if not unchanged:  # one kind of blank between the parts may become another
            assert refusal_of(lambda: list_users(store)).refusal is StoreRefusal.KEYS_DAMAGED


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.update(version=3),
        lambda content: content.update(format="x"),
        lambda content: content.update(more=1),
        lambda content: content.pop("store"),
        lambda content: content["slots"][0].pop("kdf"),
        lambda content: content["slots"][0].update(kind="x"),
        lambda content: content["slots"][0].update(nonce="xyz"),
        lambda content: content["slots"][0].update(public="xyz"),
        lambda content: content["slots"][0].update(ephemeral="abcd"),
        lambda content: content["slots"][0].update(ephemeral="00" * 32),
        lambda content: content.update(generation="x"),
        lambda content: content["slots"][0]["kdf"].update(name="md5"),
        lambda content: content["slots"][0]["kdf"].pop("salt"),
        lambda content: content["slots"][0]["kdf"].update(salt="xyz"),
        lambda content: content["slots"][0]["kdf"].update(memory_kib=2**40),
        lambda content: content["slots"][0]["kdf"].update(passes=0),
        lambda content: content["slots"][1]["kdf"].update(name="md5"),
        lambda content: content["slots"].pop(1),
    ],
)
def test_a_key_file_that_makes_no_sense_is_damaged(
    store: Path, recovery_key: str, change: Callable[[dict[str, Any]], object]
) -> None:
    rewrite(store, change)

    refusals = set[tuple[StoreRefusal, str]]()
    acts: tuple[Callable[[], object], ...] = (
        lambda: unlock(store, user="MJ", password=PASSWORD),
        lambda: unlock_with_recovery_key(store, user="MJ", typed=recovery_key),
    )
    for act in acts:
        try:
            act()
        except StoreRefused as refused:
            refusals.add((refused.refusal, refused.details["path"]))

    assert refusals == {(StoreRefusal.KEYS_DAMAGED, str(key_path(store)))}


@pytest.mark.parametrize(
    "forge",
    [
        lambda content: content.update(store="store-2"),
        lambda content: content["slots"][0].update(id="other"),
        lambda content: content["slots"][0].update(user="Lars Østergaard"),
        lambda content: content["slots"][0].update(initials="LØ"),
        lambda content: content["slots"][0]["kdf"].update(passes=2),
        lambda content: content["slots"][0].update(public=content["slots"][1]["public"]),
        lambda content: content["slots"][0].update(public="", ephemeral=""),
        lambda content: content.update(generation=1),
    ],
)
def test_a_wrapped_key_is_bound_to_its_store_slot_user_and_parameters(
    store: Path, recovery_key: str, forge: Callable[[dict[str, Any]], object]
) -> None:
    assert recovery_key
    rewrite(store, forge)

    assert refusal_of(lambda: unlock(store, user=None, password=PASSWORD)).refusal is StoreRefusal.WRONG_PASSWORD


def test_a_format_of_another_version_is_bound_too(
    store: Path, recovery_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert recovery_key
    keys = read_key_file(store)
    monkeypatch.setattr(key_slots, "VERSION", 3)

    refused = refusal_of(lambda: key_slots.open_with_password(keys, keys.slots[0], PASSWORD))

    assert refused.refusal is StoreRefusal.WRONG_PASSWORD


def test_a_key_file_that_cannot_be_written_stays_as_it_was(
    store: Path, keys: StoreKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = key_path(store).read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(StorageUnavailable) as error:
        keys.set_recovery_key(new_recovery_key())

    assert error.value.trouble is StorageTrouble.DISK_FULL
    assert key_path(store).read_bytes() == before


def test_a_key_file_that_cannot_be_read_is_the_machines_trouble(store: Path) -> None:
    key_path(store).mkdir()

    with pytest.raises(StorageUnavailable):
        list_users(store)
