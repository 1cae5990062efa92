"""The minutes of a follow-up on paper, read back from the page."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.documents.follow_up_document import print_minutes
from desktop_app.domain.follow_up import FollowUpForm
from desktop_app.domain.plan_snapshot import PrintedCitizen

from .minutes import an_attempt, bare_minutes, long_minutes, rimas_minutes
from .reading import pages_of, squeezed, text_of


def test_the_page_says_whose_it_is_when_it_was_and_which_contract_it_is_about() -> None:
    text = text_of(print_minutes(rimas_minutes()))

    for said in (
        "Sagsnr. 2026-014 · KLE 15.40.10 G01",
        "Opfølgning nr. 1 · 20. januar 2027",
        "Referat af opfølgning Rima Al-Hassan",
        "CPR-nummer 010190-0000",
        "Samtalen Onsdag den 20. januar 2027, fremmøde. Fristen var den 21. januar 2027.",
        "Til stede Rima Al-Hassan og Mette Jensen",
        "Tolk A. Saleh, arabisk, fremmøde",
        "Gælder Kontrakt og plan, version 1, underskrevet den 21. oktober 2026",
        "Referat af opfølgning · Rima Al-Hassan · Fortroligt – indeholder personoplysninger",
        "Udskrevet den 22. januar 2027",
    ):
        assert said in text
    assert "EKSEMPELDATA" not in text


def test_the_sections_are_numbered_as_they_come() -> None:
    text = text_of(print_minutes(rimas_minutes()))

    order = (
        "1 Hvor langt er vi?",
        "2 Det talte vi om",
        "3 Det aftalte vi",
        "4 Næste samtale",
        "5 Rettelser til notatet",
    )
    assert [text.index(title) for title in order] == sorted(text.index(title) for title in order)


def test_each_goal_says_how_it_stands_in_words() -> None:
    text = text_of(print_minutes(rimas_minutes()))

    assert "Beskæftigelsesmål på vej" in text
    assert "1 Kokkeuddannelsen fra Syrien er vurderet Uddannelsesmål nået" in text
    assert "2 Bestået modul 2 på Danskuddannelse 2 Dansk ændret" in text
    assert "3 Sami og Noor går til en fast aktivitet Familie opgivet" in text


def test_what_was_not_discussed_is_said_beside_its_empty_box() -> None:
    text = text_of(print_minutes(rimas_minutes()))

    assert "Om kontrakten bliver holdt, er drøftet." in text
    assert "Resultatet set i forhold til målene er ikke drøftet." in text
    assert "Der er vejledt om repatriering." in text
    assert "Der er ikke vejledt om repatriering." in text_of(
        print_minutes(replace(rimas_minutes(), repatriation_guided=False))
    )


def test_the_next_meeting_its_deadline_and_who_wrote_it_come_last() -> None:
    text = text_of(print_minutes(rimas_minutes()))

    assert "Dato Torsdag den 15. april 2027" in text
    assert "Frist Senest den 20. april 2027 efter kommunens egen standard" in text
    assert "Referent Mette Jensen. Notatet blev låst den 21. januar 2027." in text
    assert "25. januar 2027, Mette Jensen Mentor var ikke med." in text
    by_law = text_of(print_minutes(replace(rimas_minutes(), next_is_local=False)))
    assert "Senest den 20. april 2027 efter loven" in by_law


def test_what_nobody_knows_is_left_out() -> None:
    [text] = pages_of(print_minutes(bare_minutes()))
    text = " ".join(text.split())

    assert "Intet CPR-nummer endnu · født 6. maj 1994" in text
    assert "1 Næste samtale Dato Datoen aftales senere" in text
    assert "Notatet er overført fra en fil og kan ikke ændres." in text
    for unknown in ("Til stede", "Tolk", "Gælder", "Frist", "drøftet", "repatriering", "2 "):
        assert unknown not in text.partition("1 Næste samtale")[2].replace("15.40.10", "")


def test_a_follow_up_finished_here_without_an_interpreter_says_so() -> None:
    without = replace(rimas_minutes(), interpreter="")

    assert "Tolk Uden tolk" in text_of(print_minutes(without))
    assert "Tolk" not in text_of(print_minutes(replace(without, form=FollowUpForm.LETTER)))


def test_an_attempt_is_no_follow_up_and_says_so() -> None:
    text = text_of(print_minutes(an_attempt()))

    assert "Notat om forsøg på opfølgning" in text
    assert "Forsøg på opfølgning · 20. januar 2027" in text
    assert "Samtalen blev ikke til noget og tæller ikke som en opfølgning. Fristen er den 21. januar 2027." in text
    assert "ikke drøftet" not in text
    assert "Notatet kan ændres til den 21. januar 2027." in text


def test_three_pages_of_notes_go_on_under_their_heading() -> None:
    pages = pages_of(print_minutes(long_minutes()))

    assert len(pages) > 4
    assert all("2 Det talte vi om, fortsat" in page for page in pages[1:-1])
    text = " ".join(pages)
    assert text.count("Rima fortalte om dagene") == 26 * 6
    assert "Esperanza" in text


def test_made_up_people_are_said_to_be() -> None:
    assert "EKSEMPELDATA" in text_of(print_minutes(replace(rimas_minutes(), fictional=True)))


@pytest.mark.parametrize(
    "typed",
    ["x" * 400, "<b>Rima</b> & =1+1", "Rima\x00\x07", "Rima\u202eabc", "\ud800", "שלום Rima", "🙂", "Rima\n\nEn"],
)
def test_hostile_text_prints_as_it_was_typed(typed: str) -> None:
    hostile = replace(
        rimas_minutes(),
        citizen=PrintedCitizen(name=typed, native_name=typed, cpr="0101900000"),
        participants=typed,
        interpreter=typed,
        note=typed,
        agreed=typed,
        written_by=typed,
        goals=tuple(replace(goal, text=typed) for goal in rimas_minutes().goals),
        corrections=tuple(replace(one, by=typed, text=typed) for one in rimas_minutes().corrections),
    )

    text = squeezed(text_of(print_minutes(hostile)))

    assert "Næstesamtale" in text
    if typed.isascii() and typed.isprintable():
        assert squeezed(typed) in text


def test_the_number_of_cpr_stands_once_and_not_in_title_or_metadata() -> None:
    pdf = print_minutes(rimas_minutes())

    assert text_of(pdf).count("010190-0000") == 1
    head = pdf.partition(b"<?xpacket")[2].partition(b"<?xpacket end")[0]
    assert "Referat af opfølgning, sagsnr. 2026-014, 2027-01-20".encode() in head
    assert b"Hassan" not in head
    assert b"0101900000" not in pdf


def test_equal_minutes_are_equal_to_the_byte() -> None:
    assert print_minutes(rimas_minutes()) == print_minutes(replace(rimas_minutes()))


def test_the_day_of_printing_is_on_every_page() -> None:
    printed = replace(long_minutes(), printed_on=date(2027, 5, 4))

    assert all("Udskrevet den 4. maj 2027" in page for page in pages_of(print_minutes(printed)))
