"""What stands around the text of every page: letterhead, case, version, page number, marks of a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop_app.documents.letterhead import MOST_FOR_NAMES, set_letterhead
from desktop_app.documents.page_flow import Page, PlacedStrip
from desktop_app.documents.pen import Fill, Pen
from desktop_app.documents.printable_text import printable, well_formed
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import (
    HAIRLINE,
    MARGIN,
    MARGIN_NOTE,
    MM,
    PAGE_HEAD,
    PAGE_HEAD_STRONG,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    REMARK,
    SMALL,
    TEXT_TOP,
    TEXT_WIDTH,
)
from desktop_app.documents.typesetting import Piece, SetLine, set_line
from desktop_app.domain.logo import Logo

_HEAD_BASELINE = PAGE_HEIGHT - 14 * MM
_LOWER_BASELINE = _HEAD_BASELINE - PAGE_HEAD.leading
_HEAD_RULE = _HEAD_BASELINE - 18.5
_FOOT_RULE = 17 * MM
_FOOT_BASELINES = (12.6 * MM, 8.7 * MM)
_RIGHT = PAGE_WIDTH - MARGIN
_RIGHT_HEAD = 92 * MM
_BETWEEN_HEADS = 4 * MM
_PAGE_NUMBER = 30 * MM
_WATERMARK_SIZE = 122
_WATERMARK_LETTERS = 6
_REMARK_RULE = 3.4 * MM
_REMARK_WORDS = 5 * MM
_CHIP_PADDING = 4.5
_CHIP_HEIGHT = 12.4
_CHIP_GAP = 5.0
_CHIP_CORNER = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """The words around the text; a word in `chips` stands white on black in the header."""

    sender: str
    department: str
    case: Sequence[Piece]
    version: str
    document: Sequence[Piece]
    control: str
    chips: Sequence[str] = ()
    watermark: str | None = None
    page_number: str = "Side {number} af {count}"
    logo: Logo | None = None

    @property
    def words_for_logo(self) -> str:
        """What is read out for the logo, in Danish and in English."""
        name = well_formed(printable(self.sender)).strip()
        return f"Logo: {name}" if name else "Logo"

    def draw_under(self, pen: Pen) -> None:
        """Draw the watermark, which lies under the text."""
        if self.watermark:
            with pen.artifact(of_page=True), pen.turned(PAGE_WIDTH / 2, PAGE_HEIGHT / 2 - 21 * MM, 54):
                pen.watermark(self.watermark, _WATERMARK_SIZE * min(1, _WATERMARK_LETTERS / len(self.watermark)))

    def draw_around(self, pen: Pen, number: int, count: int, figure: Element | None = None) -> None:
        """Draw header and footer of page `number` of `count`; `figure` has the words for the logo, if it is read."""
        case = set_line(self.case, PAGE_HEAD, _RIGHT_HEAD)
        if self.logo:
            self._draw_letterhead(pen, self.logo, case.width, figure)
        with pen.artifact(of_page=True):
            if not self.logo:
                pen.write(set_line(self.sender, PAGE_HEAD_STRONG, MOST_FOR_NAMES), MARGIN, _HEAD_BASELINE)
                pen.write(set_line(self.department, PAGE_HEAD, MOST_FOR_NAMES), MARGIN, _LOWER_BASELINE)
            _write_right(pen, case, _RIGHT, _HEAD_BASELINE)
            self._draw_version(pen, _LOWER_BASELINE)
            pen.rule(MARGIN, _HEAD_RULE, _RIGHT, _HEAD_RULE, HAIRLINE)
            pen.rule(MARGIN, _FOOT_RULE, _RIGHT, _FOOT_RULE, HAIRLINE)
            upper, lower = _FOOT_BASELINES
            pen.write(set_line(self.document, SMALL, TEXT_WIDTH - _PAGE_NUMBER), MARGIN, upper)
            pen.write(set_line(self.control, SMALL), MARGIN, lower)
            _write_right(pen, set_line(self.page_number.format(number=number, count=count), SMALL), _RIGHT, upper)

    def _draw_letterhead(self, pen: Pen, logo: Logo, case_width: float, figure: Element | None) -> None:
        """Draw logo and names in what case and version leave of the width."""
        _chips, widths = self._set_chips()
        version_width = set_line(self.version, PAGE_HEAD).width + sum(widths) + _CHIP_GAP * len(widths)
        letterhead = set_letterhead(
            logo.content,
            (self.sender, self.department),
            room=TEXT_WIDTH - max(case_width, version_width) - _BETWEEN_HEADS,
            lowest=_LOWER_BASELINE,
            rule=_HEAD_RULE,
        )
        letterhead.draw_logo(pen, figure)
        with pen.artifact(of_page=True):
            letterhead.write_names(pen, _LOWER_BASELINE)

    def _set_chips(self) -> tuple[list[SetLine], list[float]]:
        """Return the words of the chips, and how wide each chip is."""
        chips = [set_line(word, PAGE_HEAD_STRONG) for word in self.chips]
        return chips, [chip.width + 2 * _CHIP_PADDING for chip in chips]

    def _draw_version(self, pen: Pen, baseline: float) -> None:
        chips, widths = self._set_chips()
        x = _RIGHT - sum(widths) - _CHIP_GAP * len(chips)
        _write_right(pen, set_line(self.version, PAGE_HEAD).with_space(), x, baseline)
        for chip, width in zip(chips, widths, strict=True):
            pen.chip(x + _CHIP_GAP, baseline - 3.2, (width, _CHIP_HEIGHT), _CHIP_CORNER, fill=Fill.BLACK)
            pen.write(chip.with_space(), x + _CHIP_GAP + _CHIP_PADDING, baseline, white=True)
            x += _CHIP_GAP + width


def draw_continuation(pen: Pen, page: Page, goes_on: str = "fortsat") -> None:
    """Say at the top of a page which section `goes_on` there, and draw the head of its table again."""
    if not page.continues:
        return
    with pen.artifact(of_page=True):
        pen.write(set_line(f"{page.continues.section}, {goes_on}", REMARK), MARGIN, TEXT_TOP + 1.7 * MM)
        if page.continues.head:
            page.continues.head.draw(pen, TEXT_TOP)
        elif page.continues.is_ruled:
            pen.rule(MARGIN, TEXT_TOP, _RIGHT, TEXT_TOP, HAIRLINE)


def draw_remarks(pen: Pen, page: Page) -> None:
    """Draw a dashed rule beside strips with a remark, and the remark along it as far as there is room."""
    for remark, group in groupby(page.strips, key=_remark_of):
        strips = list(group)
        if not remark:
            continue
        top, bottom = strips[0].top - 1.5, strips[-1].bottom + 1.5
        with pen.artifact():
            pen.dashed_rule(MARGIN - _REMARK_RULE, bottom, top, 0.6)
            line = set_line(remark, MARGIN_NOTE)
            if line.width > top - bottom:
                line = set_line(remark.partition(",")[0], MARGIN_NOTE)
            if line.width <= top - bottom:
                with pen.turned(MARGIN - _REMARK_WORDS, top, 90):
                    pen.write(line, -line.width, 0)


def _remark_of(placed: PlacedStrip) -> str | None:
    return placed.strip.remark


def _write_right(pen: Pen, line: SetLine, right: float, baseline: float) -> None:
    pen.write(line, right - line.width, baseline)
