"""Finding people by what somebody remembers of them."""

import unicodedata
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.find_cases import CaseSearch
from desktop_app.application.folding import bare, folded
from desktop_app.application.ports import CaseLine
from tests.application.exchange_strategies import examples
from tests.builders import a_case, a_citizen, a_household
from tests.fakes import a_line_of


def a_line(given_names: str = "Rima", family_name: str = "Al-Hassan", **of_citizen: object) -> CaseLine:
    fields: dict[str, object] = {"native_name": None, "cpr": None, "birth_date": None} | of_citizen
    citizen = a_citizen(given_names=given_names, family_name=family_name, **fields)
    return a_line_of(a_case(case_number="S-7", citizen=citizen))


def is_found(query: str, line: CaseLine) -> bool:
    return CaseSearch([line]).find(query) == [line]


@pytest.mark.parametrize(
    ("query", "given_names", "family_name"),
    [
        ("celik", "Ayşe", "Çelik"),
        ("Çelik", "Ayse", "Celik"),
        ("ayse", "Ayşe", "Çelik"),
        ("soeren", "Søren", "Ødegård"),
        ("søren", "Søren", "Ødegård"),
        ("soren", "Søren", "Ødegård"),
        ("søren", "Soeren", "Oedegaard"),
        ("søren", "Soren", "Odegard"),
        ("SØREN", "Søren", "Ødegård"),
        ("odegaard", "Søren", "Odegaard"),
        ("ødegaard", "Søren", "Ødegård"),
        ("oedegaard", "Søren", "Ødegård"),
        ("aabenraa", "Åse", "Åbenrå"),
        ("åbenrå", "Åse", "Åbenrå"),
        ("abenra", "Åse", "Åbenrå"),
        ("åbenrå", "Aase", "Aabenraa"),
        ("aase", "Åse", "Åbenrå"),
        ("ase", "Åse", "Åbenrå"),
        ("lærke", "Laerke", "Krebs"),
        ("laerke", "Lærke", "Krebs"),
        ("lærke", "Lærke", "Krebs"),
        ("larke", "Lærke", "Krebs"),
        ("jorg", "Jörg", "Bähr"),
        ("joerg", "Jörg", "Bähr"),
        ("bähr", "Jorg", "Bahr"),
        ("bæhr", "Jörg", "Bähr"),
        ("istanbul", "İstanbul", "Işık"),
        ("isik", "İstanbul", "Işık"),
        ("lukasz", "Łukasz", "Dąbrowski"),
        ("strasse", "Anna", "Straße"),
        ("hass", "Rima", "Al-Hassan"),
        ("al-hassan", "Rima", "Al-Hassan"),
        ("HASSAN", "Rima", "Al-Hassan"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(query: str, given_names: str, family_name: str) -> None:
    assert is_found(query, a_line(given_names, family_name))


@pytest.mark.parametrize(
    ("query", "native_name"),
    [
        ("ريما", "ريما الحسن"),
        ("الحسن", "ريما الحسن"),
        ("lhsn", "ريما الحسن"),
        ("Олена", "Олена Коваленко"),
        ("коваленко", "Олена Коваленко"),
        ("olena", "Олена Коваленко"),
        ("kovalenko", "Олена Коваленко"),
        ("ገብረ", "ገብረ ትንሣኤ"),
        ("gebre", "ገብረ ትንሣኤ"),
    ],
)
def test_a_name_in_its_own_script_is_found_by_it_and_by_latin_letters(query: str, native_name: str) -> None:
    assert is_found(query, a_line("X", "X", native_name=native_name))


def test_a_name_in_its_own_script_as_the_only_name_is_found_too() -> None:
    assert is_found("kovalenko", a_line("Олена", "Коваленко"))
    assert is_found("олена", a_line("Олена", "Коваленко"))


@pytest.mark.parametrize("query", ["rima hassan", "hassan rima", "  rim   has ", "rima S-7", "hassan 1990 rima"])
def test_several_words_are_found_in_any_order(query: str) -> None:
    assert is_found(query, a_line(birth_date=date(1990, 1, 1)))


@pytest.mark.parametrize("query", ["rima olena", "rima 1991", "xyz", "rimaa", "S-8"])
def test_every_word_must_be_there(query: str) -> None:
    assert not is_found(query, a_line("Rima", "Hassan", birth_date=date(1990, 1, 1)))


def test_a_case_is_found_by_its_number_and_by_a_part_of_it() -> None:
    line = a_line_of(a_case(case_number="2026-014", citizen=a_citizen(cpr=None)))

    assert is_found("2026-014", line)
    assert is_found("014", line)
    assert not is_found("2026-015", line)


def test_somebody_is_found_by_the_year_of_birth_and_by_nothing_else_of_the_day() -> None:
    line = a_line(birth_date=date(1990, 12, 31))

    assert is_found("1990", line)
    assert not is_found("12", line)
    assert not is_found("31", line)


def test_members_of_a_household_are_found_by_its_name() -> None:
    member = a_case(case_number="1", citizen=a_citizen(family_name="Omar"), household=a_household(name="Kovalenko"))

    assert is_found("kovalenko", a_line_of(member))


@pytest.mark.parametrize("query", ["0101", "010190", "0101900002", "010190-0002", "0002", "9000", "1900"])
def test_somebody_is_found_by_four_digits_of_the_cpr_number_or_more(query: str) -> None:
    assert is_found(query, a_line(cpr="0101900002"))


@pytest.mark.parametrize("query", ["010", "01", "0", "002", "0-0-2"])
def test_fewer_digits_find_nobody_by_the_cpr_number(query: str) -> None:
    assert not is_found(query, a_line(cpr="0101900002"))


@pytest.mark.parametrize("query", ["0102", "0101900003", "01019000021", "٠١٠١", "0101x"])
def test_digits_that_are_not_in_the_number_find_nobody(query: str) -> None:
    assert not is_found(query, a_line(cpr="0101900002"))


def test_digits_find_nobody_who_has_no_number() -> None:
    assert not is_found("0101", a_line(cpr=None))


@pytest.mark.parametrize("query", ["", "   ", "\t"])
def test_a_blank_query_finds_everybody_in_the_order_they_came(query: str) -> None:
    lines = [a_line("Zahra"), a_line("Amira"), a_line("Åse")]

    assert CaseSearch(lines).find(query) == lines


def test_who_is_found_comes_in_the_order_they_came() -> None:
    lines = [a_line("Zahra", "Omar"), a_line("Amira", "Hassan"), a_line("Åse", "Omar")]

    assert CaseSearch(lines).find("omar") == [lines[0], lines[2]]


def test_a_mark_that_is_no_letter_finds_nobody_by_accident() -> None:
    accent_alone = "\N{COMBINING ACUTE ACCENT}"

    assert not is_found(accent_alone, a_line("Rima", "Hassan"))


def test_a_name_with_marks_written_apart_is_found_like_any_other() -> None:
    apart = unicodedata.normalize("NFD", "Åse Ågård")

    assert is_found("aagaard", a_line(apart, apart))


@pytest.mark.parametrize(("written", "typed"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_marks_typed_and_written_down_in_different_ways_are_the_same(
    written: Literal["NFC", "NFD"], typed: Literal["NFC", "NFD"]
) -> None:
    line = a_line(native_name=unicodedata.normalize(written, "Їжак"))

    assert is_found(unicodedata.normalize(typed, "їжак"), line)


names = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=8)


@examples
@given(given_names=names, family_name=names)
def test_everybody_is_found_by_their_whole_name(given_names: str, family_name: str) -> None:
    assert is_found(f"{family_name} {given_names}", a_line(given_names, family_name))


@examples
@given(name=names)
def test_somebody_is_found_by_any_part_of_a_name_in_latin_letters(name: str) -> None:
    latin = folded(name).strip()

    assert is_found(latin, a_line(name, "X"))
    assert is_found(bare(name).strip(), a_line(name, "X"))


# Many lines, and lines that change ------------------------------------------------------------------------------------

NAMES = ["Rima", "Søren", "Åse", "Al-Hassan", "Çelik", "Koval enko", "A-99", "Ødegård 7", "Олена", "أحمد"]
PIECES = [
    "a",
    "ri",
    "o",
    "oe",
    "ø",
    "-",
    "9",
    "20",
    "2026-01",
    "1990",
    "0101",
    "01",
    "koval",
    "rima ås",
    "s-7",
    "7",
    "٢٠",
]


@st.composite
def some_lines(draw: st.DrawFn) -> list[CaseLine]:
    count = draw(st.integers(0, 40))
    name = st.sampled_from(NAMES)
    return [
        a_line(draw(name), draw(name), native_name=draw(st.none() | name), cpr=f"010190{place:04}")._replace(
            case_id=str(place),
            case_number=f"2026-{place:03}",
            birth_date=draw(st.none() | st.just(date(1990, 2, 3))),
        )
        for place in range(count)
    ]


@examples
@given(lines=some_lines(), query=st.sampled_from(PIECES) | st.lists(st.sampled_from(NAMES), max_size=2).map(" ".join))
def test_among_many_one_finds_those_one_would_find_alone(lines: list[CaseLine], query: str) -> None:
    assert CaseSearch(lines).find(query) == [line for line in lines if is_found(query, line)]


@examples
@given(before=some_lines(), after=some_lines(), query=st.sampled_from(PIECES))
def test_lines_taken_instead_of_others_are_found_as_if_there_had_been_no_others(
    before: list[CaseLine], after: list[CaseLine], query: str
) -> None:
    search = CaseSearch(before)
    search.find(query)

    search.renew(after)

    assert search.find(query) == CaseSearch(after).find(query)
    assert search.lines == after


def test_what_has_changed_is_found_by_what_it_is_now_and_what_has_not_by_what_it_was() -> None:
    same, before = a_line(family_name="Rahimi"), a_line(family_name="Koval")
    search = CaseSearch([same, before])
    after = before._replace(family_name="Tesfay")

    search.renew([after, same])

    assert search.find("tesfay") == [after]
    assert search.find("koval") == []
    assert search.find("rahimi") == [same]


def test_nothing_is_found_across_two_people() -> None:
    assert CaseSearch([a_line(family_name="Rah"), a_line(given_names="imi")]).find("rahimi") == []


def test_of_lines_that_share_a_place_just_the_one_that_is_gone_is_taken_out() -> None:
    first, second = (a_line(name)._replace(case_id=name) for name in ("Rima", "Olena"))
    search = CaseSearch([first, second], order=lambda _line: "the same")

    search.change(["Olena"], [])

    assert search.lines == [first]
    assert search.find("olena") == []


@pytest.mark.parametrize("letter", ["r", "R", "7", "å", "-", "x"])
def test_a_single_letter_finds_whoever_has_it_as_one_of_many(letter: str) -> None:
    lines = [a_line(name)._replace(case_id=name) for name in ("Rima", "Åse", "Olena")]

    assert CaseSearch(lines).find(letter) == [line for line in lines if is_found(letter, line)]
