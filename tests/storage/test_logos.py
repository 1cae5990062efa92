"""Logos in a real store: kept with the settings, kept for whatever was signed with them, and checked."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.verification import Check, Finding
from desktop_app.domain.logo import Logo
from desktop_app.domain.plan_snapshot import PlanSnapshot
from desktop_app.storage.engine import connect
from desktop_app.storage.keys import unlock
from desktop_app.storage.store import Store
from desktop_app.storage.verified_copy import copy_verified
from desktop_app.storage.verify import verify
from tests.logos import WHITE, a_logo
from tests.storage.builders import PASSWORD, a_case, a_frozen_plan, a_plan, a_snapshot, read, reopened, save_new

CREST = a_logo()
OTHER = a_logo(colour=WHITE)


def choose(store: Store, logo: Logo | None) -> None:
    with store.work() as unit:
        unit.save_municipality(replace(unit.municipality(), logo=logo))
        unit.commit()


def logo_of(store: Store) -> Logo | None:
    with store.work() as unit:
        return unit.municipality().logo


def headed(logo: Logo | None) -> PlanSnapshot:
    snapshot = a_snapshot()
    return replace(snapshot, municipality=replace(snapshot.municipality, logo=logo))


def freeze(store: Store, logo: Logo | None) -> str:
    """Freeze a plan under a logo; return its id."""
    save_new(store, a_case(plans=(a_plan(),)))
    plan = read(store, "2026-014").plans[0]
    with store.work() as unit:
        unit.frozen_plans.add(a_frozen_plan(plan.id, snapshot=headed(logo)))
        unit.commit()
    return plan.id


def frozen(store: Store, plan_id: str) -> PlanSnapshot:
    with store.work() as unit:
        found = unit.frozen_plans.of_plan(plan_id)
    assert found
    return found.snapshot


def kept(store: Store) -> set[str]:
    return {sha256 for (sha256,) in store.connection.rows("SELECT sha256 FROM blobs")}


def test_a_new_store_has_no_logo(store: Store) -> None:
    assert logo_of(store) is None
    assert verify(store).logos == 0


def test_a_logo_comes_back_with_its_bytes_also_after_closing(store: Store) -> None:
    choose(store, CREST)

    store.close()

    with reopened(store.path) as again:
        found = logo_of(again)
        assert found == CREST
        assert found.content == CREST.content


def test_choosing_and_removing_are_revisions_and_the_store_stays_sound(store: Store) -> None:
    for logo in (CREST, OTHER, None, CREST):
        choose(store, logo)

    [settings] = store.connection.rows("SELECT id, version FROM settings")
    revisions = store.connection.rows(
        "SELECT json_extract(body, '$.logo') FROM log JOIN payloads USING (seq) WHERE record = ? ORDER BY seq",
        (settings[0],),
    )
    assert [logo for (logo,) in revisions] == [None, CREST.sha256, OTHER.sha256, None, CREST.sha256]
    assert settings[1] == 5
    verification = verify(store)
    assert verification.is_sound
    assert verification.logos == 2


def test_the_same_logo_is_kept_once(store: Store) -> None:
    choose(store, CREST)
    choose(store, None)
    choose(store, CREST)

    assert store.connection.rows("SELECT sha256, version FROM logos") == [(CREST.sha256, 1)]


def test_the_name_of_the_municipality_is_changed_without_touching_the_logo(store: Store) -> None:
    choose(store, CREST)
    with store.work() as unit:
        unit.save_municipality(replace(unit.municipality(), name="Nordsund Kommune"))
        unit.commit()

    assert logo_of(store) == CREST
    assert verify(store).is_sound


def test_nothing_of_a_logo_stays_where_it_was_not_committed(store: Store) -> None:
    with store.work() as unit:
        unit.save_municipality(replace(unit.municipality(), logo=CREST))

    assert logo_of(store) is None
    assert kept(store) == set()


def test_a_signed_plan_keeps_its_logo_when_another_is_chosen_or_none(store: Store) -> None:
    choose(store, CREST)
    plan_id = freeze(store, CREST)
    before = frozen(store, plan_id)

    for logo in (OTHER, None):
        choose(store, logo)

        now = frozen(store, plan_id)
        assert now == before
        assert now.municipality.logo
        assert now.municipality.logo.content == CREST.content
        assert now.control_code == before.control_code
    assert verify(store).is_sound


def test_a_plan_frozen_under_a_logo_the_settings_never_had_brings_it_along(store: Store) -> None:
    plan_id = freeze(store, CREST)

    assert frozen(store, plan_id).municipality.logo == CREST
    assert verify(store).is_sound


def test_a_plan_signed_without_a_logo_never_gets_one(store: Store) -> None:
    plan_id = freeze(store, None)

    choose(store, CREST)

    assert frozen(store, plan_id) == headed(None)


def test_a_logo_is_neither_changed_nor_deleted_nor_its_bytes(store: Store) -> None:
    choose(store, CREST)
    choose(store, None)

    for statement in (
        "DELETE FROM logos",
        "UPDATE logos SET sha256 = 'x'",
        "DELETE FROM blobs",
        "UPDATE blobs SET bytes = x'00'",
    ):
        with pytest.raises(dbapi2.Error), store.work():
            store.connection.write(statement, ())

    assert kept(store) == {CREST.sha256}


def test_a_case_is_erased_and_the_logo_stays(store: Store) -> None:
    choose(store, CREST)
    freeze(store, OTHER)
    case = read(store, "2026-014")

    with store.work() as unit:
        unit.cases.erase(unit.cases.by_number(case.case_number), "Sagen er slettet")
        unit.commit()

    assert logo_of(store) == CREST
    assert kept(store) == {CREST.sha256, OTHER.sha256}
    assert verify(store).is_sound


def test_a_backup_holds_the_logo(store: Store, tmp_path: Path) -> None:
    choose(store, CREST)
    key = unlock(store.path, user=None, password=PASSWORD).key

    copy_verified(store.connection, key, tmp_path / "copy.store")

    copy = connect(tmp_path / "copy.store", key)
    assert copy.rows("SELECT sha256, bytes FROM blobs") == [(CREST.sha256, CREST.content)]
    copy.close()


def tampered(store: Store, *statements: str) -> Store:
    """Change the store as somebody could who has its key and another program."""
    store.close()
    connection = connect(store.path, unlock(store.path, user=None, password=PASSWORD).key)
    for (trigger,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        connection._raw.execute(f"DROP TRIGGER {trigger}")
    for statement in statements:
        connection._raw.execute(statement)
    connection.close()
    return reopened(store.path)


def test_bytes_that_are_not_those_of_the_logo_are_found_and_never_printed(store: Store) -> None:
    choose(store, CREST)
    plan_id = freeze(store, CREST)

    with tampered(store, "UPDATE blobs SET bytes = x'00'") as again:
        assert verify(again).findings == (Finding(Check.DOCUMENTS, CREST.sha256),)
        for ask in (lambda: logo_of(again), lambda: frozen(again, plan_id)):
            with pytest.raises(StorageUnavailable) as error:
                ask()
            assert error.value.trouble is StorageTrouble.DAMAGED


def test_a_logo_that_is_gone_is_found(store: Store) -> None:
    choose(store, CREST)
    freeze(store, OTHER)

    with tampered(store, "DELETE FROM logos", "DELETE FROM blobs") as again:
        found = verify(again).findings

    assert {one.subject for one in found if one.check is Check.LOGOS} == {CREST.sha256, OTHER.sha256}


def test_bytes_of_a_logo_that_are_gone_are_found(store: Store) -> None:
    choose(store, CREST)

    with tampered(store, "DELETE FROM blobs") as again:
        assert verify(again).findings == (Finding(Check.DOCUMENTS, CREST.sha256),)


def test_a_frozen_plan_that_is_no_json_any_more_is_found_and_stops_nothing(store: Store) -> None:
    choose(store, CREST)
    freeze(store, CREST)

    with tampered(store, "UPDATE frozen_plans SET content = '{'") as again:
        checks = {one.check for one in verify(again).findings}

    assert Check.FROZEN_PLANS in checks
    assert Check.LOGOS not in checks
