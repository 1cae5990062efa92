"""Rows follow from the revisions alone, also where a deletion and a child had not heard of each other."""

from desktop_app.storage.derive import by_record, derive
from desktop_app.storage.revisions import (
    CHANGE,
    DELETE,
    DELETED,
    ERASE,
    Author,
    Entry,
    Subject,
    next_change,
    next_deletion,
    seal,
)

AUTHOR = Author("Mette Jensen", "pc", 1, "2026-03-03T09:12:00.000+00:00")
PLAN = {"case_id": "case", "number": 1, "declaration_signed_on": "2026-10-28"}
GOAL = {"plan_id": "plan", "position": 0, "kind": "danish", "text": "Modul 3"}


def change(subject: Subject, fields: dict[str, object], *past: Entry) -> Entry:
    return seal(CHANGE, subject, AUTHOR, *next_change(list(past), fields))[0]


def delete(subject: Subject, *past: Entry) -> Entry:
    return seal(DELETE, subject, AUTHOR, next_deletion(list(past)), {DELETED: True})[0]


def act(action: str, record: str) -> Entry:
    return seal(action, Subject(record), AUTHOR, {}, {})[0]


plan = change(Subject("plan", "plans", "case"), PLAN)
goal = change(Subject("goal", "goals", "plan"), GOAL)


def test_dates_and_versions_stand_as_a_row_has_them() -> None:
    derived = derive(by_record([plan, change(Subject("plan", "plans", "case"), {"number": 2}, plan)]))

    [row] = derived.rows["plans"].values()
    assert (row["id"], row["version"], row["number"]) == ("plan", 2, 2)
    assert row["declaration_signed_on"].isoformat() == "2026-10-28"


def test_a_revision_an_older_program_made_says_nothing_of_what_came_later() -> None:
    talk = change(Subject("talk", "follow_ups", "case"), {"case_id": "case", "note": "Gik godt"})

    derived = derive(by_record([plan, talk]))

    [plan_row], [talk_row] = derived.rows["plans"].values(), derived.rows["follow_ups"].values()
    assert (plan_row["ready_on"], plan_row["annulled_on"], plan_row["unsigned_why"]) == (None, None, None)
    assert (talk_row["topics"], talk_row["progress"], talk_row["finished_at"]) == ([], [], None)
    assert talk_row["note"] == "Gik godt"


def test_acts_that_change_nothing_make_no_rows() -> None:
    derived = derive(by_record([act("opened_case", "plan"), plan, act("printed", "")]))

    assert sum(map(len, derived.rows.values())) == 1


def test_a_deleted_record_has_no_row() -> None:
    derived = derive(by_record([plan, goal, delete(Subject("goal", "goals", "plan"), goal)]))

    assert derived.rows["goals"] == {}
    assert derived.conflicts == {}


def test_a_deleted_record_stays_flagged_while_something_belongs_to_it() -> None:
    derived = derive(by_record([plan, delete(Subject("plan", "plans", "case"), plan), goal]))

    assert list(derived.rows["plans"]) == ["plan"]
    assert derived.conflicts == {("plan", DELETED): "[]"}


def test_what_belongs_to_an_erased_record_goes_with_it() -> None:
    erased = plan._replace(salt=None, body=None)

    derived = derive(by_record([erased, goal, act(ERASE, "plan")]))

    assert (derived.rows["plans"], derived.rows["goals"]) == ({}, {})


def test_a_conflict_is_derived_with_the_revisions_that_disagree() -> None:
    ours, theirs = (change(Subject("goal", "goals", "plan"), {"text": text}, goal) for text in ("DU2", "DU3"))

    derived = derive(by_record([plan, goal, ours, theirs]))

    [(key, rivals)] = derived.conflicts.items()
    assert key == ("goal", "text")
    assert ours.id.hex() in rivals
    assert theirs.id.hex() in rivals
