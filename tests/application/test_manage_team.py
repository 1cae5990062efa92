"""Who can open the store and as what: adding, changing and removing people, and what is never done."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.errors import StorageUnavailable, UnknownUser, UserNameTaken
from desktop_app.application.manage_team import (
    KeyHolder,
    TeamPerson,
    add_person,
    give_password,
    give_role,
    list_team,
    remove_person,
)
from desktop_app.application.permission import NotAllowed, TeamProblem, TeamRefused
from desktop_app.application.ports import LogAction, UnitOfWork
from desktop_app.domain.role import Role
from tests.fakes import FakeStore, Noted

METTE = KeyHolder("mette", "Mette Jensen", "MJ")
ANNA = KeyHolder("anna", "Anna Krogh", "AK")
PASSWORD = "fire tilfældige ord her"  # noqa: S105 - of nobody


@dataclass
class FakeKeys:
    """Passwords in memory, by the id of whose they are."""

    passwords: dict[str, str] = field(default_factory=lambda: {METTE.id: "mettes egen kode"})
    known: dict[str, KeyHolder] = field(default_factory=lambda: {METTE.id: METTE})
    own_id: str = METTE.id
    rotations: int = 0
    store: FakeStore | None = None

    def holders(self) -> Sequence[KeyHolder]:
        return [self.known[holder] for holder in self.passwords]

    def add(self, name: str, initials: str, password: str) -> KeyHolder:
        if any(name == other.name for other in self.holders()):
            raise UserNameTaken(name)
        holder = KeyHolder(name.split(maxsplit=1)[0].lower(), name, initials)
        self.known[holder.id], self.passwords[holder.id] = holder, password
        return holder

    def set_password(self, holder: KeyHolder, password: str) -> None:
        self.passwords[holder.id] = password

    def forget(self, holder: KeyHolder) -> None:
        del self.passwords[holder.id]

    def remove(self, holder: KeyHolder, also: Callable[[UnitOfWork], None]) -> None:
        assert self.store is not None
        with self.store.work() as unit:
            also(unit)
            unit.commit()
        del self.passwords[holder.id]
        self.rotations += 1


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def keys(store: FakeStore) -> FakeKeys:
    return FakeKeys(store=store)


def roles(store: FakeStore) -> dict[str, Role]:
    with store.work() as unit:
        return {member.id: member.role for member in unit.members.all()}


def added(role: Role, keys: FakeKeys, store: FakeStore, holder: KeyHolder = ANNA) -> TeamPerson:
    return add_person(holder.name, holder.initials, role, PASSWORD, keys=keys, work=store.work)


def test_who_is_alone_leads(keys: FakeKeys, store: FakeStore) -> None:
    assert list_team(keys=keys, work=store.work) == [
        TeamPerson(id="mette", name="Mette Jensen", initials="MJ", role=Role.LEADER, is_oneself=True)
    ]
    assert roles(store) == {}


def test_somebody_goes_by_name_and_by_initials(keys: FakeKeys, store: FakeStore) -> None:
    [mette] = list_team(keys=keys, work=store.work)

    assert mette.goes_by("mette jensen")
    assert mette.goes_by("mj")
    assert not mette.goes_by("mette")


def test_roles_begin_with_the_first_who_is_added(keys: FakeKeys, store: FakeStore) -> None:
    person = added(Role.CASEWORKER, keys, store)

    assert person == TeamPerson(id="anna", name="Anna Krogh", initials="AK", role=Role.CASEWORKER, is_oneself=False)
    assert roles(store) == {"mette": Role.LEADER, "anna": Role.CASEWORKER}
    assert keys.passwords["anna"] == PASSWORD
    assert store.log == [
        Noted(LogAction.CHANGED_ACCESS, "", {"what": "added", "whom": "Anna Krogh", "role": "caseworker"})
    ]
    assert list_team(keys=keys, work=store.work)[1] == person


def test_the_next_one_is_added_to_the_roles_that_are_there(keys: FakeKeys, store: FakeStore) -> None:
    added(Role.CASEWORKER, keys, store)
    added(Role.AUDITOR, keys, store, KeyHolder("", "Bo Holm", "BH"))

    assert roles(store) == {"mette": Role.LEADER, "anna": Role.CASEWORKER, "bo": Role.AUDITOR}


def test_where_the_role_cannot_be_written_the_password_goes_too(keys: FakeKeys, store: FakeStore) -> None:
    store.is_full = True

    with pytest.raises(StorageUnavailable):
        added(Role.CASEWORKER, keys, store)

    store.is_full = False
    assert list(keys.passwords) == ["mette"]
    assert roles(store) == {}


def test_a_taken_name_adds_nobody(keys: FakeKeys, store: FakeStore) -> None:
    with pytest.raises(UserNameTaken):
        added(Role.CASEWORKER, keys, store, METTE)

    assert (roles(store), store.log) == ({}, [])


def test_somebody_gets_another_role(keys: FakeKeys, store: FakeStore) -> None:
    added(Role.CASEWORKER, keys, store)

    give_role("anna", Role.LEADER, keys=keys, work=store.work)

    assert roles(store)["anna"] is Role.LEADER
    assert store.log[-1].details == {"what": "role", "whom": "Anna Krogh", "role": "leader"}


def test_somebody_whose_adding_was_cut_off_has_no_role_until_one_is_given(keys: FakeKeys, store: FakeStore) -> None:
    added(Role.CASEWORKER, keys, store)
    keys.add("Bo Holm", "BH", PASSWORD)  # and then the machine stopped

    assert list_team(keys=keys, work=store.work)[2].role is None
    give_role("bo", Role.RECEPTION, keys=keys, work=store.work)
    assert list_team(keys=keys, work=store.work)[2].role is Role.RECEPTION


def test_the_first_role_given_writes_down_that_the_others_lead(keys: FakeKeys, store: FakeStore) -> None:
    keys.add("Anna Krogh", "AK", PASSWORD)  # by a program that knew no roles

    give_role("anna", Role.AUDITOR, keys=keys, work=store.work)

    assert roles(store) == {"mette": Role.LEADER, "anna": Role.AUDITOR}


def test_somebody_who_forgot_gets_a_new_password(keys: FakeKeys, store: FakeStore) -> None:
    added(Role.CASEWORKER, keys, store)

    give_password("anna", "helt andre ord nu", keys=keys, work=store.work)

    assert keys.passwords["anna"] == "helt andre ord nu"
    assert store.log[-1] == Noted(LogAction.CHANGED_ACCESS, "", {"what": "password", "whom": "Anna Krogh"})


def test_who_is_removed_loses_role_and_password_and_the_store_gets_a_new_key(keys: FakeKeys, store: FakeStore) -> None:
    added(Role.CASEWORKER, keys, store)

    remove_person("anna", keys=keys, work=store.work)

    assert (roles(store), list(keys.passwords), keys.rotations) == ({"mette": Role.LEADER}, ["mette"], 1)
    assert store.log[-1] == Noted(LogAction.CHANGED_ACCESS, "", {"what": "removed", "whom": "Anna Krogh"})


def test_somebody_without_a_role_is_removed_too(keys: FakeKeys, store: FakeStore) -> None:
    added(Role.CASEWORKER, keys, store)
    keys.add("Bo Holm", "BH", PASSWORD)

    remove_person("bo", keys=keys, work=store.work)

    assert list(keys.passwords) == ["mette", "anna"]


def test_a_removal_that_fails_leaves_everything_as_it_was(keys: FakeKeys, store: FakeStore) -> None:
    added(Role.CASEWORKER, keys, store)
    store.is_full = True

    with pytest.raises(StorageUnavailable):
        remove_person("anna", keys=keys, work=store.work)

    assert (set(roles(store)), list(keys.passwords)) == ({"mette", "anna"}, ["mette", "anna"])


def test_nobody_does_it_to_themselves(keys: FakeKeys, store: FakeStore) -> None:
    changes: list[Callable[[], object]] = [
        partial(give_role, "mette", Role.AUDITOR, keys=keys, work=store.work),
        partial(give_password, "mette", PASSWORD, keys=keys, work=store.work),
        partial(remove_person, "mette", keys=keys, work=store.work),
    ]
    for change in changes:
        with pytest.raises(TeamRefused) as refused:
            change()
        assert refused.value.problem is TeamProblem.ONESELF
    assert store.log == []


def test_nobody_is_found_by_an_id_that_is_gone(keys: FakeKeys, store: FakeStore) -> None:
    with pytest.raises(UnknownUser):
        give_role("anna", Role.AUDITOR, keys=keys, work=store.work)


@pytest.fixture
def administered(keys: FakeKeys, store: FakeStore) -> FakeStore:
    """A store in the hands of Anna, who is the administrator; Mette is its only leader."""
    added(Role.ADMINISTRATOR, keys, store)
    keys.own_id, store.role = "anna", Role.ADMINISTRATOR
    return store


def test_an_administrator_adds_others_but_makes_no_leader(keys: FakeKeys, administered: FakeStore) -> None:
    bo = KeyHolder("", "Bo Holm", "BH")
    with pytest.raises(TeamRefused) as refused:
        added(Role.LEADER, keys, administered, bo)

    assert refused.value.problem is TeamProblem.LEADERS_ONLY
    assert added(Role.CASEWORKER, keys, administered, bo).role is Role.CASEWORKER


def test_an_administrator_takes_nothing_from_a_leader(keys: FakeKeys, administered: FakeStore) -> None:
    work = administered.work
    changes: list[Callable[[], object]] = [
        partial(give_role, "mette", Role.CASEWORKER, keys=keys, work=work),
        partial(give_password, "mette", PASSWORD, keys=keys, work=work),
        partial(remove_person, "mette", keys=keys, work=work),
    ]
    for change in changes:
        with pytest.raises(TeamRefused) as refused:
            change()
        assert refused.value.problem is TeamProblem.LEADERS_ONLY


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["mette", "anna", "bo"]), st.sampled_from(["mette", "anna", "bo"]), st.sampled_from(Role)
        ),
        max_size=12,
    )
)
def test_whatever_they_do_to_each_other_somebody_leads(acts: list[tuple[str, str, Role]]) -> None:
    store = FakeStore()
    keys = FakeKeys(store=store)
    added(Role.LEADER, keys, store)
    added(Role.ADMINISTRATOR, keys, store, KeyHolder("", "Bo Holm", "BH"))

    for actor, target, role in acts:
        keys.own_id, store.role = actor, roles(store).get(actor)
        with suppress(NotAllowed, TeamRefused, UnknownUser):
            if role is Role.AUDITOR:
                remove_person(target, keys=keys, work=store.work)
            else:
                give_role(target, role, keys=keys, work=store.work)

    assert Role.LEADER in roles(store).values()
    assert set(roles(store)) == set(keys.passwords)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.RECEPTION, Role.AUDITOR])
def test_others_see_nothing_of_it(role: Role, keys: FakeKeys) -> None:
    store = FakeStore(role=role)

    with pytest.raises(NotAllowed):
        list_team(keys=keys, work=store.work)
