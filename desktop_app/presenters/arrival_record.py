"""What is recorded of the people in *Ny modtagelse*, and what is said when it is done."""

from collections.abc import Sequence
from datetime import date

from desktop_app.application.ports import CaseLine
from desktop_app.application.record_arrival import Arrival, CaseStart, Newcomer
from desktop_app.domain.citizen import Citizen
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.arrival_fields import Field
from desktop_app.presenters.arrival_reading import PersonRead
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _, _n, long_date, short_date


def arrival_of(people: Sequence[PersonRead], joined: CaseLine | None) -> Arrival:
    """Return what is recorded of people in whose fields nothing is wrong or missing."""
    starts = [_start(person) for person in people]
    first = people[0]
    is_household = len(people) > 1 and joined is None
    return Arrival(
        people=tuple(
            Newcomer(
                citizen=_citizen(person),
                role=HouseholdRole(person.texts[Field.ROLE]) if Field.ROLE in person.texts else None,
                own_start=start if start != starts[0] else None,
            )
            for person, start in zip(people, starts, strict=True)
        ),
        start=starts[0],
        household_name=first.texts[Field.FAMILY_NAME] if is_household else None,
        coordinating_caseworker=first.texts[Field.CASEWORKER] or None,
        joins=joined.case_number if joined else None,
    )


def done_text(people: Sequence[PersonRead], rulebook: Rulebook, today: date) -> str:
    """Return that the cases were created, and what comes next for the first of them."""
    count = len(people)
    if count == 1:
        created = _("The case has been created.")
    else:
        created = _n("{n} case has been created.", "{n} cases have been created.", count).format(n=count)
    following = _next_step(people[0], rulebook, today)
    return f"{created} {following}".strip()


def _next_step(person: PersonRead, rulebook: Rulebook, today: date) -> str:
    start = person.start
    if start is None:
        return ""
    expected = start.takeover_on or start.proposal.due_on
    if expected and (start.takeover_on is None or expected > today):
        return _("Next step: the municipality takes over on {date}.").format(date=long_date(expected))
    due = [(duty_name(rulebook.duties[one.duty]).lower(), one.due_on) for one in start.started if one.due_on]
    if not due:
        return ""
    duty, on = due[0]
    return _("Next step: {duty}, at the latest on {date}.").format(duty=duty, date=long_date(on))


def _citizen(person: PersonRead) -> Citizen:
    texts = person.texts
    language = texts[Field.LANGUAGE]
    return Citizen(
        id="",
        given_names=texts[Field.GIVEN_NAMES],
        family_name=texts[Field.FAMILY_NAME],
        native_name=texts[Field.NATIVE_NAME] or None,
        cpr=person.cpr,
        birth_date=person.days.get(Field.BIRTH_DATE),
        nationality=texts[Field.NATIONALITY] or None,
        languages=(language,) if language else (),
        interpreter_language=language if language and person.holds(Field.INTERPRETER) else None,
        address=texts[Field.ADDRESS] or None,
        postal_code=texts[Field.POSTAL_CODE] or None,
        city=texts[Field.CITY] or None,
        phone=texts[Field.PHONE] or None,
        email=texts[Field.EMAIL] or None,
        protected_address=person.holds(Field.PROTECTED),
    )


def _start(person: PersonRead) -> CaseStart:
    assert person.group is not None  # noqa: S101 - a target group is asked for before anything is recorded
    return CaseStart(
        target_group=person.group,
        allocation_decided_on=person.days.get(Field.ALLOCATION),
        permit_granted_on=person.days.get(Field.PERMIT),
        cpr_registered_on=person.days.get(Field.REGISTRATION),
        applied_in_denmark=person.holds(Field.APPLIED_IN_DENMARK),
        takeover_on=person.days.get(Field.TAKEOVER),
        takeover_by_agreement=person.holds(Field.BY_AGREEMENT),
        takeover_reason=_reason(person),
        responsible_caseworker=person.texts[Field.CASEWORKER] or None,
        coordinating_department=person.texts[Field.DEPARTMENT] or None,
    )


def _reason(person: PersonRead) -> str | None:
    """Return the note on another takeover than the one proposed, which says by itself what it is about."""
    reason, day = person.texts.get(Field.REASON), person.days.get(Field.TAKEOVER)
    if not reason or day is None:
        return None
    if person.holds(Field.BY_AGREEMENT):
        text = _("Taken over on {date}, earlier by agreement and with the citizen's consent (§ 4, stk. 2). {reason}")
    elif person.proposed_on:
        text = _("Taken over on {date}, where the law leads to {proposed}. {reason}")
    else:
        text = _("Taken over on {date}. {reason}")
    proposed = short_date(person.proposed_on) if person.proposed_on else ""
    return text.format(date=short_date(day), proposed=proposed, reason=reason)
