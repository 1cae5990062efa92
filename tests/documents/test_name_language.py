"""The language a name in another script is read aloud in: told where it is known, and never guessed."""

import pytest

from desktop_app.documents.name_language import native_name
from desktop_app.domain.plan_snapshot import PrintedCitizen


@pytest.mark.parametrize(
    ("name", "interpreted", "others", "language"),
    [
        ("ريما الحسن", "ar", (), "ar"),
        ("علی رضایی", "ar", ("fa",), "ar"),
        ("علی رضایی", None, ("en", "fa", "ar"), "fa"),
        ("Олена Бойко", "ru", ("uk",), "ru"),
        ("Олена Бойко", "en", ("uk",), "uk"),
        ("ሰላም ተስፋይ", "ti", (), "ti"),
        ("ريما", "ckb-Arab", (), "ckb-Arab"),
        ("ريما", "kmr", ("so",), None),
        ("ريما", None, (), None),
        ("Şîrîn", "kmr", (), None),
        ("123", "ar", (), None),
    ],
)
def test_it_is_the_first_language_of_the_citizen_written_in_the_script_of_the_name(
    name: str, interpreted: str | None, others: tuple[str, ...], language: str | None
) -> None:
    citizen = PrintedCitizen(name="X", native_name=f" {name} ", interpreter_language=interpreted, languages=others)

    [piece] = native_name(citizen)

    assert (piece.text, piece.language) == (name, language)


@pytest.mark.parametrize("name", [None, "", "  "])
def test_who_has_no_such_name_has_none(name: str | None) -> None:
    assert native_name(PrintedCitizen(name="X", native_name=name)) == []
