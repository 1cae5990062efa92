"""The people of a demonstration: who arrives together, with ages that fit and names of one culture."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from desktop_app.application.demo.chance import Chance
from desktop_app.application.demo.words import Culture, Name
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.citizen import Sex
from desktop_app.domain.dates import MONTHS_A_YEAR, add_months
from desktop_app.domain.household import HouseholdRole


class Shape(Enum):
    """Who arrives together."""

    SINGLE = auto()
    COUPLE = auto()
    COUPLE_WITH_CHILDREN = auto()
    PARENT_WITH_CHILDREN = auto()
    WITH_GRANDMOTHER = auto()
    SIBLINGS = auto()
    MINORS = auto()


SHAPES: dict[TargetGroup, tuple[Shape, ...]] = {
    TargetGroup.REFUGEE: (
        *(Shape.SINGLE,) * 8,
        *(Shape.COUPLE,) * 3,
        *(Shape.COUPLE_WITH_CHILDREN,) * 4,
        *(Shape.PARENT_WITH_CHILDREN,) * 2,
        *(Shape.SIBLINGS,) * 2,
    ),
    TargetGroup.QUOTA_REFUGEE: (
        *(Shape.SINGLE,) * 3,
        *(Shape.COUPLE_WITH_CHILDREN,) * 4,
        *(Shape.PARENT_WITH_CHILDREN,) * 3,
    ),
    TargetGroup.FAMILY_OF_REFUGEE: (*(Shape.SINGLE,) * 4, *(Shape.PARENT_WITH_CHILDREN,) * 3),
    TargetGroup.FAMILY_OF_OTHER: (*(Shape.SINGLE,) * 5, Shape.PARENT_WITH_CHILDREN),
    TargetGroup.DISPLACED_UKRAINE: (
        *(Shape.SINGLE,) * 5,
        *(Shape.COUPLE,) * 4,
        *(Shape.COUPLE_WITH_CHILDREN,) * 2,
        *(Shape.PARENT_WITH_CHILDREN,) * 5,
        Shape.WITH_GRANDMOTHER,
    ),
    TargetGroup.UNACCOMPANIED_MINOR: (Shape.MINORS,),
    TargetGroup.IMMIGRANT: (
        *(Shape.SINGLE,) * 5,
        *(Shape.COUPLE,) * 2,
        Shape.COUPLE_WITH_CHILDREN,
    ),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist."""

    given: Name
    family: Name
    sex: Sex
    birth_date: date
    role: HouseholdRole

    @property
    def native_name(self) -> str | None:
        """The name in its own script, None when it has no other than the Latin one."""
        if self.given.native is None or self.family.native is None:
            return None
        return f"{self.given.native} {self.family.native}"


def people_of(shape: Shape, culture: Culture, on: date, chance: Chance, husband: Person | None = None) -> list[Person]:
    """Return who arrives together, adults first and children by age; `husband` is who a family joins.

    Adults are 18 or more on `on`, children under 17, so that a takeover some months later finds them so too.
    """
    family = _Family(culture, on, chance, husband)
    if shape is Shape.MINORS:
        return family.minors()
    if shape is Shape.SIBLINGS:
        return family.siblings()
    if shape is Shape.SINGLE:
        return [family.single()]
    return family.generations(shape)


