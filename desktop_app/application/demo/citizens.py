"""How the people of a demonstration are registered: numbers, addresses and mail that nobody can have."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from unicodedata import normalize

from desktop_app.application.demo.arrivals import Arrival
from desktop_app.application.demo.chance import Chance
from desktop_app.application.demo.people import Person
from desktop_app.application.demo.words import Culture, DemoWords, Town
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.citizen import Sex
from desktop_app.domain.cpr import fits_check_digit
from desktop_app.domain.dates import age_reached_on
from desktop_app.domain.household import HouseholdRole

Json = dict[str, Any]

FIRST_YEAR_OF_HIGH_SERIALS = 2000
AGE_OF_OWN_PHONE = 15
DAYS_UNTIL_NUMBER = 25
RARELY_INTERPRETED = frozenset({TargetGroup.FAMILY_OF_OTHER, TargetGroup.IMMIGRANT})


@dataclass(frozen=True, slots=True)
class Home:
    """Where a household lives, and whether that is protected (CPR-loven § 28)."""

    address: str
    town: Town
    is_protected: bool


def home(words: DemoWords, chance: Chance) -> Home:
    """Return an address in a town that does not exist."""
    address = f"{chance.one_of(words.streets)} {chance.between(1, 128)}"
    if chance.happens(0.15):
        address += chance.one_of("ABC")
    if chance.happens(0.45):
        address += f", {chance.one_of(words.doors)}"
    return Home(address, chance.one_of(words.towns), is_protected=chance.is_turn_of("protected address", every=24))


class Register:
    """Registers citizens; it gives every CPR number once only."""

    def __init__(self, as_of: date, chance: Chance) -> None:
        self._as_of = as_of
        self._chance = chance
        self._given: set[str] = set()

    def citizen(self, person: Person, culture: Culture, languages: tuple[str, ...], arrival: Arrival, at: Home) -> Json:
        """Return a citizen as the exchange format writes one; who has not arrived yet has no address."""
        is_child = person.role is HouseholdRole.CHILD
        lives_here = arrival.takeover_on is not None or arrival.cpr_registered_on is not None
        return {
            "given_names": person.given.latin,
            "family_name": person.family.latin,
            "native_name": person.native_name if self._chance.happens(0.8) else None,
            "cpr": self.number(person.birth_date, person.sex) if self._has_number(arrival) else None,
            "birth_date": person.birth_date.isoformat(),
            "sex": person.sex.value,
            "nationality": culture.country,
            "languages": list(languages),
            "interpreter_language": self._interpreter(arrival.group, languages, is_child=is_child),
            "address": at.address if lives_here else None,
            "postal_code": at.town.postal_code if lives_here else None,
            "city": at.town.name if lives_here else None,
            "phone": self._phone(person),
            "email": None if is_child else self._email(person),
            "protected_address": at.is_protected,
        }

    def number(self, birth_date: date, sex: Sex) -> str:
        """Return a number of a birth in 1900 to 2057: even for women, odd for men, and never one of modulus 11."""
        first, last = (2500, 4499) if birth_date.year >= FIRST_YEAR_OF_HIGH_SERIALS else (0, 1999)
        while True:
            serial = 2 * self._chance.between(first, last) + (sex is Sex.MALE)
            number = f"{birth_date:%d%m%y}{serial:04d}"
            if number not in self._given and not fits_check_digit(number):
                self._given.add(number)
                return number

    def _has_number(self, arrival: Arrival) -> bool:
        if arrival.takeover_on is None:
            return arrival.cpr_registered_on is not None
        is_new = (self._as_of - arrival.takeover_on).days <= DAYS_UNTIL_NUMBER
        return not self._chance.happens(0.35 if is_new else 0.01)

    def _interpreter(self, group: TargetGroup, languages: tuple[str, ...], *, is_child: bool) -> str | None:
        if is_child and group is not TargetGroup.UNACCOMPANIED_MINOR:
            return None
        return languages[0] if self._chance.happens(0.25 if group in RARELY_INTERPRETED else 0.85) else None

    def _phone(self, person: Person) -> str | None:
        """Return eight digits nobody can be called on: no Danish number begins with 1."""
        has_own = age_reached_on(person.birth_date, AGE_OF_OWN_PHONE) <= self._as_of
        return f"1{self._chance.between(0, 9_999_999):07d}" if has_own and self._chance.happens(0.8) else None

    def _email(self, person: Person) -> str | None:
        if not self._chance.happens(0.35):
            return None
        letters = normalize("NFKD", person.given.latin.casefold()).encode("ascii", "ignore").decode()
        return f"{letters.replace(' ', '.')}{self._chance.between(10, 999)}@post.example"
