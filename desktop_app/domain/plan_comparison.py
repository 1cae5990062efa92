"""Two versions of a plan beside each other: what their papers say otherwise, in the order of the document."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import product
from typing import TypeAlias, TypeVar

from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedActivity, PrintedCommitment, PrintedGoal, PrintedText

PrintedItem: TypeAlias = PrintedGoal | PrintedActivity | PrintedCommitment | PrintedText
FieldValue: TypeAlias = str | date | float | bool | tuple[str, ...] | None
Item = TypeVar("Item", PrintedGoal, PrintedActivity, PrintedCommitment, PrintedText)

_LEAST_LIKENESS = 0.4
"""Of the words of two goals, or the like, of one kind; with less they are two, not one that was changed."""


class PaperSection(StrEnum):
    """The sections of the document, in order."""

    PARTIES = "parties"
    ASSESSMENT = "assessment"
    GOALS = "goals"
    ACTIVITIES = "activities"
    EDUCATION_ORDER = "education_order"
    COMMITMENTS = "commitments"
    FOLLOW_UP = "follow_up"
    RIGHTS = "rights"
    INTERPRETING = "interpreting"


class PaperField(StrEnum):
    """What is compared, in the order of the document; the value is what a snapshot calls it."""

    LEGAL_BASIS = "legal_basis"
    CITIZEN = "citizen.name"
    NATIVE_NAME = "citizen.native_name"
    CPR = "citizen.cpr"
    BIRTH_DATE = "citizen.birth_date"
    PROTECTED_ADDRESS = "citizen.protected_address"
    ADDRESS = "citizen.address"
    POSTAL_CODE = "citizen.postal_code"
    CITY = "citizen.city"
    NATIONALITY = "citizen.nationality"
    TARGET_GROUP = "citizen.target_group"
    LANGUAGES = "citizen.languages"
    INTERPRETER_LANGUAGE = "citizen.interpreter_language"
    MUNICIPALITY = "municipality.name"
    TEAM = "municipality.team"
    MUNICIPALITY_ADDRESS = "municipality.address"
    PHONE = "municipality.phone"
    EMAIL = "municipality.email"
    PRIVACY_CONTACT = "municipality.privacy_contact"
    CASEWORKER = "caseworker"
    COORDINATING_DEPARTMENT = "coordinating_department"
    ALLOCATION = "allocation_decided_on"
    TAKEOVER = "takeover_on"
    CONTRACT_DUE = "contract_due_on"
    ASSESSED_EDUCATION = "assessment.education"
    ASSESSED_WORK = "assessment.work"
    ASSESSED_FAMILY = "assessment.family"
    ASSESSED_HEALTH = "assessment.health"
    HEALTH_CONSENT = "assessment.health_consent_on"
    ASSESSED_NETWORK = "assessment.network"
    ASSESSED_HOUSING = "assessment.housing"
    ASYLUM_PHASE = "assessment.asylum_phase"
    EDUCATION_ORDER_GIVEN = "education_order.given_on"
    EDUCATION_ORDER = "education_order.text"
    NEXT_FOLLOW_UP = "next_follow_up_on"
    FOLLOW_UP_STANDARD = "follow_up_standard"
    REVISION_DUE = "revision_due_on"
    PROGRAMME_END = "programme_ends_on"
    KIND = "kind"
    HEADING = "heading"
    PARTY = "party"
    WHO = "who"
    TEXT = "text"
    TOWARDS = "towards"
    MEASURE = "measure"
    TARGET = "target_on"
    ACHIEVED = "achieved_on"
    PROVIDER = "provider"
    DEPARTMENT = "department"
    RESPONSIBLE = "responsible"
    STARTS = "starts_on"
    ENDS = "ends_on"
    HOURS = "hours_per_week"
    DUE = "due_on"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class ChangedField:
    """A field the two versions fill in otherwise."""

    field: PaperField
    was: FieldValue
    now: FieldValue


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """A goal, an activity, a commitment or a text: `was` is None for one that is new, `now` for one that is gone.

    `fields` is what was changed; of one that is new or gone it is all there is to say of it.
    """

    was: PrintedItem | None
    now: PrintedItem | None
    fields: tuple[ChangedField, ...]


@dataclass(frozen=True, slots=True)
class ChangedSection:
    """A section with differences. `is_reordered` where what both versions have stands in another order."""

    section: PaperSection
    fields: tuple[ChangedField, ...] = ()
    items: tuple[ChangedItem, ...] = ()
    is_reordered: bool = False


def compare_plans(was: PlanSnapshot, now: PlanSnapshot) -> tuple[ChangedSection, ...]:
    """Return the sections that say something else, nothing where the content of two versions is the same.

    State, number and signatures are not content: they are of the paper, and say which of the two it is. Goals,
    activities and commitments are the same where they say the same; what is left is matched with the most alike of its
    kind, and otherwise with what stands in its place and is of its kind. Texts are matched by their headings.
    """
    told = (
        ChangedSection(PaperSection.PARTIES, tuple(_fields(was, now, _PARTIES))),
        ChangedSection(PaperSection.ASSESSMENT, tuple(_fields(was, now, _ASSESSMENT))),
        _goals(was.goals, now.goals),
        _items(PaperSection.ACTIVITIES, was.activities, now.activities, _ACTIVITY, _match_by_content),
        ChangedSection(PaperSection.EDUCATION_ORDER, tuple(_fields(was, now, _EDUCATION_ORDER))),
        _items(PaperSection.COMMITMENTS, was.commitments, now.commitments, _COMMITMENT, _match_by_content),
        ChangedSection(PaperSection.FOLLOW_UP, tuple(_fields(was, now, _FOLLOW_UP))),
        _items(PaperSection.RIGHTS, was.rights, now.rights, _TEXT, _match_by_heading),
        _items(PaperSection.INTERPRETING, was.interpreting, now.interpreting, _TEXT, _match_by_heading),
    )
    return tuple(section for section in told if section.fields or section.items or section.is_reordered)


_ALL = tuple(PaperField)
_FOLLOW_UP = _ALL[_ALL.index(PaperField.NEXT_FOLLOW_UP) : _ALL.index(PaperField.KIND)]
_EDUCATION_ORDER = (PaperField.EDUCATION_ORDER_GIVEN, PaperField.EDUCATION_ORDER)
_ASSESSMENT = _ALL[_ALL.index(PaperField.ASSESSED_EDUCATION) : _ALL.index(PaperField.EDUCATION_ORDER_GIVEN)]
_PARTIES = _ALL[: _ALL.index(PaperField.ASSESSED_EDUCATION)]
_GOAL = (
    PaperField.KIND,
    PaperField.TEXT,
    PaperField.TOWARDS,
    PaperField.MEASURE,
    PaperField.TARGET,
    PaperField.ACHIEVED,
)
_ACTIVITY = (
    PaperField.KIND,
    PaperField.TEXT,
    PaperField.PROVIDER,
    PaperField.DEPARTMENT,
    PaperField.RESPONSIBLE,
    PaperField.STARTS,
    PaperField.ENDS,
    PaperField.HOURS,
)
_COMMITMENT = (PaperField.PARTY, PaperField.WHO, PaperField.TEXT, PaperField.DUE)
_TEXT = (PaperField.HEADING, PaperField.TEXT, PaperField.APPROVED)

_Pairs: TypeAlias = dict[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _GoalBesideAnother(PrintedGoal):
    """A goal with what the goal it is a step towards says, unless that is the same goal in both versions."""

    towards: str | None = None


def _goals(was: Sequence[PrintedGoal], now: Sequence[PrintedGoal]) -> ChangedSection:
    """Tell what became of the goals. The place of the goal a step leads to says nothing: goals move."""
    before, after = [[replace(goal, part_of=None) for goal in goals] for goals in (was, now)]
    pairs = _match_by_content(before, after)
    stayed = {
        (old, new)
        for old, new in pairs.items()
        if (parent := _parent(was, old)) is not None and pairs.get(parent) == _parent(now, new)
    }
    told_before = [_beside(was, place, is_told=place not in {old for old, _ in stayed}) for place in range(len(was))]
    told_after = [_beside(now, place, is_told=place not in {new for _, new in stayed}) for place in range(len(now))]
    return _items(PaperSection.GOALS, told_before, told_after, _GOAL, lambda _was, _now: pairs)


def _parent(goals: Sequence[PrintedGoal], place: int) -> int | None:
    """Return the place of the goal that one is a step towards, counted from zero; None for none that is there."""
    part_of = goals[place].part_of
    return part_of - 1 if part_of is not None and 1 <= part_of <= len(goals) else None


def _beside(goals: Sequence[PrintedGoal], place: int, *, is_told: bool) -> PrintedGoal:
    goal, parent = goals[place], _parent(goals, place)
    if goal.part_of is None:
        return goal
    return _GoalBesideAnother(
        kind=goal.kind,
        text=goal.text,
        target_on=goal.target_on,
        achieved_on=goal.achieved_on,
        measure=goal.measure,
        towards=goals[parent].text if is_told and parent is not None else None,
    )


def _fields(was: object | None, now: object | None, fields: Sequence[PaperField]) -> Iterator[ChangedField]:
    for field in fields:
        before, after = _value(was, field), _value(now, field)
        if before != after:
            yield ChangedField(field, before, after)


def _value(said: object | None, field: PaperField) -> FieldValue:
    for name in field.split("."):
        said = getattr(said, name, None)
    return said or None if isinstance(said, str | tuple) else said  # type: ignore[return-value]


def _items(
    section: PaperSection,
    was: Sequence[Item],
    now: Sequence[Item],
    fields: Sequence[PaperField],
    match: Callable[[Sequence[Item], Sequence[Item]], _Pairs],
) -> ChangedSection:
    """Tell what became of each, in the order of the new version; what is gone stands where it stood."""
    pairs = match(was, now)
    before_of = {after: before for before, after in pairs.items()}
    gone = [place for place in range(len(was)) if place not in pairs]
    items: list[ChangedItem] = []
    for place, item in enumerate(now):
        before = before_of.get(place)
        while before is not None and gone and gone[0] < before:
            items.append(_changed(was[gone.pop(0)], None, fields))
        items.append(_changed(None if before is None else was[before], item, fields))
    items += [_changed(was[place], None, fields) for place in gone]
    order = [pairs[place] for place in sorted(pairs)]
    return ChangedSection(
        section, items=tuple(item for item in items if item.fields), is_reordered=order != sorted(order)
    )


def _changed(was: Item | None, now: Item | None, fields: Sequence[PaperField]) -> ChangedItem:
    return ChangedItem(was, now, tuple(_fields(was, now, fields)))


def _match_by_content(was: Sequence[Item], now: Sequence[Item]) -> _Pairs:
    pairs = _match_equal(was, now)
    pairs = _match(pairs, _by_likeness(was, now))
    return _match(pairs, ((place, place) for place in range(min(len(was), len(now))) if _is_kind(was, now, place)))


def _match_equal(was: Sequence[Item], now: Sequence[Item]) -> _Pairs:
    """Pair what says the same: what stands in its place first, for it may be said twice."""
    same = [pair for pair in product(range(len(was)), range(len(now))) if was[pair[0]] == now[pair[1]]]
    return _match({}, sorted(same, key=_distance))


def _by_likeness(was: Sequence[Item], now: Sequence[Item]) -> list[tuple[int, int]]:
    found: dict[tuple[int, int], float] = {}
    for pair in product(range(len(was)), range(len(now))):
        likeness = _likeness(was[pair[0]], now[pair[1]])
        if likeness >= _LEAST_LIKENESS:
            found[pair] = likeness
    return sorted(found, key=lambda pair: (-found[pair], _distance(pair)))


def _match(pairs: _Pairs, candidates: Iterator[tuple[int, int]] | Sequence[tuple[int, int]]) -> _Pairs:
    """Add pairs, the best first, of what has no partner yet."""
    found, taken = dict(pairs), set(pairs.values())
    for before, after in candidates:
        if before not in found and after not in taken:
            found[before] = after
            taken.add(after)
    return found


def _distance(pair: tuple[int, int]) -> tuple[int, int]:
    before, after = pair
    return abs(before - after), before + after


def _match_by_heading(was: Sequence[Item], now: Sequence[Item]) -> _Pairs:
    heads, others = [[_value(item, PaperField.HEADING) for item in items] for items in (was, now)]
    same = [pair for pair in product(range(len(was)), range(len(now))) if heads[pair[0]] == others[pair[1]]]
    return _match({}, sorted(same, key=_distance))


def _likeness(one: Item, other: Item) -> float:
    """Return how much of their words two of one kind share, from 0 to 1; of those without words it is all."""
    if _kind(one) != _kind(other):
        return 0
    words, others = _words(one), _words(other)
    count = words.total() + others.total()
    return 2 * (words & others).total() / count if count else 1


def _words(item: Item) -> Counter[str]:
    return Counter(str(_value(item, PaperField.TEXT) or "").casefold().split())


def _is_kind(was: Sequence[Item], now: Sequence[Item], place: int) -> bool:
    return _kind(was[place]) == _kind(now[place])


def _kind(item: Item) -> FieldValue:
    return _value(item, PaperField.PARTY if isinstance(item, PrintedCommitment) else PaperField.KIND)
