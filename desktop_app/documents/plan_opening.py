"""The top of the first page: what the paper is, whose it is, and three facts to find again at a glance."""

from collections.abc import Iterator

from desktop_app.documents.danish_words import MISSING, long_date, weekday
from desktop_app.documents.goal_order import main_goals
from desktop_app.documents.name_language import native_name
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.parts import Arrangement, Icon, Rule, Said
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import (
    BOX_RULE,
    COLUMN_GAP,
    KEY_FACT,
    MM,
    NAME,
    PURPOSE,
    SMALL,
    TEXT_WIDTH,
    TITLE,
)
from desktop_app.documents.text_strips import paragraph
from desktop_app.documents.typesetting import Piece
from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedCitizen

TITLE_OF_PLAN = "Kontrakt og plan"
TITLE_OF_DECISION = "Afgørelse om kontrakt og plan"

_PURPOSE = (
    "Planen viser, hvad du og kommunen har aftalt, så du kan få arbejde eller uddannelse, lære dansk og få en god "
    "hverdag i Danmark."
)
_DECIDED = (
    "Planen viser, hvad kommunen har bestemt, så du kan få arbejde eller uddannelse, lære dansk og få en god hverdag i "
    "Danmark. Det er en afgørelse, og du kan klage over den. Se afsnit 1."
)
_MARKS = "K markerer kontraktdelen, P markerer plandelen."
_BOX_COUNT = 3
_BOX_WIDTH = (TEXT_WIDTH - (_BOX_COUNT - 1) * COLUMN_GAP) / _BOX_COUNT
_ICON = 9.5 * MM
_WORDS_INDENT = 12.5 * MM


def name_in_both_scripts(citizen: PrintedCitizen) -> list[Piece]:
    """Return the name, and after it the name as the citizen writes it."""
    names = [Piece(name) for name in [citizen.name.strip()] if name] + native_name(citizen)
    return [piece for name in names for piece in (Piece("   "), name)][1:] or [Piece(MISSING)]


def title_of(snapshot: PlanSnapshot) -> str:
    """Return what the paper is: a contract and plan, or the decision that stands in its place."""
    return TITLE_OF_DECISION if snapshot.decision else TITLE_OF_PLAN


def opening(snapshot: PlanSnapshot, root: Element) -> list[Strip]:
    """Return the strips down to the first section."""
    basis = snapshot.legal_basis.strip().rstrip(".")
    small_print = f"Kontrakt efter {basis}. {_MARKS}" if basis else _MARKS
    purpose = _DECIDED if snapshot.decision else _PURPOSE
    strips = paragraph(title_of(snapshot), TITLE, root.add("H1"))
    strips += paragraph(name_in_both_scripts(snapshot.citizen), NAME, root.add("P"), space_before=2)
    strips += paragraph(purpose, PURPOSE, root.add("P"), space_before=4 * MM)
    strips += paragraph(small_print, SMALL, root.add("P"), space_before=2.2 * MM)
    boxes = list(_boxes(snapshot))
    if boxes:
        strips.append(_box_strip(boxes, root))
    return strips


def _boxes(snapshot: PlanSnapshot) -> Iterator[tuple[int, str, tuple[Said, ...]]]:
    """Yield place, icon and words of each box there is something to say in; the others leave their places empty."""
    goals = main_goals(snapshot.goals)
    if goals and goals[0].text.strip():
        due = f"senest {long_date(goals[0].target_on)}" if goals[0].target_on else ""
        yield 0, "flag", (Said("Dit mål", SMALL), Said(goals[0].text.strip(), KEY_FACT, most=3), Said(due, SMALL))
    if snapshot.next_follow_up_on:
        day = snapshot.next_follow_up_on
        yield (
            1,
            "calendar-month",
            (Said("Næste samtale senest", SMALL), Said(long_date(day), KEY_FACT), Said(weekday(day), SMALL)),
        )
    phone = (snapshot.municipality.phone or "").strip()
    if phone:
        who = (snapshot.caseworker or snapshot.municipality.team).strip()
        yield 2, "smartphone", (Said("Ring til os", SMALL), Said(phone, KEY_FACT, most=2), Said(who, SMALL, most=2))


def _box_strip(boxes: list[tuple[int, str, tuple[Said, ...]]], root: Element) -> Strip:
    drawing = Arrangement()
    height = _ICON
    for place, icon, words in boxes:
        x = place * (_BOX_WIDTH + COLUMN_GAP)
        drawing.put(Rule(_BOX_WIDTH, BOX_RULE), x)
        drawing.put(Icon(icon, _ICON), x, 5.0)
        box = root.add("Div")
        down = 5.0
        for content in words:
            down = drawing.put(content.set(_BOX_WIDTH - _WORDS_INDENT, box), x + _WORDS_INDENT, down)
        height = max(height, down)
    return Strip(height=height, draw=drawing, space_before=6.5 * MM)
