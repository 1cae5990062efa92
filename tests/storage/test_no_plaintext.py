"""Nothing a citizen told, and no password, stands readable in any file beside the store."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.case import Case, Note
from desktop_app.storage.store import Store, open_store
from tests.storage.builders import (
    a_case,
    a_citizen,
    a_decision,
    a_document,
    a_draft,
    a_fact_correction,
    a_frozen_plan,
    a_full_follow_up,
    a_new_store,
    a_plan,
    a_scan,
    a_snapshot,
    new_id,
)

PASSWORD = "Kanariefugl-kodeord-4711"  # noqa: S105 - a canary itself
NAME, NATIVE_NAME, CPR, NOTE = "Kanariefuglenavn", "كناري", "3112999876", "Kanarienote om helbred"
CANARIES = (NAME, NATIVE_NAME, CPR, NOTE, PASSWORD)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def a_case_of_canaries() -> Case:
    plan = a_plan()
    return a_case(
        citizen=a_citizen(given_names=NAME, native_name=NATIVE_NAME, cpr=CPR, address=NOTE),
        plans=(replace(plan, goals=(replace(plan.goals[0], text=NOTE),)),),
        follow_ups=(a_full_follow_up(note=NOTE, agreed=NOTE, participants=NAME),),
        corrections=(a_fact_correction(reason=NOTE),),
        decisions=(a_decision(reason=NOTE),),
        notes=(Note(id=new_id(), on=date(2026, 3, 3), text=NOTE),),
    )


def canaries_in(folder: Path) -> set[tuple[str, str]]:
    """Return each canary that stands readable, with the file it stands in."""
    return {
        (file.name, canary)
        for file in folder.rglob("*")
        if file.is_file()
        for content in (file.read_bytes(),)
        for canary in CANARIES
        if any(canary.encode(encoding) in content for encoding in ENCODINGS)
    }


def write_canaries(store: Store) -> None:
    case = a_case_of_canaries()
    bytes_of_scan = b"%PDF-1.4 " + NOTE.encode() * 2000
    scan = a_scan(bytes_of_scan, file_name=f"{NAME}.pdf", note=NOTE)
    case = replace(case, plans=(replace(case.plans[0], scans=(scan,)),))
    frozen = a_frozen_plan(case.plans[0].id, snapshot=a_snapshot(caseworker=NAME))
    with store.work() as unit:
        unit.cases.add(case)
        unit.frozen_plans.add(frozen)
        unit.frozen_plans.add_document(a_document(frozen.id, NOTE.encode()))
        unit.scan_bytes.keep(bytes_of_scan, scan.sha256)
        assert canaries_in(store.path.parent) == set()
        unit.commit()


def write_and_discard_drafts(store: Store) -> None:
    for number in range(3):
        draft = a_draft(content={"note": NOTE, "name": NATIVE_NAME, "people": [{"cpr": CPR, "name": NAME}] * 200})
        with store.work() as unit:
            unit.drafts.keep(draft)
            assert canaries_in(store.path.parent) == set()
            unit.commit()
        if number:
            with store.work() as unit:
                unit.drafts.discard(draft.id)
                unit.commit()


def test_no_file_holds_anything_readable_at_any_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, temporary = tmp_path / "store", tmp_path / "temporary"
    temporary.mkdir()
    for variable in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(temporary))
    path = folder / "enplan.store"
    store = a_new_store(path, password=PASSWORD).store
    write_canaries(store)
    assert canaries_in(folder) == set()

    write_and_discard_drafts(store)
    assert canaries_in(folder) == set()

    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        [scan] = case.plans[0].scans
        assert NOTE.encode() in unit.scan_bytes.of(scan)
        assert canaries_in(folder) == set()
        unit.cases.save(replace(case, notes=(), citizen=replace(case.citizen, city=NOTE)))
        unit.cases.add_many([replace(a_case_of_canaries(), case_number=f"{number}") for number in range(20)])
        assert path.with_name(path.name + "-journal").stat().st_size > 4096
        assert canaries_in(folder) == set()
        unit.commit()

    store.keys.set_password("MJ", PASSWORD)
    store.close()
    assert {file.name for file in folder.iterdir()} == {"enplan.store", "enplan.store.keys.json", "enplan.store.mark"}
    open_store(path, password=PASSWORD).close()
    assert canaries_in(tmp_path) == set()
    assert list(temporary.iterdir()) == []


def test_the_search_for_canaries_finds_them_in_a_plain_database(tmp_path: Path) -> None:
    for encoding in ("UTF-8", "UTF-16le", "UTF-16be"):
        with closing(sqlite3.connect(tmp_path / f"{encoding}.db")) as database:
            database.execute(f"PRAGMA encoding = '{encoding}'")
            database.execute("CREATE TABLE plain (text TEXT)")
            database.executemany("INSERT INTO plain VALUES (?)", [(canary,) for canary in CANARIES])
            database.commit()

    assert {canary for _, canary in canaries_in(tmp_path)} == set(CANARIES)
    assert len(canaries_in(tmp_path)) == 3 * len(CANARIES)
