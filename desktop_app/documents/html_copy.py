"""A paper as a page a screen reader reads: the structure tree of the print in HTML, in one file that loads nothing.

It holds what the paper says in the order it is read. Room to write in is not there, nor are lines and pictograms.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape

from desktop_app.documents.page_frame import PageFrame
from desktop_app.documents.pdf_a import Description
from desktop_app.documents.printable_text import printable, well_formed
from desktop_app.documents.structure import Element, Line, MarkedContent, Structure
from desktop_app.documents.typesetting import Piece

_TAGS = {
    "Document": "main",
    "Sect": "section",
    "Div": "div",
    "H1": "h1",
    "H2": "h2",
    "H3": "h3",
    "P": "p",
    "Table": "table",
    "TR": "tr",
    "TH": "th",
    "TD": "td",
    "L": "ul",
    "LI": "li",
    "Lbl": "span",
    "LBody": "div",
}
_BY_LINE = {Line.UNDER: "ins", Line.THROUGH: "del", None: "span"}
_SCOPES = {"Row": "row", "Column": "col"}
_WITH_WORDS = frozenset({"H1", "H2", "H3", "P", "Span"})
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 system-ui, "Noto Sans", "Segoe UI", sans-serif; margin: 0 auto; max-width: 48rem;
  padding: 1.5rem; background: Canvas; color: CanvasText; overflow-wrap: break-word; }
header, footer { border: 0 solid currentColor; font-size: 0.9rem; }
header { border-bottom-width: 1px; margin-bottom: 1.5rem; }
footer { border-top-width: 1px; margin-top: 2rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 0.4rem; }
h2 { border-top: 2px solid currentColor; font-size: 1.25rem; margin: 1.8rem 0 0.6rem; padding-top: 0.4rem; }
h3 { font-size: 1.05rem; margin: 1.2rem 0 0.4rem; }
p { margin: 0.3rem 0; }
main > div { margin: 0.8rem 0; }
table { border-collapse: collapse; margin: 0.6rem 0; width: 100%; }
th, td { border-bottom: 1px solid currentColor; padding: 0.35rem 0.6rem 0.35rem 0; text-align: start;
  vertical-align: top; }
th[scope=row]:not([colspan]) { width: 14rem; }
td p, th p { margin: 0; }
ul { list-style: none; margin: 0.8rem 0; padding: 0; }
li { margin: 0.3rem 0; }
li div, li p, li .picture { display: inline; }
.logo { background: white; display: block; height: auto; max-height: 3.4rem; max-width: 12.75rem; width: auto; }
.mark { border: 2px solid currentColor; font-weight: bold; padding: 0 0.4rem; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 11pt; max-width: none; padding: 0; }
  tr, li, .picture { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
}
@media (max-width: 34rem) { th[scope=row]:not([colspan]) { width: 8rem; } }
"""
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'{may_show}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="author" content="{author}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
{head}
</header>
{body}
<footer>
{foot}
</footer>
</body>
</html>
"""


def html_copy(structure: Structure, frame: PageFrame, description: Description) -> bytes:
    """Return what was drawn as an HTML file in UTF-8; equal papers give equal bytes."""
    marks = [f'<p dir="auto"><span class="mark">{_text(word)}</span></p>' for word in frame.chips]
    head = [
        *_logo(frame),
        _paragraph([frame.sender, frame.department]),
        _paragraph([_joined(frame.case), frame.version]),
        *marks,
    ]
    foot = [_paragraph([_joined(frame.document)]), _paragraph([frame.control])]
    page = _PAGE.format(
        language=_text(description.language),
        author=_text(description.author),
        title=_text(description.title),
        style=_STYLE,
        head="\n".join(head),
        may_show="; img-src data:" if frame.logo else "",
        body=_element(structure.root),
        foot="\n".join(foot),
    )
    return page.encode()


def _logo(frame: PageFrame) -> list[str]:
    """Return the logo, its bytes within the page."""
    if frame.logo is None:
        return []
    source = f"data:image/png;base64,{b64encode(frame.logo.content).decode()}"
    return [f'<img class="logo" src="{source}" alt="{_text(frame.words_for_logo)}">']


def _element(element: Element) -> str:
    if element.is_empty:
        return ""
    if element.role == "Figure":
        return f'<span class="picture">{_text(element.alternative or "")}</span> '
    if element.role == "Table":
        return f"<table>\n{_rows(element)}</table>\n"
    tag = _BY_LINE[element.line] if element.role == "Span" else _TAGS[element.role]
    content = "".join(_child(child) for child in element.children)
    if element.role in _WITH_WORDS - {"Span"}:
        content = content.strip()
    end = "" if element.role in {"Span", "Lbl"} else "\n"
    return f"<{tag}{_attributes(element)}>{content}</{tag}>{' ' if element.role == 'Lbl' else end}"


def _child(child: Element | MarkedContent) -> str:
    return _element(child) if isinstance(child, Element) else _text(child.text)


def _attributes(element: Element) -> str:
    told = {
        "scope": _SCOPES[element.scope] if element.scope else "",
        "colspan": str(element.columns) if element.columns > 1 else "",
        "lang": element.language or "",
        "dir": "auto" if element.role in _WITH_WORDS else "",
    }
    return "".join(f' {name}="{_text(value)}"' for name, value in told.items() if value)


def _rows(table: Element) -> str:
    """Return the rows, those that head the columns apart: a browser repeats them on every printed page."""
    rows = [row for row in table.children if isinstance(row, Element)]
    heads = rows[:1] if rows and all(_heads_a_column(cell) for cell in rows[0].children) else []
    head = f"<thead>\n{''.join(map(_element, heads))}</thead>\n" if heads else ""
    return f"{head}<tbody>\n{''.join(map(_element, rows[len(heads) :]))}</tbody>\n"


def _heads_a_column(cell: Element | MarkedContent) -> bool:
    return isinstance(cell, Element) and cell.scope == "Column"


def _paragraph(texts: Iterable[str]) -> str:
    return f'<p dir="auto">{" · ".join(_text(text) for text in texts if text.strip())}</p>'


def _joined(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _text(text: str) -> str:
    """Return a text in which nothing is markup; where it ends a line, the line ends."""
    return "<br>".join(escape(line) for line in well_formed(printable(text)).split("\n"))
