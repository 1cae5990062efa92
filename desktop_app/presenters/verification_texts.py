"""What a check of the file says it checked, and what it found: in the window and of `enplan verify`."""

from collections.abc import Iterator

from desktop_app.application.store_mark import MarkWarning
from desktop_app.application.verification import Check, Finding, Verification
from desktop_app.presenters.mark_texts import mark_title, missing_text
from desktop_app.translation import _, _n


def verification_lines(verification: Verification, warning: MarkWarning | None) -> Iterator[str]:
    """Yield what was checked, then every finding, then the verdict; `warning` is what the mark says of the store."""
    pages, entries, records = verification.pages, verification.entries, verification.records
    yield _("Checked {pages}, {entries} in their chain, {records} against their revisions,").format(
        pages=_n("{n} page", "{n} pages", pages).format(n=pages),
        entries=_n("{n} log entry", "{n} log entries", entries).format(n=entries),
        records=_n("{n} record", "{n} records", records).format(n=records),
    )
    plans, documents = verification.frozen_plans, verification.documents
    scans, logos = verification.scans, verification.logos
    yield _("{plans}, {documents}, {scans} and {logos} against their checksums.").format(
        plans=_n("{n} signed plan", "{n} signed plans", plans).format(n=plans),
        documents=_n("{n} document", "{n} documents", documents).format(n=documents),
        scans=_n("{n} scan", "{n} scans", scans).format(n=scans),
        logos=_n("{n} logo", "{n} logos", logos).format(n=logos),
    )
    yield _warned(warning) if warning else _("The mark beside the file fits it: it is the one last worked in.")
    for finding in verification.findings:
        yield _finding(finding)
    if (first := verification.first_bad_entry) is not None:
        yield _(
            "The first bad log entry is number {number}. What stands before it is as it was written; what comes after"
            " proves nothing by itself."
        ).format(number=first)
    yield verification_verdict(verification)


def verification_verdict(verification: Verification) -> str:
    """Return whether the file is whole, and what to do where it is not."""
    if verification.is_sound:
        return _("The store is whole.")
    return _("The store is not whole. Do not write to it; restore the latest backup.")


def _warned(warning: MarkWarning) -> str:
    """Return what the mark says: also how many lines are gone from the end, which the chain alone cannot tell."""
    return " ".join(part for part in (f"{mark_title(warning)}.", missing_text(warning)) if part)


def _finding(finding: Finding) -> str:
    text = {
        Check.PAGES: _("A page is damaged: {subject}"),
        Check.STRUCTURE: _("The structure does not hold: {subject}"),
        Check.REFERENCES: _("A row refers to nothing: {subject}"),
        Check.CHAIN: _("The chain breaks at log entry {subject}"),
        Check.PAYLOAD: _("The content of log entry {subject} is not what was written"),
        Check.ROWS: _("A record is not what its revisions say: {subject}"),
        Check.CONFLICTS: _("A conflict is not what the revisions say: {subject}"),
        Check.FROZEN_PLANS: _("A signed plan does not fit its checksum: {subject}"),
        Check.DOCUMENTS: _("A document, scan or logo does not fit its checksum: {subject}"),
        Check.SCANS: _("A scan is not of the size it was: {subject}"),
        Check.LOGOS: _("A logo that is in use is not there: {subject}"),
    }[finding.check]
    return text.format(subject=finding.subject)
