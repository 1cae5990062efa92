"""The rules of PDF/UA-1 and of PDF/A's level A that a machine can check (Matterhorn protocol), as far as our papers go.

Nothing of the program is used here: a document is read as anybody would read it.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

from pikepdf import Dictionary, Pdf

from .access_fonts import font_faults
from .access_marks import Marks, marks_of

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")
GROUPS = frozenset({"/Document", "/Sect", "/Div"})
WORDS = frozenset({"/P", "/Span", *HEADINGS})
CHILDREN = {
    "/Table": frozenset({"/TR"}),
    "/TR": frozenset({"/TH", "/TD"}),
    "/L": frozenset({"/LI"}),
    "/LI": frozenset({"/Lbl", "/LBody"}),
}
"""What alone stands in these; and what is named here stands nowhere else."""

KNOWN = GROUPS | WORDS | {"/Figure"} | CHILDREN.keys() | frozenset().union(*CHILDREN.values())
MAY_BE_EMPTY = frozenset({"/TD", "/TH"})
METADATA = (
    "<pdfaid:part>2</pdfaid:part>",
    "<pdfaid:conformance>A</pdfaid:conformance>",
    "<pdfuaid:part>1</pdfuaid:part>",
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
)


def faults(content: bytes) -> list[str]:
    """Return what is wrong with a document, each fault as a few words; nothing when it keeps the rules."""
    with Pdf.open(BytesIO(content)) as pdf:
        marks = [marks_of(page) for page in pdf.pages]
        return [
            *_of_catalogue(pdf),
            *(fault for one in marks for fault in one.faults),
            *_of_tree(pdf, marks),
            *font_faults(one for page in marks for one in page.shown),
        ]


def _of_catalogue(pdf: Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    told, viewed = root.get("/MarkInfo", Dictionary()), root.get("/ViewerPreferences", Dictionary())
    if not LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield "no language of the document"
    if not told.get("/Marked", False):
        yield "not marked as tagged"
    if told.get("/Suspects", False):
        yield "tags are suspect"
    if not viewed.get("/DisplayDocTitle", False):
        yield "title is not displayed"
    metadata = root.get("/Metadata")
    if metadata is None or "/Filter" in metadata:
        yield "metadata missing or compressed"
        return
    text = metadata.read_bytes().decode()
    yield from (f"metadata lack {entry}" for entry in METADATA if entry not in text)
    if not re.search(r"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">[^<]+<", text):
        yield "metadata have no title"


def _of_tree(pdf: Pdf, marks: list[Marks]) -> Iterator[str]:
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        yield "no structure tree"
        return
    elements = list(_elements(tree.K, tree))
    yield from _of_pages(pdf, tree, marks, [element for element, _ in elements])
    yield from _of_headings([str(element.S) for element, _ in elements])
    for element, parent in elements:
        yield from _of_element(element, parent)


def _elements(element: Any, parent: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - elements have no type
    yield element, parent
    for child in _children(element):
        yield from _elements(child, element)


def _children(element: Any) -> list[Any]:  # noqa: ANN401 - as above
    return [child for child in element.get("/K", []) if child.get("/Type") == "/StructElem"]


def _of_pages(pdf: Pdf, tree: Any, marks: list[Marks], elements: list[Any]) -> Iterator[str]:  # noqa: ANN401
    """Every stretch has one owner, and tree and parent tree agree on which."""
    numbers = list(tree.ParentTree.Nums)
    listed_on = {int(key): listed for key, listed in zip(numbers[::2], numbers[1::2], strict=True)}
    claims = [
        ((child.Pg.objgen, int(child.MCID)), element)
        for element in elements
        for child in element.get("/K", [])
        if child.get("/Type") == "/MCR"
    ]
    owners = dict(claims)
    if len(claims) != len(owners):
        yield "content has two owners"
    if int(tree.ParentTreeNextKey) <= max(listed_on, default=-1):
        yield "next key of the parent tree is taken"
    if owners.keys() - {
        (page.obj.objgen, number) for page, found in zip(pdf.pages, marks, strict=True) for number in found.tags
    }:
        yield "element has content that is not drawn"
    for page, found in zip(pdf.pages, marks, strict=True):
        if page.obj.get("/Tabs") != "/S":
            yield "tabs do not follow the structure"
        listed = listed_on.get(int(page.obj.get("/StructParents", -1)))
        if listed is None:
            yield "page is not in the parent tree"
        else:
            owned = {number: owners.get((page.obj.objgen, number)) for number in found.tags}
            yield from _of_stretches(found.tags, owned, listed)


def _of_stretches(tags: dict[int, str], owned: dict[int, Any], listed: Any) -> Iterator[str]:  # noqa: ANN401
    for number, tag in tags.items():
        owner = owned[number]
        if owner is None:
            yield "content without an owner"
        elif number >= len(listed) or listed[number].objgen != owner.objgen:
            yield "parent tree names another owner"
        elif tag != owner.S:
            yield "content is tagged as something else than its owner"


def _of_headings(roles: list[str]) -> Iterator[str]:
    depths = [HEADINGS.index(role) + 1 for role in roles if role in HEADINGS]
    if depths[:1] != [1] or depths.count(1) != 1:
        yield "headings do not begin with the only one of the first level"
    if any(later > earlier + 1 for earlier, later in pairwise(depths)):
        yield "headings skip a level"


def _of_element(element: Any, parent: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    role = str(element.S)
    if element.P.objgen != parent.objgen:
        yield f"{role} names another parent"
    if "/Lang" in element and not LANGUAGE.fullmatch(str(element.Lang)):
        yield f"{role} has no language that is one"
    yield from _of_place(role, parent)
    yield from _of_contents(role, element)
    match role:
        case "/Figure":
            yield from _of_figure(element)
        case "/TH" if element.get("/A", {}).get("/Scope") not in {"/Row", "/Column", "/Both"}:
            yield "/TH heads neither row nor column"
        case "/Table":
            yield from _of_table(element)
        case "/L":
            yield from _of_list(element)


def _of_place(role: str, parent: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    if role not in KNOWN:
        yield f"{role} is no standard type"
    for place, allowed in CHILDREN.items():
        if role in allowed and parent.get("/S") != place:
            yield f"{role} stands outside {place}"


def _of_contents(role: str, element: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    children = {str(child.S) for child in _children(element)}
    is_bare = len(_children(element)) != len(element.get("/K", []))
    if role in CHILDREN and (children - CHILDREN[role] or is_bare):
        yield f"{role} holds what does not belong there"
    if role in WORDS and children - {"/Span"}:
        yield f"{role} holds more than words"
    if role in GROUPS and is_bare:
        yield f"{role} holds bare content"
    if not len(element.get("/K", [])) and role not in MAY_BE_EMPTY:
        yield f"{role} is empty"


def _of_figure(figure: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    if not str(figure.get("/Alt", "")).strip() or len(figure.get("/A", {}).get("/BBox", [])) != 4:
        yield "/Figure without words or place"


def _of_list(element: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    items = [[str(part.S) for part in _children(item)] for item in _children(element)]
    if any(parts[:1] == ["/Lbl"] for parts in items) != ("/ListNumbering" in element.get("/A", {})):
        yield "/L does not say how it is numbered"
    if any(parts.count("/LBody") != 1 or parts[-1] != "/LBody" for parts in items):
        yield "/LI has not one body"


def _of_table(table: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    rows = [_children(row) for row in _children(table)]
    widths = {sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in row) for row in rows}
    if len(widths) != 1:
        yield "/Table is not regular"
    heads_columns = all(cell.S == "/TH" for cell in rows[0]) if rows else False
    if not heads_columns and not all(any(cell.S == "/TH" for cell in row) for row in rows):
        yield "/Table has cells without heads"
