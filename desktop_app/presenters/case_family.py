"""Familie: everybody in the household, with age, role and what comes next for each."""

from dataclasses import dataclass
from datetime import date

from desktop_app.application.ports import CaseLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.case import Case
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.field_words import household_role_text
from desktop_app.translation import _, _n, capitalised, short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody in the household. `badge` is empty where no deadline is open; `due_on` is then later than any."""

    case_number: str
    name: str
    age: str
    born_on: date
    role: str
    badge: str
    badge_kind: BadgeKind
    due_on: date
    caseworker: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Family:
    """The household by its name, and who lives in it, the eldest first; whose case is open is among them."""

    name: str
    members: tuple[Member, ...]


def family_of(case: Case, worklist: Worklist, today: date) -> Family:
    """Return the household of a case; without one, the family has no name and nobody in it."""
    if case.household is None:
        return Family("", ())
    lines = [line for line in worklist.lines.values() if line.household_id == case.household.id]
    members = sorted((_member(line, worklist, case, today) for line in lines), key=lambda one: (one.born_on, one.name))
    return Family(case.household.name, tuple(members))


def age_on(born: date, today: date) -> int:
    """Return how many whole years old somebody is."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _member(line: CaseLine, worklist: Worklist, case: Case, today: date) -> Member:
    following = worklist.next_deadlines.get(line.case_id)
    return Member(
        case_number=line.case_number,
        name=line.sort_name,
        age=_age(line.birth_date, today),
        born_on=line.birth_date or date.max,
        role=capitalised(household_role_text(line.household_role)) if line.household_role else "–",
        badge=badge_text(following, today) if following else "",
        badge_kind=BADGE_OF[following.status] if following else BadgeKind.NEUTRAL,
        due_on=(following.due_on if following else None) or date.max,
        caseworker=line.responsible_caseworker or "–",
        is_open=line.case_id == case.id,
    )


def _age(born: date | None, today: date) -> str:
    if born is None:
        return "–"
    years = age_on(born, today)
    age = _n("{n} year", "{n} years", years).format(n=years)
    return _("{age}, born {date}").format(age=age, date=short_date(born))
