"""Reads `resources/retention/kle.toml` and rejects whatever it does not know."""

from datetime import date
from pathlib import Path

from desktop_app.application.errors import RuleProblem
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.retention import RetentionRules, RetentionVersion
from desktop_app.domain.rulebook import Certainty, Standing
from desktop_app.storage.rule_table import RuleTable
from desktop_app.storage.rulebook_file import read_source


def read_retention(file: Path) -> RetentionRules:
    """Return how long cases are kept by a file.

    Raises:
        RuleFileError: the file is not as it must be, or the machine could not read it.
    """
    table = RuleTable.of_file(file)
    versions = [_version(inner) for inner in table.inner_list("version")]
    table.finish()
    days = [version.valid_from for version in versions]
    for day in days:
        if days.count(day) > 1:
            raise table.error(RuleProblem.OVERLAPPING_VERSIONS, "version", day.isoformat())
    return RetentionRules(versions)


def _version(table: RuleTable) -> RetentionVersion:
    standing = table.required_word("standing", Standing)
    version = RetentionVersion(
        valid_from=table.take("valid_from", date),
        kle=table.take("kle", str),
        archive_code=table.take("archive_code", str),
        keep=_span(table),
        standing=standing,
        certainty=table.required_word("certainty", Certainty),
        note=table.take("note", str, required=False),
        source=read_source(table, url_required=standing is Standing.STATUTE),
    )
    table.finish()
    return version


def _span(table: RuleTable) -> Span:
    inner = table.inner("keep")
    assert inner is not None  # noqa: S101 - a missing one has been refused
    span = Span(inner.take("value", int), inner.required_word("unit", Unit))
    if span.value < 1:
        raise inner.error(RuleProblem.NOT_POSITIVE, "value", str(span.value))
    inner.finish()
    return span
