"""Reads `resources/law/*.toml` into a `Rulebook` and rejects whatever it does not know.

One file holds one duty with its versions; `suspensions.toml` holds the suspensions. TOML itself gives dates as dates
and refuses a key given twice.
"""

from collections.abc import Mapping
from datetime import date
from itertools import combinations
from operator import attrgetter
from pathlib import Path

from desktop_app.application.errors import RuleFileError, RuleProblem
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Period, Span, Unit
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import (
    Certainty,
    Clock,
    Condition,
    Duty,
    Fulfilment,
    MoveEffect,
    Obligation,
    Rulebook,
    RuleVersion,
    Source,
    Standing,
    Suspension,
)
from desktop_app.storage.rule_table import RuleTable, read_rule_file

SUSPENSIONS = "suspensions.toml"


def read_rulebook(folder: Path) -> Rulebook:
    """Return the rulebook that lies in a folder.

    Raises:
        RuleFileError: a file is not as rules are written, or a duty has no file.
    """
    return rulebook_of({file.name: read_rule_file(file) for file in folder.glob("*.toml")}, folder.name)


def rulebook_of(files: Mapping[str, bytes], folder: str) -> Rulebook:
    """Return the rulebook that stands in files, by their names, of a folder of this name.

    Raises:
        RuleFileError: as `read_rulebook` says.
    """
    tables = {name: RuleTable.of_content(name, files[name]) for name in sorted(files)}
    suspensions = tables.pop(SUSPENSIONS, None)
    duties = [_duty(table) for table in tables.values()]
    missing = set(DutyId) - {duty.id for duty in duties}
    if missing:
        raise RuleFileError(RuleProblem.DUTY_MISSING, file=folder, detail=", ".join(sorted(missing)))
    return Rulebook(duties, _suspensions(suspensions) if suspensions else ())


def _duty(table: RuleTable) -> Duty:
    duty_id = table.required_word("id", DutyId)
    if table.file != f"{duty_id}.toml":
        raise table.error(RuleProblem.FILE_NAME_DIFFERS, "id", duty_id)
    duty = Duty(
        id=duty_id,
        name=table.take("name", str),
        name_en=table.take("name_en", str),
        clock=table.word("counts_from", Clock),
        version_chosen_by=table.word("version_chosen_by", Clock),
        fulfilled_by=table.required_word("fulfilled_by", Fulfilment),
        after_move=table.word("after_move", MoveEffect) or MoveEffect.NONE,
        versions=tuple(sorted(map(_version, table.inner_list("version")), key=attrgetter("valid_from"))),
    )
    table.finish()
    _check(duty, table)
    return duty


def _version(table: RuleTable) -> RuleVersion:
    standing = table.required_word("standing", Standing)
    version = RuleVersion(
        valid_from=table.take("valid_from", date),
        ended_on=table.take("ended_on", date, required=False),
        groups=frozenset(table.words("groups", TargetGroup)),
        clock=table.word("clock", Clock),
        due=_span(table, "due"),
        times=table.take("times", int, required=False),
        repeats=bool(table.take("repeats", bool, required=False)),
        obligation=table.word("obligation", Obligation) or Obligation.MUST,
        conditions=table.words("conditions", Condition, required=False),
        to_next_working_day=bool(table.take("to_next_working_day", bool, required=False)),
        in_ordinary_work=_span(table, "in_ordinary_work"),
        after_birth=_span(table, "after_birth"),
        aim=_span(table, "aim"),
        wording_seen=table.take("wording_seen", bool, required=False) is not False,
        begins_between=_days(table, "begins_between"),
        standing=standing,
        certainty=table.required_word("certainty", Certainty),
        note=table.take("note", str, required=False),
        source=read_source(table, url_required=standing is Standing.STATUTE),
    )
    if version.ended_on and version.ended_on < version.valid_from:
        raise table.error(RuleProblem.ENDS_BEFORE_IT_BEGINS, "ended_on", version.ended_on.isoformat())
    if version.times is not None and version.times < 1:
        raise table.error(RuleProblem.NOT_POSITIVE, "times", str(version.times))
    if version.repeats and not (version.times and version.due and version.due.value):
        raise table.error(RuleProblem.REPEATS_NOTHING, "repeats")
    if version.begins_between and version.valid_from not in version.begins_between:
        raise table.error(RuleProblem.BEGINS_ELSEWHERE, "begins_between", version.valid_from.isoformat())
    table.finish()
    return version


def read_source(table: RuleTable, *, url_required: bool) -> Source:
    """Return where a rule was read; what stands in the law has an address."""
    inner = table.inner("source")
    assert inner is not None  # noqa: S101 - a missing source has been refused
    source = Source(
        act=inner.take("act", str),
        section=inner.take("section", str),
        document=inner.take("document", str),
        url=inner.take("url", str, required=url_required) or "",
        checked_on=inner.take("checked_on", date),
    )
    inner.finish()
    return source


def _span(table: RuleTable, key: str) -> Span | None:
    inner = table.inner(key, required=False)
    if inner is None:
        return None
    span = Span(inner.take("value", int), inner.required_word("unit", Unit))
    if span.value < 0:
        raise inner.error(RuleProblem.NOT_POSITIVE, "value", str(span.value))
    inner.finish()
    return span


def _days(table: RuleTable, key: str) -> Period | None:
    inner = table.inner(key, required=False)
    if inner is None:
        return None
    period = Period(inner.take("first", date), inner.take("last", date))
    inner.finish()
    return period


def _check(duty: Duty, table: RuleTable) -> None:
    """Refuse versions that overlap for a group, or that count from nothing, or allow no time."""
    for one, other in combinations(duty.versions, 2):
        if one.groups & other.groups and one.period.overlaps(other.period):
            raise table.error(RuleProblem.OVERLAPPING_VERSIONS, "version", other.valid_from.isoformat())
    for version in duty.versions:
        if duty.chooser_of(version) is None:
            raise table.error(RuleProblem.NO_CLOCK, "counts_from", version.valid_from.isoformat())
        needs_time = version.wording_seen and duty.fulfilled_by is not Fulfilment.DEPARTMENT_NAMED
        if needs_time and version.due is None:
            raise table.error(RuleProblem.NO_TIME, "due", version.valid_from.isoformat())


def _suspensions(table: RuleTable) -> tuple[Suspension, ...]:
    found = tuple(_suspension(inner) for inner in table.inner_list("suspension"))
    table.finish()
    return found


def _suspension(table: RuleTable) -> Suspension:
    takeovers = table.inner("takeovers")
    assert takeovers is not None  # noqa: S101 - missing takeovers have been refused
    until = _span(table, "until")
    if until is None:
        raise table.error(RuleProblem.MISSING_KEY, "until")
    suspension = Suspension(
        id=table.take("id", str),
        duties=frozenset(table.words("duties", DutyId)),
        groups=frozenset(table.words("groups", TargetGroup)),
        groups_if_allocated=frozenset(table.words("groups_if_allocated", TargetGroup, required=False)),
        takeovers=Period(takeovers.take("first", date), takeovers.take("last", date)),
        until=until,
        certainty=table.required_word("certainty", Certainty),
        note=table.take("note", str, required=False),
        source=read_source(table, url_required=True),
    )
    takeovers.finish()
    table.finish()
    last = suspension.takeovers.last
    if last and last < suspension.takeovers.first:
        raise takeovers.error(RuleProblem.ENDS_BEFORE_IT_BEGINS, "last", last.isoformat())
    return suspension
