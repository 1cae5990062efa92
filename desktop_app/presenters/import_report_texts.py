"""What an import did, in a few lines."""

from collections.abc import Iterator

from desktop_app.application.import_cases import ImportReport
from desktop_app.translation import _, _n

SHOWN = 10


def import_lines(report: ImportReport, *, dry_run: bool) -> Iterator[str]:
    """Yield what came in, what was known already, and how much is missing."""
    if report.added:
        n = len(report.added)
        yield _n("{n} case added", "{n} cases added", n).format(n=n)
    if report.updated:
        n = len(report.updated)
        yield _n("{n} case updated", "{n} cases updated", n).format(n=n)
    if report.unchanged:
        n = len(report.unchanged)
        yield _n("{n} case unchanged", "{n} cases unchanged", n).format(n=n)
    if not (report.added or report.updated or report.unchanged):
        yield _("The file holds no cases.")
    if report.gap_counts:
        yield _gaps(report)
    if dry_run:
        yield _("This was a trial: nothing was saved.")


def _gaps(report: ImportReport) -> str:
    total = sum(report.gap_counts.values())
    named = sorted(report.gap_counts)[:SHOWN]
    more = len(report.gap_counts) - len(named)
    cases = ", ".join(named) + (_(" and {n} more").format(n=more) if more else "")
    things = _n("{n} thing is missing or does not add up", "{n} things are missing or do not add up", total)
    where = _("see the list of gaps: {cases}") if len(report.gap_counts) == 1 else _("see the lists of gaps: {cases}")
    return f"{things.format(n=total)}, {where.format(cases=cases)}"
