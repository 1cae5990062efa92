"""Where each thing missing on a case is mended: a field of its master data, a dialog, or one of its tabs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.case import Case, CorrectedFact, TargetGroup
from desktop_app.domain.case_checks import CaseField, Column
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.role import Act
from desktop_app.presenters.named_deadline import NamedDeadline
from desktop_app.translation import _, _p


class PlaceKind(StrEnum):
    """What there is to go to."""

    FIELD = "field"
    CORRECTION = "correction"
    EVENT = "event"
    OFFER = "offer"
    CONTRACT = "contract"
    SCAN = "scan"
    FOLLOW_UPS = "follow-ups"
    FOLLOW_UP = "follow-up"
    WRITE_FOLLOW_UP = "write-follow-up"
    DECISION = "decision"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is mended, and the words of the link there.

    `key` is the field in the form, the fact to correct, the duty to record, the id of the follow-up, the number
    of the version or the deadline to decide about (`named_deadline.NamedDeadline`); empty for the tab itself.
    """

    kind: PlaceKind
    key: str
    link: str

    @property
    def needs(self) -> Act:
        """What one must be let do to go there."""
        return _NEEDS[self.kind]


_NEEDS: Mapping[PlaceKind, Act] = {
    PlaceKind.FIELD: Act.CHANGE_CASE,
    PlaceKind.CORRECTION: Act.CHANGE_CASE,
    PlaceKind.EVENT: Act.CHANGE_CASE,
    PlaceKind.OFFER: Act.CHANGE_CASE,
    PlaceKind.CONTRACT: Act.OPEN_CASE,
    PlaceKind.SCAN: Act.ATTACH_SCAN,
    PlaceKind.FOLLOW_UPS: Act.OPEN_CASE,
    PlaceKind.FOLLOW_UP: Act.WRITE_FOLLOW_UP,
    PlaceKind.WRITE_FOLLOW_UP: Act.WRITE_FOLLOW_UP,
    PlaceKind.DECISION: Act.DECIDE_DEADLINE,
    PlaceKind.WITHDRAWAL: Act.DECIDE_DEADLINE,
}


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
    return _contract()


_EMPTY: Mapping[GapKind, CaseField] = {
    GapKind.NO_TAKEOVER: CaseField.TAKEOVER,
    GapKind.DECIDED_ON_THE_FIRST: CaseField.TAKEOVER,
    GapKind.NO_BIRTH_DATE: CaseField.BIRTH_DATE,
    GapKind.NO_CPR: CaseField.CPR,
    GapKind.NO_CASEWORKER: CaseField.CASEWORKER,
    GapKind.NO_LANGUAGE: CaseField.LANGUAGES,
    GapKind.NO_DEPARTMENT: CaseField.DEPARTMENT,
}
_ODD: Mapping[GapKind, CaseField] = {
    GapKind.CPR_NO_DATE: CaseField.CPR,
    GapKind.CPR_REPLACEMENT: CaseField.CPR,
    GapKind.CPR_OTHER_BIRTH_DATE: CaseField.CPR,
}
_UNRECORDED: Mapping[GapKind, DutyId] = {
    GapKind.NO_READINESS: DutyId.READINESS_ASSESSED,
    GapKind.NO_PROGRAMME_START: DutyId.PROGRAMME_STARTED,
}
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


def _leave(gap: Gap, _case: Case) -> Place:
    return Place(PlaceKind.FIELD, row_key(CaseField.LEAVE, gap.record, Column.LAST), _p("gap", "Fill in"))


def _last_day(gap: Gap, case: Case) -> Place:
    return _of_period(gap, case, Column.LAST)


def _first_day(gap: Gap, case: Case) -> Place:
    return _of_period(gap, case, Column.FIRST)


def _of_period(gap: Gap, case: Case, column: Column) -> Place:
    """Return one day of the period a gap is about; those of activities stand in the contract."""
    parts: Mapping[CaseField, Iterable[str]] = {
        CaseField.SUPPORT: [each.id for each in case.support],
        CaseField.READINESS: [each.id for each in case.readiness],
        CaseField.LEAVE: [each.id for each in case.parental_leave],
        CaseField.OFFERS: [each.id for each in case.offers],
    }
    field = next((field for field, records in parts.items() if gap.record in records), None)
    return Place(PlaceKind.FIELD, row_key(field, gap.record, column), _p("gap", "Correct")) if field else _contract()


def _event(gap: Gap, _case: Case) -> Place:
    return Place(PlaceKind.EVENT, _UNRECORDED[gap.kind], _("Record …"))


def _takeover(_gap: Gap, _case: Case) -> Place:
    return Place(PlaceKind.CORRECTION, CorrectedFact.TAKEOVER, _("Correct the date …"))


def _talk(gap: Gap, _case: Case) -> Place:
    return Place(PlaceKind.FOLLOW_UP, gap.record, _("Go to the follow-up"))


def _delay(gap: Gap, _case: Case) -> Place | None:
    if gap.duty is None or gap.on is None:
        return None
    named = NamedDeadline(DecisionKind.LATE_BECAUSE, gap.duty, gap.on)
    return Place(PlaceKind.DECISION, named.key, _("Write why …"))


def _unfitting(gap: Gap, case: Case) -> Place | None:
    """Return where a decision is taken away, so that it is not kept beside the one that takes its place."""
    decision = next((one for one in case.decisions if one.id == gap.record), None)
    if decision is None:
        return None
    named = NamedDeadline(decision.kind, decision.duty, decision.computed_on)
    return Place(PlaceKind.WITHDRAWAL, named.key, _("Remove the decision"))


def _scan(gap: Gap, case: Case) -> Place | None:
    number = next((plan.number for plan in case.plans if plan.id == gap.record), None)
    return Place(PlaceKind.SCAN, str(number), _("Attach a scan …")) if number else None


def _talks(_gap: Gap, _case: Case) -> Place:
    return Place(PlaceKind.FOLLOW_UPS, "", _("Go to the follow-up"))


_COMPUTED: Mapping[GapKind, Callable[[Gap, Case], Place | None]] = {
    GapKind.NO_CLOCK_FOR_TAKEOVER: _clock,
    GapKind.STRAY_SPACES: _stray_spaces,
    GapKind.SIGNED_INCOMPLETE: _incomplete,
    GapKind.TAKEOVER_BEFORE_ALLOCATION: _takeover,
    GapKind.TAKEOVER_NOT_ON_WORKING_DAY: _takeover,
    GapKind.NO_READINESS: _event,
    GapKind.NO_PROGRAMME_START: _event,
    GapKind.TALK_WITHOUT_NOTE: _talk,
    GapKind.TALK_WITHOUT_TOPICS: _talk,
    GapKind.INTERPRETER_UNRECORDED: _talk,
    GapKind.NO_REASON_FOR_DELAY: _delay,
    GapKind.DECISION_DOES_NOT_FIT: _unfitting,
    GapKind.NO_SIGNATURE_SCAN: _scan,
    GapKind.FOLLOW_UP_BEFORE_CONTRACT: _talks,
    GapKind.LEAVE_WITHOUT_END: _leave,
    GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS: _last_day,
    GapKind.PERIODS_OVERLAP: _first_day,
}


def _contract() -> Place:
    return Place(PlaceKind.CONTRACT, "", _("Go to the contract"))


def _fill_in(field: CaseField) -> Place:
    return Place(PlaceKind.FIELD, field, _p("gap", "Fill in"))


def _correct_field(field: CaseField) -> Place:
    return Place(PlaceKind.FIELD, field, _p("gap", "Correct"))
