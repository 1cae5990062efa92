"""Scans of signed papers: read from a file, attached, shown, taken away."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.application.attach_scan import AttachedScan, ScanFile, attach_scan, examine_file
from desktop_app.application.changes import Changes
from desktop_app.application.open_scan import OpenedScan, open_scan
from desktop_app.application.remove_scan import RemovedScan, put_back_scan, remove_scan
from desktop_app.domain.case import Case
from desktop_app.domain.scan import Scan
from desktop_app.storage.scan_file import read_scan_file
from desktop_app.storage.store import Store


@dataclass(frozen=True, slots=True)
class ScanWork:
    """Scans of one store."""

    store: Store

    def read(self, path: str) -> ScanFile:
        """Read a file and look into it (`examine_file`)."""
        from desktop_app.documents.scan_content import scan_type  # noqa: PLC0415 - only to attach

        chosen = Path(path)
        return examine_file(chosen.name, read_scan_file(chosen, store=self.store.path), check=scan_type)

    def attach(
        self, seen: Case, plan_id: str, file: ScanFile, note: str, today: date, draft_id: str | None
    ) -> AttachedScan:
        """Attach a file to a signed version (`attach_scan`)."""
        return attach_scan(
            seen,
            plan_id,
            file,
            note,
            work=self.store.work,
            today=today,
            initials=self.store.user.initials,
            draft_id=draft_id,
        )

    def open(self, case_number: str, scan_id: str) -> OpenedScan:
        """Return a scan with its bytes (`open_scan`)."""
        return open_scan(case_number, scan_id, work=self.store.work)

    def remove(self, case_number: str, scan: Scan, reason: str, today: date, draft_id: str | None) -> RemovedScan:
        """Take a scan away (`remove_scan`)."""
        return remove_scan(
            case_number,
            scan,
            reason,
            work=self.store.work,
            today=today,
            initials=self.store.user.initials,
            draft_id=draft_id,
        )

    def put_back(self, removed: RemovedScan) -> Changes:
        """Put a scan back (`put_back_scan`)."""
        return put_back_scan(removed, work=self.store.work)
