"""Versions and changes of records, as a store keeps them: each record by itself, whatever it stands below."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, NamedTuple, TypeVar

from desktop_app.domain.citizen import Citizen
from desktop_app.domain.household import Household
from desktop_app.domain.plan import Activity, Commitment, Goal

Record = TypeVar("Record", bound=Any)
Fields = dict[str, Any]

_KINDS = {
    "Support": "status_periods",
    "Readiness": "status_periods",
    "ParentalLeave": "parental_leaves",
    "FollowUp": "follow_ups",
    "Activity": "activities",
    "FollowUpCorrection": "follow_up_corrections",
    "FactCorrection": "fact_corrections",
    "Consent": "consents",
    "DeadlineDecision": "deadline_decisions",
    "Scan": "attachments",
}
_HELD_WHOLE = frozenset({"languages", "topics", "progress"})
"""What a record holds several of and yet are no records."""


class Kept(NamedTuple):
    """A record by itself: what stands below it is kept beside it, what it belongs to is a link."""

    id: str
    version: int
    kind: str
    fields: Fields


class Change(NamedTuple):
    """What became of one record; `after` is empty where it was taken away."""

    kept: Kept
    before: Fields
    after: Fields
    is_deletion: bool


def kept(record: Any, place: int = 0) -> dict[str, Kept]:  # noqa: ANN401 - any kind of record, and none
    """Return a record and all below it by id. A case's citizen and household are links."""
    if record is None:
        return {}
    own: Fields = {"position": place} if isinstance(record, Goal | Activity | Commitment) else {}
    found = dict[str, Kept]()
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Citizen | Household):
            own[f"{field.name}_id"] = value.id
        elif _holds_records(field.name, value):
            for number, part in enumerate(value):
                found |= kept(part, number)
        elif field.name not in {"id", "version"}:
            own[field.name] = value
    name = type(record).__name__
    return {record.id: Kept(record.id, record.version, _KINDS.get(name, f"{name.lower()}s"), own)} | found


def committed(record: Record, before: dict[str, Kept]) -> Record:
    """Return a record and all below it with the versions they have once they are committed on top of `before`."""
    now = kept(record)
    versions = {
        one.id: before[one.id].version + (one.fields != before[one.id].fields) if one.id in before else 1
        for one in now.values()
    }
    return _with_versions(record, versions)


def changes(before: dict[str, Kept], after: dict[str, Kept]) -> Iterator[Change]:
    """Yield what became of each record, those that are as they were left out."""
    for one in after.values():
        was = before[one.id].fields if one.id in before else {}
        changed = {name: value for name, value in one.fields.items() if name not in was or was[name] != value}
        if changed:
            yield Change(one, {name: was[name] for name in changed if name in was}, changed, is_deletion=False)
    for one in before.values():
        if one.id not in after:
            yield Change(one, one.fields, {}, is_deletion=True)


def _with_versions(record: Record, versions: dict[str, int]) -> Record:
    changed: Fields = {"version": versions[record.id]}
    for field in fields(record):
        value = getattr(record, field.name)
        if _holds_records(field.name, value):
            changed[field.name] = tuple(_with_versions(part, versions) for part in value)
    return replace(record, **changed)


def _holds_records(name: str, value: object) -> bool:
    return isinstance(value, tuple) and name not in _HELD_WHOLE
