"""What of a text may reach the page, and which of its spaces must not end a line.

Nothing a user typed is read as markup anywhere: text stays text. Here it only loses what has no form on paper.
"""

import re
from unicodedata import category, normalize

REPLACEMENT = "\ufffd"
NO_BREAK = "\u00a0"

_LINE_END = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_EMPTY_LINES = re.compile(r"\n[ \n]*\n")
# Soft hyphens, zero-width spaces, variation selectors, and embeddings, overrides and isolates of direction: the last
# could make a contract read otherwise than it was typed.
_FORMLESS = re.compile("[\u00ad\u034f\u180b-\u180d\u200b\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff]")
_NOT_ALLOWED = re.compile("[^\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_JOINER_CROWD = re.compile("([\u061c\u200c-\u200f]{2})[\u061c\u200c-\u200f]+")
_MOST_MARKS_ON_A_LETTER = 4

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_TOGETHER = (
    re.compile(r"§§? \d+(?: [a-z]\b)?(?: og \d+)?(?:, stk\. \d+)?(?:, nr\. \d+)?"),
    re.compile(rf"\b\d{{1,2}}\. (?:{_MONTHS})(?: \d{{4}})?\b"),
    re.compile(r"\b\d+\. (?:måned|klasse|sal)\b"),
    re.compile(r"\b(?:kl\.|stk\.|nr\.|tlf\.|lokale|modul|[Dd]elmål|[Dd]anskuddannelse|bilag|afsnit|BEK|LBK|LOV) \d+"),
    re.compile(r"\b\d+(?:,\d+)? (?:år|timer?|dage|uger|måneder|kr\.)(?!\w)"),
    re.compile(r"(?<!\d)\d\d \d\d \d\d \d\d(?!\d)"),
    re.compile(r"\S [–·](?=\s)"),
)


def printable(text: str) -> str:
    """Return `text` as it is set: composed characters, line feeds as line ends, controls as replacement marks.

    Characters without a form vanish. The joiners and direction marks of Arabic script stay, as do characters no font
    has: the typesetter shows those as replacement marks.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = normalize("NFC", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    formed = _JOINER_CROWD.sub(r"\1", _FORMLESS.sub("", composed))
    return "".join(_shown(_EMPTY_LINES.sub("\n\n", _LINE_END.sub("\n", formed))))


def well_formed(text: str) -> str:
    """Return `text` with replacement marks for what XML and HTML do not allow, line feeds among it staying."""
    return _NOT_ALLOWED.sub(REPLACEMENT, text)


def keep_together(text: str) -> str:
    """Return `text` with no-break spaces in dates, paragraphs of law, quantities and telephone numbers."""
    for pattern in _TOGETHER:
        text = pattern.sub(_without_breaks, text)
    return text


def _without_breaks(found: re.Match[str]) -> str:
    return found[0].replace(" ", NO_BREAK)


def _shown(text: str) -> list[str]:
    shown = []
    marks = 0
    for char in text:
        kind = category(char)
        marks = marks + 1 if kind[0] == "M" else 0
        if char == "\n":
            shown.append(char)
        elif char == "\t" or (kind == "Zs" and char != NO_BREAK):
            shown.append(" ")
        elif kind in {"Cc", "Cs", "Co"} or marks > _MOST_MARKS_ON_A_LETTER:
            shown.append(REPLACEMENT)
        else:
            shown.append(char)
    return shown
