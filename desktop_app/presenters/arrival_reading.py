"""What is typed in *Ny modtagelse*, read: dates, the number, and what can be computed instead of typed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from desktop_app.application.start_of_case import StartOfCase, start_of_case
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.cpr import DIGITS, birth_date_in
from desktop_app.domain.deadline import Fact, Reason
from desktop_app.domain.duties import DutyId
from desktop_app.domain.duty_clocks import missing_fact
from desktop_app.domain.duty_conditions import is_adult
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.rulebook import Clock, Rulebook
from desktop_app.presenters.arrival_fields import FACT_FIELDS, YES, Field
from desktop_app.presenters.arrival_form import ArrivalForm
from desktop_app.presenters.lenient_dates import DateNotRead, read_date
from desktop_app.translation import DANISH, short_date

_FIELD_OF = {Fact.ALLOCATION: Field.ALLOCATION, Fact.PERMIT: Field.PERMIT, Fact.REGISTRATION: Field.REGISTRATION}
_MOST_STARTS = 64
_BETWEEN_DIGITS = re.compile(r"[\s.\-–]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRead:
    """One person as the form stands.

    `texts` holds what each field on the page shows, in the order of the page; `computed` are those nobody typed. `days`
    holds the days read from the fields with a date, without those that cannot be read. `cpr` is ten digits, or None.
    `start` is None while no target group is chosen.
    """

    texts: Mapping[Field, str]
    computed: frozenset[Field]
    days: Mapping[Field, date]
    cpr: str | None
    group: TargetGroup | None
    start: StartOfCase | None

    @property
    def name(self) -> str:
        """The name as far as it is typed."""
        return f"{self.texts[Field.GIVEN_NAMES]} {self.texts[Field.FAMILY_NAME]}".strip()

    @property
    def proposed_on(self) -> date | None:
        """The takeover proposed."""
        return self.start.proposal.due_on if self.start else None

    def holds(self, field: Field) -> bool:
        """Tell whether a box is ticked or yes is chosen, in a field on the page."""
        return self.texts.get(field) == YES


class ArrivalReader:
    """Reads the people of a form; `initials` are the caseworker's who types.

    What follows from the same facts is computed once: most of what is typed changes no date.
    """

    def __init__(self, rulebook: Rulebook, today: Callable[[], date], initials: str) -> None:
        self._rulebook, self._today, self._initials = rulebook, today, initials
        self._starts: dict[tuple[CaseFacts, date], StartOfCase] = {}

    def read(self, form: ArrivalForm, person: int) -> PersonRead:
        """Return what a person's fields show and say."""
        return _Reading(self, form, person, self._today(), self._initials).read()

    def clock_of(self, group: TargetGroup) -> Clock | None:
        """Return what the takeover of a group counts from."""
        duty = self._rulebook.duties[DutyId.TAKEOVER_EXPECTED]
        versions = duty.versions_for(group)
        return duty.clock_of(versions[-1]) if versions else None

    def start_from(self, facts: CaseFacts, today: date) -> StartOfCase:
        """Return what follows from facts."""
        if len(self._starts) > _MOST_STARTS:
            self._starts.clear()
        if (facts, today) not in self._starts:
            self._starts[facts, today] = start_of_case(facts, rulebook=self._rulebook, today=today)
        return self._starts[facts, today]


def digits_of(text: str) -> str | None:
    """Return the ten digits of a CPR number written with or without anything between them, None for anything else."""
    digits = _BETWEEN_DIGITS.sub("", text)
    return digits if len(digits) == DIGITS and digits.isascii() and digits.isdigit() else None


