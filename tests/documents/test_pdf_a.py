"""The promises of the file format, read with other libraries than the one that wrote it."""

import re
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from desktop_app.documents.plan_document import print_plan

from .papers import PAPERS
from .reading import every_stream
from .snapshots import rima

TITLES = (
    "Kontrakt og plan, sagsnr. 2026-",
    "Arbejdsliste 2026-",
    "Referat af opfølgning, sagsnr. 2026-",
    "Afgørelse om kontrakt og plan, sagsnr. 2026-",
    "Indsigt, sag 2026-",
    "Dine næste datoer, sagsnr. 2026-",
    "Følgeseddel til erklæring, sagsnr. 2026-",
    "Samtaleark til modtagesamtalen, sagsnr. 2026-",
    "Modtagesamtale, tomt skema",
    "Notat om forsøg på opfølgning, sagsnr. 2026-",
    "Forskelle, sag 2026-",
    "Stikprøve af loggen 2026-",
    "Nødnøgle til Én Plan",
)


@pytest.fixture(scope="module", params=PAPERS)
def printed(request: pytest.FixtureRequest) -> bytes:
    return PAPERS[request.param]().as_pdf()


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def test_title_and_language_are_told(printed: bytes) -> None:
    reader = PdfReader(BytesIO(printed))

    assert reader.metadata
    assert str(reader.metadata.title).startswith(TITLES)
    assert reader.trailer["/Root"]["/Lang"] == "da-DK"  # type: ignore[index]
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]


def test_the_metadata_declare_pdf_a_2a_and_pdf_ua_in_plain_text(printed: bytes) -> None:
    assert b"<pdfaid:part>2</pdfaid:part>" in printed
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in printed
    assert b"<pdfuaid:part>1</pdfuaid:part>" in printed


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
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in older
    assert b"pdfuaid" not in older
