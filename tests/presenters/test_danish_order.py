"""Danish alphabetical order."""

import unicodedata

import pytest

from desktop_app.presenters.danish_order import danish_order, number_order


def in_order(*names: str) -> list[str]:
    return sorted(names, key=danish_order)


def test_the_danish_letters_come_after_z_and_aa_with_them() -> None:
    assert in_order("Åse", "Ærø", "Aabenraa", "Zeta", "Østrup", "Abel", "Aage") == [
        "Abel",
        "Zeta",
        "Ærø",
        "Østrup",
        "Aabenraa",
        "Aage",
        "Åse",
    ]


def test_swedish_and_german_letters_stand_with_their_danish_ones() -> None:
    assert in_order("Åberg", "Öberg", "Ærø", "Øst", "Ägir", "Z") == ["Z", "Ägir", "Ærø", "Öberg", "Øst", "Åberg"]


def test_other_marks_count_only_when_nothing_else_differs() -> None:
    assert in_order("Çelik", "Cem", "Celik", "Dogan", "Doğan") == ["Celik", "Çelik", "Cem", "Dogan", "Doğan"]


def test_capital_letters_count_only_when_nothing_else_differs() -> None:
    assert in_order("hansen", "Ibsen", "Hansen", "hassan") == ["Hansen", "hansen", "hassan", "Ibsen"]


@pytest.mark.parametrize("name", ["Åse", "Ærø", "Önder", "Çelik"])
def test_marks_written_apart_stand_where_they_stand_written_together(name: str) -> None:
    apart = unicodedata.normalize("NFD", name)

    assert danish_order(apart)[0] == danish_order(name)[0]


def test_a_shorter_name_stands_before_a_longer_one_that_begins_with_it() -> None:
    assert in_order("Hansen", "Hans", "Han") == ["Han", "Hans", "Hansen"]


def test_numbers_count_by_what_they_are_worth_and_not_by_their_digits() -> None:
    numbers = ["2026-10", "2026-9", "2025-300", "A-99", "2026-0010a", "2026-9"]

    assert sorted(numbers, key=number_order) == ["2025-300", "2026-9", "2026-9", "2026-10", "2026-0010a", "A-99"]
