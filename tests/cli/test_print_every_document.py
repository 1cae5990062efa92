"""Every document the command line knows by name, read back: fonts embedded, every letter there, tagged."""

import re
from pathlib import Path

import pikepdf
import pytest

from desktop_app.cli.print_command import PrintedDocument
from desktop_app.translation import long_date
from tests.cli.conftest import Enplan
from tests.documents.reading import text_of
from tests.sample import AS_OF

CASE = "2025-034"
OF_NO_CASE = {PrintedDocument.INTERVIEW_FORM, PrintedDocument.WORKLIST}
NOT_SHOWN = "\ufffd"


@pytest.mark.parametrize("document", list(PrintedDocument))
def test_a_document_has_its_fonts_its_letters_and_its_structure(
    enplan: Enplan, sample_store: Path, password_file: Path, tmp_path: Path, document: PrintedDocument
) -> None:
    file = tmp_path / "papir.pdf"
    access = ("--store", sample_store, "--password-file", password_file)

    of_case = () if document in OF_NO_CASE else ("--case", CASE)

    outcome = enplan("print", *access, *of_case, "--document", document.value, "--out", file)

    assert (outcome.code, outcome.err) == (0, "")
    with pikepdf.open(file) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "da-DK"
        assert len(list(pdf.Root.StructTreeRoot.K)) >= 1
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        assert fonts
        assert [one.get("/BaseFont") for one in fonts if not _is_embedded(one)] == []
    text = text_of(file.read_bytes())
    assert NOT_SHOWN not in text
    assert document in OF_NO_CASE or CASE in text
    assert document is not PrintedDocument.INTERVIEW_FORM or CASE not in text


def test_the_empty_form_is_of_no_case(enplan: Enplan, sample_store: Path, password_file: Path, tmp_path: Path) -> None:
    access = ("--store", sample_store, "--password-file", password_file)

    outcome = enplan("print", *access, "--case", CASE, "--document", "interview-form", "--out", tmp_path / "skema.pdf")

    assert (outcome.code, outcome.out) == (2, "")
    assert "--case" in outcome.err


def test_the_worklist_is_the_teams_as_of_a_day_and_that_it_was_printed_is_logged(
    enplan: Enplan, sample_store: Path, password_file: Path, tmp_path: Path
) -> None:
    file = tmp_path / "liste.pdf"
    access = ("--store", sample_store, "--password-file", password_file)

    outcome = enplan("print", *access, "--document", "worklist", "--as-of", AS_OF.isoformat(), "--out", file)

    text = text_of(file.read_bytes())
    count = int(re.findall(r"med (\d+) opgaver til", outcome.out)[0])
    assert outcome.code == 0
    assert f"{count} opgaver · Hele teamet" in text
    assert long_date(AS_OF) in text


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--document", "worklist", "--case", CASE), "hele teamet"),
        (("--document", "worklist", "--format", "html"), "kun som PDF"),
        (("--document", "plan", "--case", CASE, "--as-of", "2026-11-22"), "--as-of"),
    ],
)
def test_the_worklist_is_of_no_case_and_only_on_paper(
    enplan: Enplan, sample_store: Path, password_file: Path, tmp_path: Path, options: tuple[str, ...], reason: str
) -> None:
    access = ("--store", sample_store, "--password-file", password_file)

    outcome = enplan("print", *access, *options, "--out", tmp_path / "liste.pdf")

    assert (outcome.code, outcome.out) == (2, "")
    assert reason in outcome.err


def _is_embedded(font: pikepdf.Object) -> bool:
    """Tell whether a font brings its own outlines, itself or through the font it is made of."""
    if "/DescendantFonts" in font:
        return all(_is_embedded(one) for one in font.DescendantFonts)
    return "/FontDescriptor" in font and bool(
        {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys())
    )
