"""A record is a pure function of the set of its revisions; nobody's work is lost and nothing goes unnoticed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.storage.revisions import (
    CHANGE,
    DELETE,
    DELETED,
    Author,
    Entry,
    Subject,
    canonical,
    chained_bytes,
    fold,
    heads,
    link,
    next_change,
    next_deletion,
    payload_fits,
    seal,
)

TALK = Subject("record-1", "follow_ups", "case-1")


@dataclass
class Office:
    """One of several places that write about the same record and hear of each other now and then."""

    name: str
    known: list[Entry] = field(default_factory=list)

    def change(self, **fields: Any) -> Entry:  # noqa: ANN401 - whatever the record holds
        return self._write(CHANGE, *next_change(self.known, fields))

    def delete(self) -> Entry:
        return self._write(DELETE, next_deletion(self.known), {DELETED: True})

    def hear(self, *entries: Entry) -> None:
        self.known += [entry for entry in entries if entry not in self.known]

    def _write(self, action: str, supersedes: dict[str, list[str]], values: dict[str, Any]) -> Entry:
        lamport = max((entry.lamport for entry in self.known), default=0) + 1
        author = Author(f"user of {self.name}", self.name, lamport, "2026-03-03T09:12:00.000+00:00")
        entry, _ = seal(action, TALK, author, supersedes, values)
        self.known.append(entry)
        return entry


def two_offices(**fields: Any) -> tuple[Office, Office]:  # noqa: ANN401 - whatever the record holds
    here, there = Office("here"), Office("there")
    there.hear(here.change(**fields))
    return here, there


def test_a_field_shows_its_latest_value() -> None:
    office = Office("here")
    office.change(note="a", form="meeting")
    office.change(note="b")

    folded = fold(office.known)

    assert folded == ({"note": "b", "form": "meeting"}, True, {}, 2)


def test_changes_of_different_fields_do_not_conflict() -> None:
    here, there = two_offices(note="a", form="meeting")
    here.change(note="b")

    folded = fold([*here.known, there.change(form="phone")])

    assert folded == ({"note": "b", "form": "phone"}, True, {}, 3)


def test_two_who_changed_one_field_unseen_conflict_and_both_values_are_kept() -> None:
    here, there = two_offices(note="a")
    ours, theirs = here.change(note="ours"), there.change(note="theirs")

    folded = fold([*here.known, theirs])

    assert folded.values == {"note": "theirs"}
    assert folded.conflicts == {"note": [ours.id.hex(), theirs.id.hex()]}


def test_the_same_value_twice_is_no_conflict() -> None:
    here, there = two_offices(note="a")
    here.change(note="b")

    assert fold([*here.known, there.change(note="b")]).conflicts == {}


def test_the_next_change_settles_a_conflict() -> None:
    here, there = two_offices(note="a")
    here.change(note="ours")
    here.hear(there.change(note="theirs"))

    here.change(note="both")

    assert fold(here.known) == ({"note": "both"}, True, {}, 4)


def test_what_was_deleted_is_not_alive() -> None:
    office = Office("here")
    office.change(note="a")
    office.delete()

    folded = fold(office.known)

    assert (folded.is_alive, folded.values, folded.version) == (False, {"note": "a"}, 2)


def test_an_edit_the_deletion_had_not_seen_wins_and_is_flagged() -> None:
    here, there = two_offices(note="a", form="meeting")
    gone, edit = here.delete(), there.change(note="b")

    folded = fold([*here.known, edit])

    assert folded.is_alive
    assert folded.values == {"note": "b", "form": "meeting"}
    assert folded.conflicts == {DELETED: [gone.id.hex()]}


def test_a_change_after_the_deletion_brings_the_record_back() -> None:
    office = Office("here")
    office.change(note="a")
    office.delete()

    office.change(note="b")

    assert fold(office.known) == ({"note": "b"}, True, {}, 3)


def test_a_single_deletion_says_that_the_record_is_gone() -> None:
    office = Office("here")
    office.delete()

    assert fold(office.known) == ({}, False, {}, 1)


Step = tuple[int, str, str]
steps = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["note", "form", "delete", "hear", "hear"]), st.sampled_from("abc")),
    max_size=12,
)


def after(story: list[Step]) -> list[Office]:
    offices = [Office(f"office {number}") for number in range(3)]
    first = offices[0].change(note="", form="")
    for office in offices[1:]:
        office.hear(first)
    for number, what, text in story:
        office = offices[number]
        if what == "delete":
            office.delete()
        elif what == "hear":
            office.hear(*offices["abc".index(text)].known)
        else:
            office.change(**{what: text})
    return offices


@given(steps, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(story: list[Step], random: Any) -> None:  # noqa: ANN401 - hypothesis' own
    everything = {entry.id: entry for office in after(story) for entry in office.known}
    entries = list(everything.values())
    expected = fold(entries)

    random.shuffle(entries)

    assert fold(entries) == expected


@given(steps)
def test_every_value_is_shown_or_flagged_or_was_replaced_by_somebody_who_had_seen_it(story: list[Step]) -> None:
    entries = list({entry.id: entry for office in after(story) for entry in office.known}.values())
    replaced = {
        (name, revision)
        for entry in entries
        if entry.action == CHANGE
        for name, seen in entry.seen.items()
        for revision in seen
    }

    folded = fold(entries)

    for entry in entries:
        for name, value in entry.values.items() if entry.action == CHANGE else ():
            if name != DELETED:
                shown = folded.values[name] == value
                flagged = entry.id.hex() in folded.conflicts.get(name, ())
                assert shown or flagged or (name, entry.id.hex()) in replaced


@given(steps)
def test_heads_need_no_payloads(story: list[Step]) -> None:
    [office, *_] = after(story)
    bare = [entry._replace(salt=None, body=None) for entry in office.known]

    named = {name: [entry.id for entry in entries] for name, entries in heads(office.known).items()}

    assert {name: [entry.id for entry in entries] for name, entries in heads(bare).items()} == named


@pytest.mark.parametrize("name", [*Entry._fields[1:6], "lamport", *Entry._fields[7:11]])
def test_the_chain_covers_everything_of_an_entry(name: str) -> None:
    entry = Office("here").change(note="a")
    other: Any = {"lamport": 99, "payload_hash": bytes(32)}.get(name, "other")

    assert chained_bytes(entry._replace(**{name: other})) != chained_bytes(entry)


def test_the_chain_holds_when_a_payload_was_erased() -> None:
    entry = Office("here").change(note="a")

    erased = entry._replace(salt=None, body=None)

    assert link(bytes(32), chained_bytes(erased)) == link(bytes(32), chained_bytes(entry))
    assert link(bytes(32), chained_bytes(erased)) != link(bytes(31) + b"x", chained_bytes(entry))


def test_no_two_entries_are_covered_alike_however_their_texts_are_cut() -> None:
    author = Author("Mette", "pc", 1, "2026")

    covered = [seal(CHANGE, Subject(*texts), author, {}, {})[1][:-32] for texts in (("a", "bc"), ("ab", "c"))]

    assert covered[0] != covered[1]


def test_a_payload_is_salted_so_that_its_hash_tells_nothing() -> None:
    first, second = (Office("here").change(cpr="0101900001") for _ in range(2))

    assert first.payload_hash != second.payload_hash


def test_a_payload_must_fit_its_hash() -> None:
    entry = Office("here").change(note="a")

    assert payload_fits(entry)
    assert payload_fits(entry._replace(salt=None, body=None))
    assert not payload_fits(entry._replace(body='{"note":"b"}'))
    assert not payload_fits(entry._replace(salt=None))


def test_canonical_text_is_one_text_for_one_value() -> None:
    assert canonical({"b": date(2026, 3, 3), "a": ["æ", None, 1.5]}) == '{"a":["æ",null,1.5],"b":"2026-03-03"}'
    assert Office("here").change().values == {}


@pytest.mark.parametrize("value", [object(), float("nan"), b"x"])
def test_what_has_no_canonical_text_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        canonical(value)