class _Family:
    """One party in the making; nobody in it has the same given name as another."""

    def __init__(self, culture: Culture, on: date, chance: Chance, husband: Person | None) -> None:
        self._culture = culture
        self._on = on
        self._chance = chance
        self._husband = husband
        self._women = iter(chance.some_of(culture.women, len(culture.women)))
        self._men = iter([name for name in chance.some_of(culture.men, len(culture.men)) if not _is(husband, name)])
        self._name = husband.family if husband else chance.one_of(culture.families)

    def single(self) -> Person:
        if self._husband:
            return self._wife_of(self._husband)
        sex = Sex.MALE if self._chance.happens(0.55) else Sex.FEMALE
        return self._person(sex, self._name, self._born(19, 57))

    def minors(self) -> list[Person]:
        count = 2 if self._chance.happens(0.25) else 1
        born = add_months(self._on, -self._chance.between(14 * MONTHS_A_YEAR, 16 * MONTHS_A_YEAR + 8))
        found = []
        for _ in range(count):
            sex = Sex.MALE if self._chance.happens(0.75) else Sex.FEMALE
            found.append(self._person(sex, self._name, born, HouseholdRole.CHILD))
            born += timedelta(days=self._chance.between(310, 700))
        return found

    def siblings(self) -> list[Person]:
        eldest = self._born(23, 31)
        births = [eldest, eldest + timedelta(days=self._chance.between(330, 1100))]
        found = [self._person(self._either_sex(), self._name, born) for born in births]
        if self._chance.happens(0.4):
            born = self._born(12, 15)
            found.append(self._person(self._either_sex(), self._name, born, HouseholdRole.CHILD))
        return found

    def generations(self, shape: Shape) -> list[Person]:
        if self._husband or shape in {Shape.PARENT_WITH_CHILDREN, Shape.WITH_GRANDMOTHER}:
            mother = self._wife_of(self._husband) if self._husband else self._alone()
            adults, father = [mother], self._husband
        else:
            mother_born = self._born(21, 46)
            earliest, latest = add_months(mother_born, -8 * MONTHS_A_YEAR), add_months(mother_born, MONTHS_A_YEAR)
            father = self._person(Sex.MALE, self._name, self._chance.day(earliest, latest))
            mother = self._person(Sex.FEMALE, self._name_of_wife(), mother_born)
            adults = [father, mother] if self._chance.happens(0.5) else [mother, father]
        if shape is Shape.COUPLE:
            return adults
        children = self._children(mother.birth_date, father)
        if shape is Shape.WITH_GRANDMOTHER:
            born = mother.birth_date - timedelta(days=self._chance.between(20 * 366, 30 * 366))
            other = self._chance.one_of(self._culture.families)
            children.append(self._person(Sex.FEMALE, other, born, HouseholdRole.OTHER))
        return adults + children

    def _alone(self) -> Person:
        sex = Sex.FEMALE if self._chance.happens(0.9) else Sex.MALE
        return self._person(sex, self._name, self._born(22, 46))

    def _wife_of(self, husband: Person) -> Person:
        born = self._chance.day(
            add_months(husband.birth_date, -MONTHS_A_YEAR), add_months(husband.birth_date, 6 * MONTHS_A_YEAR)
        )
        born = min(born, add_months(self._on, -21 * MONTHS_A_YEAR))
        return self._person(Sex.FEMALE, self._name_of_wife(), born)

    def _name_of_wife(self) -> Name:
        return self._name if self._culture.couples_share_name else self._chance.one_of(self._culture.families)

    def _children(self, mother_born: date, father: Person | None) -> list[Person]:
        """Return one to four children, at least a year apart, born when their mother was nineteen or more."""
        name = self._name
        if self._culture.children_take_given_name:
            name = father.given if father else self._chance.one_of(self._culture.men)
        latest = self._on - timedelta(days=50)
        earliest = max(add_months(mother_born, 19 * MONTHS_A_YEAR), add_months(self._on, -16 * MONTHS_A_YEAR - 6))
        born = min(self._chance.day(earliest, latest) for _ in range(2))
        children = []
        for _ in range(self._chance.one_of((1, 1, 2, 2, 2, 3, 3, 4))):
            children.append(self._person(self._either_sex(), name, born, HouseholdRole.CHILD))
            born += timedelta(days=self._chance.between(400, 1300))
            if born > latest:
                break
        return children

    def _either_sex(self) -> Sex:
        return Sex.MALE if self._chance.happens(0.5) else Sex.FEMALE

    def _born(self, youngest: int, eldest: int) -> date:
        """Return a birth date that gives an age in whole years; some adults are registered on a first of January."""
        first = add_months(self._on, -(eldest + 1) * MONTHS_A_YEAR) + timedelta(days=1)
        born = self._chance.day(first, add_months(self._on, -youngest * MONTHS_A_YEAR))
        return born.replace(month=1, day=1) if youngest > 18 and self._chance.happens(0.07) else born  # noqa: PLR2004 - adults

    def _person(self, sex: Sex, family: Name, born: date, role: HouseholdRole = HouseholdRole.ADULT) -> Person:
        given = next(self._women if sex is Sex.FEMALE else self._men)
        return Person(given, family, sex, born, role)


def _is(husband: Person | None, name: Name) -> bool:
    return husband is not None and husband.given == name
