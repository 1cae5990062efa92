"""Every door through which a plan without an employment or education goal might be concluded is shut.

The window's own sentences are in `tests/presenters`; the command line has no command that makes ready or signs. A file
is no such door: what was signed on paper is history, which is kept and flagged.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.application.errors import PlanIncomplete
from desktop_app.composition import Office
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.plan import PlanState, state_of
from desktop_app.domain.signing import Signing
from tests.storage.builders import a_new_store

TODAY = date(2026, 11, 22)
SIGNED, READY, DRAFT = "2026-001", "2026-002", "2026-003"
ON_PAPER = Signing(citizen=TODAY, municipality_on=TODAY, declaration_on=TODAY)
LATER = ("2026-11-20", "2026-11-20")
DANISH_ONLY = [{"kind": "danish", "text": "Prøve i Dansk 2"}]
BLANK = [*DANISH_ONLY, {"kind": "employment", "text": "  "}]


def a_case(number: str, **plan: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the format knows
    content = {
        "version": 1,
        "goals": DANISH_ONLY,
        "activities": [{"kind": "danish_education", "text": "DU2", "starts_on": "2026-11-16"}],
    }
    return {
        "case_number": number,
        "citizen": {"given_names": "Rima", "family_name": "Al-Hassan"},
        "target_group": "refugee",
        "takeover_on": "2026-10-01",
        "responsible_caseworker": "MJ",
        "coordinating_department": "Jobcenter",
        "plans": [content | plan],
    }


def a_file(*cases: dict[str, Any]) -> dict[str, Any]:
    municipality = {"code": "999", "name": "Eksempelkommune"}
    return {"format": "enplan-cases", "version": 1, "municipality": municipality, "households": [], "cases": [*cases]}


@pytest.fixture(params=[DANISH_ONLY, BLANK], ids=["no main goal", "a blank one"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """A store into which a signed, a ready and a written plan came, each without a main goal."""
    signed = {"signed_by_citizen_on": LATER[0], "signed_by_municipality_on": LATER[1]}
    path = tmp_path / "sager.json"
    cases = (
        a_case(SIGNED, goals=request.param, **signed),
        a_case(READY, goals=request.param, ready_on=LATER[0]),
        a_case(DRAFT, goals=request.param),
    )
    path.write_text(json.dumps(a_file(*cases)), encoding="utf-8")
    with Office(a_new_store(tmp_path / "enplan.store").store) as office:
        office.import_file(path, TODAY)
        yield office


def test_a_draft_is_not_made_ready(office: Office) -> None:
    opened = office.plans.open(DRAFT, 1)

    with pytest.raises(PlanIncomplete) as refused:
        office.plans.make_ready(opened.case, opened.plan.id, TODAY)

    assert refused.value.missing == (PlanPart.MAIN_GOAL,)
    assert office.plans.open(DRAFT, 1).plan.ready_on is None


def test_a_version_that_came_in_ready_is_not_signed(office: Office) -> None:
    opened = office.plans.open(READY, 1)
    assert state_of(opened.plan, opened.case.plans) is PlanState.READY

    with pytest.raises(PlanIncomplete) as refused:
        office.plans.sign(opened.case, opened.plan.id, ON_PAPER, TODAY, None)

    assert refused.value.missing == (PlanPart.MAIN_GOAL,)
    assert office.plans.open(READY, 1).plan.signed_on is None


def test_a_version_that_came_in_signed_is_kept_and_flagged(office: Office) -> None:
    opened = office.plans.open(SIGNED, 1)
    parts = office.gaps_in_parts(TODAY)
    while parts.go_on():
        pass

    assert state_of(opened.plan, opened.case.plans) is PlanState.SIGNED
    [gaps] = [found.gaps for found in parts.so_far().cases.values() if found.case_number == SIGNED]
    assert Gap(GapKind.SIGNED_INCOMPLETE, on=date(2026, 11, 20), part=PlanPart.MAIN_GOAL) in [
        Gap(gap.kind, on=gap.on, part=gap.part) for gap in gaps
    ]
