"""Udskriv flere planer: the plans of many cases into a folder or onto paper, and what was left out."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from desktop_app.application.errors import ApplicationError
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.print_plans import PlansInParts, WantedPlan
from desktop_app.application.show_worklist import Worklist
from desktop_app.presenters.danish_order import danish_order
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.print_plans_texts import (
    PlansPrintedShown,
    all_printed_text,
    plans_printed,
    plans_warning,
    progress_text,
)
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.translation import _, _n


class PlanScope(StrEnum):
    """Which plans are printed."""

    CHOSEN = "chosen"
    READY = "ready"
    CASEWORKER = "caseworker"


class PrintTarget(StrEnum):
    """Where they go."""

    FOLDER = "folder"
    PRINTER = "printer"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPlansShown:
    """What the dialog shows; choices are pairs of key and words, an empty `warning` is none."""

    scopes: tuple[tuple[str, str], ...]
    scope: PlanScope
    caseworkers: tuple[tuple[str, str], ...]
    caseworker: str
    target: PrintTarget
    about: str
    warning: str
    verb: str


class PrintPlansView(Protocol):
    """The dialog, and what it leads to."""

    def ask(self, shown: PrintPlansShown) -> None:
        """Open the dialog."""
        ...

    def show_choice(self, shown: PrintPlansShown) -> None:
        """Show what is chosen."""
        ...

    def show_problem(self, text: str) -> None:
        """Say why nothing is printed."""
        ...

    def ask_folder(self) -> None:
        """Ask which folder the files go to."""
        ...

    def ask_printer(self) -> None:
        """Ask for a printer."""
        ...

    def show_progress(self, done: int, count: int, text: str) -> None:
        """Show how far it is, in the place of the dialog."""
        ...

    def show_result(self, shown: PlansPrintedShown) -> None:
        """Show what was printed and what was left out, in the place of how far it is."""
        ...

    def finish(self) -> None:
        """Show nothing more of it."""
        ...


class PlanPrintWork(Protocol):
    """What it asks of the open store."""

    @property
    def is_drawing(self) -> bool:
        """Whether a plan is being drawn beside all else."""
        ...

    def ready(self) -> list[WantedPlan]:
        """Return the versions that wait for signatures.

        Raises:
            StorageUnavailable: the store cannot be read.
        """
        ...

    def print_beside(
        self, wanted: Iterable[WantedPlan], today: date, hand_out: Callable[[PrintedPlan], None]
    ) -> PlansInParts:
        """Return the plans, still to be printed one by one, each drawn beside all else."""
        ...

    def into(self, folder: Path) -> Callable[[PrintedPlan], None]:
        """Return what writes each plan to a file of its own in a folder.

        Raises:
            NotADirectoryError: there is no such folder.
        """
        ...


class PrintPlansPresenter:
    """Asks which plans and where to, then prints one at each `go_on` until all are or it is told to stop."""

    def __init__(
        self,
        view: PrintPlansView,
        *,
        work: PlanPrintWork,
        worklist: Callable[[], Worklist],
        initials: str,
        today: Callable[[], date],
        say_done: Callable[[str], None],
        show_error: Callable[[str], None],
    ) -> None:
        self._view, self._work, self._worklist = view, work, worklist
        self._own, self._today, self._say_done, self._show_error = initials, today, say_done, show_error
        self._chosen: Sequence[str] = ()
        self._ready: list[WantedPlan] = []
        self._counts = Counter[str]()
        self._scope, self._target, self._caseworker = PlanScope.READY, PrintTarget.FOLDER, ""
        self._parts: PlansInParts | None = None
        self._has_more = False
        self._folder: Path | None = None

    @property
    def is_printing(self) -> bool:
        """Whether plans are being printed."""
        return self._parts is not None

    @property
    def progress(self) -> tuple[int, int]:
        """How many cases were seen to, of how many."""
        return self._parts.progress if self._parts else (0, 0)

    def ask(self, chosen: Sequence[str]) -> None:
        """Open the dialog; `chosen` are the numbers of the cases that are chosen in the list, if any are."""
        if self.is_printing:
            return
        try:
            self._ready = self._work.ready()
        except ApplicationError as error:
            self._show_error(error_text(error))
            return
        self._chosen = chosen
        lines = self._worklist().lines.values()
        self._counts = Counter(line.responsible_caseworker for line in lines if line.responsible_caseworker)
        if self._caseworker not in self._counts:
            self._caseworker = self._own if self._own in self._counts else next(iter(self._caseworkers()), "")
        self._scope = PlanScope.CHOSEN if chosen else PlanScope.READY
        self._view.ask(self._shown())

    def choose_scope(self, scope: PlanScope) -> None:
        """Print these plans."""
        self._scope = scope
        self._view.show_choice(self._shown())

    def choose_caseworker(self, initials: str) -> None:
        """Print the plans of this caseworker."""
        self._caseworker = initials
        self._view.show_choice(self._shown())

    def choose_target(self, target: PrintTarget) -> None:
        """Let them go there."""
        self._target = target
        self._view.show_choice(self._shown())

    def go_on_asking(self) -> None:
        """Ask for the folder or for the printer, or say that there is nothing to print."""
        if not self._wanted():
            self._view.show_problem(_("There are no plans to print. Choose others."))
        elif self._target is PrintTarget.FOLDER:
            self._view.ask_folder()
        else:
            self._view.ask_printer()

    def save_in(self, folder: Path) -> None:
        """Begin to write each plan to a file of its own in a folder."""
        try:
            hand_out = self._work.into(folder)
        except OSError as error:
            reason = system_reason(error.strerror or str(error))
            text = _("The plans cannot be saved in {folder} ({reason}). Choose another folder.")
            self._view.show_problem(text.format(folder=folder, reason=reason))
            return
        self._begin(hand_out, folder)

    def print_on(self, hand_out: Callable[[PrintedPlan], None]) -> None:
        """Begin to give each plan to who takes it to paper."""
        self._begin(hand_out, None)

    def go_on(self) -> None:
        """Print the next plan, or say what became of all of them."""
        if self._parts is None or self._work.is_drawing:
            return
        if not self._has_more:
            self._end(self._parts)
            return
        self._has_more = self._parts.go_on()
        self._tell_progress(self._parts)

    def stop(self) -> None:
        """Print no more; the plan that is being printed is whole."""
        self._has_more = False

    def let_go(self) -> None:
        """Print no more and say nothing: the store is about to be closed."""
        self._parts = None

    def _begin(self, hand_out: Callable[[PrintedPlan], None], folder: Path | None) -> None:
        self._folder = folder
        self._parts = self._work.print_beside(self._wanted(), self._today(), hand_out)
        self._has_more = True
        self._view.finish()
        self._tell_progress(self._parts)

    def _tell_progress(self, parts: PlansInParts) -> None:
        done, count = parts.progress
        self._view.show_progress(done, count, progress_text(done, count))

    def _end(self, parts: PlansInParts) -> None:
        self._parts = None
        result = parts.so_far()
        shown = plans_printed(result, self._folder)
        if shown.left_out:
            self._view.show_result(shown)
        else:
            self._view.finish()
            self._say_done(all_printed_text(len(result.printed), self._folder))

    def _wanted(self) -> list[WantedPlan]:
        if self._scope is PlanScope.READY:
            return self._ready
        if self._scope is PlanScope.CHOSEN:
            return [WantedPlan(number) for number in self._chosen]
        lines = self._worklist().lines.values()
        return [WantedPlan(line.case_number) for line in lines if line.responsible_caseworker == self._caseworker]

    def _caseworkers(self) -> list[str]:
        return sorted(self._counts, key=danish_order)

    def _shown(self) -> PrintPlansShown:
        is_folder = self._target is PrintTarget.FOLDER
        return PrintPlansShown(
            scopes=self._scopes(),
            scope=self._scope,
            caseworkers=tuple(
                (initials, _("{initials} ({n})").format(initials=initials, n=self._counts[initials]))
                for initials in self._caseworkers()
            ),
            caseworker=self._caseworker if self._scope is PlanScope.CASEWORKER else "",
            target=self._target,
            about=_about(self._scope),
            warning=plans_warning() if is_folder else "",
            verb=_("Choose folder …") if is_folder else _("Choose printer …"),
        )

    def _scopes(self) -> tuple[tuple[str, str], ...]:
        chosen, ready = len(self._chosen), len(self._ready)
        words = {
            PlanScope.CHOSEN: _n("The {n} case that is chosen", "The {n} cases that are chosen", chosen).format(
                n=chosen
            ),
            PlanScope.READY: _("Every version that is ready to be signed ({n})").format(n=ready),
            PlanScope.CASEWORKER: _("Every case of one caseworker"),
        }
        offered = {PlanScope.CHOSEN: bool(chosen), PlanScope.CASEWORKER: bool(self._counts)}
        return tuple((scope.value, text) for scope, text in words.items() if offered.get(scope, True))


def _about(scope: PlanScope) -> str:
    if scope is PlanScope.READY:
        return _("The version that waits for signatures, although an earlier one may still be in force.")
    return _(
        "Of each case the plan that is in force, otherwise the latest draft. Cases without a plan are named when it is"
        " done."
    )
