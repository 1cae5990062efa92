"""Print the plans of many cases, one after the other, so that a window stays alive and one may stop between two.

Every plan is a document of its own. One document of them all could not be what was asked for: the stored bytes of a
signed version are handed out as they are, and joined they would be other bytes, with one structure tree, one language
and one statement of PDF/A in place of each paper's own. On a printer each is a job of its own, so that none begins on
the back of another citizen's.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from desktop_app.application.drawing_ports import PlanPrinter
from desktop_app.application.errors import PlanNotFound
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import ReadModel, Work
from desktop_app.application.print_plan import PrintedPlan, print_plan
from desktop_app.domain.plan import PlanState
from desktop_app.domain.role import Act


class NotDrawnYet(Exception):
    """Said by a printer that draws beside all else: ask again when it has. Nothing was printed or logged."""


@dataclass(frozen=True, slots=True)
class WantedPlan:
    """A plan to be printed: the version to read and print of a case, or the one of a number."""

    case_number: str
    plan_number: int | None = None


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A plan that was printed and is where it was to go; without its bytes, of which a hundred would be too many."""

    case_number: str
    plan_number: int
    state: PlanState


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """A plan that is not where it was to go, and what hindered it."""

    case_number: str
    error: Exception


@dataclass(slots=True)
class PlansPrinted:
    """What became of the plans so far; `not_reached` are those still to come, and those that were left by stopping."""

    printed: list[HandedOut] = field(default_factory=list)
    without_plan: list[str] = field(default_factory=list)
    failed: list[NotPrinted] = field(default_factory=list)
    not_reached: list[str] = field(default_factory=list)


class PlansInParts:
    """Prints plan by plan, each logged as a print of its case; what hinders one never stops the others.

    `hand_out` takes each plan to where it is to go, whole or not at all, and raises what hinders it. A plan wanted
    twice is printed once. The printer may say `NotDrawnYet`; the plan is then tried again the next time.

    Raises:
        NotAllowed: the user may not print; nothing is.
    """

    def __init__(
        self,
        wanted: Iterable[WantedPlan],
        *,
        work: Work,
        printer: PlanPrinter,
        law: PlanLaw,
        today: date,
        hand_out: Callable[[PrintedPlan], None],
    ) -> None:
        with work(Act.PRINT):
            pass  # who may not print is refused as a whole, and not plan by plan
        self._left = list(dict.fromkeys(wanted))[::-1]
        self._count = len(self._left)
        self._work, self._printer, self._law, self._today = work, printer, law, today
        self._hand_out = hand_out
        self._result = PlansPrinted()

    @property
    def progress(self) -> tuple[int, int]:
        """How many cases were seen to, of how many."""
        return self._count - len(self._left), self._count

    def go_on(self) -> bool:
        """See to the next case, or find that its plan is being drawn; whether there is more to do."""
        if self._left:
            self._print(self._left.pop())
        return bool(self._left)

    def so_far(self) -> PlansPrinted:
        """Return what became of the plans until now."""
        self._result.not_reached = [wanted.case_number for wanted in reversed(self._left)]
        return self._result

    def _print(self, wanted: WantedPlan) -> None:
        result = self._result
        try:
            printed = print_plan(
                wanted.case_number,
                work=self._work,
                printer=self._printer,
                law=self._law,
                today=self._today,
                plan_number=wanted.plan_number,
            )
            self._hand_out(printed)
        except NotDrawnYet:
            self._left.append(wanted)
        except PlanNotFound:
            result.without_plan.append(wanted.case_number)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with this plan, the next one is another
            result.failed.append(NotPrinted(wanted.case_number, error))
        else:
            result.printed.append(HandedOut(printed.case_number, printed.plan_number, printed.state))


def plans_ready(read: ReadModel) -> list[WantedPlan]:
    """Return the versions that wait for signatures, by case number, although another one may still be in force."""
    return [WantedPlan(case_number, number) for case_number, number in read.ready_plans()]
