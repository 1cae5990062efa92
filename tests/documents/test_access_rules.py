"""Every document keeps the rules of PDF/UA-1 and PDF/A-2a that a machine can check, and the check tells when not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import Phase, given, settings

from desktop_app.documents.plan_document import print_plan
from desktop_app.domain.plan_snapshot import PlanSnapshot
from desktop_app.translation import DANISH, ENGLISH, set_language

from .access_rules import faults
from .papers import PAPERS
from .reading import elements_of
from .snapshots import rima
from .test_hostile_texts import SNAPSHOTS


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    set_language(DANISH)
    yield
    set_language(DANISH)


@pytest.fixture(scope="module")
def plan() -> bytes:
    whole = rima()
    return print_plan(replace(whole, goals=whole.goals[:2], activities=(), rights=()))


@pytest.mark.parametrize("name", PAPERS)
def test_every_document_keeps_the_rules(name: str) -> None:
    assert faults(PAPERS[name]().as_pdf()) == []


@pytest.mark.parametrize("name", ["worklist", "differences", "access"])
def test_what_is_in_the_language_of_the_window_keeps_them_in_english(name: str) -> None:
    set_language(ENGLISH)

    assert faults(PAPERS[name]().as_pdf()) == []


@settings(deadline=None, max_examples=10, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(SNAPSHOTS)
def test_whatever_is_typed_the_plan_keeps_the_rules(snapshot: PlanSnapshot) -> None:
    assert faults(print_plan(snapshot)) == []


def test_a_name_in_another_script_is_told_in_its_language(plan: bytes) -> None:
    with pikepdf.open(BytesIO(plan)) as pdf:
        spans = [element for element in elements_of(pdf) if element.S == "/Span"]

    assert [str(span.Lang) for span in spans] == ["ar", "ar", "ar"]


def test_words_that_were_changed_tell_what_line_is_drawn_along_them() -> None:
    with pikepdf.open(BytesIO(PAPERS["differences"]().as_pdf())) as pdf:
        lines = {str(element.A.TextDecorationType) for element in elements_of(pdf) if element.S == "/Span"}

    assert lines == {"/Underline", "/LineThrough"}


# Mutants: each breaks one rule, and the check says which ------------------------------------------------------------


def first(pdf: pikepdf.Pdf, role: str) -> Any:  # noqa: ANN401 - structure elements have no type of their own
    return next(element for element in elements_of(pdf) if role == element.S)


def rewritten(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    page = pdf.pages[0]
    page.contents_coalesce()
    content = page.Contents.read_bytes()
    assert old in content
    page.Contents.write(content.replace(old, new, 1))


def metadata(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(old, new))


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    return [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]


def without_text(pdf: pikepdf.Pdf, text: bytes) -> None:
    for font in fonts(pdf):
        table = font.ToUnicode.read_bytes()
        font.ToUnicode.write(table.replace(b"<0065>", text))


def suspect(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


def swapped_owners(pdf: pikepdf.Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1] = owners[1], owners[0]


def owned_twice(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/P").K.append(first(pdf, "/H1").K[0])


def with_another_row(pdf: pikepdf.Pdf) -> None:
    row = first(pdf, "/TR")
    row.K = pikepdf.Array([row.K[0]])


def narrow(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        font.Widths = pikepdf.Array([1] * len(font.Widths))


def blank(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        program = font.FontDescriptor.FontFile2.read_bytes()
        start = program.index(b"cmap") + 8
        at = int.from_bytes(program[start : start + 4], "big") + 12 + 10
        font.FontDescriptor.FontFile2.write(program[:at] + bytes(2 * 128) + program[at + 2 * 128 :])


MUTANTS: dict[str, Callable[[pikepdf.Pdf], object]] = {
    "no language of the document": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "not marked as tagged": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
    "tags are suspect": suspect,
    "title is not displayed": lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"),
    "metadata missing or compressed": lambda pdf: pdf.Root.__delitem__("/Metadata"),
    "metadata lack": lambda pdf: metadata(pdf, b"<pdfuaid:part>1", b"<pdfuaid:part>2"),
    "metadata have no title": lambda pdf: metadata(pdf, b"dc:title>", b"dc:name>"),
    "no structure tree": lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
    "next key of the parent tree is taken": lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/ParentTreeNextKey", 1),
    "tabs do not follow the structure": lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"),
    "page is not in the parent tree": lambda pdf: pdf.pages[0].obj.__delitem__("/StructParents"),
    "content has two owners": owned_twice,
    "content without an owner": lambda pdf: first(pdf, "/H1").__setitem__("/K", pikepdf.Array()),
    "parent tree names another owner": swapped_owners,
    "content is tagged as something else": lambda pdf: first(pdf, "/H2").__setitem__("/S", pikepdf.Name.H3),
    "element has content that is not drawn": lambda pdf: first(pdf, "/H1").K[0].__setitem__("/MCID", 999),
    "headings do not begin": lambda pdf: first(pdf, "/H1").__setitem__("/S", pikepdf.Name.H2),
    "headings skip a level": lambda pdf: first(pdf, "/H2").__setitem__("/S", pikepdf.Name.H4),
    "names another parent": lambda pdf: first(pdf, "/TD").__setitem__("/P", first(pdf, "/H1")),
    "is no standard type": lambda pdf: first(pdf, "/P").__setitem__("/S", pikepdf.Name.Tale),
    "stands outside": lambda pdf: first(pdf, "/TR").__setitem__("/S", pikepdf.Name.TD),
    "holds what does not belong there": lambda pdf: first(pdf, "/TD").__setitem__("/S", pikepdf.Name.P),
    "holds more than words": lambda pdf: first(pdf, "/Sect").__setitem__("/S", pikepdf.Name.P),
    "holds bare content": lambda pdf: first(pdf, "/P").__setitem__("/S", pikepdf.Name.Sect),
    "/P is empty": lambda pdf: first(pdf, "/P").__setitem__("/K", pikepdf.Array()),
    "has no language that is one": lambda pdf: first(pdf, "/Span").__setitem__("/Lang", "arabisk sprog"),
    "/Figure without words or place": lambda pdf: first(pdf, "/Figure").__delitem__("/Alt"),
    "/TH heads neither row nor column": lambda pdf: first(pdf, "/TH").__delitem__("/A"),
    "/Table is not regular": with_another_row,
    "/Table has cells without heads": lambda pdf: first(pdf, "/TH").__setitem__("/S", pikepdf.Name.TD),
    "/L does not say how it is numbered": lambda pdf: first(pdf, "/L").__setitem__(
        "/A", pikepdf.Dictionary(ListNumbering=pikepdf.Name.Decimal)
    ),
    "/LI has not one body": lambda pdf: first(pdf, "/LBody").__setitem__("/S", pikepdf.Name.Lbl),
    "shown but neither tagged": lambda pdf: rewritten(pdf, b"/H1 <</MCID 0>> BDC", b"/H1 BMC"),
    "mark ends that did not begin": lambda pdf: rewritten(pdf, b"EMC", b"EMC EMC"),
    "mark does not end on its page": lambda pdf: rewritten(pdf, b"EMC", b""),
    "artifact within tagged content": lambda pdf: rewritten(pdf, b"BDC", b"BDC /Artifact BMC EMC"),
    "tagged content within tagged": lambda pdf: rewritten(pdf, b"BDC", b"BDC /P <</MCID 998>> BDC EMC"),
    "tagged content within an artifact": lambda pdf: rewritten(pdf, b"/H1 <<", b"/Artifact BMC /H1 <<"),
    "number of content is used twice": lambda pdf: rewritten(pdf, b"/MCID 1>>", b"/MCID 0>>"),
    "font is not embedded": lambda pdf: fonts(pdf)[0].FontDescriptor.__delitem__("/FontFile2"),
    "font does not tell its text": lambda pdf: fonts(pdf)[0].__delitem__("/ToUnicode"),
    "code has no text": lambda pdf: without_text(pdf, b"<0000>"),
    "private code without its text": lambda pdf: without_text(pdf, b"<E001>"),
    "code has no glyph": blank,
    "width is not the glyph's": narrow,
}


@pytest.mark.parametrize("fault", MUTANTS)
def test_a_document_that_breaks_a_rule_is_found_out(plan: bytes, fault: str) -> None:
    broken = BytesIO()
    with pikepdf.open(BytesIO(plan)) as pdf:
        MUTANTS[fault](pdf)
        pdf.save(broken)

    assert any(fault in found for found in faults(broken.getvalue()))
