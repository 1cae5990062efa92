"""What somebody reads who does not do the work of the cases: less of it, or without telling who it is about.

The auditor sees every case and no name: names, numbers and addresses are hidden, also where they stand in a text. That
cannot hide what a text tells of somebody in other words.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from desktop_app.application.permission import NotAllowed
from desktop_app.application.ports import CaseLine, CaseStore, FollowUpLine, HistoryLine, ReadModel, UseLine
from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.citizen import Citizen
from desktop_app.domain.cpr import CPR_SHAPED
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.role import Act, Role, hides_names, may

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

HIDDEN: Final = "•••"
NOBODY: Final = "N."
"""What stands for a given name and for a family name."""

_SHORTEST_NAME: Final = 2
_NO_NAMES: Final = frozenset({"familie", "familien", "family", "husstand", "husstanden", "og"})
"""Words that stand in the name of a household and name nobody."""
_NAMING: Final = frozenset({"citizens", "households"})
_OF_STAFF: Final = frozenset({"responsible_caseworker", "coordinating_caseworker", "caseworker", "interpreter"})
_KEPT: Final = frozenset({"id", "part_of", "duty", "citizen", "household"})
_OF_HIDDEN: Final = frozenset(
    {
        GapKind.NO_CPR,
        GapKind.CPR_NO_DATE,
        GapKind.CPR_REPLACEMENT,
        GapKind.CPR_OTHER_BIRTH_DATE,
        GapKind.STRAY_SPACES,
    }
)
_OWN_WORD: Final = re.compile(r"[a-z][a-z_0-9]*|\d{4}-\d{2}-\d{2}")

Part = TypeVar("Part", bound="DataclassInstance")


def reading_for(role: Role | None, read: ReadModel) -> ReadModel:
    """Return what a role may read of lists: all of it, people without deadlines, without names, or nothing."""
    if hides_names(role):
        return _WithoutNames(read)
    if may(role, Act.OPEN_CASE):
        return read
    return _People(read) if may(role, Act.FIND_PEOPLE) else _Nothing()


class NamelessCases:
    """The cases of a unit of work without names (`application.ports.CaseStore`); they are read only."""

    def __init__(self, cases: CaseStore) -> None:
        self._cases = cases

    def by_number(self, case_number: str) -> Case:
        """Return the case with this number."""
        return without_names(self._cases.by_number(case_number))

    def all(self) -> list[Case]:
        """Return every case, by case number."""
        return list(map(without_names, self._cases.all()))

    def numbers(self) -> Mapping[str, str]:
        """Return the id of each case by its number."""
        return self._cases.numbers()

    def in_household(self, household_id: str) -> frozenset[str]:
        """Return the numbers of the cases that live in a household."""
        return self._cases.in_household(household_id)

    def add(self, _case: Case) -> None:
        """Refuse."""
        raise NotAllowed(Act.RECORD_ARRIVAL, Role.AUDITOR)

    def add_many(self, _cases: list[Case]) -> None:
        """Refuse."""
        raise NotAllowed(Act.IMPORT_CASES, Role.AUDITOR)

    def save(self, _case: Case) -> None:
        """Refuse: what was hidden would be saved as gone."""
        raise NotAllowed(Act.CHANGE_CASE, Role.AUDITOR)

    def erase(self, _case: Case, _reason: str) -> None:
        """Refuse."""
        raise NotAllowed(Act.ERASE_PERSON, Role.AUDITOR)


def without_names(case: Case) -> Case:
    """Return a case that names nobody and tells no number, address or phone; dates and duties are as they were."""
    citizen, household = case.citizen, case.household
    hide = _hiding(citizen, household.name if household else "")
    return replace(
        _without(case, hide),
        citizen=replace(
            citizen,
            given_names=NOBODY,
            family_name=NOBODY,
            native_name=None,
            cpr=None,
            address=HIDDEN if citizen.address else None,
            postal_code=None,
            city=None,
            phone=HIDDEN if citizen.phone else None,
            email=HIDDEN if citizen.email else None,
        ),
        household=replace(household, name=HIDDEN) if household else None,
    )


def is_nameless(case: Case) -> bool:
    """Tell whether a case was read without names."""
    return case.citizen.given_names == NOBODY == case.citizen.family_name


def gaps_told(case: Case, gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return the gaps of a case that can be told: of one without names nobody can say that its number is missing."""
    hidden = _OF_HIDDEN if is_nameless(case) else ()
    return tuple(gap for gap in gaps if gap.kind not in hidden)


