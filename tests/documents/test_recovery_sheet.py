"""The printed recovery key, read back from the page."""

import re
from dataclasses import replace
from datetime import date

from desktop_app.documents.preview import page_count
from desktop_app.documents.recovery_sheet import RecoverySheet, print_recovery_sheet
from desktop_app.storage.recovery_key import new_recovery_key, read_back

from .reading import pages_of, text_of

SHEET = RecoverySheet(
    recovery_key="7Q3KD-00001-ABCDE-FGHJK-MNPQR-STVWX-YZ234-56789",
    municipality="Nordsund Kommune",
    team="Integrationsteamet",
    user="Mette Jensen",
    store="/home/mj/.local/share/EnPlan/enplan.store",
    computer="PC-4711",
    dated_on=date(2026, 11, 22),
)


def groups_on(pdf: bytes) -> list[str]:
    """Return the groups in the order of their numbers, as somebody with the paper in hand reads them."""
    return [group for _number, group in sorted(re.findall(r"Gruppe (\d) (\w{5})\b", text_of(pdf)))]


def test_the_key_on_the_page_is_the_key() -> None:
    key = new_recovery_key()

    groups = groups_on(print_recovery_sheet(replace(SHEET, recovery_key=key)))

    assert "-".join(groups) == key
    assert read_back(" ".join(groups).lower()) == read_back(key)


def test_all_of_it_stands_on_one_page() -> None:
    long = replace(
        SHEET,
        municipality="Kommunen med et meget langt navn " * 4,
        team="Teamet med et meget langt navn " * 4,
        store="/en/meget/lang/sti/til/filen" * 20,
        user="Navn " * 30,
    )

    assert page_count(print_recovery_sheet(SHEET)) == 1
    assert page_count(print_recovery_sheet(long)) == 1


def test_the_page_says_whose_it_is_when_it_was_made_and_where_it_belongs() -> None:
    text = text_of(print_recovery_sheet(SHEET))

    for said in (
        "Nødnøgle til Én Plan",
        "Nordsund Kommune",
        "Integrationsteamet",
        "22. november 2026",
        "/home/mj/.local/share/EnPlan/enplan.store",
        "Mette Jensen på computeren PC-4711",
        "teamets boks",
        "»Glemt adgangskoden? Brug nødnøglen«",
    ):
        assert said in text


def test_equal_sheets_are_equal_to_the_byte() -> None:
    assert print_recovery_sheet(SHEET) == print_recovery_sheet(replace(SHEET))


def test_nothing_but_the_page_itself_holds_the_key() -> None:
    """Neither the title nor the metadata, which other programs show and index."""
    pdf = print_recovery_sheet(SHEET)

    assert len(pages_of(pdf)) == 1
    assert b"7Q3KD" not in pdf
