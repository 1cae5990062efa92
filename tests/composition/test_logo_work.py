"""The logo from the file to the paper: drawn on what is new, and never on what was signed without it."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Pdf

from desktop_app.application.choose_logo import LogoProblem, LogoRefused
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.printed_paper import PaperForm, PaperKind
from desktop_app.composition import Office
from desktop_app.domain.logo import LARGEST_LOGO
from desktop_app.domain.signing import Signing
from tests.composition.test_concluding import LATER, TODAY, a_case, a_file
from tests.logos import WHITE, a_logo, plain, written
from tests.storage.builders import a_new_store

SIGNED, READY = "2026-001", "2026-002"
GOALS = [{"kind": "employment", "text": "Arbejde i et køkken"}, {"kind": "danish", "text": "Prøve i Dansk 2"}]
ON_PAPER = Signing(citizen=TODAY, municipality_on=TODAY, declaration_on=TODAY)
DRAWN = b"/Picture0 Do"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A store into which a signed plan came from elsewhere, and one that waits for signatures."""
    signed = {"signed_by_citizen_on": LATER[0], "signed_by_municipality_on": LATER[1]}
    with Office(a_new_store(tmp_path / "enplan.store").store) as office:
        cases = a_case(SIGNED, goals=GOALS, **signed), a_case(READY, goals=GOALS, ready_on=LATER[0])
        office.import_content(a_file(*cases), TODAY)
        yield office


@pytest.fixture
def crest(tmp_path: Path) -> Path:
    """A file with the logo, named as anything."""
    path = tmp_path / "våben.dat"
    path.write_bytes(written(plain(900, 300)))
    return path


def choose(office: Office, path: Path) -> None:
    office.logo.change(office.municipality.logo, office.logo.read(str(path)))


def plan(office: Office, case_number: str, form: PaperForm = PaperForm.PDF, on: date = TODAY) -> bytes:
    return office.print_plan(case_number, on, form=form).content


def is_drawn(pdf: bytes) -> bool:
    with Pdf.open(BytesIO(pdf)) as opened:
        return all(DRAWN in page.Contents.read_bytes() for page in opened.pages)


def test_a_file_is_told_from_what_is_in_it_and_not_from_its_name(office: Office, crest: Path) -> None:
    choose(office, crest)

    assert office.municipality.logo
    assert office.municipality.logo.content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", LogoProblem.EMPTY),
        (bytes(LARGEST_LOGO + 1), LogoProblem.TOO_LARGE),
        (b"%PDF-1.7", LogoProblem.WRONG_TYPE),
        (None, LogoProblem.UNREADABLE),
    ],
)
def test_a_file_that_is_no_logo_is_refused(
    office: Office, tmp_path: Path, content: bytes | None, problem: LogoProblem
) -> None:
    path = tmp_path / "logo.png"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(LogoRefused) as error:
        office.logo.read(str(path))

    assert error.value.problem is problem


def test_the_stores_own_file_is_no_logo(office: Office) -> None:
    with pytest.raises(LogoRefused) as error:
        office.logo.read(office.place)

    assert error.value.problem is LogoProblem.OWN_FILE


def test_every_new_paper_has_the_logo_until_it_is_removed(office: Office, crest: Path) -> None:
    assert not is_drawn(plan(office, READY))
    choose(office, crest)

    assert is_drawn(plan(office, READY))
    assert b"<img" in plan(office, READY, PaperForm.HTML)
    for kind in (PaperKind.CALENDAR_SHEET, PaperKind.DECLARATION_NOTE, PaperKind.INTERVIEW):
        assert is_drawn(office.papers.draw(kind, READY, TODAY).content)
    assert is_drawn(office.settings.recovery_sheet("7Q3KD-00001-ABCDE-FGHJK-MNPQR-STVWX-YZ234-56789", TODAY))

    office.logo.change(office.municipality.logo, None)
    assert not is_drawn(plan(office, READY))


def test_what_was_handed_out_signed_is_handed_out_byte_for_byte_whatever_the_logo_is_now(
    office: Office, crest: Path, tmp_path: Path
) -> None:
    choose(office, crest)
    opened = office.plans.open(READY, 1)
    office.plans.sign(opened.case, opened.plan.id, ON_PAPER, TODAY, None)
    other = tmp_path / "andet.png"
    other.write_bytes(written(plain(300, 300, (200, 0, 0))))
    choose(office, other)

    first = plan(office, READY)  # drawn now for the first time, from what was frozen under the first logo
    page = plan(office, READY, PaperForm.HTML)
    office.logo.change(office.municipality.logo, None)

    assert is_drawn(first)
    assert plan(office, READY) == first
    assert plan(office, READY, PaperForm.HTML) == page
    assert b"<img" in page


def test_a_plan_signed_elsewhere_opens_without_a_logo_and_stays_as_it_was_first_drawn(
    office: Office, crest: Path
) -> None:
    first = plan(office, SIGNED)
    choose(office, crest)

    assert not is_drawn(first)
    assert plan(office, SIGNED) == first


def test_an_export_holds_no_logo(office: Office, crest: Path) -> None:
    choose(office, crest)

    assert office.export_content(None)["municipality"] == {"code": "999", "name": "Eksempelkommune"}


def test_somebody_elses_logo_is_not_overwritten_and_is_what_is_read_next(office: Office, crest: Path) -> None:
    choose(office, crest)
    theirs = office.municipality.logo

    with pytest.raises(ChangedMeanwhile):
        office.logo.change(None, a_logo(colour=WHITE))

    assert office.municipality.logo == theirs
