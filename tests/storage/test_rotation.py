"""A user is removed: the store has another key, all others go on as before, and nothing the leaver had opens it."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from desktop_app.application.access_errors import RemovingOneself
from desktop_app.application.errors import (
    ApplicationError,
    LastUser,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    UnknownUser,
)
from desktop_app.application.ports import UnitOfWork
from desktop_app.application.store_mark import MarkState
from desktop_app.composition import Office
from desktop_app.composition.restoring import Opening, restore
from desktop_app.storage.engine import connect
from desktop_app.storage.key_file import key_path, read_key_file
from desktop_app.storage.keys import unlock, unlock_with_recovery_key
from desktop_app.storage.mark_file import SLOT_BYTES, generation_in
from desktop_app.storage.presence import mark_path
from desktop_app.storage.recovery_key import new_recovery_key
from desktop_app.storage.rotation import rotating_path
from desktop_app.storage.store import Store, open_unlocked
from desktop_app.storage.verify import verify
from tests.storage.builders import CHEAP, MOMENT, PASSWORD, a_case, a_new_store, a_phrase, read, save_new
from tests.storage.store_files import contents, refusal_of
from tests.storage.team_store import LARS, METTE, RECOVERY_KEY, SOFIE, entries, opened, refused_as


def test_whoever_stays_goes_on_and_whoever_was_removed_opens_nothing(team_path: Path) -> None:
    with opened(team_path) as store:
        store.remove_user("SH")

        assert [user.name for user in store.keys.users()] == [METTE, LARS]
        save_new(store, a_case("ny"))
        assert verify(store).is_sound

    for unlocked in (
        unlock(team_path, user=METTE, password=PASSWORD),
        unlock(team_path, user=LARS, password=PASSWORD),
        unlock_with_recovery_key(team_path, user=LARS, typed=RECOVERY_KEY),
    ):
        with open_unlocked(unlocked) as store:
            assert store.warning is None
            assert read(store, "ny").version == 1
            assert verify(store).is_sound
    assert refused_as(team_path, SOFIE) is StoreRefusal.UNKNOWN_USER
    assert not rotating_path(team_path).exists()


def test_the_old_key_opens_nothing_but_the_copy_somebody_kept(team_path: Path, tmp_path: Path) -> None:
    kept = shutil.copytree(team_path.parent, tmp_path / "kept") / team_path.name
    old = unlock(team_path, user=SOFIE, password=PASSWORD).key

    with opened(team_path) as store:
        store.remove_user(SOFIE)

    assert unlock(team_path, user=METTE, password=PASSWORD).key != old
    assert refusal_of(lambda: connect(team_path, old)).refusal is StoreRefusal.DAMAGED
    with opened(kept, SOFIE) as store:
        assert read(store, "2026-014").version == 1


def test_everybody_keeps_their_password_and_their_id(team_path: Path) -> None:
    before = {user.name: user.id for user in read_key_file(team_path).users}

    with opened(team_path) as store:
        store.rotate_key()
        store.rotate_key()
        after = {user.name: user.id for user in store.keys.users()}
        assert store.keys.generation == 2

    assert after == before
    assert all(before.values())
    with opened(team_path, SOFIE) as store:
        assert store.user.id == before[SOFIE]


def test_the_change_is_in_the_log_and_names_who_left_by_their_id(team_path: Path) -> None:
    with opened(team_path) as store:
        [gone] = [user.id for user in store.keys.users() if user.name == SOFIE]
        store.remove_user(SOFIE)
        store.rotate_key()

        assert entries(store) == [{"what": "key_rotated", "removed": gone}, {"what": "key_rotated"}]


def test_what_goes_with_it_is_written_in_the_same_unit_of_work(team_path: Path) -> None:
    def also(unit: UnitOfWork) -> None:
        unit.phrases.add(a_phrase(id="phrase"))

    with opened(team_path) as store:
        store.remove_user(SOFIE, also)

        with store.work() as unit:
            assert [phrase.id for phrase in unit.phrases.all()] == ["phrase"]


def test_where_that_is_refused_nobody_is_removed(team_path: Path) -> None:
    def also(unit: UnitOfWork) -> None:
        unit.phrases.add(a_phrase(id="phrase"))
        raise UnknownUser("Ida")

    with opened(team_path) as store:
        with pytest.raises(UnknownUser):
            store.remove_user(SOFIE, also)

        assert not rotating_path(team_path).exists()
        assert store.keys.generation == 0
        save_new(store, a_case("ny"))
        with store.work() as unit:
            assert not unit.phrases.all()
        assert not entries(store)
    opened(team_path, SOFIE).close()


def test_it_is_no_part_of_another_unit_of_work(team_path: Path) -> None:
    with opened(team_path) as store:
        with store.work(), pytest.raises(RuntimeError):
            store.rotate_key()

        assert store.keys.generation == 0


def test_afterwards_passwords_users_and_recovery_key_are_changed_as_before(team_path: Path) -> None:
    new_key, new_password = new_recovery_key(), "et helt andet kodeord"
    with opened(team_path) as store:
        store.remove_user(SOFIE)
        store.keys.set_password(LARS, new_password, CHEAP)
        store.keys.add_user(SOFIE, "SH", PASSWORD, CHEAP)
        store.keys.set_recovery_key(new_key)
        key = store.keys.key

    assert unlock(team_path, user=LARS, password=new_password).key == key
    assert unlock(team_path, user=SOFIE, password=PASSWORD).key == key
    assert unlock_with_recovery_key(team_path, user=METTE, typed=new_key).key == key


@pytest.mark.parametrize(
    ("user", "error"), [("Ida", UnknownUser), ("MJ", RemovingOneself), ("mette jensen", RemovingOneself)]
)
def test_nobody_unknown_and_not_oneself_is_removed(team_path: Path, user: str, error: type[ApplicationError]) -> None:
    with opened(team_path) as store:
        before = contents(team_path.parent)
        with pytest.raises(error):
            store.remove_user(user)
        assert contents(team_path.parent) == before


def test_the_last_user_is_not_removed(tmp_path: Path) -> None:
    with a_new_store(tmp_path / "enplan.store").store as store, pytest.raises(LastUser):
        store.remove_user("MJ")


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.keys.set_password(METTE, "et helt andet kodeord", CHEAP),
        lambda store: store.keys.rename_user(METTE, "Mette Holm", "MH", PASSWORD, CHEAP),
        lambda store: store.keys.add_user("Ida Krogh", "IK", PASSWORD, CHEAP),
        lambda store: store.keys.set_recovery_key(new_recovery_key()),
        lambda store: store.remove_user(SOFIE),
        lambda store: store.rotate_key(),
    ],
)
def test_in_a_store_that_is_only_read_nothing_that_opens_it_is_changed(
    team_path: Path, change: Callable[[Store], object]
) -> None:
    old = team_path.read_bytes()
    with opened(team_path) as store:
        save_new(store, a_case("ny"))
    team_path.write_bytes(old)

    with opened(team_path) as store:
        before = contents(team_path.parent)
        with pytest.raises(StorageUnavailable) as error:
            change(store)
        assert error.value.trouble is StorageTrouble.READING_ONLY
        assert contents(team_path.parent) == before
        store.keys.check_password(METTE, PASSWORD)


def test_a_key_file_from_before_is_known_for_what_it_is(team_path: Path) -> None:
    old = key_path(team_path).read_bytes()
    with opened(team_path) as store:
        store.remove_user(SOFIE)
    key_path(team_path).write_bytes(old)
    before = contents(team_path.parent)

    for user in (METTE, SOFIE):
        refused = refusal_of(partial(opened, team_path, user))
        assert refused.refusal is StoreRefusal.KEYS_OLD
        assert refused.details["path"] == str(key_path(team_path))
    assert contents(team_path.parent) == before


def test_where_no_mark_tells_a_key_that_opens_nothing_is_damage(team_path: Path) -> None:
    old = key_path(team_path).read_bytes()
    with opened(team_path) as store:
        store.rotate_key()
    key_path(team_path).write_bytes(old)
    mark_path(team_path).unlink()

    assert refused_as(team_path, METTE) is StoreRefusal.DAMAGED


def test_an_older_store_of_the_same_key_is_still_found_out_after_a_change(team_path: Path) -> None:
    with opened(team_path) as store:
        store.rotate_key()
    old = team_path.read_bytes()
    with opened(team_path) as store:
        save_new(store, a_case("ny"))
    team_path.write_bytes(old)

    with opened(team_path) as store:
        assert store.warning is not None
        assert store.warning.state is MarkState.BEHIND


def test_the_marks_of_both_keys_lie_beside_each_other(team_path: Path) -> None:
    with opened(team_path) as store:
        store_id = read_key_file(team_path).store
        store.rotate_key()
        marks = [mark_path(team_path).read_bytes()[place : place + SLOT_BYTES] for place in (0, SLOT_BYTES)]

    assert len(set(marks)) == 2
    assert generation_in(team_path, store_id) == 1
    assert generation_in(team_path, "00000000-0000-0000-0000-000000000000") == 0


def test_backups_from_before_open_with_the_old_passwords_and_those_from_afterwards_with_the_new(
    team_path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kopier"
    folder.mkdir()
    with Office(opened(team_path)) as office:
        before = Path(office.backups.back_up(str(folder), MOMENT).made.path)
        assert not office.backups.state(str(folder)).is_due
        office.store.remove_user(SOFIE)
        assert office.backups.state(str(folder)).is_due  # the key file in the folder no longer opens the store
        after = Path(office.backups.back_up(str(folder), MOMENT + timedelta(hours=1)).made.path)

    for backup, is_in in ((before, True), (after, False)):
        users = [user.name for user in read_key_file(backup).users]
        assert (SOFIE in users) is is_in
        for opening in (Opening(user=LARS, password=PASSWORD), Opening(user=LARS, recovery_key=RECOVERY_KEY)):
            restored = restore(backup, team_path, opening, may_set_aside=True, clock=lambda: MOMENT)
            with restored.store as store:
                assert store.warning is None
                assert read(store, "2026-014").version == 1
                assert verify(store).is_sound
        if is_in:  # who was removed is back where a backup from before takes the store's place
            opened(team_path, SOFIE).close()
        else:
            assert refused_as(team_path, SOFIE) is StoreRefusal.UNKNOWN_USER
