"""Makes up the households of a demonstration, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from desktop_app.application.demo.arrivals import Arrival, arrive, register
from desktop_app.application.demo.cases import Situation, course_of
from desktop_app.application.demo.chance import Chance, Deck
from desktop_app.application.demo.citizens import Home, Register, home
from desktop_app.application.demo.people import SHAPES, Person, Shape, people_of
from desktop_app.application.demo.reception import Reception, receive
from desktop_app.application.demo.words import Culture, DemoWords
from desktop_app.domain.case import MoveDirection, TargetGroup
from desktop_app.domain.citizen import Sex
from desktop_app.domain.dates import add_months, age_reached_on, next_working_day
from desktop_app.domain.duty_conditions import ADULT_AGE
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.rulebook import Rulebook

Json = dict[str, Any]

MONTHS_BACK = 48
MONTHS_WITH_MORE = 8
DAYS_A_MONTH = 30
MONTHS_BEFORE_MOVE = 6
YOUNGEST_SPONSOR = 25
NOT_MOVED = frozenset({TargetGroup.UNACCOMPANIED_MINOR, TargetGroup.IMMIGRANT})

# Four people of every round of households have something due today, this week or last week: a demonstration shows it.
HOUSEHOLDS_A_ROUND = 250
REGISTERED_TODAY = 2
CONTRACT_DUE_IN_DAYS = {4: 0, 6: 4, 8: -6}


@dataclass(frozen=True, slots=True)
class Household:
    """People under one name and caseworker; `cases` are theirs, each with the day it was opened on."""

    name: str
    caseworker: str
    cases: tuple[tuple[date, Json], ...]


@dataclass(frozen=True, slots=True)
class _Move:
    direction: MoveDirection
    on: date
    municipality_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Family:
    """What all people of a household have in common."""

    culture: Culture
    languages: tuple[str, ...]
    at: Home
    caseworker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Party:
    """People of a household who arrive together; with `is_contract_open` their contract is about to fall due."""

    arrival: Arrival
    people: list[Person]
    is_contract_open: bool = False
    move: _Move | None = None


class HouseholdMaker:
    """Makes households as they stand on `as_of`; chance decides which ones follow each other."""

    def __init__(self, words: DemoWords, rulebook: Rulebook, chance: Chance, as_of: date) -> None:
        self._words = words
        self._rulebook = rulebook
        self._chance = chance
        self._as_of = as_of
        self._register = Register(as_of, chance)
        origins = [(culture, *arrival) for culture in words.cultures for arrival in culture.arrivals]
        self._origins = Deck([(culture, group) for culture, group, weight in origins for _ in range(weight)], chance)
        self._months = Deck([*range(MONTHS_BACK), *range(MONTHS_WITH_MORE)], chance)
        self._shapes = {group: Deck(shapes, chance) for group, shapes in SHAPES.items()}
        self._caseworkers = Deck(words.caseworkers, chance)
        self._count = 0

    def household(self, most: int) -> Household:
        """Return the next household, with at most so many people in it."""
        number = self._count % HOUSEHOLDS_A_ROUND
        self._count += 1
        culture, group = self._origins.deal()
        family = _Family(
            culture=culture,
            languages=self._chance.one_of(culture.languages),
            at=home(self._words, self._chance),
            caseworker=self._caseworkers.deal(),
        )
        party = self._first_party(culture, group, number, most)
        later = self._family_that_follows(party, culture, most - len(party.people))
        if later is None:
            party = replace(party, move=self._move(party))
        cases = [case for one in (party, later) if one for case in self._cases(family, one)]
        return Household(party.people[0].family.latin, family.caseworker, tuple(cases))

    def _first_party(self, culture: Culture, group: TargetGroup, number: int, most: int) -> _Party:
        if number == REGISTERED_TODAY:
            arrival = register(TargetGroup.FAMILY_OF_OTHER, self._as_of, None, self._chance)
        elif number in CONTRACT_DUE_IN_DAYS:
            taken_over_on = add_months(self._as_of + timedelta(days=CONTRACT_DUE_IN_DAYS[number]), -1)
            arrival = register(TargetGroup.FAMILY_OF_OTHER, taken_over_on, taken_over_on, self._chance)
        else:
            days = DAYS_A_MONTH * self._months.deal() + self._chance.between(3, DAYS_A_MONTH + 2)
            arrival = arrive(group, self._as_of - timedelta(days=days), self._as_of, self._chance, self._rulebook)
        is_planned = number == REGISTERED_TODAY or number in CONTRACT_DUE_IN_DAYS
        shape = Shape.SINGLE if is_planned else self._shapes[arrival.group].deal()
        people = people_of(shape, culture, arrival.opened_on, self._chance)
        return _Party(arrival=arrival, people=people[:most], is_contract_open=number in CONTRACT_DUE_IN_DAYS)

    def _family_that_follows(self, party: _Party, culture: Culture, most: int) -> _Party | None:
        """Return the wife of a man who came alone, mostly with children, when they got their permit since."""
        arrival, man = party.arrival, party.people[0]
        is_sponsor = len(party.people) == 1 and man.sex is Sex.MALE and arrival.group is TargetGroup.REFUGEE
        if not is_sponsor or most < 1 or arrival.takeover_on is None:
            return None
        around = arrival.takeover_on + timedelta(days=self._chance.between(240, 700))
        is_old_enough = age_reached_on(man.birth_date, YOUNGEST_SPONSOR) <= arrival.opened_on
        if not is_old_enough or around > self._as_of or not self._chance.happens(0.4):
            return None
        later = arrive(TargetGroup.FAMILY_OF_REFUGEE, around, self._as_of, self._chance, self._rulebook)
        shape = self._chance.one_of((Shape.PARENT_WITH_CHILDREN, Shape.PARENT_WITH_CHILDREN, Shape.SINGLE))
        people = people_of(shape, culture, later.opened_on, self._chance, husband=man)
        return _Party(arrival=later, people=people[:most])

    def _move(self, party: _Party) -> _Move | None:
        """Return an approved move of the whole party, if there was one; nobody in it comes of age meanwhile."""
        taken_over_on = party.arrival.takeover_on
        if taken_over_on is None or party.arrival.group in NOT_MOVED:
            return None
        first = taken_over_on + timedelta(days=MONTHS_BEFORE_MOVE * DAYS_A_MONTH)
        last = self._as_of - timedelta(days=1)
        children = [person for person in party.people if person.role is HouseholdRole.CHILD]
        on = self._chance.working_day(first, last)
        if on > last or any(age_reached_on(child.birth_date, ADULT_AGE) <= on for child in children):
            return None
        if not self._chance.is_turn_of("move", every=10):
            return None
        direction = self._chance.one_of((MoveDirection.IN, MoveDirection.OUT))
        return _Move(direction, on, self._chance.one_of(self._words.other_municipality_codes))

    def _reception(self, party: _Party) -> Reception | None:
        arrival = party.arrival
        if arrival.takeover_on is None:
            return None
        department = self._chance.one_of(self._words.departments)
        reception = receive(arrival.group, arrival.takeover_on, department, self._chance)
        if not party.is_contract_open:
            return reception
        signed_on = next_working_day(self._as_of + timedelta(days=1))
        return replace(reception, contract_on=signed_on, citizen_signs_on=signed_on, declaration_on=signed_on)

    def _cases(self, family: _Family, party: _Party) -> Iterator[tuple[date, Json]]:
        arrival, move = party.arrival, party.move
        situation = Situation(
            arrival=arrival,
            reception=self._reception(party),
            moved_in_on=move.on if move and move.direction is MoveDirection.IN else None,
            until=move.on if move and move.direction is MoveDirection.OUT else self._as_of,
        )
        has_children = any(person.role is HouseholdRole.CHILD for person in party.people)
        for person in party.people:
            is_parent = has_children and person.role is HouseholdRole.ADULT
            course = course_of(person, situation, is_parent=is_parent, words=self._words, chance=self._chance)
            yield (
                arrival.opened_on,
                {
                    "household_role": person.role.value,
                    "citizen": self._register.citizen(person, family.culture, family.languages, arrival, family.at),
                    "target_group": arrival.group.value,
                    "allocation_decided_on": _text(arrival.allocation_decided_on),
                    "permit_granted_on": _text(arrival.permit_granted_on),
                    "cpr_registered_on": _text(arrival.cpr_registered_on),
                    "applied_in_denmark": arrival.applied_in_denmark,
                    "takeover_on": _text(arrival.takeover_on),
                    "responsible_caseworker": family.caseworker,
                    "moves": [_move_written(move)] if move else [],
                    **course,
                },
            )


def _move_written(move: _Move) -> Json:
    return {
        "direction": move.direction.value,
        "on": move.on.isoformat(),
        "municipality_code": move.municipality_code,
        "approved": True,
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
