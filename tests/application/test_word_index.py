"""Which of many texts hold a piece of a word."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.word_index import JoinedTexts, WordIndex
from tests.application.exchange_strategies import examples

words = st.text("ab", min_size=1, max_size=4)
texts = st.lists(st.text("ab ", max_size=5), max_size=12)


def owners(index: WordIndex, piece: str) -> set[str]:
    return set(chain.from_iterable(index.owners_of(piece)))


@examples
@given(people=st.dictionaries(st.text("xyz", min_size=1, max_size=2), st.sets(words)), piece=words)
def test_whoever_has_a_word_with_the_piece_in_it_is_found(people: dict[str, set[str]], piece: str) -> None:
    index = WordIndex()
    for owner, theirs in people.items():
        index.add(owner, theirs)

    assert owners(index, piece) == {owner for owner, theirs in people.items() if any(piece in word for word in theirs)}


def test_who_has_lost_a_word_is_found_by_it_no_more() -> None:
    index = WordIndex()
    index.add("1", ["rima", "hassan"])
    index.add("2", ["rima"])
    assert owners(index, "rim") == {"1", "2"}

    index.remove("1", ["rima", "hassan"])

    assert owners(index, "rim") == {"2"}
    assert owners(index, "hass") == set()


def test_a_word_somebody_comes_with_is_found_at_once() -> None:
    index = WordIndex()
    index.add("1", ["rima"])
    assert owners(index, "olena") == set()

    index.add("2", ["olena"])

    assert owners(index, "olen") == {"2"}


@examples
@given(texts=texts, piece=words)
def test_of_joined_texts_those_that_hold_the_piece_are_found_and_nothing_across_two(
    texts: list[str], piece: str
) -> None:
    assert JoinedTexts(texts).places_of(piece) == [place for place, text in enumerate(texts) if piece in text]


def test_of_more_than_one_wants_the_first_are_enough_to_see_that() -> None:
    assert JoinedTexts(["a"] * 9).places_of("a", most=3) == [0, 1, 2, 3]
