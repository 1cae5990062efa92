"""Skift ansvarlig: choose who is to be responsible for one case or many, save it, and undo it."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final, Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.ports import CaseLine
from desktop_app.application.reassign_cases import HeldCase, Reassigned
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.case_checks import INITIALS_LENGTH
from desktop_app.presenters.danish_order import danish_order
from desktop_app.presenters.dialogs import DialogFollower
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.typed_text import one_line, text_problem
from desktop_app.translation import _, _n

SOMEBODY_ELSE: Final = "…"
"""The choice of somebody who has no case yet, whose initials are typed."""

MANY = 20
"""Saving more cases than this takes longer than one waits without a word."""

_NAMED = 5
"""So many citizens are named; of more the number says enough."""


class ReassignField(StrEnum):
    """The fields of the dialog."""

    CASEWORKER = "caseworker"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReassignShown:
    """The dialog as it opens: what it is about, who is responsible now, and whom one can choose (key and words)."""

    about: str
    citizens: str
    now: str
    note: str
    choices: tuple[tuple[str, str], ...]


class ReassignView(Protocol):
    """The dialog."""

    def ask(self, shown: ReassignShown) -> None:
        """Open the dialog, with nobody chosen."""
        ...

    def ask_initials(self, *, is_asked: bool) -> None:
        """Ask for initials too, or no more."""
        ...

    def show_now(self, text: str) -> None:
        """Say who is responsible now."""
        ...

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at the fields what is wrong; none of them, none is said."""
        ...

    def show_error(self, text: str) -> None:
        """Say why nothing was saved; what was chosen stays."""
        ...

    def finish(self) -> None:
        """Close the dialog."""
        ...


class ReassignWork(Protocol):
    """What the dialog asks of the open store."""

    def reassign(self, held: Collection[HeldCase], caseworker: str) -> Reassigned:
        """Make somebody responsible for cases."""
        ...

    def give_back(self, reassigned: Reassigned) -> Changes:
        """Give cases back to their former caseworkers."""
        ...

    def held_now(self, held: Collection[HeldCase]) -> list[HeldCase]:
        """Return cases as they are held now."""
        ...


