"""Where each thing missing on a case is mended: a field of its master data, a dialog, or one of its tabs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.case import Case, CorrectedFact, TargetGroup
from desktop_app.domain.case_checks import CaseField, Column
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.dates import Period
from desktop_app.domain.gaps import Gap, GapKind
from desktop_app.translation import _, _p


class PlaceKind(StrEnum):
    """What there is to go to."""

    FIELD = "field"
    CORRECTION = "correction"
    EVENT = "event"
    OFFER = "offer"
    CONTRACT = "contract"
    FOLLOW_UPS = "follow-ups"
    WRITE_FOLLOW_UP = "write-follow-up"
    DECISION = "decision"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is mended, and the words of the link there.

    `key` is the field in the form, the fact to correct, the duty to record or the deadline to decide about
    (`named_deadline.NamedDeadline`); empty for the tab itself.
    """

    kind: PlaceKind
    key: str
    link: str


def row_key(field: CaseField, record: str, column: Column) -> str:
    """Return the key of one column of a record in the form of the master data."""
    return f"{field}/{record}/{column}"


def place_of(gap: Gap, case: Case) -> Place | None:
    """Return where a gap is mended, None where nothing in the program mends it."""
    if gap.kind in _COMPUTED:
        return _COMPUTED[gap.kind](gap, case)
    if gap.kind in _EMPTY:
        return _fill_in(_EMPTY[gap.kind])
    if gap.kind in _ODD:
        return _correct_field(_ODD[gap.kind])
    if gap.kind in _WRONG_DATE:
        return Place(PlaceKind.CORRECTION, CorrectedFact.TAKEOVER, _("Correct the date …"))
    if gap.kind is GapKind.FOLLOW_UP_BEFORE_CONTRACT:
        return Place(PlaceKind.FOLLOW_UPS, "", _("Go to the follow-up"))
    return _contract()


_EMPTY: Mapping[GapKind, CaseField] = {
    GapKind.NO_TAKEOVER: CaseField.TAKEOVER,
    GapKind.NO_BIRTH_DATE: CaseField.BIRTH_DATE,
    GapKind.NO_CPR: CaseField.CPR,
    GapKind.NO_CASEWORKER: CaseField.CASEWORKER,
    GapKind.NO_LANGUAGE: CaseField.LANGUAGES,
}
_ODD: Mapping[GapKind, CaseField] = {
    GapKind.CPR_NO_DATE: CaseField.CPR,
    GapKind.CPR_REPLACEMENT: CaseField.CPR,
    GapKind.CPR_OTHER_BIRTH_DATE: CaseField.CPR,
}
_WRONG_DATE = frozenset({GapKind.TAKEOVER_BEFORE_ALLOCATION, GapKind.TAKEOVER_NOT_ON_WORKING_DAY})
_FIELD_OF_PART: Mapping[PlanPart | None, CaseField] = {
    PlanPart.COORDINATING_DEPARTMENT: CaseField.DEPARTMENT,
    PlanPart.MUNICIPALITY: CaseField.CASEWORKER,
    PlanPart.CITIZEN: CaseField.GIVEN_NAMES,
}
_REGISTERED = frozenset({TargetGroup.QUOTA_REFUGEE, TargetGroup.IMMIGRANT})
_OF_FAMILY = frozenset({TargetGroup.FAMILY_OF_REFUGEE, TargetGroup.FAMILY_OF_OTHER})


def _clock(_gap: Gap, case: Case) -> Place:
    """Return the date a takeover is proposed from (§ 4)."""
    if case.target_group in _REGISTERED or (case.target_group in _OF_FAMILY and not case.applied_in_denmark):
        return _fill_in(CaseField.REGISTRATION)
    return _fill_in(CaseField.PERMIT if case.target_group in _OF_FAMILY else CaseField.ALLOCATION)


def _stray_spaces(_gap: Gap, case: Case) -> Place | None:
    citizen = case.citizen
    texts = {
        CaseField.GIVEN_NAMES: citizen.given_names,
        CaseField.FAMILY_NAME: citizen.family_name,
        CaseField.ADDRESS: citizen.address,
        CaseField.CITY: citizen.city,
    }
    odd = next((field for field, text in texts.items() if text and text != " ".join(text.split())), None)
    return _correct_field(odd) if odd else None


def _incomplete(gap: Gap, _case: Case) -> Place:
    return _fill_in(_FIELD_OF_PART[gap.part]) if gap.part in _FIELD_OF_PART else _contract()


def _period(gap: Gap, case: Case) -> Place:
    parts: Mapping[CaseField, Iterable[tuple[str, Period]]] = {
        CaseField.SUPPORT: [(each.id, each.period) for each in case.support],
        CaseField.READINESS: [(each.id, each.period) for each in case.readiness],
        CaseField.LEAVE: [(each.id, each.period) for each in case.parental_leave],
        CaseField.OFFERS: [(each.id, Period(each.starts_on, each.ends_on)) for each in case.offers if each.starts_on],
    }
    for field, periods in parts.items():
        for record, period in periods:
            if period.last and period.last == gap.on and period.last < period.first:
                return Place(PlaceKind.FIELD, row_key(field, record, Column.LAST), _p("gap", "Correct"))
    return _contract()


_COMPUTED: Mapping[GapKind, Callable[[Gap, Case], Place | None]] = {
    GapKind.NO_CLOCK_FOR_TAKEOVER: _clock,
    GapKind.STRAY_SPACES: _stray_spaces,
    GapKind.SIGNED_INCOMPLETE: _incomplete,
    GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS: _period,
}


def _contract() -> Place:
    return Place(PlaceKind.CONTRACT, "", _("Go to the contract"))


def _fill_in(field: CaseField) -> Place:
    return Place(PlaceKind.FIELD, field, _p("gap", "Fill in"))


def _correct_field(field: CaseField) -> Place:
    return Place(PlaceKind.FIELD, field, _p("gap", "Correct"))
