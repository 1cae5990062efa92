"""Tilføj til familien: find somebody who has a case, and let the two live in one household."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError
from desktop_app.application.join_family import InAnotherFamily, Joined
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import CaseLine
from desktop_app.domain.case import Case
from desktop_app.domain.household import HouseholdRole
from desktop_app.presenters.dialogs import DialogFollower
from desktop_app.presenters.error_texts import error_text
from desktop_app.translation import _, short_date

FEWEST_LETTERS, MOST_FOUND = 2, 12


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who was found: the case, and the words to know them by."""

    case_number: str
    name: str
    about: str


class FamilyView(Protocol):
    """The dialog."""

    def ask(self, citizen: str) -> None:
        """Open the dialog."""
        ...

    def show_found(self, found: Sequence[Found], remark: str) -> None:
        """Show who was found, or why nobody is shown."""
        ...

    def show_problem(self, text: str) -> None:
        """Say what keeps them from being added."""
        ...

    def finish(self) -> None:
        """Close the dialog."""
        ...


class FamilyWork(Protocol):
    """What the dialog asks of the open store."""

    def join_family(self, case_number: str, family_of: str, role: HouseholdRole | None) -> Joined:
        """Let somebody live in the household of another."""
        ...

    def leave_family(self, joined: Joined) -> Changes:
        """Let everybody live as before."""
        ...


class FamilyPresenter:
    """Adds one person to the family of the case that is open, or that case to the person's family."""

    def __init__(
        self,
        view: FamilyView,
        follower: DialogFollower,
        *,
        work: FamilyWork,
        find: Callable[[str], Sequence[CaseLine]],
    ) -> None:
        self._view, self._follower, self._work, self._find = view, follower, work, find
        self._case: Case | None = None
        self._found: dict[str, CaseLine] = {}

    def ask(self, opened: OpenedCase) -> None:
        """Open the dialog for the family of a case."""
        self._case = opened.case
        self._view.ask(opened.case.citizen.full_name)
        self.search("")

    def search(self, query: str) -> None:
        """Show who has every word of a query, without those who are in the family already."""
        case = self._case
        if case is None:
            return
        if len(query.strip()) < FEWEST_LETTERS:
            self._view.show_found((), _("Type part of the name or the case number."))
            return
        household = case.household.id if case.household else ""
        others = [
            line
            for line in self._find(query)
            if line.case_id != case.id and (not household or line.household_id != household)
        ]
        remark = "" if others else _("Nobody was found who is not in the family already.")
        if len(others) > MOST_FOUND:
            remark = _("There are more. Type more of the name.")
        self._found = {line.case_number: line for line in others[:MOST_FOUND]}
        self._view.show_found([_found_of(line) for line in self._found.values()], remark)

    def close(self) -> None:
        """Let go of the case."""
        self._case = None

    def add(self, case_number: str, role: str) -> None:
        """Add somebody by case number; who comes to the household gets the role, if one is chosen.

        That is the citizen of the open case where only the other one lives in a household.
        """
        case = self._case
        if case is None:
            return
        other = self._found.get(case_number)
        if other is None:
            self._view.show_problem(_("Choose who is to be added"))
            return
        joining, joined = other.case_number, case.case_number
        if case.household is None and other.household_id:
            joining, joined = joined, joining
        try:
            added = self._work.join_family(joining, joined, HouseholdRole(role) if role else None)
        except InAnotherFamily as error:
            self._view.show_problem(
                _("The citizen lives in the household {name}. Take them out of it on their own case first.").format(
                    name=error.household
                )
            )
        except ApplicationError as error:
            self._view.show_problem(error_text(error))
        else:
            self._case = None
            self._view.finish()
            self._follower.show_changes(added.changes)
            text = _("{name} has been added to the family {household}.")
            done = text.format(name=_joined_name(added), household=added.household.name)
            self._follower.say_done(done, partial(self._take_out, added))

    def _take_out(self, added: Joined) -> None:
        try:
            changes = self._work.leave_family(added)
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
            return
        self._follower.show_changes(changes)
        self._follower.say_done(_("{name} is out of the family again.").format(name=_joined_name(added)))


def _joined_name(added: Joined) -> str:
    return added.before[0].citizen.full_name


def _found_of(line: CaseLine) -> Found:
    born = _("born {date}").format(date=short_date(line.birth_date)) if line.birth_date else ""
    household = _("household {name}").format(name=line.household_name) if line.household_name else ""
    return Found(line.case_number, line.sort_name, " · ".join(filter(None, (line.case_number, born, household))))
