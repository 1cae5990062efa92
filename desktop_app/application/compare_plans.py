"""Vis forskelle: what two versions of a plan say otherwise, read from the store and put on paper.

What is signed is compared as it was frozen, what is not as it stands now. That somebody looked is logged as for every
opening of a plan, and that it was printed as for every paper.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.application.errors import PlanNotFound
from desktop_app.application.plan_freezing import PlanLaw, snapshot_of
from desktop_app.application.ports import LogAction, UnitOfWork, Work
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan, PlanState, state_of
from desktop_app.domain.plan_comparison import ChangedSection, compare_plans
from desktop_app.domain.plan_snapshot import PlanSnapshot
from desktop_app.domain.role import Act
from desktop_app.domain.word_changes import WordStretch

DIFFERENCES = "plan_differences"
_FILE = "Forskelle"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedVersion:
    """A version beside another. `dated_on` is the day its paper is of; for a draft it is today."""

    number: int
    state: PlanState
    dated_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPlans:
    """Two versions and what the later chosen, `now`, says otherwise; `versions` are all there are, the newest first."""

    case_number: str
    citizen: str
    versions: tuple[ComparedVersion, ...]
    was: ComparedVersion
    now: ComparedVersion
    sections: tuple[ChangedSection, ...]
    on: date


@dataclass(frozen=True, slots=True)
class ToldField:
    """A field in words, what was removed and added marked in it; without a `label` it is the text itself."""

    label: str
    words: tuple[WordStretch, ...]


@dataclass(frozen=True, slots=True)
class ToldItem:
    """A goal, an activity or a text, or without a `title` the fields of a section."""

    title: str
    fields: tuple[ToldField, ...]


@dataclass(frozen=True, slots=True)
class ToldSection:
    """A section of the document in words; `remark` says what else is to be said of it."""

    title: str
    items: tuple[ToldItem, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldComparison:
    """Two versions and their differences in words, as they are shown and printed. `is_draft` if one may still change.

    `summary` says how much was changed, or that nothing was.
    """

    case_number: str
    citizen: str
    was: str
    now: str
    numbers: tuple[int, int]
    summary: str
    sections: tuple[ToldSection, ...]
    is_draft: bool
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedComparison:
    """The differences on paper, as PDF. `file_name` names neither the citizen nor the CPR number."""

    content: bytes
    case_number: str
    numbers: tuple[int, int]
    is_draft: bool
    on: date

    @property
    def file_name(self) -> str:
        """The proposed name: date first so that it sorts, then document, versions and case."""
        case = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in self.case_number)
        was, now = self.numbers
        mark = "_kladde" if self.is_draft else ""
        return f"{self.on.isoformat()}_{_FILE}_v{was}-v{now}_sag-{case[:60]}{mark}.pdf"


def compare_versions(
    case_number: str, chosen: int | tuple[int, int], *, work: Work, law: PlanLaw, today: date
) -> ComparedPlans:
    """Return what the second version says otherwise than the first.

    Where one alone is chosen it is compared with the one before it, the first of them with the one after it.

    A protected address is left out, even where a version from before it was protected holds it.

    Raises:
        CaseNotFound: no case has this number.
        PlanNotFound: the case does not have them.
    """
    with work(Act.OPEN_PLAN) as unit:
        case = unit.cases.by_number(case_number)
        plans = sorted(case.plans, key=_number, reverse=True)
        was, now = _both(case_number, plans, chosen)
        papers = {plan.number: _paper(unit, plan, case, law, today) for plan in plans}
        unit.note(LogAction.OPENED_CASE, case.id, plan=f"{was.number}-{now.number}")
        unit.commit()
    versions = {
        plan.number: ComparedVersion(
            number=plan.number, state=state_of(plan, plans), dated_on=papers[plan.number].dated_on
        )
        for plan in plans
    }
    return ComparedPlans(
        case_number=case.case_number,
        citizen=case.citizen.full_name,
        versions=tuple(versions.values()),
        was=versions[was.number],
        now=versions[now.number],
        sections=compare_plans(papers[was.number], papers[now.number]),
        on=today,
    )


def print_comparison(
    told: ToldComparison, *, work: Work, write: Callable[[ToldComparison], bytes]
) -> PrintedComparison:
    """Return the differences as `write` draws them, once it is logged that they are printed.

    Raises:
        CaseNotFound: the case is gone.
        StorageUnavailable: it could not be logged, so it is not handed out.
    """
    content = write(told)
    was, now = told.numbers
    with work(Act.OPEN_PLAN) as unit:
        case = unit.cases.by_number(told.case_number)
        unit.note(LogAction.PRINTED, case.id, document=DIFFERENCES, version=f"{was}-{now}")
        unit.commit()
    return PrintedComparison(
        content=content, case_number=told.case_number, numbers=told.numbers, is_draft=told.is_draft, on=told.on
    )


def _both(case_number: str, plans: Sequence[Plan], chosen: int | tuple[int, int]) -> tuple[Plan, Plan]:
    """Return the versions to compare, from all of them, the newest first."""
    by_number = {plan.number: plan for plan in plans}
    for number in [chosen] if isinstance(chosen, int) else chosen:
        if number not in by_number:
            raise PlanNotFound(case_number, number)
    if not isinstance(chosen, int):
        return by_number[chosen[0]], by_number[chosen[1]]
    place = min(list(by_number).index(chosen), max(len(plans) - 2, 0))
    return plans[min(place + 1, len(plans) - 1)], plans[place]


def _paper(unit: UnitOfWork, plan: Plan, case: Case, law: PlanLaw, today: date) -> PlanSnapshot:
    frozen = unit.frozen_plans.of_plan(plan.id)
    snapshot = frozen.snapshot if frozen else snapshot_of(plan, case, unit.municipality(), law, today)
    if not case.citizen.protected_address:
        return snapshot
    return replace(snapshot, citizen=replace(snapshot.citizen, address=None, postal_code=None, city=None))


def _number(plan: Plan) -> int:
    return plan.number
