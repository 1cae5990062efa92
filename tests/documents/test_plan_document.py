"""What the printed plan says, read back from the file."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.drawing_ports import PlanPrinter
from desktop_app.documents.plan_document import print_plan
from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedGoal, PrintedText

from .reading import every_stream, pages_of, squeezed, text_of
from .snapshots import activity, olena, one_line, rima, selam

ROOT = Path(__file__).parents[2]
PRINTER: PlanPrinter = print_plan


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_the_plan_is_told_in_order() -> None:
    assert in_order(
        text_of(print_plan(rima())),
        "Kontrakt og plan",
        "Planen viser, hvad du og kommunen har aftalt",
        "Kontrakt efter integrationslovens § 19 og bekendtgørelse 208/2026.",
        "Dit mål Du har ordinært arbejde",
        "Næste samtale senest 20. januar 2027 onsdag",
        "Ring til os 12 34 56 78",
        "1 Parter",
        "CPR-nummer 010190-0000",
        "Adresse Eksempelvej 12, 2. tv., 9999 Eksempelby",
        "Statsborgerskab Syrien · flygtning",
        "Sprog ved samtalen Arabisk, med tolk. Taler også kurmanji og engelsk.",
        "Kommunens ansvar Fra den 1. oktober 2026 (visiteret den 15. august 2026). Kontrakten skal være underskrevet "
        "senest den 1. november 2026.",
        "2 Mål Beskæftigelsesmål Du har ordinært arbejde i et køkken. Senest den 1. oktober 2027.",
        "Uddannelsesmål Bagefter: voksenlærling som ernæringsassistent.",
        "Delmål Nr. Det vil vi nå",
        "Sundhed 26.02.2027 P",
        "5 Du har bestået modul 2 på Danskuddannelse 2. Dansk 01.06.2027 K",
        "3 Aktiviteter",
        "K Kontraktdel – tilbud efter integrationsloven",
        "K1 Danskuddannelse",
        "Op til 37 timer om ugen fra den 27. oktober 2026: 15 timer danskuddannelse og 22 timer virksomhedspraktik.",
        "P Plandel",
        "P1 Fritid",
        "4 Opfølgning Næste samtale Senest onsdag den 20. januar 2027",
        "5 Rettigheder og pligter",
        "6 Tolkning",
        "7 Underskrifter",
    )


def test_every_page_says_which_of_how_many_it_is() -> None:
    pages = pages_of(print_plan(rima()))

    assert [f"Side {number} af {len(pages)}" in page for number, page in enumerate(pages, start=1)] == [True] * 4


def test_every_page_says_whose_it_is_and_how_to_control_it() -> None:
    snapshot = rima()

    for page in pages_of(print_plan(snapshot)):
        assert "Sagsnr. 2026-014 · KLE 15.40.10 G01" in page
        assert "Version 1 · 21. oktober 2026" in page
        assert "Kontrakt og plan · Rima Al-Hassan · Fortroligt – indeholder personoplysninger" in page
        assert f"Kontrolkode {snapshot.control_code}" in page


def test_a_draft_says_so_on_every_page_and_in_every_field() -> None:
    pages = pages_of(print_plan(olena()))

    for page in pages:
        assert page.count("KLADDE") == 2
        assert "Kladde – må ikke underskrives" in page
        assert "Kontrolkode" not in page
    assert pages[-1].count("Kladde – må ikke underskrives") == 4


def test_a_draft_shows_no_mark_on_a_plan_that_is_none() -> None:
    assert "KLADDE" not in text_of(print_plan(rima()))


def test_made_up_data_is_marked_on_every_page() -> None:
    assert all("EKSEMPELDATA" in page for page in pages_of(print_plan(rima())))
    assert "EKSEMPELDATA" not in text_of(print_plan(olena()))


def test_the_cpr_number_stands_in_the_first_section_only() -> None:
    text = text_of(print_plan(rima()))

    assert text.count("010190-0000") == 1
    assert "0101900000" not in text


def test_a_missing_cpr_number_is_told() -> None:
    assert "CPR-nummer Intet CPR-nummer endnu · født 12. april 1996 Adresse" in text_of(print_plan(selam()))


def test_a_protected_address_is_nowhere_in_the_file() -> None:
    snapshot = rima()
    careless = replace(
        snapshot,
        citizen=replace(
            snapshot.citizen, protected_address=True, address="Hemmelig Vej 77", postal_code="8765", city="Skjulby"
        ),
    )

    pdf = print_plan(careless)

    assert "Adresse Adressebeskyttet" in text_of(pdf)
    for secret in ("Hemmelig", "8765", "Skjulby"):
        for stream in every_stream(pdf):
            assert secret.encode() not in stream
            assert secret.encode("utf-16-be") not in stream
            assert secret.encode("utf-16-be").hex().encode() not in stream.lower()


def test_an_open_address_can_be_found_where_a_protected_one_is_looked_for() -> None:
    assert any(b"Eksempelvej" in stream for stream in every_stream(print_plan(rima())))


def test_registered_signatures_are_printed_in_their_fields() -> None:
    text = text_of(print_plan(rima()))

    assert "Underskrevet den 21. oktober 2026" in text
    assert "Underskrevet den 20. oktober 2026" in text
    assert "erklæringen er underskrevet den 21. oktober 2026 (bilag 1)." in text
    assert "ønsker ikke at skrive under" not in text


def test_a_plan_to_be_signed_has_empty_fields() -> None:
    last = pages_of(print_plan(selam()))[-1]

    assert "Underskrevet" not in last
    assert last.count("Dato") == 2
    assert "Borgeren ønsker ikke at skrive under." in last


def test_without_an_interpreter_there_is_no_field_for_one() -> None:
    assert "Tolk" not in text_of(print_plan(selam()))
    assert "Navn og tolkenummer" in text_of(print_plan(rima()))


def test_what_is_missing_leaves_no_trace_of_the_program() -> None:
    text = text_of(print_plan(one_line()))

    assert "None" not in text
    assert in_order(text, "1 Parter", "Adresse – Statsborgerskab –", "2 Underskrifter")
    assert "Side 1 af 1" in text


def test_boxes_without_content_are_left_out() -> None:
    first = pages_of(print_plan(selam()))[0]

    assert "Dit mål" in first
    assert "Næste samtale" not in first
    assert "Ring til os" not in first


def test_sections_without_content_are_left_out_and_the_numbers_follow() -> None:
    text = text_of(print_plan(selam()))

    assert in_order(text, "2 Mål", "3 Aktiviteter", "4 Rettigheder og pligter", "5 Underskrifter")
    assert "Opfølgning" not in text


def test_texts_nobody_approved_say_so() -> None:
    assert "Udkast, ikke juridisk godkendt" in text_of(print_plan(rima()))
    assert "juridisk godkendt" not in text_of(print_plan(olena()))


def test_only_the_texts_nobody_approved_are_marked_in_the_margin() -> None:
    texts = tuple(
        PrintedText(heading=f"Nr. {number}", text="Ord. " * 180, approved=number != 2) for number in range(1, 4)
    )

    text = text_of(print_plan(replace(selam(), rights=texts)))

    assert text.count("Udkast, ikke juridisk godkendt") == 2, "once beside the heading, once in the margin"


def test_a_reached_goal_says_when() -> None:
    assert "01.06.2027 nået 20.05.2027" in text_of(print_plan(olena()))


def test_without_an_employment_goal_the_education_goal_is_the_large_one() -> None:
    assert "2 Mål Uddannelsesmål Du er begyndt på FGU." in text_of(print_plan(selam()))


def test_a_draft_without_goals_prints() -> None:
    text = text_of(print_plan(replace(olena(), goals=())))

    assert "Dit mål" not in text
    assert "2 Aktiviteter" in text


def test_forty_activities_go_on_over_pages_with_their_head_repeated() -> None:
    many = tuple(
        activity("mentor", f"Aktivitet {number}", in_contract=number <= 25, provider="Sted", hours_per_week=1)
        for number in range(1, 41)
    )

    pages = pages_of(print_plan(replace(rima(), activities=many)))

    assert in_order(" ".join(pages), *(f"Aktivitet {number}\n" for number in (1, 2, 25, 26, 40)))
    going_on = [page for page in pages if "3 Aktiviteter, fortsat" in page]
    assert len(going_on) >= 2
    assert all("Aktivitet Udbyder Periode" in " ".join(page.split()) for page in going_on)
    assert "I alt 25 timer om ugen" in text_of(print_plan(replace(rima(), activities=many)))


def test_a_row_taller_than_a_page_flows_on() -> None:
    long = activity("guidance", "Lange ord om en lang aftale. " * 400)

    text = text_of(print_plan(replace(rima(), activities=(long,))))

    assert text.count("Lange ord") == 400
    assert text.count("3 Aktiviteter, fortsat") >= 2


def test_names_of_any_length_stay_on_the_paper() -> None:
    snapshot = replace(rima(), citizen=replace(rima().citizen, name="Anna-Maria " * 60, native_name="م" * 900))

    pages = pages_of(print_plan(snapshot))

    assert squeezed("Anna-Maria " * 60) in squeezed(pages[0])
    assert "Side 1 af" in pages[0]


@pytest.mark.parametrize("name", ["Şükrü Öğüt", "Łęcki", "Олена Їжакевич", "ሰላም ተስፋይ", "Nguyễn Thị Ánh"])
def test_names_in_left_to_right_scripts_are_printed_as_written(name: str) -> None:
    snapshot = replace(rima(), citizen=replace(rima().citizen, native_name=name))

    assert text_of(print_plan(snapshot)).count(name) >= 3


@pytest.mark.parametrize("name", ["ريما الحسن", "علی‌رضا رضایی", "كۆچەر"])
def test_arabic_names_are_noted_in_reading_order(name: str) -> None:
    snapshot = replace(rima(), citizen=replace(rima().citizen, native_name=name))

    pdf = print_plan(snapshot)

    noted = [
        bytes.fromhex(found.decode()).decode("utf-16")
        for stream in every_stream(pdf)
        for found in re.findall(rb"/ActualText <([0-9a-f]+)>", stream)
    ]
    assert noted == [name] * 3


def test_the_letters_of_arabic_names_are_told_even_to_readers_that_only_know_fonts() -> None:
    assert text_of(print_plan(rima())).count("ريما الحسن") == 3


def test_user_text_is_never_read_as_markup() -> None:
    typed = '<img src="/etc/passwd"> & <b>fed</b> {x} %s %(y)d &amp; <!-- --> </para>'
    snapshot = replace(
        rima(),
        case_number=typed,
        citizen=replace(rima().citizen, name=typed, address=typed),
        goals=(PrintedGoal(kind="employment", text=typed), PrintedGoal(kind="health", text=typed)),
        activities=(activity("mentor", typed, provider=typed, department=typed),),
        rights=(PrintedText(heading=typed, text=typed),),
    )

    text = squeezed(text_of(print_plan(snapshot)))

    assert text.count(squeezed(typed)) >= 9
    assert "root:" not in text


@pytest.mark.parametrize("rows", range(0, 16, 3))
@pytest.mark.parametrize("interpreted", [True, False])
def test_signatures_stand_with_their_heading_and_never_alone(rows: int, interpreted: bool) -> None:  # noqa: FBT001
    rights = tuple(PrintedText(heading=f"Ret {number}", text="Ord om retten. " * 20) for number in range(rows))
    snapshot = replace(rima(), rights=rights, interpreting=rima().interpreting if interpreted else ())

    pages = pages_of(print_plan(snapshot))

    signed = [page for page in pages if "Underskrifter" in page]
    assert signed == [pages[-1]]
    assert signed[0].count("Dato") == 3
    before = signed[0].partition("Underskrifter")[0]
    assert ("Tolkning" if interpreted else "Ret " if rows else "Revision") in before


def test_signatures_stay_whole_after_more_interpreting_than_a_page_holds() -> None:
    interpreting = (PrintedText(heading="Tolk", text="Ord om tolkningen. " * 500),)

    last = pages_of(print_plan(replace(rima(), interpreting=interpreting)))[-1]

    assert in_order(last, "Tolkning, fortsat", "Ord om tolkningen.", "Underskrifter", "Underskrift", "Dato")


def test_equal_snapshots_give_equal_bytes() -> None:
    before = print_plan(rima())
    print_plan(selam())

    assert print_plan(PlanSnapshot.from_json(rima().to_json())) == before


def test_what_was_printed_before_changes_no_bytes() -> None:
    """Glyphs of shaped text get their codes when first needed; another order of need must not show."""
    alone = _printed_elsewhere([rima()], "0")
    after_others = _printed_elsewhere([_persian(), selam(), rima()], "0")

    assert alone == after_others


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_another_process_gives_the_same_bytes(seed: str) -> None:
    assert _printed_elsewhere([rima()], seed) == _printed_elsewhere([rima()], "0")


def test_other_content_gives_other_bytes() -> None:
    assert print_plan(rima()) != print_plan(replace(rima(), dated_on=date(2026, 10, 22)))


def _persian() -> PlanSnapshot:
    return replace(rima(), citizen=replace(rima().citizen, native_name="گچ پژ علی‌رضا حسن ریما"))


def _printed_elsewhere(snapshots: list[PlanSnapshot], seed: str) -> str:
    """Return the checksum of the last of the documents, printed one after another by a process of their own."""
    program = (
        "import sys, hashlib\n"
        "from desktop_app.documents.plan_document import print_plan\n"
        "from desktop_app.domain.plan_snapshot import PlanSnapshot\n"
        "for line in sys.stdin.buffer.read().decode().splitlines():\n"
        "    pdf = print_plan(PlanSnapshot.from_json(line))\n"
        "print(hashlib.sha256(pdf).hexdigest())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input="\n".join(snapshot.to_json() for snapshot in snapshots).encode(),
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={"PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return done.stdout.decode()
