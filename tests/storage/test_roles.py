"""Roles in a real store: who is let in, what is refused and written down, and what an auditor gets to see."""

from pathlib import Path

import pytest

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.application.limited_reading import NOBODY
from desktop_app.application.permission import NotAllowed
from desktop_app.composition.team_work import TeamWork
from desktop_app.domain.role import Act, Role
from desktop_app.storage.key_slots import KdfCost
from desktop_app.storage.store import Store, open_store
from desktop_app.storage.store_keys import StoreKeys
from tests.domain.test_role import CELLS
from tests.storage.builders import CHEAP, PASSWORD, a_full_case, a_new_store, save_new

ANNAS = "annas helt egen kode"
_LOG = "SELECT action, user, body FROM log LEFT JOIN payloads USING (seq) ORDER BY seq"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    add = StoreKeys.add_user

    def add_cheaply(self: StoreKeys, name: str, initials: str, password: str, cost: KdfCost = CHEAP) -> object:
        return add(self, name, initials, password, cost)

    monkeypatch.setattr(StoreKeys, "add_user", add_cheaply)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "enplan.store"
    with a_new_store(path).store as store:
        save_new(store, a_full_case())
    return path


def with_anna(path: Path, role: Role) -> Store:
    """The store in the hands of Anna, who was added in a role."""
    with open_store(path, user="MJ", password=PASSWORD) as store:
        TeamWork(store).add("Anna Krogh", "AK", role, ANNAS)
    return open_store(path, user="AK", password=ANNAS)


@pytest.mark.parametrize("role", Role)
def test_somebody_opens_the_store_in_the_role_they_were_added_in(path: Path, role: Role) -> None:
    with with_anna(path, role) as store:
        assert store.role is role
        for cell_role, act, allowed in CELLS:
            if cell_role is role and allowed:
                store.work(act)
            elif cell_role is role:
                with pytest.raises(NotAllowed):
                    store.work(act)


def test_who_was_alone_goes_on_leading(path: Path) -> None:
    with_anna(path, Role.CASEWORKER).close()

    with open_store(path, user="MJ", password=PASSWORD) as store:
        assert store.role is Role.LEADER


def test_a_refusal_stands_in_the_log(path: Path) -> None:
    with with_anna(path, Role.RECEPTION) as store:
        with pytest.raises(NotAllowed):
            store.work(Act.OPEN_CASE)

        action, user, body = store.connection.rows(_LOG)[-1]
    assert (action, user) == ("refused", "Anna Krogh")
    assert "open_case" in str(body)


def test_an_auditor_is_told_no_name_by_any_way_to_read(path: Path) -> None:
    with with_anna(path, Role.AUDITOR) as store:
        [line] = store.read.case_lines()
        with store.work(Act.OPEN_CASE) as unit:
            case = unit.cases.by_number(line.case_number)

        assert line.family_name == case.citizen.family_name == NOBODY


def test_a_password_without_a_role_opens_nothing(path: Path) -> None:
    with_anna(path, Role.CASEWORKER).close()
    with open_store(path, user="MJ", password=PASSWORD) as store:
        store.keys.add_user("Bo Holm", "BH", "bos helt egen kode")

    with pytest.raises(StoreRefused) as refused:
        open_store(path, user="BH", password="bos helt egen kode")  # noqa: S106 - of nobody

    assert refused.value.refusal is StoreRefusal.NO_ROLE
    with open_store(path, user="MJ", password=PASSWORD):
        pass  # and holds nothing afterwards


def test_giving_a_role_makes_one_revision_of_one_record(path: Path) -> None:
    with_anna(path, Role.CASEWORKER).close()
    with open_store(path, user="MJ", password=PASSWORD) as store:
        team = TeamWork(store)
        before = len(store.connection.rows(_LOG))

        team.give_role(team.people()[1].id, Role.LEADER)

        assert [action for action, _, _ in store.connection.rows(_LOG)[before:]] == ["changed_access", "change"]
