"""Scans in words: what each of them is, and why a file is none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.application.errors import ScanProblem
from desktop_app.domain.plan import Plan
from desktop_app.domain.scan import Scan, ScanType, attached
from desktop_app.translation import _, short_date

_KIB: Final = 1024
_MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ScanRow:
    """A scan in a list: what the file was called, and below it kind, size, when and by whom, and the note."""

    id: str
    title: str
    detail: str


def scan_rows(plan: Plan) -> tuple[ScanRow, ...]:
    """Return the scans of a version that were not taken away, in the order they were attached."""
    return tuple(ScanRow(scan.id, scan.file_name, _detail(scan)) for scan in attached(plan.scans))


def _detail(scan: Scan) -> str:
    text = _("{kind} · {size} · attached {date} by {user}").format(
        kind=scan_type_text(scan.media_type),
        size=size_text(scan.size),
        date=short_date(scan.added_on),
        user=scan.added_by,
    )
    return f"{text} · {scan.note}" if scan.note else text


def scan_type_text(kind: ScanType) -> str:
    """Return what people call a kind of file."""
    return {ScanType.PDF: "PDF", ScanType.JPEG: "JPG", ScanType.PNG: "PNG"}[kind]


def size_text(size: int) -> str:
    """Return a size as people say it: 1,2 MB, 340 KB."""
    if size < _MIB:
        return f"{max(1, round(size / _KIB))} KB"
    return f"{size / _MIB:.1f} MB".replace(".", ",")


def scan_problem_text(problem: ScanProblem) -> str:
    """Return why a file is not taken in, and what to do."""
    return _PROBLEMS[problem]()


_PROBLEMS: Mapping[ScanProblem, Callable[[], str]] = {
    ScanProblem.WRONG_TYPE: lambda: _("The chosen file must be a PDF, JPG or PNG"),
    ScanProblem.TOO_LARGE: lambda: _("The size of the file must be under 25 MB"),
    ScanProblem.EMPTY: lambda: _("The file is empty. Scan the paper again"),
    ScanProblem.UNREADABLE: lambda: _("The file cannot be read. Check that it is still there, and choose it again"),
    ScanProblem.CHANGED: lambda: _("The file changed while it was read. Wait until the scanner has finished"),
    ScanProblem.OWN_FILE: lambda: _("The file belongs to the file with the cases and cannot be attached"),
    ScanProblem.ENCRYPTED: lambda: _("The PDF is locked by a password. Save it without one, and choose it again"),
    ScanProblem.BROKEN: lambda: _("The file is damaged and cannot be opened. Scan the paper again"),
    ScanProblem.TOO_MANY_PIXELS: lambda: _("The picture has too many pixels. Scan the paper at 300 dpi"),
    ScanProblem.ATTACHED_ALREADY: lambda: _("The same file is already attached to this version"),
}
