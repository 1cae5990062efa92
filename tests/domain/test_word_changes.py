"""What was changed from one text to another, told so that a person can read it and both texts are still there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.word_changes import WordChange, WordStretch, rewritten, word_changes

KEPT, REMOVED, ADDED = WordChange.KEPT, WordChange.REMOVED, WordChange.ADDED

few_words = st.lists(
    st.sampled_from(["du", "lærer", "dansk", "arbejde", "i", "køkken", " ", "  ", "\n", ",", "."])
).map(" ".join)
texts = st.one_of(st.text(max_size=60), few_words)


def told(was: str, now: str) -> list[tuple[WordChange, str]]:
    return [(stretch.change, stretch.text) for stretch in word_changes(was, now)]


def joined(stretches: tuple[WordStretch, ...], *changes: WordChange) -> str:
    return "".join(stretch.text for stretch in stretches if stretch.change in changes)


def test_one_word_for_another_is_told_with_the_removed_one_first() -> None:
    assert told("Du lærer lidt dansk", "Du lærer godt dansk") == [
        (KEPT, "Du lærer "),
        (REMOVED, "lidt"),
        (ADDED, "godt"),
        (KEPT, " dansk"),
    ]


def test_a_space_between_two_changed_words_goes_with_them() -> None:
    assert told("Start den 1. marts på DU2", "Start den 15. april på DU2") == [
        (KEPT, "Start den "),
        (REMOVED, "1. marts"),
        (ADDED, "15. april"),
        (KEPT, " på DU2"),
    ]


def test_punctuation_is_no_part_of_the_word_before_it() -> None:
    assert told("Praktik i køkken", "Praktik i køkken.") == [(KEPT, "Praktik i køkken"), (ADDED, ".")]


def test_texts_with_little_in_common_are_told_as_rewritten() -> None:
    was, now = "Arbejde som kok i en kantine", "Uddannelse til social- og sundhedshjælper i Nakskov"

    assert told(was, now) == [(REMOVED, was), (ADDED, now)]


def test_a_text_that_is_new_or_gone_is_one_stretch() -> None:
    assert told("", "Praktik i køkken") == [(ADDED, "Praktik i køkken")]
    assert told("Praktik i køkken", "") == [(REMOVED, "Praktik i køkken")]
    assert told("", "") == []


def test_a_changed_space_alone_is_a_change() -> None:
    assert told("Praktik  i køkken", "Praktik i køkken") == [
        (KEPT, "Praktik"),
        (REMOVED, "  "),
        (ADDED, " "),
        (KEPT, "i køkken"),
    ]


@given(was=texts, now=texts)
def test_both_texts_are_whole_in_what_is_told(was: str, now: str) -> None:
    stretches = word_changes(was, now)

    assert joined(stretches, KEPT, REMOVED) == was
    assert joined(stretches, KEPT, ADDED) == now
    assert all(stretch.text for stretch in stretches)


@given(text=texts)
def test_a_text_beside_itself_is_kept(text: str) -> None:
    assert [stretch.change for stretch in word_changes(text, text)] == ([KEPT] if text else [])


@given(was=texts, now=texts)
def test_the_other_way_round_the_same_words_are_changed(was: str, now: str) -> None:
    there, back = word_changes(was, now), word_changes(now, was)

    assert joined(there, KEPT) == joined(back, KEPT)
    assert joined(there, REMOVED) == joined(back, ADDED)
    assert joined(there, ADDED) == joined(back, REMOVED)


@given(was=texts, now=texts)
def test_no_two_stretches_that_follow_one_another_fared_alike(was: str, now: str) -> None:
    changes = [stretch.change for stretch in word_changes(was, now)]

    assert all(one is not other for one, other in pairwise(changes))


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("1. marts 2027", "15. marts 2027", [(REMOVED, "1. marts 2027"), (ADDED, "15. marts 2027")]),
        ("", "15", [(ADDED, "15")]),
        ("15", "15", [(KEPT, "15")]),
        ("", "", []),
    ],
)
def test_a_value_that_makes_sense_only_whole_is_told_whole(
    was: str, now: str, expected: list[tuple[WordChange, str]]
) -> None:
    assert [(stretch.change, stretch.text) for stretch in rewritten(was, now)] == expected


def test_long_texts_are_told_too() -> None:
    was = "".join(f"Du skal deltage i aktivitet {number}, der står i planen. " for number in range(400))
    now = was.replace("Du skal", "Borgeren skal", 1) + "Slut."

    stretches = word_changes(was, now)

    assert [stretch.text for stretch in stretches if stretch.change is ADDED] == ["Borgeren", "Slut."]
