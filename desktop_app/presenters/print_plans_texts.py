"""What is said while many plans are printed and when it is done; cases are named by number, nobody by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.application.errors import ApplicationError
from desktop_app.application.print_plans import PlansPrinted
from desktop_app.domain.errors import DomainError
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.translation import _, _n, capitalised

_NAMED = 20
"""So many cases are named; of more the number says enough."""


@dataclass(frozen=True, slots=True)
class PlansPrintedShown:
    """What became of the plans: what was printed, and what was left out as pairs of reason and cases."""

    title: str
    summary: str
    left_out: tuple[tuple[str, str], ...]
    warning: str


def progress_text(done: int, count: int) -> str:
    """Return how far it is."""
    return _("{done} of {count}").format(done=done, count=count)


def plans_warning() -> str:
    """Return what is to be heeded with files of plans."""
    return _(
        "The files hold personal data and are not encrypted. Keep them on the municipality's drive only, and delete"
        " them after use."
    )


def all_printed_text(count: int, folder: Path | None) -> str:
    """Return what is said where nothing was left out."""
    if folder is None:
        return _n("{n} plan was sent to the printer.", "{n} plans were sent to the printer.", count).format(n=count)
    return _n(
        "{n} plan is saved in {folder}. The file is not encrypted; delete it after use.",
        "{n} plans are saved in {folder}. The files are not encrypted; delete them after use.",
        count,
    ).format(n=count, folder=folder.name or folder)


def plans_printed(result: PlansPrinted, folder: Path | None) -> PlansPrintedShown:
    """Return what became of plans that went to a folder, or to a printer."""
    stopped = bool(result.not_reached)
    return PlansPrintedShown(
        title=_("The printing was stopped") if stopped else _("Not every plan was printed"),
        summary=_summary(len(result.printed), folder),
        left_out=tuple((reason, _numbers(cases)) for reason, cases in left_out(result).items()),
        warning=plans_warning() if folder and result.printed else "",
    )


def left_out(result: PlansPrinted) -> dict[str, Sequence[str]]:
    """Return the cases whose plan was not printed, by the reason."""
    found: dict[str, list[str]] = {}
    for failure in result.failed:
        found.setdefault(_reason(failure.error), []).append(failure.case_number)
    if result.without_plan:
        found[_("No plan yet")] = result.without_plan
    if result.not_reached:
        found[_("Not reached")] = result.not_reached
    return dict(found)


def plans_saved_text(count: int, folder: Path) -> str:
    """Return how many plans are in a folder now."""
    text = _n("{n} plan is saved in {folder}.", "{n} plans are saved in {folder}.", count)
    return text.format(n=count, folder=folder) if count else _("No plan was printed.")


def _summary(count: int, folder: Path | None) -> str:
    if folder is None and count:
        return all_printed_text(count, None)
    return plans_saved_text(count, folder or Path())


def _reason(error: Exception) -> str:
    if isinstance(error, ApplicationError | DomainError):
        return error_text(error).removesuffix(".")
    if isinstance(error, FileExistsError):
        return _("The file was there already and is left as it is")
    if isinstance(error, OSError):
        return capitalised(system_reason(error.strerror or str(error)))
    return _("The plan could not be drawn")


def _numbers(cases: Sequence[str]) -> str:
    named = " · ".join(cases[:_NAMED])
    more = len(cases) - _NAMED
    return named if more <= 0 else _n("{named} and {n} more", "{named} and {n} more", more).format(named=named, n=more)
