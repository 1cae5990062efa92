"""Indsigt: everything the store holds about a citizen, as a paper to read and as a file another program can take in.

Every record that ever stood on the case is told, with what it said before it was changed and also where it was taken
away, and what the case was opened, printed and handed out for. The acts are told with their days, never with who did
them. Of the citizen's own data nothing is held back here: a protected address and texts on health are theirs to see.
Whether others' interests weigh heavier (databeskyttelsesloven § 22) is for a person to judge before the papers leave.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from desktop_app.application.export_cases import Exported, file_of
from desktop_app.application.ports import HistoryLine, LogAction, ReadModel, UseLine, Work
from desktop_app.application.printed_parties import identified_citizen
from desktop_app.domain.case import Case
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan_snapshot import PrintedCitizen
from desktop_app.domain.role import Act

_FILE = "Indsigt"
_LONGEST_NUMBER = 60


class EarlierValue(NamedTuple):
    """What a field said until it was changed."""

    field: str
    value: object
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRecord:
    """A record as its last revision left it; `removed_at` is when it was taken away, None while it stands."""

    kind: str
    id: str
    values: Mapping[str, object]
    earlier: tuple[EarlierValue, ...] = ()
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessSource:
    """Everything that is told, before it is in words. The records come in the order they were first written."""

    case: Case
    municipality: Municipality
    records: tuple[AccessRecord, ...]
    uses: tuple[UseLine, ...]
    on: date


class AccessRow(NamedTuple):
    """A field in words, and what it said before."""

    label: str
    text: str
    earlier: tuple[str, ...] = ()


class AccessItem(NamedTuple):
    """A record in words."""

    title: str
    rows: tuple[AccessRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessSection:
    """The records of some kinds in words, or a text where there are none."""

    title: str
    items: tuple[AccessItem, ...] = ()
    text: str = ""


class AccessUse(NamedTuple):
    """What the case was used for on a day, and how often."""

    day: str
    purpose: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAccess:
    """The paper in words; `intro` says what it is, `uses_intro` what the list of uses holds."""

    case_number: str
    citizen: PrintedCitizen
    municipality: Municipality
    intro: str
    sections: tuple[AccessSection, ...]
    uses_intro: str
    uses: tuple[AccessUse, ...]
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAccess:
    """The paper and the file, to be written to one folder; their names name nobody."""

    paper: bytes
    file: Exported = field(repr=False)
    case_number: str
    on: date

    @property
    def stem(self) -> str:
        """How the names of both begin: date first so that it sorts."""
        number = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in self.case_number)
        return f"{self.on.isoformat()}_{_FILE}_sag-{number[:_LONGEST_NUMBER]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedAccess:
    """What was written: the names of paper and file, and their folder."""

    paper: str
    file: str
    folder: str


def give_access(
    case_number: str,
    *,
    work: Work,
    read: ReadModel,
    tell: Callable[[AccessSource], ToldAccess],
    draw: Callable[[ToldAccess], bytes],
    today: date,
) -> GivenAccess:
    """Return everything about a citizen, once it is logged that access was given.

    Raises:
        CaseNotFound: no case has this number.
        StorageUnavailable: the store cannot be read, or it could not be logged, so nothing is handed out.
    """
    with work(Act.GIVE_ACCESS) as unit:
        case, municipality = unit.cases.by_number(case_number), unit.municipality()
        source = AccessSource(
            case=case,
            municipality=municipality,
            records=tuple(_records(case, read.history(case.id))),
            uses=tuple(read.uses(case.id)),
            on=today,
        )
        paper = draw(tell(source))
        unit.note(LogAction.GAVE_ACCESS, case.id)
        unit.commit()
    return GivenAccess(paper=paper, file=file_of([case], municipality), case_number=case.case_number, on=today)


def whose(case: Case) -> PrintedCitizen:
    """Return how the paper says whose it is."""
    return identified_citizen(case)


def _records(case: Case, history: Sequence[HistoryLine]) -> Iterable[AccessRecord]:
    if case.household:
        household = case.household
        values = {"name": household.name, "coordinating_caseworker": household.coordinating_caseworker}
        yield AccessRecord(kind="households", id=household.id, values=values)
    by_record: dict[str, list[HistoryLine]] = {}
    for line in reversed(history):
        by_record.setdefault(line.record, []).append(line)
    yield from map(_record, by_record.values())


def _record(lines: Sequence[HistoryLine]) -> AccessRecord:
    values: dict[str, object] = {}
    earlier: list[EarlierValue] = []
    removed_at: datetime | None = None
    for line in lines:
        if line.action == "delete":
            removed_at = line.at
            continue
        removed_at = None
        earlier += [EarlierValue(name, line.before[name], line.at) for name in line.after if name in line.before]
        values |= line.after
    return AccessRecord(
        kind=lines[0].kind, id=lines[0].record, values=values, earlier=tuple(earlier), removed_at=removed_at
    )