class _Reading:
    """Reads one person, field by field."""

    def __init__(self, reader: ArrivalReader, form: ArrivalForm, person: int, today: date, initials: str) -> None:
        self._reader, self._form, self._person = reader, form, person
        self._today, self._initials = today, initials
        self._texts = {field: form.text(field, person) for field in Field}
        self._days: dict[Field, date] = {}
        self._computed: set[Field] = set()

    def read(self) -> PersonRead:
        group = self._texts[Field.TARGET_GROUP]
        target_group = TargetGroup(group) if group in set(TargetGroup) else None
        cpr = digits_of(self._texts[Field.CPR])
        self._read_birth_date(cpr)
        clock = self._reader.clock_of(target_group) if target_group else Clock.ALLOCATION  # the commonest one's
        asked = self._fact_asked(target_group, clock)
        if asked:
            self._read_day(asked, looks_back=True)
        start = self._start(target_group)
        self._compute_rest()
        hidden = self._hidden(clock, asked, start)
        return PersonRead(
            texts={field: text for field, text in self._texts.items() if field not in hidden},
            computed=frozenset(self._computed - hidden),
            days={field: day for field, day in self._days.items() if field not in hidden},
            cpr=cpr,
            group=target_group,
            start=start,
        )

    def _read_birth_date(self, cpr: str | None) -> None:
        born = birth_date_in(cpr) if cpr else None
        if self._texts[Field.BIRTH_DATE]:
            self._read_day(Field.BIRTH_DATE, looks_back=True)
        elif born and born <= self._today:
            self._days[Field.BIRTH_DATE] = born
            self._compute(Field.BIRTH_DATE, short_date(born))

    def _fact_asked(self, group: TargetGroup | None, clock: Clock | None) -> Field | None:
        if clock is None:
            return None
        return _FIELD_OF[missing_fact(clock, self._facts(group or TargetGroup.REFUGEE))]

    def _facts(self, group: TargetGroup) -> CaseFacts:
        return CaseFacts(
            case_id="",
            case_number="",
            target_group=group,
            birth_date=self._days.get(Field.BIRTH_DATE),
            allocation_decided_on=self._days.get(Field.ALLOCATION),
            permit_granted_on=self._days.get(Field.PERMIT),
            cpr_registered_on=self._days.get(Field.REGISTRATION),
            applied_in_denmark=self._texts[Field.APPLIED_IN_DENMARK] == YES,
            department_named=bool(self._texts[Field.DEPARTMENT]),
        )

    def _start(self, group: TargetGroup | None) -> StartOfCase | None:
        if self._form.typed(Field.TAKEOVER, self._person) is not None:
            self._read_day(Field.TAKEOVER)
        elif group:
            proposed_on = self._reader.start_from(self._facts(group), self._today).proposal.due_on
            if proposed_on:
                self._days[Field.TAKEOVER] = proposed_on
                self._compute(Field.TAKEOVER, short_date(proposed_on))
        if group is None:
            return None
        facts = self._facts(group)._replace(takeover_on=self._days.get(Field.TAKEOVER))
        return self._reader.start_from(facts, self._today)

    def _compute_rest(self) -> None:
        if self._form.typed(Field.INTERPRETER, self._person) is None:
            language = self._texts[Field.LANGUAGE]
            if language and language != DANISH:
                self._compute(Field.INTERPRETER, YES)
        if self._form.typed(Field.CASEWORKER, self._person) is None:
            self._compute(Field.CASEWORKER, self._initials)
        if not self._texts[Field.ROLE]:
            seen_on = self._days.get(Field.TAKEOVER, self._today)
            grown_up = is_adult(self._facts(TargetGroup.REFUGEE), seen_on)
            self._compute(Field.ROLE, HouseholdRole.ADULT if grown_up else HouseholdRole.CHILD)

    def _hidden(self, clock: Clock | None, asked: Field | None, start: StartOfCase | None) -> set[Field]:
        hidden = set(FACT_FIELDS) - {asked}
        if clock is not Clock.PERMIT_OR_REGISTRATION:
            hidden.add(Field.APPLIED_IN_DENMARK)
        if len(self._form.people) == 1 and not self._form.text(Field.JOINS, 0):
            hidden.add(Field.ROLE)
        if self._person:
            hidden.add(Field.JOINS)
        is_earlier, asks_reason = self._takeover_differs(clock, start)
        if not is_earlier:
            hidden.add(Field.BY_AGREEMENT)
        if not asks_reason:
            hidden.add(Field.REASON)
        return hidden

    def _takeover_differs(self, clock: Clock | None, start: StartOfCase | None) -> tuple[bool, bool]:
        """Tell whether the takeover is earlier than the law leads to, and whether it asks for a reason."""
        taken_over = self._days.get(Field.TAKEOVER)
        if start is None or taken_over is None:
            return False, False
        proposal = start.proposal
        if proposal.due_on is None:
            decided = self._days.get(Field.ALLOCATION) if clock is Clock.ALLOCATION else None
            is_earlier = decided is not None and taken_over < decided
            return is_earlier, is_earlier or proposal.reason is Reason.DECIDED_ON_THE_FIRST
        return clock is Clock.ALLOCATION and taken_over < proposal.due_on, taken_over != proposal.due_on

    def _read_day(self, field: Field, *, looks_back: bool = False) -> None:
        try:
            day = read_date(self._texts[field], self._today, looks_back=looks_back)
        except DateNotRead:
            return
        if day:
            self._days[field] = day

    def _compute(self, field: Field, text: str) -> None:
        self._texts[field] = text
        self._computed.add(field)
