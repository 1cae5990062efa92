"""Older stores are copied, brought up to date in one transaction, and lose nothing."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy.exc import OperationalError

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.follow_up import FollowUpCorrection, Topic
from desktop_app.domain.plan import Annulment
from desktop_app.storage.engine import connect, create_file
from desktop_app.storage.keys import unlock
from desktop_app.storage.migrations.upgrade import copy_path, migrate
from desktop_app.storage.schema import KNOWN_VERSIONS, NEWEST, create_schema, schema_version
from desktop_app.storage.store import Store, open_store
from desktop_app.storage.store_connection import StoreConnection
from desktop_app.storage.verify import verify
from tests.logos import a_logo
from tests.storage.builders import (
    a_decision,
    a_document,
    a_draft,
    a_local_standard,
    a_phrase,
    a_plan_in_full,
    a_scan,
    saved,
)
from tests.storage.old_stores import make_0001, make_0002, make_0003, make_0004, make_0005

KEY = bytes(range(32))


@pytest.fixture
def old_store(tmp_path: Path) -> Path:
    """A copy of the store a program of version 0001 left behind."""
    folder = tmp_path / "0001"
    shutil.copytree(make_0001.STORE.parent, folder)
    return folder / make_0001.STORE.name


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[StoreConnection]:
    path = tmp_path / "empty.store"
    create_file(path)
    connection = connect(path, KEY, is_new=True)
    yield connection
    connection.close()


@pytest.fixture
def store_0002(tmp_path: Path) -> Path:
    """A copy of the store a program of version 0002 left behind."""
    folder = tmp_path / "0002"
    shutil.copytree(make_0002.STORE.parent, folder)
    return folder / make_0002.STORE.name


@pytest.fixture
def store_0003(tmp_path: Path) -> Path:
    """A copy of the store a program of version 0003 left behind."""
    folder = tmp_path / "0003"
    shutil.copytree(make_0003.STORE.parent, folder)
    return folder / make_0003.STORE.name


@pytest.fixture
def store_0004(tmp_path: Path) -> Path:
    """A copy of the store a program of version 0004 left behind."""
    folder = tmp_path / "0004"
    shutil.copytree(make_0004.STORE.parent, folder)
    return folder / make_0004.STORE.name


@pytest.fixture
def store_0005(tmp_path: Path) -> Path:
    """A copy of the store a program of version 0005 left behind."""
    folder = tmp_path / "0005"
    shutil.copytree(make_0005.STORE.parent, folder)
    return folder / make_0005.STORE.name


def key_of(path: Path) -> bytes:
    return unlock(path, user=None, password=make_0001.PASSWORD).key


def opened(path: Path) -> Store:
    return open_store(path, password=make_0001.PASSWORD)


def schema_of(connection: StoreConnection) -> set[tuple[str, str, str]]:
    rows = connection.rows("SELECT type, name, coalesce(sql, '') FROM sqlite_master")
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows}


def test_a_new_store_and_one_that_was_brought_up_to_date_have_the_same_schema(
    empty: StoreConnection, tmp_path: Path
) -> None:
    migrate(empty, NEWEST)
    path = tmp_path / "new.store"
    create_file(path)
    new = connect(path, KEY, is_new=True)
    create_schema(new, "store-1")

    assert schema_of(empty) == schema_of(new)
    assert schema_version(empty) == schema_version(new) == NEWEST
    new.close()


@pytest.mark.parametrize("made", [make_0001, make_0002, make_0003, make_0004, make_0005])
def test_an_older_store_gets_the_schema_of_a_new_one(empty: StoreConnection, tmp_path: Path, made: ModuleType) -> None:
    create_schema(empty, "store-1")
    shutil.copytree(made.STORE.parent, tmp_path / "old")

    with opened(tmp_path / "old" / made.STORE.name) as store:
        assert schema_of(store.connection) == schema_of(empty)


def test_migrations_come_one_after_the_other(empty: StoreConnection) -> None:
    for version in KNOWN_VERSIONS:
        migrate(empty, version)
        assert schema_version(empty) == version

    assert empty.rows("PRAGMA foreign_keys") == [(1,)]


def test_foreign_keys_rest_while_migrations_run(empty: StoreConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    enforced = list[list[tuple[int]]]()
    monkeypatch.setattr(command, "upgrade", lambda *_: enforced.append(empty.rows("PRAGMA foreign_keys")))

    migrate(empty, NEWEST)

    assert [*enforced, empty.rows("PRAGMA foreign_keys")] == [[(0,)], [(1,)]]


def test_a_store_of_version_0001_keeps_its_content(old_store: Path) -> None:
    with opened(old_store) as store, store.work() as unit:
        rima, yusuf = unit.cases.all()

        expected_rima, expected_yusuf = (saved(case) for case in make_0001.cases())
        assert rima == replace(expected_rima, version=2)
        assert yusuf == expected_yusuf
        assert unit.municipality().name == "Eksempelkommune"
        frozen = unit.frozen_plans.of_plan(rima.plans[0].id)
        assert frozen
        assert frozen.snapshot.case_number == "2026-014"


def test_a_store_of_version_0001_is_sound_afterwards_and_works_on(old_store: Path) -> None:
    with opened(old_store) as store:
        verification = verify(store)
        assert verification.is_sound
        assert (verification.frozen_plans, verification.documents) == (1, 0)

        document = a_document(make_0001.an_id(18))
        with store.work() as unit:
            unit.frozen_plans.add_document(document)
            unit.commit()

        assert verify(store).documents == 1
        assert schema_version(store.connection) == NEWEST


def test_a_store_of_version_0002_keeps_its_content(store_0002: Path) -> None:
    with opened(store_0002) as store, store.work() as unit:
        rima, yusuf = unit.cases.all()
        expected_rima, expected_yusuf = (saved(case) for case in make_0002.cases())
        signed, draft = expected_rima.plans
        frozen = unit.frozen_plans.of_plan(signed.id)

        assert rima == replace(expected_rima, plans=(replace(signed, version=2), draft))
        assert yusuf == expected_yusuf
        assert frozen
        assert unit.frozen_plans.document(frozen.id, "plan", "da")
        assert unit.drafts.all() == []


def test_a_store_of_version_0002_is_sound_afterwards_and_takes_what_is_new(store_0002: Path) -> None:
    annulment = Annulment(on=date(2026, 12, 1), reason="Forkert borger")
    remark = FollowUpCorrection(id=make_0001.an_id(50), on=date(2026, 12, 1), text="Mentor var ikke med")
    with opened(store_0002) as store:
        assert verify(store).is_sound
        assert {one.case_id: one for one in store.read.facts()} == {
            case.id: facts_of(case) for case in map(saved, make_0002.cases())
        }

        with store.work() as unit:
            rima = unit.cases.by_number("2026-014")
            signed, draft = rima.plans
            attempt, talk = rima.follow_ups
            talk = replace(talk, topics=(Topic.CHANGES,), finished_at=make_0002.MOMENT, corrections=(remark,))
            plans, talks = (replace(signed, annulment=annulment), draft), (attempt, talk)
            unit.cases.save(replace(rima, plans=plans, follow_ups=talks))
            unit.drafts.keep(a_draft())
            unit.commit()

        assert verify(store).is_sound
        with store.work() as unit:
            back = unit.cases.by_number("2026-014")
        assert back.plans[0].annulment == annulment
        assert back.follow_ups[1] == replace(talk, version=2, corrections=(saved(remark),))


def test_a_store_of_version_0003_keeps_its_content_and_takes_what_is_new(store_0003: Path) -> None:
    decision, standard = a_decision(), a_local_standard()
    with opened(store_0003) as store:
        assert verify(store).is_sound
        with store.work() as unit:
            rima, yusuf = unit.cases.all()
            assert [rima, yusuf] == [saved(case) for case in make_0003.cases()]
            assert [draft.subject for draft in unit.drafts.all()] == [rima.id]
            unit.cases.save(replace(rima, decisions=(decision,)))
            unit.local_standards.add(standard)
            unit.commit()

        assert verify(store).is_sound
        with store.work() as unit:
            assert unit.cases.by_number("2026-014").decisions == (saved(decision),)
            assert unit.local_standards.all() == [saved(standard)]


def test_a_store_of_version_0004_keeps_its_content_and_takes_scans_and_phrases(store_0004: Path) -> None:
    content, phrase = b"%PDF-1.4 scan", a_phrase()
    with opened(store_0004) as store:
        assert verify(store).is_sound
        with store.work() as unit:
            rima, yusuf = unit.cases.all()
            expected_rima, expected_yusuf = (saved(case) for case in make_0004.cases())
            signed, draft = expected_rima.plans
            assert rima == replace(expected_rima, plans=(replace(signed, version=2), draft))
            assert yusuf == expected_yusuf
            assert [standard.id for standard in unit.local_standards.all()] == [make_0001.an_id(71)]
            frozen = unit.frozen_plans.of_plan(signed.id)
            assert frozen
            document = unit.frozen_plans.document(frozen.id, "plan", "da")
            assert document
            assert document.content == b"%PDF-1.4"
            scan = a_scan(content)
            unit.scan_bytes.keep(content, scan.sha256)
            plans = (replace(rima.plans[0], scans=(scan,)), rima.plans[1])
            unit.cases.save(replace(rima, plans=plans))
            unit.phrases.add(phrase)
            unit.commit()

        verification = verify(store)
        assert verification.is_sound
        with store.work() as unit:
            assert unit.phrases.all() == [saved(phrase)]
        assert (verification.documents, verification.scans) == (1, 1)
        with store.work() as unit:
            [kept] = unit.cases.by_number("2026-014").plans[0].scans
            assert kept == saved(scan)
            assert unit.scan_bytes.of(kept) == content


def signed_bytes(connection: StoreConnection) -> list[list[tuple[object, ...]]]:
    """Return all that was signed, as the driver has it."""
    tables = ("frozen_plans", "documents", "attachments", "blobs")
    return [connection.rows(f"SELECT * FROM {table} ORDER BY 1") for table in tables]  # noqa: S608 - names from above


def test_a_store_of_version_0005_keeps_its_content_and_takes_all_that_a_plan_holds(store_0005: Path) -> None:
    with opened(store_0005) as store:
        assert verify(store).is_sound
        with store.work() as unit:
            rima, yusuf = unit.cases.all()
            expected_rima, expected_yusuf = (saved(case) for case in make_0005.cases())
            signed, draft = expected_rima.plans
            assert rima == replace(expected_rima, plans=(replace(signed, version=2), draft))
            assert yusuf == expected_yusuf
        assert {one.case_id: one for one in store.read.facts()} == {case.id: facts_of(case) for case in (rima, yusuf)}

        plan = a_plan_in_full(number=3)
        with store.work() as unit:
            unit.cases.save(replace(rima, plans=(*rima.plans, plan)))
            unit.commit()

        assert verify(store).is_sound
        with store.work() as unit:
            assert unit.cases.by_number("2026-014").plans[2] == saved(plan)


def test_every_signed_byte_of_a_store_of_version_0005_is_as_it_was(store_0005: Path) -> None:
    connection = connect(store_0005, key_of(store_0005))
    before = signed_bytes(connection)
    connection.close()

    with opened(store_0005) as store:
        assert schema_version(store.connection) == NEWEST
        assert signed_bytes(store.connection) == before
        assert all(before)


@pytest.mark.parametrize("made", [make_0001, make_0005])
def test_an_older_store_takes_a_logo_and_what_was_signed_before_stays_without(tmp_path: Path, made: ModuleType) -> None:
    shutil.copytree(made.STORE.parent, tmp_path / "old")
    with opened(tmp_path / "old" / made.STORE.name) as store:
        before = signed_bytes(store.connection)[:3]
        logo = a_logo()
        with store.work() as unit:
            municipality = unit.municipality()
            assert (municipality.name, municipality.fictional, municipality.logo) == ("Eksempelkommune", True, None)
            unit.save_municipality(replace(municipality, logo=logo))
            unit.commit()

        assert verify(store).is_sound
        assert signed_bytes(store.connection)[:3] == before
        with store.work() as unit:
            assert unit.municipality() == replace(municipality, logo=logo, version=municipality.version + 1)
            signed = unit.cases.by_number("2026-014").plans[0]
            frozen = unit.frozen_plans.of_plan(signed.id)
        assert frozen
        assert frozen.snapshot.municipality.logo is None


def test_what_an_older_program_could_not_say_stands_as_nothing_in_the_history(store_0002: Path) -> None:
    with opened(store_0002) as store:
        with store.work() as unit:
            rima = unit.cases.by_number("2026-014")
            signed, draft = rima.plans
            talks = tuple(replace(talk, topics=(Topic.OUTCOME,)) for talk in rima.follow_ups)
            plans = (signed, replace(draft, ready_on=date(2026, 12, 1)))
            unit.cases.save(replace(rima, plans=plans, follow_ups=talks))
            unit.commit()

        latest = store.read.history(rima.id)[:3]

    said = {(line.kind, *line.before.items(), *line.after.items()) for line in latest if line.kind == "plans"}
    assert said == {("plans", ("ready_on", None), ("ready_on", date(2026, 12, 1)))}
    assert [(line.before, line.after) for line in latest if line.kind == "follow_ups"] == [
        ({"topics": []}, {"topics": ["outcome"]})
    ] * 2


def test_the_copy_made_before_is_the_old_store(old_store: Path) -> None:
    key = key_of(old_store)

    opened(old_store).close()

    copy = connect(copy_path(old_store, "0001"), key)
    assert schema_version(copy) == "0001"
    assert copy.is_sound()
    assert copy.rows("SELECT count(*) FROM cases") == [(2,)]
    copy.close()
    assert copy_path(old_store, "0001").name == "enplan.store.version-0001"


def test_the_copy_is_named_for_the_version_it_has(store_0002: Path) -> None:
    opened(store_0002).close()

    copies = [file.name for file in store_0002.parent.iterdir() if "version" in file.name]
    assert copies == ["enplan.store.version-0002"]


def test_the_copy_is_encrypted(old_store: Path) -> None:
    opened(old_store).close()

    content = copy_path(old_store, "0001").read_bytes()

    assert b"Rima" not in content
    assert not content.startswith(b"SQLite")


def test_a_store_is_upgraded_once(old_store: Path) -> None:
    opened(old_store).close()
    copy_path(old_store, "0001").unlink()

    opened(old_store).close()

    assert not copy_path(old_store, "0001").exists()


def test_a_migration_that_fails_leaves_the_store_as_it_was(old_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old_store.read_bytes()
    key = key_of(old_store)

    def run_and_fail(config: Config, target: str) -> None:
        real(config, target)
        raise OperationalError("CREATE TABLE", {}, Exception())

    real = command.upgrade
    monkeypatch.setattr(command, "upgrade", run_and_fail)

    with pytest.raises(OperationalError):
        opened(old_store)

    connection = connect(old_store, key)
    assert schema_version(connection) == "0001"
    assert connection.rows("SELECT name FROM sqlite_master WHERE name = 'documents'") == []
    connection.close()
    assert old_store.read_bytes() == before


def test_references_that_do_not_hold_after_a_migration_stop_it(old_store: Path) -> None:
    connection = connect(old_store, key_of(old_store))
    connection.set_foreign_keys(enforced=False)
    connection._raw.execute("UPDATE cases SET citizen_id = 'nobody'")
    connection.close()

    with pytest.raises(StoreRefused) as error:
        opened(old_store)

    assert error.value.refusal is StoreRefusal.DAMAGED
    connection = connect(old_store, key_of(old_store))
    assert schema_version(connection) == "0001"
    connection.close()


def test_a_damaged_store_is_not_upgraded(old_store: Path) -> None:
    whole = bytearray(old_store.read_bytes())
    whole[-1000] ^= 1
    old_store.write_bytes(whole)

    with pytest.raises(StoreRefused) as error:
        opened(old_store)

    assert error.value.refusal is StoreRefusal.DAMAGED
    assert old_store.read_bytes() == whole
    assert [file.name for file in old_store.parent.iterdir() if "version" in file.name] == []


def test_an_unfinished_copy_of_an_earlier_attempt_is_replaced(old_store: Path) -> None:
    leftover = copy_path(old_store, "0001").with_name("enplan.store.version-0001.new")
    leftover.write_bytes(b"half a copy")

    opened(old_store).close()

    assert copy_path(old_store, "0001").exists()
    assert not leftover.exists()
