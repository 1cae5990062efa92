"""Bring cases in from a file in the exchange format: whole or not at all, and never twice."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop_app.application.errors import ImportProblem, ImportRefused
from desktop_app.application.exchange_format import (
    case_from_exchange,
    case_to_exchange,
    household_from_exchange,
)
from desktop_app.application.exchange_plans import plan_to_exchange
from desktop_app.application.exchange_values import Json
from desktop_app.application.plan_freezing import PlanLaw, snapshot_of
from desktop_app.application.ports import FrozenPlan, LogAction, UnitOfWork, Work
from desktop_app.application.same_households import is_described_alike, same_households
from desktop_app.application.same_records import keep_ids
from desktop_app.domain.case import Case
from desktop_app.domain.gaps import gaps_in
from desktop_app.domain.plan import Plan
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, by case number; `gap_counts` says how much is missing in each case that came in."""

    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    gap_counts: Mapping[str, int]


def import_cases(
    content: Mapping[str, Any],
    *,
    work: Work,
    law: PlanLaw,
    today: date,
    update: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """Add the cases of a validated file, in one transaction.

    A case number already known with the same content is left alone. With `dry_run` everything is checked and nothing
    kept.

    Raises:
        ImportRefused: a known case number comes with other content, and `update` was not asked for; or an update would
            change a plan both have signed.
    """
    with work(Act.IMPORT_CASES) as unit:
        importing = _Import(unit, content, law, today)
        importing.take(update=update)
        report = importing.finish()
        if not dry_run and (report.added or report.updated):
            unit.note(LogAction.IMPORTED, added=str(len(report.added)), updated=str(len(report.updated)))
            unit.commit()
        return report


class _Import:
    """One file on its way into the store."""

    def __init__(self, unit: UnitOfWork, content: Mapping[str, Any], law: PlanLaw, today: date) -> None:
        self._unit = unit
        self._law = law
        self._today = today
        self._municipality = unit.municipality()
        self._known = _known_cases(unit, {values["case_number"] for values in content["cases"]})
        self._households = {
            values["id"]: household_from_exchange(values, _new_id) for values in content.get("households") or ()
        }
        self._cases = [case_from_exchange(values, self._households, _new_id) for values in content["cases"]]
        self._stored = dict(
            same_households(
                ((self._known[case.case_number], case) for case in self._cases if case.case_number in self._known),
                in_file=frozenset(case.case_number for case in self._cases),
                cases=unit.cases,
            )
        )
        self._added: list[Case] = []
        self._updated: list[tuple[Case, Case]] = []
        self._unchanged: list[str] = []

    def take(self, *, update: bool) -> None:
        """Decide what becomes of each case."""
        for case in self._cases:
            known = self._known.get(case.case_number)
            if known is None:
                self._added.append(case)
            elif _content(known) == _content(case) and self._lives_as(known, case):
                self._unchanged.append(case.case_number)
            elif update:
                self._updated.append((known, case))
            else:
                raise ImportRefused(ImportProblem.DIFFERS, case=case.case_number)

    def _lives_as(self, known: Case, case: Case) -> bool:
        """Tell whether a case lives in the household it is known to live in, and that is described as it is known."""
        if known.household is None or case.household is None:
            return known.household is case.household
        stored = self._stored.get(case.household.id)
        same = stored is not None and stored.id == known.household.id
        return same and is_described_alike(case.household, known.household)

    def finish(self) -> ImportReport:
        """Write what is new or changed and freeze what both have signed."""
        updated = [(known, self._in_its_household(keep_ids(known, case))) for known, case in self._updated]
        for known, case in updated:
            _refuse_changed_signature(known, case)
            self._unit.cases.save(case)
            self._freeze(case)
        added = [self._in_its_household(case) for case in self._added]
        self._unit.cases.add_many(added)
        for case in added:
            self._freeze(case)
        came_in = [*added, *(case for _, case in updated)]
        rulebook, today = self._law.rulebook, self._today
        return ImportReport(
            added=tuple(case.case_number for case in added),
            updated=tuple(case.case_number for _, case in updated),
            unchanged=tuple(self._unchanged),
            gap_counts={case.case_number: len(gaps) for case in came_in if (gaps := gaps_in(case, rulebook, today))},
        )

    def _in_its_household(self, case: Case) -> Case:
        """Return the case in the household the store knows: one with a member in it already, or one added now."""
        described = case.household
        if described is None:
            return case
        stored = self._stored.get(described.id)
        if stored is None:
            self._unit.households.add(described)
            stored = described
        elif not is_described_alike(stored, described):
            stored = replace(described, id=stored.id, version=stored.version)
            self._unit.households.save(stored)
        self._stored[described.id] = stored
        return replace(case, household=stored)

    def _freeze(self, case: Case) -> None:
        for plan in case.plans:
            if plan.signed_on and self._unit.frozen_plans.of_plan(plan.id) is None:
                snapshot = snapshot_of(plan, case, self._municipality, self._law, self._today)
                self._unit.frozen_plans.add(FrozenPlan(id=_new_id(), plan_id=plan.id, snapshot=snapshot))


FEW = 50


def _known_cases(unit: UnitOfWork, numbers: set[str]) -> dict[str, Case]:
    """Return the cases of a file that the store knows, read one by one only while they are few."""
    known = numbers & unit.cases.numbers().keys()
    if len(known) <= FEW:
        return {number: unit.cases.by_number(number) for number in known}
    return {case.case_number: case for case in unit.cases.all() if case.case_number in known}


def _new_id() -> str:
    return str(uuid.uuid4())


def _content(case: Case) -> Json:
    """Return what a file says of a case, but for its household."""
    return case_to_exchange(case, None)


def _refuse_changed_signature(known: Case, case: Case) -> None:
    """Refuse to change what was concluded; whether a goal was achieved is told afterwards, and that it was annulled.

    An annulment is not taken back either.
    """
    plans = {plan.number: plan for plan in case.plans}
    for signed in known.plans:
        if replace(signed, annulment=None).signed_on is None:
            continue
        new = plans.get(signed.number)
        if new is None or _agreed(new) != _agreed(signed) or signed.annulment not in {None, new.annulment}:
            raise ImportRefused(
                ImportProblem.SIGNED_PLAN_CHANGED, case=case.case_number, key="plans", detail=str(signed.number)
            )


def _agreed(plan: Plan) -> Json:
    """Return what was signed: all but the declaration, whether goals were achieved since, and a later annulment."""
    content = plan_to_exchange(plan)
    content["declaration_signed_on"] = content["annulled"] = None
    content["goals"] = [goal | {"achieved_on": None} for goal in content["goals"]]
    return content