class _WithoutNames:
    """Every list, with case numbers where names stand."""

    def __init__(self, read: ReadModel) -> None:
        self._read = read

    def case_ids(self) -> list[str]:
        return self._read.case_ids()

    def cases(self, case_ids: Collection[str]) -> list[Case]:
        return list(map(without_names, self._read.cases(case_ids)))

    def facts(self, case_ids: Collection[str] | None = None) -> list[CaseFacts]:
        return self._read.facts(case_ids)

    def case_lines(self, case_ids: Collection[str] | None = None) -> list[CaseLine]:
        return list(map(_nameless, self._read.case_lines(case_ids)))

    def follow_up_lines(self, case_ids: Collection[str] | None = None) -> list[FollowUpLine]:
        return self._read.follow_up_lines(case_ids)

    def ready_plans(self) -> list[tuple[str, int]]:
        return self._read.ready_plans()

    def recent_cases(self, user: str, limit: int) -> list[str]:
        return self._read.recent_cases(user, limit)

    def history(self, case_id: str) -> list[HistoryLine]:
        return list(map(_told, self._read.history(case_id)))

    def uses(self, case_id: str) -> list[UseLine]:
        return self._read.uses(case_id)


class _Nothing:
    """No case at all: the administrator keeps the store and not what is in it."""

    def case_ids(self) -> list[str]:
        return []

    def cases(self, _case_ids: Collection[str]) -> list[Case]:
        return []

    def facts(self, _case_ids: Collection[str] | None = None) -> list[CaseFacts]:
        return []

    def case_lines(self, _case_ids: Collection[str] | None = None) -> list[CaseLine]:
        return []

    def follow_up_lines(self, _case_ids: Collection[str] | None = None) -> list[FollowUpLine]:
        return []

    def ready_plans(self) -> list[tuple[str, int]]:
        return []

    def recent_cases(self, _user: str, _limit: int) -> list[str]:
        return []

    def history(self, _case_id: str) -> list[HistoryLine]:
        return []

    def uses(self, _case_id: str) -> list[UseLine]:
        return []


class _People(_Nothing):
    """Who there is and who their caseworker is, so that reception finds people and nothing else about them."""

    def __init__(self, read: ReadModel) -> None:
        self._read = read

    def case_ids(self) -> list[str]:
        return self._read.case_ids()

    def case_lines(self, case_ids: Collection[str] | None = None) -> list[CaseLine]:
        return self._read.case_lines(case_ids)


def _nameless(line: CaseLine) -> CaseLine:
    name = HIDDEN if line.household_name else None
    return line._replace(given_names=NOBODY, family_name=NOBODY, native_name=None, cpr=None, household_name=name)


def _hiding(citizen: Citizen, household: str) -> Callable[[str], str]:
    """Return what hides the names of a citizen and what looks like a CPR number in a text."""
    names = f"{citizen.given_names} {citizen.family_name} {citizen.native_name or ''} {household}".split()
    words = sorted(
        {name for name in names if len(name) >= _SHORTEST_NAME and name.lower() not in _NO_NAMES}, key=len, reverse=True
    )
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?=s?(?!\w))", re.IGNORECASE) if words else None

    def hide(text: str) -> str:
        text = CPR_SHAPED.sub(HIDDEN, text)
        return named.sub(HIDDEN, text) if named else text

    return hide


def _without(part: Part, hide: Callable[[str], str]) -> Part:
    """Return a part of a case with every text in it hidden as far as it names somebody; ids stay as they are."""
    hidden = {
        field.name: _hidden(getattr(part, field.name), hide)
        for field in fields(part)
        if field.init and field.name not in _KEPT
    }
    return replace(part, **hidden)


def _hidden(value: Any, hide: Callable[[str], str]) -> Any:  # noqa: ANN401 - a field of any record
    if isinstance(value, str) and not isinstance(value, Enum):
        return hide(value)
    if isinstance(value, tuple):
        return tuple(_hidden(each, hide) for each in value)
    return _without(value, hide) if is_dataclass(value) and not isinstance(value, type) else value


def _told(line: HistoryLine) -> HistoryLine:
    """Return a line of the history that tells which fields were changed, and in texts not to what."""
    return replace(line, before=_values(line, line.before), after=_values(line, line.after))


def _values(line: HistoryLine, values: Mapping[str, object]) -> dict[str, object]:
    return {name: _value(line.kind, name, value) for name, value in values.items()}


def _value(kind: str, name: str, value: object) -> object:
    if isinstance(value, str) and name not in _OF_STAFF:
        return value if kind not in _NAMING and _OWN_WORD.fullmatch(value) else HIDDEN
    return HIDDEN if isinstance(value, list | dict) and value else value
