"""Changing and taking away a follow-up while its note is open, and adding to it afterwards."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desktop_app.application.change_follow_up import change_follow_up
from desktop_app.application.correct_follow_up import correct_follow_up
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.log_follow_up import log_follow_up
from desktop_app.application.remove_follow_up import remove_follow_up
from desktop_app.domain.errors import CorrectionEmpty, FollowUpClosed, FollowUpInFuture
from desktop_app.domain.follow_up import FollowUp, Progress
from tests.application.talks import (
    A_DAY_LATER,
    HELD,
    NOW,
    TOO_LATE,
    a_typed_talk,
    drafts_in,
    told,
    with_a_draft,
)
from tests.builders import a_case, a_follow_up
from tests.fakes import FakeStore

TOMORROW = date(2027, 1, 21)


def a_store() -> tuple[FakeStore, FollowUp]:
    """Return a store with a follow-up that was just finished and calls the second goal achieved."""
    store = FakeStore(a_case())
    log_follow_up(store.case("2026-014"), a_typed_talk(), work=store.work, today=HELD, now=NOW)
    [talk] = store.case("2026-014").follow_ups
    return store, talk


def achieved(store: FakeStore) -> list[date | None]:
    return [goal.achieved_on for goal in store.case("2026-014").plans[0].goals]


def change(store: FakeStore, talk: FollowUp, now: datetime = NOW, draft_id: str | None = None) -> None:
    case = store.case("2026-014")
    change_follow_up(case, talk, work=store.work, today=TOMORROW, now=now, draft_id=draft_id)


# Changing ------------------------------------------------------------------------------------------------------------


def test_an_open_note_is_changed_and_closes_when_it_would_have() -> None:
    store, talk = a_store()

    change(store, replace(talk, note="Rima mangler børnepasning.", finished_at=None), now=A_DAY_LATER)

    [changed] = store.case("2026-014").follow_ups
    assert changed == replace(talk, note="Rima mangler børnepasning.", version=talk.version + 1)


def test_dates_of_goals_follow_what_is_changed() -> None:
    store, talk = a_store()

    change(store, replace(talk, progress=(told(1, Progress.ACHIEVED), told(2, Progress.ON_THE_WAY))))

    assert achieved(store) == [HELD, None]


def test_a_goal_moves_with_the_day_of_the_talk() -> None:
    store, talk = a_store()

    change(store, replace(talk, held_on=TOMORROW))

    assert achieved(store) == [None, TOMORROW]


def test_a_closed_note_is_not_changed() -> None:
    store, talk = a_store()

    with pytest.raises(FollowUpClosed) as refused:
        change(store, replace(talk, note="For sent"), now=TOO_LATE)

    assert refused.value.closed_at == A_DAY_LATER
    assert store.case("2026-014").follow_ups == (talk,)


def test_what_came_in_from_a_file_is_not_changed() -> None:
    store = FakeStore(a_case(follow_ups=(a_follow_up(),)))
    [talk] = store.case("2026-014").follow_ups

    with pytest.raises(FollowUpClosed) as refused:
        change(store, replace(talk, note="Ny"))

    assert refused.value.closed_at is None


def test_a_change_that_cannot_be_is_refused() -> None:
    store, talk = a_store()

    with pytest.raises(FollowUpInFuture):
        change(store, replace(talk, held_on=date(2027, 1, 22)))


def test_the_loser_of_two_changes_is_told() -> None:
    store, talk = a_store()
    change(store, replace(talk, note="Først"))

    with pytest.raises(ChangedMeanwhile):
        change(store, replace(talk, note="Sidst"))

    assert store.case("2026-014").follow_ups[0].note == "Først"


def test_a_change_to_what_was_taken_away_is_told() -> None:
    store, talk = a_store()
    remove_follow_up("2026-014", talk.id, work=store.work, now=NOW)

    with pytest.raises(ChangedMeanwhile):
        change(store, talk)


def test_the_draft_of_a_change_is_gone_with_it() -> None:
    store, talk = a_store()
    with_a_draft(store)

    change(store, replace(talk, note="Ny"), draft_id="draft-1")

    assert drafts_in(store) == []


# Taking away ---------------------------------------------------------------------------------------------------------


def test_what_was_taken_away_leaves_the_case_as_it_was_and_stands_in_the_history() -> None:
    store, talk = a_store()
    case = store.case("2026-014")

    changes = remove_follow_up("2026-014", talk.id, work=store.work, now=A_DAY_LATER)

    assert changes.cases == {case.id}
    assert store.case("2026-014").follow_ups == ()
    assert achieved(store) == [None, None]
    assert ("follow_ups", "delete") in {(line.kind, line.action) for line in store.read.history(case.id)}


def test_a_closed_note_is_not_taken_away() -> None:
    store, talk = a_store()

    with pytest.raises(FollowUpClosed):
        remove_follow_up("2026-014", talk.id, work=store.work, now=TOO_LATE)

    assert store.case("2026-014").follow_ups == (talk,)


def test_what_is_gone_cannot_be_taken_away_again() -> None:
    store, talk = a_store()
    remove_follow_up("2026-014", talk.id, work=store.work, now=NOW)

    with pytest.raises(ChangedMeanwhile):
        remove_follow_up("2026-014", talk.id, work=store.work, now=NOW)


# Adding a correction -------------------------------------------------------------------------------------------------


def test_a_correction_stands_below_a_note_that_stays_as_it_was() -> None:
    store = FakeStore(a_case(follow_ups=(a_follow_up(note="Som skrevet"), a_follow_up(held_on=date(2026, 11, 25)))))
    case = store.case("2026-014")
    talk = case.follow_ups[-1]

    changes = correct_follow_up("2026-014", talk.id, "  Mentor var ikke med.  ", work=store.work, today=TOMORROW)

    other, corrected = store.case("2026-014").follow_ups
    [correction] = corrected.corrections
    assert (correction.on, correction.text) == (TOMORROW, "Mentor var ikke med.")
    assert (corrected.note, other) == (talk.note, case.follow_ups[0])
    assert changes.cases == {case.id}


def test_corrections_are_added_one_after_another() -> None:
    store = FakeStore(a_case(follow_ups=(a_follow_up(),)))
    [talk] = store.case("2026-014").follow_ups

    for text in ("Den første", "Den anden"):
        correct_follow_up("2026-014", talk.id, text, work=store.work, today=TOMORROW)

    assert {one.text for one in store.case("2026-014").follow_ups[0].corrections} == {"Den første", "Den anden"}


def test_the_draft_of_a_correction_is_gone_with_it() -> None:
    store, talk = a_store()
    with_a_draft(store)

    correct_follow_up("2026-014", talk.id, "Tekst", work=store.work, today=TOMORROW, draft_id="draft-1")

    assert drafts_in(store) == []


@pytest.mark.parametrize("text", ["", "  \n "])
def test_a_correction_must_say_something(text: str) -> None:
    store, talk = a_store()

    with pytest.raises(CorrectionEmpty):
        correct_follow_up("2026-014", talk.id, text, work=store.work, today=TOMORROW)


def test_what_is_gone_cannot_be_corrected() -> None:
    store, _ = a_store()

    with pytest.raises(ChangedMeanwhile):
        correct_follow_up("2026-014", "nobody", "Tekst", work=store.work, today=TOMORROW)
