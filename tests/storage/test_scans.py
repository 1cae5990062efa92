"""Scans in a real store: kept as they were, taken away only by name, in the backup, and never read from the store."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from desktop_app.application.errors import (
    ChangedMeanwhile,
    ScanProblem,
    ScanRefused,
    StorageTrouble,
    StorageUnavailable,
)
from desktop_app.domain.scan import LARGEST, Scan, ScanRemoval
from desktop_app.storage.engine import connect
from desktop_app.storage.keys import unlock
from desktop_app.storage.scan_file import read_scan_file
from desktop_app.storage.store import Store
from desktop_app.storage.verified_copy import copy_verified
from desktop_app.storage.verify import verify
from tests.storage.builders import PASSWORD, a_case, a_plan, a_scan, read, save_new, saved

CONTENT = b"%PDF-1.4 " + bytes(range(256)) * 40


@pytest.fixture
def scan(store: Store) -> Scan:
    """A scan that is attached to the plan of a case."""
    save_new(store, a_case(plans=(a_plan(),)))
    return attach(store, a_scan(CONTENT))


def attach(store: Store, scan: Scan) -> Scan:
    case = read(store, "2026-014")
    with store.work() as unit:
        unit.scan_bytes.keep(CONTENT, a_scan(CONTENT).sha256)
        unit.cases.save(replace(case, plans=(replace(case.plans[0], scans=(*case.plans[0].scans, scan)),)))
        unit.commit()
    return next(one for one in scans(store) if one.id == scan.id)


def scans(store: Store) -> tuple[Scan, ...]:
    return read(store, "2026-014").plans[0].scans


def change(store: Store, scan: Scan) -> None:
    case = read(store, "2026-014")
    kept = tuple(scan if one.id == scan.id else one for one in case.plans[0].scans)
    with store.work() as unit:
        unit.cases.save(replace(case, plans=(replace(case.plans[0], scans=kept),)))
        unit.commit()


def test_a_scan_comes_back_with_its_bytes(store: Store, scan: Scan) -> None:
    assert scan == saved(a_scan(CONTENT, id=scan.id))
    with store.work() as unit:
        assert unit.scan_bytes.of(scan) == CONTENT
    with store.work() as unit:
        [of_all] = unit.cases.all()
    assert of_all.plans[0].scans == (scan,)
    assert [case.plans[0].scans for case in store.read.cases([of_all.id])] == [(scan,)]


def test_scans_come_in_the_order_they_were_attached(store: Store, scan: Scan) -> None:
    earlier = attach(store, a_scan(CONTENT, added_on=date(2026, 10, 28), file_name='Å "side 1"\n.pdf'))

    assert scans(store) == (earlier, scan)


def test_the_same_bytes_are_kept_once(store: Store, scan: Scan) -> None:
    attach(store, a_scan(CONTENT))

    assert store.connection.rows("SELECT sha256 FROM blobs") == [(scan.sha256,)]
    assert verify(store).scans == 2


def test_the_removal_of_a_scan_is_a_revision_and_its_bytes_stay(store: Store, scan: Scan) -> None:
    removal = ScanRemoval(on=date(2026, 11, 2), by="AK", reason="Forkert borger")

    change(store, replace(scan, removal=removal))

    assert scans(store) == (replace(scan, removal=removal, version=2),)
    latest = store.read.history(read(store, "2026-014").id)[0]
    assert (latest.kind, latest.after["removed_reason"]) == ("attachments", "Forkert borger")
    with store.work() as unit:
        assert unit.scan_bytes.of(scan) == CONTENT
    assert verify(store).is_sound


@pytest.mark.parametrize(
    "changed",
    [
        lambda scan: replace(scan, file_name="andet.pdf"),
        lambda scan: replace(scan, note=None),
        lambda scan: replace(scan, sha256="0" * 64),
        lambda scan: replace(scan, size=1),
        lambda scan: replace(scan, added_by="AK"),
    ],
)
def test_what_was_attached_is_not_changed(store: Store, scan: Scan, changed: Callable[[Scan], Scan]) -> None:
    with pytest.raises(Exception, match="an attachment is not changed"):
        change(store, changed(scan))

    assert scans(store) == (scan,)


def test_a_scan_is_not_deleted_nor_its_bytes(store: Store, scan: Scan) -> None:
    case = read(store, "2026-014")
    with store.work() as unit:
        unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, plans=(replace(case.plans[0], scans=()),)))
        with pytest.raises(Exception, match="goes only by an erasure"):
            unit.commit()
    for statement in ("DELETE FROM blobs", "UPDATE blobs SET bytes = x'00'"):
        with pytest.raises(dbapi2.Error), store.work():
            store.connection.write(statement, ())

    assert scans(store) == (scan,)


def test_somebody_elses_removal_is_not_overwritten(store: Store, scan: Scan) -> None:
    change(store, replace(scan, removal=ScanRemoval(on=date(2026, 11, 2), by="AK", reason="Forkert borger")))

    with pytest.raises(ChangedMeanwhile):
        change(store, scan)


def test_a_backup_holds_the_scan(store: Store, scan: Scan, tmp_path: Path) -> None:
    key = unlock(store.path, user=None, password=PASSWORD).key
    copy_verified(store.connection, key, tmp_path / "copy.store")

    copy = connect(tmp_path / "copy.store", key)
    assert copy.rows("SELECT sha256, bytes FROM blobs") == [(scan.sha256, CONTENT)]
    copy.close()


# Reading a file ------------------------------------------------------------------------------------------------------


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    """A file somebody chose."""
    path = tmp_path / "Kontrakt.pdf"
    path.write_bytes(CONTENT)
    return path


def refused(path: Path, store: Store) -> ScanProblem:
    with pytest.raises(ScanRefused) as error:
        read_scan_file(path, store=store.path)
    return error.value.problem


def test_a_file_is_read_whole(store: Store, chosen: Path) -> None:
    assert read_scan_file(chosen, store=store.path) == CONTENT


def test_a_file_of_just_the_limit_is_read_and_one_byte_more_is_refused(store: Store, chosen: Path) -> None:
    os.truncate(chosen, LARGEST)
    assert len(read_scan_file(chosen, store=store.path)) == LARGEST

    os.truncate(chosen, LARGEST + 1)
    assert refused(chosen, store) is ScanProblem.TOO_LARGE


def test_an_empty_file_a_folder_and_a_file_that_is_gone_are_refused(store: Store, chosen: Path) -> None:
    os.truncate(chosen, 0)
    assert refused(chosen, store) is ScanProblem.EMPTY
    assert refused(chosen.parent, store) is ScanProblem.UNREADABLE
    assert refused(chosen.with_name("væk.pdf"), store) is ScanProblem.UNREADABLE


if sys.platform != "win32":  # which has no pipes with names

    def test_a_pipe_is_refused_and_not_waited_for(store: Store, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.pdf")

        assert refused(tmp_path / "pipe.pdf", store) is ScanProblem.UNREADABLE


def test_a_file_that_changes_while_it_is_read_is_refused(
    store: Store, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = list[int]()
    real = os.fstat

    def written_to(descriptor: int) -> os.stat_result:
        seen.append(descriptor)
        if len(seen) == 2:
            with chosen.open("ab") as file:
                file.write(b"more")
        return real(descriptor)

    monkeypatch.setattr(os, "fstat", written_to)

    assert refused(chosen, store) is ScanProblem.CHANGED


def test_the_stores_own_files_are_refused_and_the_store_stays_held(store: Store, tmp_path: Path) -> None:
    keys = next(file for file in store.path.parent.iterdir() if file.name.endswith("keys.json"))
    link = tmp_path / "link.pdf"
    link.symlink_to(store.path)

    assert {refused(path, store) for path in (store.path, keys, link)} == {ScanProblem.OWN_FILE}
    save_new(store, a_case("2026-099"))


def test_a_disk_that_fills_up_leaves_nothing_of_a_scan(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    save_new(store, a_case(plans=(a_plan(),)))
    case, before = read(store, "2026-014"), store.connection.rows("SELECT count(*) FROM blobs")

    def full() -> None:
        raise StorageUnavailable(StorageTrouble.DISK_FULL)

    with store.work() as unit:
        unit.scan_bytes.keep(CONTENT, a_scan(CONTENT).sha256)
        unit.cases.save(replace(case, plans=(replace(case.plans[0], scans=(a_scan(CONTENT),)),)))
        monkeypatch.setattr(store.connection, "refuse_gone", full)
        with pytest.raises(StorageUnavailable):
            unit.commit()

    monkeypatch.undo()
    assert store.connection.rows("SELECT count(*) FROM blobs") == before == [(0,)]
    assert scans(store) == ()