class ReassignPresenter:
    """Holds the cases while the dialog is open."""

    def __init__(
        self,
        view: ReassignView,
        follower: DialogFollower,
        *,
        work: ReassignWork,
        worklist: Callable[[], Worklist],
        initials: str,
    ) -> None:
        self._view, self._follower, self._work = view, follower, work
        self._worklist, self._own = worklist, initials
        self._held: list[HeldCase] = []
        self._there: list[str] = []
        self._texts = dict.fromkeys(ReassignField, "")

    @property
    def takes_long(self) -> bool:
        """Whether saving takes so long that it is to be said."""
        return len(self._held) > MANY

    def ask(self, lines: Sequence[CaseLine]) -> None:
        """Open the dialog for these cases; without any there is nothing to ask."""
        if not lines:
            return
        self._held = [HeldCase(line.case_id, line.case_number, line.responsible_caseworker) for line in lines]
        self._there = self._caseworkers()
        self._texts = dict.fromkeys(ReassignField, "")
        named = [f"{line.sort_name} ({line.case_number})" for line in lines]
        shown = ReassignShown(
            about=_about(lines),
            citizens=" · ".join(named) if len(named) <= _NAMED else "",
            now=_now(self._held),
            note=_("Who coordinates for the family stays the same.") if any(one.household_id for one in lines) else "",
            choices=(("", _("Choose …")), *map(self._choice, self._there), (SOMEBODY_ELSE, _("Other initials …"))),
        )
        self._view.ask(shown)

    def type(self, field: ReassignField, text: str) -> None:
        """Take in what is chosen or typed in a field."""
        self._texts[field] = text
        if field is ReassignField.CASEWORKER:
            self._view.ask_initials(is_asked=text == SOMEBODY_ELSE)
            self._view.show_problems({})

    def close(self) -> None:
        """Let go of the cases."""
        self._held = []

    def save(self) -> None:
        """Save it, or say what is wrong."""
        if not self._held:
            return
        caseworker = self._chosen()
        problems = self._problems(caseworker)
        self._view.show_problems(problems)
        if problems:
            return
        try:
            reassigned = self._work.reassign(self._held, caseworker)
        except ChangedMeanwhile:
            self._look_again()
        except ApplicationError as error:
            self._view.show_error(error_text(error))
        else:
            self._held = []
            self._view.finish()
            count = len(reassigned.former)
            text = _n("{n} case has gone to {caseworker}.", "{n} cases have gone to {caseworker}.", count).format(
                n=count, caseworker=caseworker
            )
            self._follower.show_changes(reassigned.changes)
            self._follower.say_done(text, partial(self._give_back, reassigned))

    def _give_back(self, reassigned: Reassigned) -> None:
        try:
            changes = self._work.give_back(reassigned)
        except ChangedMeanwhile:
            self._follower.show_error(
                _("It could not be undone: somebody has given one of the cases to another caseworker since.")
            )
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
        else:
            self._follower.show_changes(changes)
            count = len(changes.cases)
            self._follower.say_done(
                _n(
                    "{n} case is with its former caseworker again.",
                    "{n} cases are with their former caseworkers again.",
                    count,
                ).format(n=count)
            )

    def _look_again(self) -> None:
        """Take the cases as they are held now, and let it be saved over that by whoever has seen it."""
        try:
            now = self._work.held_now(self._held)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._held = now or self._held
        self._view.show_now(_now(self._held))
        self._view.show_error(
            _("Somebody else has changed who is responsible. It stands below as it is now. Choose it once more.")
        )

    def _caseworkers(self) -> list[str]:
        """Return the initials there are: one's own first, then those of the cases."""
        found = {line.responsible_caseworker or "" for line in self._worklist().lines.values()}
        others = sorted(found - {"", self._own}, key=danish_order)
        return [self._own, *others] if self._own else others

    def _choice(self, initials: str) -> tuple[str, str]:
        return initials, _("{initials} (you)").format(initials=initials) if initials == self._own else initials

    def _chosen(self) -> str:
        """Return the initials that are chosen, or typed, as they are spelt where they are in use."""
        if self._texts[ReassignField.CASEWORKER] != SOMEBODY_ELSE:
            return self._texts[ReassignField.CASEWORKER]
        typed = one_line(self._texts[ReassignField.INITIALS])
        return next((one for one in self._there if one.casefold() == typed.casefold()), typed)

    def _problems(self, caseworker: str) -> dict[str, str]:
        chooses = self._texts[ReassignField.CASEWORKER] != SOMEBODY_ELSE
        field = ReassignField.CASEWORKER if chooses else ReassignField.INITIALS
        nothing = _("Choose who is to be responsible") if chooses else _("Type the initials")
        problem = text_problem(caseworker, nothing)
        if len(caseworker) > INITIALS_LENGTH:
            problem = _("The text is too long. Shorten it.")
        if not problem and all(one.caseworker == caseworker for one in self._held):
            problem = _("{caseworker} is responsible already").format(caseworker=caseworker)
        return {field.value: problem} if problem else {}


def _about(lines: Sequence[CaseLine]) -> str:
    citizens = len({line.cpr or line.case_id for line in lines})
    return _("This concerns {cases} of {citizens}.").format(
        cases=_n("{n} case", "{n} cases", len(lines)).format(n=len(lines)),
        citizens=_n("{n} citizen", "{n} citizens", citizens).format(n=citizens),
    )


def _now(held: Sequence[HeldCase]) -> str:
    counts = Counter(one.caseworker or "" for one in held)
    names = sorted(counts, key=danish_order)
    if len(names) == 1:
        return names[0] or _("Nobody")
    return " · ".join(_("{initials} ({n})").format(initials=name or _("Nobody"), n=counts[name]) for name in names)
