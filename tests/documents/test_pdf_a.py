"""The promises of the file format, read with other libraries than the one that wrote it."""

import re
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from desktop_app.documents.calendar_sheet import print_sheet
from desktop_app.documents.declaration_document import print_note
from desktop_app.documents.follow_up_document import print_minutes
from desktop_app.documents.interview_document import print_interview_sheet
from desktop_app.documents.plan_document import print_plan
from desktop_app.documents.worklist_document import print_worklist
from desktop_app.domain.municipality import Municipality
from tests.listed import a_long_list

from .interviews import rimas_interview
from .minutes import long_minutes
from .notes import rimas_note
from .reading import every_stream
from .sheets import long_sheet
from .snapshots import olena, one_line, rima, selam

TITLES = (
    "Kontrakt og plan, sagsnr. 2026-",
    "Arbejdsliste 2026-",
    "Referat af opfølgning, sagsnr. 2026-",
    "Dine næste datoer, sagsnr. 2026-",
    "Følgeseddel til erklæring, sagsnr. 2026-",
    "Samtaleark til modtagesamtalen, sagsnr. 2026-",
)
SHOWING = {"Tj", "TJ", "'", '"', "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}


def worklist() -> bytes:
    return print_worklist(a_long_list(60), Municipality(id="municipality", code="999", name="Eksempelkommune"))


def minutes() -> bytes:
    return print_minutes(long_minutes())


def sheet() -> bytes:
    return print_sheet(long_sheet())


def note() -> bytes:
    return print_note(rimas_note())


def interview() -> bytes:
    return print_interview_sheet(rimas_interview())


@pytest.fixture(scope="module", params=[rima, olena, selam, one_line, worklist, minutes, sheet, note, interview])
def printed(request: pytest.FixtureRequest) -> bytes:
    made = request.param()
    return made if isinstance(made, bytes) else print_plan(made)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def test_title_and_language_are_told(printed: bytes) -> None:
    reader = PdfReader(BytesIO(printed))

    assert reader.metadata
    assert str(reader.metadata.title).startswith(TITLES)
    assert reader.trailer["/Root"]["/Lang"] == "da-DK"  # type: ignore[index]
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]


def test_the_metadata_declare_pdf_a_2b_in_plain_text(printed: bytes) -> None:
    assert b"<pdfaid:part>2</pdfaid:part>" in printed
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in printed


def test_the_metadata_say_the_same_as_the_document_information(printed: bytes) -> None:
    with opened(printed) as pdf:
        xmp = bytes(pdf.Root.Metadata.read_bytes()).decode()
        info = pdf.docinfo
        assert f">{info.Title}</rdf:li>" in xmp
        assert f"<pdf:Producer>{info.Producer}</pdf:Producer>" in xmp
        assert f"<xmp:CreatorTool>{info.Creator}</xmp:CreatorTool>" in xmp
        day = re.fullmatch(r"D:(\d{4})(\d\d)(\d\d)000000\+00'00'", str(info.CreationDate))
        assert day
        assert f"<xmp:CreateDate>{'-'.join(day.groups())}T00:00:00Z</xmp:CreateDate>" in xmp
        assert info.ModDate == info.CreationDate


def test_the_colours_are_meant_in_srgb(printed: bytes) -> None:
    with opened(printed) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert intent.DestOutputProfile.N == 3
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"


def test_every_font_is_embedded(printed: bytes) -> None:
    found = set()
    with opened(printed) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
                found.add(str(item.BaseFont).partition("+")[2])
                assert "/FontFile2" in item.FontDescriptor
                assert "/ToUnicode" in item
    assert "NotoSans-Regular" in found
    assert b"Helvetica" not in printed


def test_nothing_in_the_file_acts_or_hides(printed: bytes) -> None:
    with opened(printed) as pdf:
        assert not {"/OpenAction", "/AA", "/Names", "/AcroForm", "/AF"} & set(pdf.Root.keys())
        assert all(not {"/Annots", "/AA", "/Trans"} & set(page.obj.keys()) for page in pdf.pages)
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary):
                assert item.get("/S") not in {"/JavaScript", "/Launch", "/URI", "/GoToR"}
                assert item.get("/Type") not in {"/EmbeddedFile", "/Filespec"}
    assert not any(b"/JavaScript" in stream for stream in every_stream(printed))


def test_no_time_but_the_day_of_the_plan_is_in_the_file(printed: bytes) -> None:
    assert set(re.findall(rb"T\d\d:\d\d:\d\d", printed)) == {b"T00:00:00"}


def test_the_older_part_is_declared_on_demand() -> None:
    older = print_plan(rima(), pdf_a_part=1)

    assert older.startswith(b"%PDF-1.4")
    assert b"<pdfaid:part>1</pdfaid:part>" in older


def test_all_that_is_shown_is_tagged_or_an_artifact(printed: bytes) -> None:
    with opened(printed) as pdf:
        for page in pdf.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                if operator in {"BDC", "BMC"}:
                    depth += 1
                elif operator == "EMC":
                    depth -= 1
                assert depth or operator not in SHOWING
            assert depth == 0


def test_each_marked_stretch_belongs_to_one_element_of_the_tree(printed: bytes) -> None:
    with opened(printed) as pdf:
        owners = _owners(pdf.Root.StructTreeRoot)
        for number, page in enumerate(pdf.pages):
            marked = [
                int(instruction.operands[1].MCID)
                for instruction in pikepdf.parse_content_stream(page)
                if str(instruction.operator) == "BDC" and "/MCID" in _properties(instruction)
            ]
            assert marked == list(range(len(marked)))
            assert [owners[page.objgen, content] for content in marked] == [
                element.objgen for element in _parents(pdf, int(page.obj.StructParents))
            ]
            assert page.obj.StructParents == number
        assert pdf.Root.MarkInfo.Marked


def test_the_tree_has_headings_tables_and_figures_with_their_words() -> None:
    with opened(print_plan(rima())) as pdf:
        elements = list(_elements(pdf.Root.StructTreeRoot.K))
        roles = [str(element.S) for element in elements]
        assert roles.count("/H1") == 1
        assert roles.count("/H2") == 7
        assert all("Årslinje" in str(element.Alt) for element in elements if element.S == "/Figure")
        for element in elements:
            if element.S == "/TH":
                assert element.A.Scope in {"/Row", "/Column"}
            if element.S == "/TR":
                assert {str(cell.S) for cell in element.K} <= {"/TH", "/TD"}


def _properties(instruction: Any) -> Any:  # noqa: ANN401 - an operand is any PDF object
    operand = instruction.operands[1]
    return operand if isinstance(operand, pikepdf.Dictionary) else {}


def _elements(element: Any) -> Any:  # noqa: ANN401 - structure elements have no type of their own
    yield element
    for child in element.get("/K", []):
        if child.get("/Type") == "/StructElem":
            yield from _elements(child)


def _owners(root: Any) -> dict[tuple[Any, int], Any]:  # noqa: ANN401 - structure elements have no type of their own
    owners = {}
    for element in _elements(root.K):
        for child in element.get("/K", []):
            if child.get("/Type") == "/MCR":
                key = (child.Pg.objgen, int(child.MCID))
                assert key not in owners
                owners[key] = element.objgen
    return owners


def _parents(pdf: pikepdf.Pdf, number: int) -> Any:  # noqa: ANN401 - an array of structure elements
    pairs = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return dict(zip((int(key) for key in pairs[::2]), pairs[1::2], strict=True))[number]
