"""The printed recovery key survives being copied from paper by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.storage.recovery_key import new_secret, printed, read_back

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
secrets = st.binary(min_size=20, max_size=20)
A_KEY = printed(bytes(range(20)))


def mistyped_group(typed: str) -> str:
    with pytest.raises(StoreRefused) as error:
        read_back(typed)
    assert error.value.refusal is StoreRefusal.WRONG_RECOVERY_KEY
    return error.value.details["group"]


def test_a_secret_is_160_random_bits() -> None:
    assert len(new_secret()) == 20
    assert new_secret() != new_secret()


@given(secrets)
def test_what_was_printed_is_read_back(secret: bytes) -> None:
    assert read_back(printed(secret)) == secret


@given(secrets)
def test_it_is_printed_in_eight_groups_without_characters_to_misread(secret: bytes) -> None:
    groups = printed(secret).split("-")

    assert [len(group) for group in groups] == [5] * 8
    assert not set("ILOU") & set(printed(secret))


@given(secrets)
def test_case_blanks_and_lookalikes_do_not_matter(secret: bytes) -> None:
    typed = printed(secret).lower().replace("-", " \n").replace("0", "o").replace("1", "l")

    assert read_back(typed) == secret


def test_every_single_wrong_character_is_found_in_its_group() -> None:
    for place, character in enumerate(A_KEY):
        for wrong in ALPHABET if character != "-" else "":
            if wrong != character:
                typed = A_KEY[:place] + wrong + A_KEY[place + 1 :]
                assert mistyped_group(typed) == str(place // 6 + 1)


@given(secrets, st.integers(0, 7), st.integers(0, 3))
def test_swapped_neighbours_in_a_group_are_found(secret: bytes, group: int, place: int) -> None:
    key = list(printed(secret))
    at = group * 6 + place
    if key[at] == key[at + 1]:
        return

    key[at], key[at + 1] = key[at + 1], key[at]

    assert mistyped_group("".join(key)) == str(group + 1)


@given(secrets, st.integers(0, 7), st.integers(0, 7))
def test_swapped_groups_are_found(secret: bytes, first: int, second: int) -> None:
    groups = printed(secret).split("-")
    if first == second:
        return

    groups[first], groups[second] = groups[second], groups[first]

    assert int(mistyped_group("-".join(groups))) == min(first, second) + 1


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("", "1"),
        (A_KEY[:11], "3"),
        (A_KEY[:-1], "8"),
        (A_KEY + "-00000", "9"),
        (A_KEY.replace(A_KEY[6], "Å", 1), "2"),
    ],
)
def test_a_key_that_is_too_short_too_long_or_foreign_is_refused(typed: str, group: str) -> None:
    assert mistyped_group(typed) == group
