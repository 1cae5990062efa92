"""A team in memory, and who is told what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desktop_app.application.errors import ApplicationError
from desktop_app.application.manage_team import TeamPerson
from desktop_app.domain.role import Role
from desktop_app.presenters.new_password import StrengthShown

METTE = TeamPerson(id="1", name="Mette Jensen", initials="MJ", role=Role.LEADER, is_oneself=True)
KAREN = TeamPerson(id="2", name="Karen Holm", initials="KH", role=Role.CASEWORKER, is_oneself=False)
LARS = TeamPerson(id="3", name="Lars", initials="Lars", role=None, is_oneself=False)
PASSWORD = "fire tilfældige ord her"  # noqa: S105 - of nobody


class FakeTeam:
    """People without a store (`presenters.team_port.TeamWork`); `error` is what the next act raises."""

    def __init__(self, *people: TeamPerson) -> None:
        self.all = list(people or (METTE, KAREN, LARS))
        self.passwords: dict[str, str] = {}
        self.error: ApplicationError | None = None

    def people(self) -> list[TeamPerson]:
        self._fail()
        return list(self.all)

    def add(self, name: str, initials: str, role: Role, password: str) -> TeamPerson:
        self._fail()
        person = TeamPerson(id=name, name=name, initials=initials, role=role, is_oneself=False)
        self.all.append(person)
        self.passwords[name] = password
        return person

    def give_role(self, person_id: str, role: Role) -> None:
        self._fail()
        self.all = [replace(one, role=role) if one.id == person_id else one for one in self.all]

    def give_password(self, person_id: str, password: str) -> None:
        self._fail()
        self.passwords[person_id] = password

    def remove(self, person_id: str) -> None:
        self._fail()
        self.all = [one for one in self.all if one.id != person_id]

    def _fail(self) -> None:
        if self.error:
            raise self.error


@dataclass
class Told:
    """What was said when it was done, and how often the people were listed anew."""

    listings: int = 0
    done: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)

    def people_changed(self) -> None:
        self.listings += 1

    def say_done(self, text: str) -> None:
        self.done.append(text)

    def say_removed(self, text: str) -> None:
        self.removed.append(text)


@dataclass
class SeenDialog:
    """A dialog: with what it was opened, and what it says."""

    asked: list[tuple[object, ...]] = field(default_factory=list)
    problems: Mapping[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    strength: StrengthShown | None = None
    is_finished: bool = False

    def ask(self, *shown: object) -> None:
        self.asked.append(shown)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.problems = problems

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        raise AssertionError(remarks)

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def show_strength(self, strength: StrengthShown) -> None:
        self.strength = strength

    def finish(self) -> None:
        self.is_finished = True
