"""Scans of a store in memory, files that lie nowhere, and dialogs that remember what they were told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from desktop_app.application.attach_scan import AttachedScan, ScanFile, attach_scan, examine_file
from desktop_app.application.changes import Changes
from desktop_app.application.errors import ScanProblem, ScanRefused
from desktop_app.application.open_scan import OpenedScan, open_scan
from desktop_app.application.remove_scan import RemovedScan, put_back_scan, remove_scan
from desktop_app.domain.case import Case
from desktop_app.domain.scan import Scan, ScanType
from tests.fakes import FakeStore

Result = TypeVar("Result")


@dataclass
class FakeScanWork:
    """Scans of a store in memory; `files` says what lies where, or what is wrong with it."""

    store: FakeStore
    files: dict[str, bytes | ScanProblem] = field(default_factory=dict)

    def read(self, path: str) -> ScanFile:
        content = self.files.get(path, ScanProblem.UNREADABLE)
        if isinstance(content, ScanProblem):
            raise ScanRefused(content)
        return examine_file(path, content, check=lambda _: ScanType.PDF)

    def attach(
        self, seen: Case, plan_id: str, file: ScanFile, note: str, today: date, draft_id: str | None
    ) -> AttachedScan:
        return attach_scan(
            seen, plan_id, file, note, work=self.store.work, today=today, initials="MJ", draft_id=draft_id
        )

    def open(self, case_number: str, scan_id: str) -> OpenedScan:
        return open_scan(case_number, scan_id, work=self.store.work)

    def remove(self, case_number: str, scan: Scan, reason: str, today: date, draft_id: str | None) -> RemovedScan:
        return remove_scan(
            case_number, scan, reason, work=self.store.work, today=today, initials="MJ", draft_id=draft_id
        )

    def put_back(self, removed: RemovedScan) -> Changes:
        return put_back_scan(removed, work=self.store.work)


class AtOnce:
    """Does work aside at once (`presenters.aside.Aside`)."""

    def do(self, work: Callable[[], Result], then: Callable[[Callable[[], Result]], None]) -> None:
        then(work)


class Slowly:
    """Does work aside when it is told to (`presenters.aside.Aside`)."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def do(self, work: Callable[[], Result], then: Callable[[Callable[[], Result]], None]) -> None:
        self.waiting.append(lambda: then(work))

    def go_on(self) -> None:
        """Finish everything that was begun."""
        while self.waiting:
            self.waiting.pop(0)()


@dataclass
class SeenScan:
    """The dialog that attaches or takes away, and the frame around it."""

    asked: list[tuple[str, str, str]] = field(default_factory=list)
    file: tuple[str, str] = ("", "")
    problems: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    changes: list[Changes] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    undo: Callable[[], None] | None = None
    finished: int = 0
    is_busy: bool = False

    def ask(self, title: str, explanation: str, text: str) -> None:
        self.asked.append((title, explanation, text))

    def show_reading(self, name: str) -> None:
        self.file = (name, "…")
        self.problems = []

    def show_file(self, name: str, remark: str) -> None:
        self.file = (name, remark)

    def set_busy(self, *, is_busy: bool) -> None:
        self.is_busy = is_busy

    def show_problem(self, text: str) -> None:
        self.problems.append(text)

    def show_note_problem(self, text: str) -> None:
        self.problems.append(text)

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def finish(self) -> None:
        self.finished += 1

    def scan_attached(self, done: AttachedScan) -> None:
        self.changes.append(done.changes)

    def scan_removed(self, changes: Changes) -> None:
        self.changes.append(changes)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self.done.append(text)
        self.undo = undo
