"""What differs between two rulebooks: duties, versions and suspensions, key by key as the rule files name them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import NamedTuple, TypeVar

from desktop_app.domain.rulebook import Duty, Rulebook, RuleVersion, Suspension

Stated = Duty | RuleVersion | Suspension
Key = TypeVar("Key")
One = TypeVar("One", Duty, RuleVersion, Suspension)


class KeyChange(NamedTuple):
    """A key of a rule file with what stands there before and after; keys of the source are `source.act` and so on."""

    key: str
    before: object
    after: object


class RuleChange(NamedTuple):
    """A duty, a version of one or a suspension that stands in one rulebook only, or differently in the two.

    `rule` is the id of the duty or the suspension; `keys` is empty for what stands in one of them only.
    """

    rule: str
    before: Stated | None
    after: Stated | None
    keys: tuple[KeyChange, ...] = ()


def rule_changes(old: Rulebook, new: Rulebook) -> list[RuleChange]:
    """Return what differs, duty by duty and version by version, then the suspensions.

    Two versions are the same one when they begin on the same day for the same groups.
    """
    found: list[RuleChange] = []
    for duty_id in dict.fromkeys([*old.duties, *new.duties]):
        before, after = old.duties.get(duty_id), new.duties.get(duty_id)
        found += _changes(duty_id, _by_id(before), _by_id(after))
        found += _changes(duty_id, _versions(before), _versions(after))
    for suspension in dict.fromkeys(one.id for one in (*old.suspensions, *new.suspensions)):
        found += _changes(suspension, _named(old.suspensions, suspension), _named(new.suspensions, suspension))
    return found


def _by_id(duty: Duty | None) -> dict[str, Duty]:
    return {duty.id: duty} if duty else {}


def _versions(duty: Duty | None) -> dict[tuple[object, ...], RuleVersion]:
    versions = duty.versions if duty else ()
    return {(version.valid_from, *sorted(version.groups)): version for version in versions}


def _named(suspensions: Iterable[Suspension], name: str) -> dict[str, Suspension]:
    return {one.id: one for one in suspensions if one.id == name}


def _changes(rule: str, before: Mapping[Key, One], after: Mapping[Key, One]) -> Iterator[RuleChange]:
    for key in sorted({*before, *after}, key=str):
        was, becomes = before.get(key), after.get(key)
        if was is None or becomes is None:
            yield RuleChange(rule, was, becomes)
            continue
        keys = tuple(_key_changes(was, becomes))
        if keys:
            yield RuleChange(rule, was, becomes, keys)


def _key_changes(before: object, after: object, path: str = "") -> Iterator[KeyChange]:
    assert is_dataclass(before)  # noqa: S101 - rules and their sources are
    for one in fields(before):
        was, becomes = getattr(before, one.name), getattr(after, one.name)
        if was == becomes or one.name == "versions":
            continue
        if one.name == "source":
            yield from _key_changes(was, becomes, "source.")
        else:
            yield KeyChange(path + one.name, was, becomes)
