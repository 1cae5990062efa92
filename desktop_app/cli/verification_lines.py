"""What `enplan verify` says it checked, and what it found."""

from collections.abc import Iterator

from desktop_app.storage.verify import Check, Finding, Verification
from desktop_app.translation import _


def verification_lines(verification: Verification) -> Iterator[str]:
    """Yield what was checked, then every finding, then the verdict."""
    yield _(
        "Checked {pages} pages, {entries} log entries in their chain, {records} records against their revisions,"
    ).format(pages=verification.pages, entries=verification.entries, records=verification.records)
    yield _("{frozen} signed plans and {documents} documents against their checksums.").format(
        frozen=verification.frozen_plans, documents=verification.documents
    )
    for finding in verification.findings:
        yield _finding(finding)
    if verification.is_sound:
        yield _("The store is whole.")
    else:
        yield _("The store is not whole. Do not write to it; restore the latest backup.")


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
        Check.DOCUMENTS: _("A document does not fit its checksum: {subject}"),
    }[finding.check]
    return text.format(subject=finding.subject)
