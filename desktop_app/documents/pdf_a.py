"""Turns the drawing library's PDF into an archivable one that can be heard: PDF/A-2a and PDF/UA-1.

What they ask and the library does not write: the colour profile everything is meant in, metadata as XMP, identifiers
that depend on the content alone, the structure tree, the text of shaped glyphs. The tests check the rules of both that
a machine can check, on every document; no validator of somebody else's runs with them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, String

from desktop_app.documents.embedded_picture import EmbeddedPicture
from desktop_app.documents.printable_text import REPLACEMENT, printable, well_formed
from desktop_app.documents.structure import Element, Line, MarkedContent, Structure
from desktop_app.resource_files import resource

PROGRAM = "Én Plan"
LIBRARY = "ReportLab PDF Library"

_PROFILE_NAME = "sRGB IEC61966-2.1"
_MINIMUM_VERSIONS = {1: "1.4", 2: "1.7"}
_CODE_AND_TEXT = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>{conformance}</pdfaid:conformance>
</rdf:Description>
{universal}<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{dated_on}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{dated_on}T00:00:00Z</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_UNIVERSAL = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""What the metadata say of PDF/UA, and the schema of it, which PDF/A does not know."""

_BITS = 8
_AS_PNG = 15
"""Each row of pixels says how it was foretold from the one before, as in a PNG."""

_DECORATIONS = {Line.UNDER: Name.Underline, Line.THROUGH: Name.LineThrough}


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the file says of itself. `dated_on` stands for the time of making, which no paper of ours carries."""

    title: str
    author: str
    language: str
    dated_on: date


def archive(
    raw: bytes,
    structure: Structure,
    sources: Mapping[str, Mapping[int, str]],
    description: Description,
    *,
    pictures: Mapping[str, EmbeddedPicture],
    part: int = 2,
) -> bytes:
    """Return `raw` as PDF/A-2a and PDF/UA-1, or as PDF/A-1b; equal arguments give equal bytes.

    `sources` tells by PostScript name of the face which text its shaped glyphs stand for, `pictures` are those drawn.
    """
    with Pdf.open(BytesIO(raw)) as pdf:
        _describe(pdf, description, part)
        _add_output_intent(pdf)
        _add_structure(pdf, structure)
        if pictures:
            _add_pictures(pdf, pictures)
        for item in pdf.objects:
            if isinstance(item, Dictionary) and item.get(Name.Type) == Name.Font:
                _tell_sources(item, sources)
        target = BytesIO()
        pdf.save(
            target,
            object_stream_mode=ObjectStreamMode.disable,
            min_version=_MINIMUM_VERSIONS[part],
            deterministic_id=True,
        )
        return target.getvalue()


def _describe(pdf: Pdf, description: Description, part: int) -> None:
    title, author = (_on_one_line(text) for text in (description.title, description.author))
    day = description.dated_on.isoformat()
    moment = f"D:{day.replace('-', '')}000000+00'00'"
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(title),
            Author=String(author),
            Creator=String(PROGRAM),
            Producer=String(LIBRARY),
            CreationDate=String(moment),
            ModDate=String(moment),
        )
    )
    xmp = _XMP.format(
        part=part,
        conformance="B" if part == 1 else "A",
        universal="" if part == 1 else _UNIVERSAL,
        title=escape(title, quote=False),
        author=escape(author, quote=False),
        language=description.language,
        producer=LIBRARY,
        creator=PROGRAM,
        dated_on=day,
    )
    metadata = pdf.make_stream(xmp.encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata
    pdf.Root.Lang = String(description.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _on_one_line(text: str) -> str:
    return well_formed(printable(text)).replace("\n", REPLACEMENT)


@cache
def _colour_profile() -> bytes:
    return resource("colour", "sRGB.icc").read_bytes()


def _add_output_intent(pdf: Pdf) -> None:
    profile = pdf.make_stream(_colour_profile(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_PROFILE_NAME),
        Info=String(_PROFILE_NAME),
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _add_structure(pdf: Pdf, structure: Structure) -> None:
    """Write the tree and, for each page, which element each stretch of its content belongs to."""
    writer = _TreeWriter(pdf)
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree.K = writer.write(structure.root, tree)
    owners = Array()
    for number, page in enumerate(writer.pages):
        page.Tabs = Name.S
        page.StructParents = number
        if Name.Trans in page:
            del page[Name.Trans]
        owners.append(number)
        owners.append(pdf.make_indirect(Array(writer.written[id(owner)] for owner in structure.owners.get(number, []))))
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=owners))
    tree.ParentTreeNextKey = len(writer.pages)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _add_pictures(pdf: Pdf, pictures: Mapping[str, EmbeddedPicture]) -> None:
    """Let every page know the pictures, each of which the file holds once."""
    known = pdf.make_indirect(Dictionary({f"/{name}": _stream_of(pdf, one) for name, one in pictures.items()}))
    for page in pdf.pages:
        page.obj.Resources.XObject = known


def _stream_of(pdf: Pdf, picture: EmbeddedPicture) -> Stream:
    stream = pdf.make_stream(
        b"",
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=Name.DeviceGray if picture.colours == 1 else Name.DeviceRGB,
        BitsPerComponent=_BITS,
    )
    rows = Dictionary(Predictor=_AS_PNG, Colors=picture.colours, BitsPerComponent=_BITS, Columns=picture.width)
    stream.write(picture.pixels, filter=Name.FlateDecode, decode_parms=rows)
    return stream


class _TreeWriter:
    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self.pages = [page.obj for page in pdf.pages]
        self.written: dict[int, Object] = {}

    def write(self, element: Element, parent: Object) -> Object:
        node = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent))
        self.written[id(element)] = node
        if attributes := _attributes(element):
            node.A = attributes
        if element.alternative:
            node.Alt = String(element.alternative)
        if element.language:
            node.Lang = String(element.language)
        kept = (child for child in element.children if isinstance(child, MarkedContent) or not child.is_empty)
        node.K = Array(self._child(child, node) for child in kept)
        return node

    def _child(self, child: Element | MarkedContent, node: Object) -> Object:
        if isinstance(child, MarkedContent):
            return Dictionary(Type=Name.MCR, Pg=self.pages[child.page], MCID=child.number)
        return self.write(child, node)


def _attributes(element: Element) -> Dictionary | None:
    if element.scope:
        attributes = Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
        if element.columns > 1:
            attributes.ColSpan = element.columns
        return attributes
    if element.bounds:
        return Dictionary(O=Name.Layout, BBox=Array([round(edge, 2) for edge in element.bounds]))
    if element.line:
        return Dictionary(O=Name.Layout, TextDecorationType=_DECORATIONS[element.line])
    if element.has_labels:
        return Dictionary(O=Name.List, ListNumbering=Name.Decimal)
    return None


def _tell_sources(font: Dictionary, sources: Mapping[str, Mapping[int, str]]) -> None:
    """Let the font say which text its shaped glyphs stand for, where the library only knows private codes."""
    known = sources.get(str(font.BaseFont).partition("+")[2], {})
    table = font.get(Name.ToUnicode)
    if known and isinstance(table, Stream):
        table.write(_CODE_AND_TEXT.sub(lambda entry: _with_source(entry, known), table.read_bytes()))


def _with_source(entry: re.Match[bytes], known: Mapping[int, str]) -> bytes:
    text = known.get(int(entry[2], 16))
    return entry[0] if text is None else b"<%b> <%b>" % (entry[1], text.encode("utf-16-be").hex().upper().encode())
