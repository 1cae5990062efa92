"""Follow-ups in a real store, from finishing to what the lists and the history say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.ports import Draft
from desktop_app.composition import Office
from desktop_app.domain.follow_up import Progress
from desktop_app.domain.plan import PlanState
from desktop_app.storage.store import now, open_store
from tests.application.talks import HELD, NEXT, a_typed_talk, told
from tests.builders import a_case
from tests.storage.builders import PASSWORD, a_new_store


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    path = tmp_path / "enplan.store"
    a_new_store(path).store.close()
    with Office(open_store(path, password=PASSWORD)) as office:
        with office.store.work() as unit:
            unit.cases.add(a_case())
            unit.commit()
        yield office


def a_draft() -> Draft:
    return Draft(id="draft-1", user="MJ", screen="follow_up", subject="", content={}, based_on={}, saved_at=now())


def test_a_follow_up_is_finished_changed_corrected_and_taken_away(office: Office) -> None:
    work = office.follow_ups
    with office.store.work() as unit:
        unit.drafts.keep(a_draft())
        unit.commit()
    case = work.open_case("2026-014", HELD).case

    logged = work.log(case, a_typed_talk(), HELD, "draft-1")

    opened = work.open_case("2026-014", HELD)
    [talk] = opened.case.follow_ups
    assert talk == replace(logged.follow_up, version=1)
    assert [goal.achieved_on for goal in opened.case.plans[0].goals] == [None, HELD]
    assert {line.kind for line in opened.history[:2]} == {"follow_ups", "goals"}
    with office.store.work() as unit:
        assert unit.drafts.all() == []

    work.change(opened.case, replace(talk, note="Nyt", progress=(told(1, Progress.DROPPED),)), HELD, None)
    work.correct("2026-014", talk.id, "Mentor var ikke med", HELD, None)

    changed = work.open_case("2026-014", HELD).case
    assert [correction.text for correction in changed.follow_ups[0].corrections] == ["Mentor var ikke med"]
    assert changed.follow_ups[0].note == "Nyt"
    assert [goal.achieved_on for goal in changed.plans[0].goals] == [None, None]

    work.remove("2026-014", talk.id)

    assert work.open_case("2026-014", HELD).case.follow_ups == ()


def test_what_was_finished_is_listed_with_the_meeting_planned(office: Office) -> None:
    work = office.follow_ups
    case = work.open_case("2026-014", HELD).case
    work.log(case, a_typed_talk(), HELD, None)

    listed = work.list(date(2027, 2, 1))

    [coming] = listed.coming
    assert (coming.case_id, coming.planned_on) == (case.id, NEXT)
    assert coming.deadline
    assert coming.deadline.due_on == NEXT
    assert [(line.case_id, line.held_on, line.next_on) for line in listed.held] == [(case.id, HELD, NEXT)]
    assert work.list_after(listed, {case.id}) == listed


def test_the_contract_is_drawn_in_the_version_asked_for(office: Office) -> None:
    printed = office.follow_ups.print_contract("2026-014", HELD, 1)

    assert printed.content.startswith(b"%PDF")
    assert (printed.plan_number, printed.state) == (1, PlanState.SIGNED)
