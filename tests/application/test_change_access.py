"""Changing what opens the store: in the log, and only where the keys were changed."""

from collections.abc import Callable

import pytest

from desktop_app.application.change_access import change_password, recover_access, rename_user, renew_recovery_key
from desktop_app.application.drafts import keep_draft
from desktop_app.application.errors import (
    ApplicationError,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
)
from desktop_app.application.ports import LogAction
from tests.fakes import MOMENT, FakeStore, Noted

OLD, NEW = "fire tilfældige ord", "fem helt andre ord"


class FakeKeys:
    """The keys of a user who knows one password."""

    def __init__(self) -> None:
        self.password = OLD
        self.user = ("Mette Jensen", "MJ")
        self.recovery_key = "the old one"
        self.is_broken = False

    def check_password(self, password: str) -> None:
        if password != self.password:
            raise StoreRefused(StoreRefusal.WRONG_PASSWORD)

    def set_password(self, password: str) -> None:
        self._write()
        self.password = password

    def rename(self, name: str, initials: str, password: str) -> str:
        self.check_password(password)
        self._write()
        self.user = (name, initials)
        return name

    def set_recovery_key(self, recovery_key: str) -> None:
        self._write()
        self.recovery_key = recovery_key

    def _write(self) -> None:
        if self.is_broken:
            raise StorageUnavailable(StorageTrouble.DISK_FULL)


@pytest.fixture
def keys() -> FakeKeys:
    return FakeKeys()


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


def test_a_new_password_takes_the_place_of_the_old(keys: FakeKeys, store: FakeStore) -> None:
    change_password(OLD, NEW, keys=keys, work=store.work)

    assert keys.password == NEW
    assert store.log == [Noted(LogAction.CHANGED_ACCESS, "", {"what": "password"})]


def test_after_the_recovery_key_a_password_is_set_without_the_old_one(keys: FakeKeys, store: FakeStore) -> None:
    recover_access(NEW, keys=keys, work=store.work)

    assert keys.password == NEW
    assert store.log == [Noted(LogAction.CHANGED_ACCESS, "", {"what": "password", "by": "recovery_key"})]


def test_a_user_is_called_something_else(keys: FakeKeys, store: FakeStore) -> None:
    rename_user("Mette Holm", "MH", OLD, user="Mette Jensen", keys=keys, work=store.work)

    assert keys.user == ("Mette Holm", "MH")
    assert store.log == [Noted(LogAction.CHANGED_ACCESS, "", {"what": "user"})]


def test_ones_drafts_go_with_one_and_nobody_elses(keys: FakeKeys, store: FakeStore) -> None:
    for number, user in enumerate(("Mette Jensen", "Anna Krogh")):
        keep_draft(
            work=store.work,
            user=user,
            now=MOMENT,
            screen="arrival",
            subject=str(number),
            content={"name": "Rima"},
            based_on={},
            draft_id=None,
        )

    rename_user("Mette Holm", "MH", OLD, user="Mette Jensen", keys=keys, work=store.work)

    with store.work() as unit:
        assert {(draft.subject, draft.user) for draft in unit.drafts.all()} == {
            ("0", "Mette Holm"),
            ("1", "Anna Krogh"),
        }


def test_a_printed_recovery_key_takes_the_place_of_the_old(keys: FakeKeys, store: FakeStore) -> None:
    renew_recovery_key("the new one", OLD, keys=keys, work=store.work)

    assert keys.recovery_key == "the new one"
    assert store.log == [Noted(LogAction.CHANGED_ACCESS, "", {"what": "recovery_key"})]


Act = Callable[[str, FakeKeys, FakeStore], None]


def new_password(password: str, keys: FakeKeys, store: FakeStore) -> None:
    change_password(password, NEW, keys=keys, work=store.work)


def new_name(password: str, keys: FakeKeys, store: FakeStore) -> None:
    rename_user("Mette Holm", "MH", password, user="Mette Jensen", keys=keys, work=store.work)


def new_key(password: str, keys: FakeKeys, store: FakeStore) -> None:
    renew_recovery_key("the new one", password, keys=keys, work=store.work)


def recovered(password: str, keys: FakeKeys, store: FakeStore) -> None:
    recover_access(password, keys=keys, work=store.work)


def untouched(keys: FakeKeys) -> bool:
    return (keys.password, keys.user, keys.recovery_key) == (OLD, ("Mette Jensen", "MJ"), "the old one")


@pytest.mark.parametrize("act", [new_password, new_name, new_key])
def test_who_does_not_know_the_password_changes_and_notes_nothing(act: Act, keys: FakeKeys, store: FakeStore) -> None:
    with pytest.raises(StoreRefused):
        act("forkert forkert", keys, store)

    assert untouched(keys)
    assert store.log == []


@pytest.mark.parametrize("act", [new_password, new_name, new_key, recovered])
def test_keys_that_cannot_be_written_are_not_noted_as_changed(act: Act, keys: FakeKeys, store: FakeStore) -> None:
    keys.is_broken = True

    with pytest.raises(ApplicationError):
        act(OLD, keys, store)

    assert untouched(keys)
    assert store.log == []


@pytest.mark.parametrize("act", [new_password, new_name, new_key, recovered])
def test_no_password_and_no_key_is_in_the_log(act: Act, keys: FakeKeys, store: FakeStore) -> None:
    act(OLD, keys, store)

    assert not any(secret in str(store.log) for secret in (OLD, NEW, "the new one"))
