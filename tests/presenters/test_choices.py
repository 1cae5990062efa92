"""Long lists to choose from."""

import pytest

from desktop_app.presenters.choices import (
    ChoiceSearch,
    country_choices,
    language_choices,
    municipality_choices,
)
from desktop_app.presenters.danish_order import danish_order
from desktop_app.translation import ENGLISH, set_language

FEW = ChoiceSearch((("SY", "Syrien"), ("SE", "Sverige"), ("NZ", "New Zealand"), ("LK", "Sri Lanka"), ("YE", "Yemen")))


def found(search: ChoiceSearch, text: str) -> list[str]:
    return [words for _key, words in search.find(text)]


def test_the_usual_countries_come_first_and_what_is_none_last() -> None:
    words = [words for _code, words in country_choices()]

    assert words[:9] == [
        "Syrien",
        "Ukraine",
        "Afghanistan",
        "Eritrea",
        "Somalia",
        "Iran",
        "Irak",
        "Congo-Kinshasa",
        "Myanmar (Burma)",
    ]
    assert words[-2:] == ["Statsløs", "Ukendt"]


def test_the_other_countries_stand_in_danish_order() -> None:
    others = [words for _code, words in country_choices()][9:-2]

    assert others == sorted(others, key=danish_order)
    assert others[-1].startswith("Å") or others[-1].startswith("Ø")


def test_each_country_is_there_once_and_unions_are_not() -> None:
    codes = [code for code, _words in country_choices()]

    assert len(codes) == len(set(codes)) == 252
    assert {"XK", "PS", "DK", "XS", "XX"} <= set(codes)
    assert not {"EU", "UN", "ZZ", "XA", "IC"} & set(codes)
    assert all(code != words for code, words in country_choices())


def test_the_usual_languages_come_first() -> None:
    words = [words for _tag, words in language_choices()]

    assert words[:18] == [
        "Arabisk",
        "Ukrainsk",
        "Dari",
        "Farsi",
        "Tigrinya",
        "Somali",
        "Tyrkisk",
        "Kurmanji",
        "Sorani",
        "Pashto",
        "Russisk",
        "Engelsk",
        "Fransk",
        "Swahili",
        "Amharisk",
        "Oromo",
        "Burmesisk",
        "Rohingya",
    ]
    assert words[18:] == sorted(words[18:], key=danish_order)


@pytest.mark.parametrize("language", ["da", ENGLISH])
def test_every_language_has_a_name_of_its_own(language: str) -> None:
    set_language(language)
    choices = language_choices()
    words = [words for _tag, words in choices]

    assert len(words) == len(set(words))
    assert all(words[0].isupper() and words.casefold() != tag for tag, words in choices)


def test_what_a_record_holds_is_offered_though_the_list_lacks_it() -> None:
    assert country_choices(including="QQ")[-1] == ("QQ", "QQ")
    assert language_choices(including="ar-SY")[-1] == ("ar-SY", "Arabisk")
    assert country_choices(including="SY") == country_choices()
    assert language_choices(including="uk") == language_choices()


def test_the_municipalities_stand_in_danish_order_and_the_fictional_one_last() -> None:
    choices = municipality_choices()
    names = [name for _code, name in choices[:-1]]

    assert len(names) == 98
    assert names == sorted(names, key=danish_order)
    assert names[-1] == "Aarhus Kommune"
    assert choices[-1] == ("999", "Eksempelkommune")
    assert ("101", "Københavns Kommune") in choices


def test_a_blank_text_finds_everything_in_its_order() -> None:
    assert FEW.find("  ") == list(FEW.choices)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("s", ["Syrien", "Sverige", "Sri Lanka"]),
        ("ye", ["Yemen"]),
        ("lan", ["Sri Lanka", "New Zealand"]),
        ("E", ["Syrien", "Sverige", "New Zealand", "Yemen"]),
        ("NZ", ["New Zealand"]),
        ("nz", []),
        ("SE", ["Sverige"]),
        ("sri lanka", ["Sri Lanka"]),
        ("hest", []),
    ],
)
def test_a_part_of_a_word_finds_beginnings_first(text: str, words: list[str]) -> None:
    assert found(FEW, text) == words


@pytest.mark.parametrize("text", ["koebenhavn", "københavn", "kobenhavn", "KØBENHAVN", "101"])
def test_danish_letters_are_found_however_they_are_written(text: str) -> None:
    assert "Københavns Kommune" in found(ChoiceSearch(municipality_choices()), text)


@pytest.mark.parametrize(("text", "name"), [("aarhus", "Aarhus Kommune"), ("århus", "Aarhus Kommune")])
def test_aa_and_its_letter_find_each_other(text: str, name: str) -> None:
    assert found(ChoiceSearch(municipality_choices()), text) == [name]


@pytest.mark.parametrize(
    ("text", "key"),
    [("Syrien", "SY"), ("syrien ", "SY"), ("yem", "YE"), ("S", ""), ("hest", ""), ("", ""), ("NZ", "NZ")],
)
def test_a_text_means_a_choice_when_it_can_mean_no_other(text: str, key: str) -> None:
    assert FEW.meant(text) == key


def test_whole_words_mean_their_choice_though_another_begins_with_them() -> None:
    search = ChoiceSearch((("NE", "Niger"), ("NG", "Nigeria"), ("CD", "Congo-Kinshasa"), ("CG", "Congo-Brazzaville")))

    assert search.meant("niger") == "NE"
    assert search.meant("congo") == ""
    assert search.meant("kinshasa") == "CD"


def test_words_are_known_by_key() -> None:
    assert (FEW.words("YE"), FEW.words("QQ")) == ("Yemen", "")
