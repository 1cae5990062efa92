"""What the plan editor shows, and who is told what became of the plan."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desktop_app.application.changes import Changes
from desktop_app.domain.plan import PlanState
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.earlier_content import EarlierVersion
from desktop_app.presenters.plan_form import PlanForm
from desktop_app.presenters.plan_reading import FieldProblem
from desktop_app.presenters.plan_texts import CheckLine, WarningLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHead:
    """What stands above the form. `badge` and `due` are empty where the contract is not waited for.

    `has_others` tells that there are versions to compare it with, `has_earlier` that one of them came before it.
    """

    title: str
    citizen: str
    state: PlanState
    badge: str
    badge_kind: BadgeKind
    due: str
    is_locked: bool
    has_others: bool = False
    has_earlier: bool = False


class PlanView(Protocol):
    """The page of the editor."""

    def bring_up(self) -> None:
        """Come before the eyes: a version was opened."""
        ...

    def show_head(self, head: PlanHead) -> None:
        """Show which version of whose plan it is, where it stands, and what can be done with it."""
        ...

    def show_form(self, form: PlanForm, *, is_locked: bool) -> None:
        """Write every field anew; a locked form is only read."""
        ...

    def show_beside(
        self, summary: str, checks: Sequence[CheckLine], warnings: Sequence[WarningLine], hours: str
    ) -> None:
        """Show what is in place and what is missing, what does not add up, and the hours of the week."""
        ...

    def show_problems(self, problems: Sequence[FieldProblem]) -> None:
        """Say at the fields what is wrong, and bring the keyboard to the first; without problems say nothing."""
        ...

    def show_missing(self, missing: Sequence[CheckLine]) -> None:
        """Say what is missing before the plan can be signed, and bring the keyboard to the first."""
        ...

    def show_steps(self, *, can_undo: bool, can_redo: bool) -> None:
        """Say whether there are steps to take back or to take again."""
        ...

    def show_remark(self, text: str) -> None:
        """Say something about the version as a whole; nothing takes the remark away."""
        ...

    def show_others(self, text: str) -> None:
        """Say whose unfinished draft of the version lies there; nothing takes the notice away."""
        ...

    def show_error(self, text: str) -> None:
        """Say what went wrong and what to do."""
        ...

    def ask_earlier(self, offered: Sequence[EarlierVersion]) -> None:
        """Ask what to take in of what earlier versions say; that there is nothing is said too."""
        ...

    def ask_ready(self, title: str, warnings: Sequence[WarningLine]) -> None:
        """Ask whether to close the draft for signing, naming what does not add up."""
        ...


class PlanFollower(Protocol):
    """Who is told what became of the plan."""

    def plan_changed(self, changes: Changes) -> None:
        """Take note that something was saved."""
        ...

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say that something is done, and for a while offer to undo it."""
        ...


class PlanPaper(Protocol):
    """The paper beside the form (`live_preview.LivePreview`)."""

    def clear(self) -> None:
        """Begin with another document."""
        ...

    def show(self, content: bytes, at: datetime) -> None:
        """Show the paper as it was drawn just now."""
        ...

    def mark_stale(self) -> None:
        """Say that the form says something else by now."""
        ...
