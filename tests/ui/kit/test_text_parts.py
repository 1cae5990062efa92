"""Labels, badges, facts, steps, timeline and messages."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.accessibility import clipped_texts
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.badge import Badge
from desktop_app.ui.buttons import Link
from desktop_app.ui.disclosure import Disclosure
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.facts import Fact, FactTable
from desktop_app.ui.labels import ElidedLabel, FlowLabel, Label
from desktop_app.ui.layouts import FlowRow
from desktop_app.ui.note_row import NoteRow
from desktop_app.ui.palette import DARK, LIGHT, Status, Token
from desktop_app.ui.steps import Step, Steps
from desktop_app.ui.text_roles import TEXT_STYLES, TextRole
from desktop_app.ui.theme import ColourChoice, Theme
from desktop_app.ui.timeline import NodeState, Timeline, TimelineNode, TodayTick
from tests.ui.conftest import Show

pytestmark = pytest.mark.usefixtures("theme")

STEPS = (Step("1. november 2026", "Søndag – ansvaret overgår den første hverdag"), Step("2. november 2026"))
NODES = (
    TimelineNode("Visiteret", "12.06.2026", "", NodeState.DONE),
    TimelineNode("Kontrakt", "27.08.2026", "Til tiden", NodeState.DONE),
    TimelineNode("Opfølgning", "27.11.2026", "Om 4 dage", NodeState.NEXT),
    TimelineNode("Programmet udløber", "03.08.2027", "", NodeState.END),
)


def colour_at(widget: QWidget, point: QPoint) -> str:
    image: QImage = widget.grab().toImage()
    return image.pixelColor(point * widget.devicePixelRatioF()).name().upper()


def texts_shown_in(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


@pytest.mark.parametrize("role", list(TextRole))
def test_a_label_has_the_size_and_weight_of_its_role(show: Show, role: TextRole) -> None:
    label = Label("Frist", role)

    show(label)

    assert label.font().pointSizeF() == pytest.approx(TEXT_STYLES[role].points)
    assert label.font().weight() == TEXT_STYLES[role].weight


def test_a_text_in_a_flow_takes_more_lines_where_room_is_short_and_parts_a_long_word(show: Show) -> None:
    label = FlowLabel("Wolodymyrenkobergmannsdottirsdatter-Vestergaardhansenkristoffersdatter", TextRole.PERSON)
    window = show(FlowRow(label, Link("Vis")), width=1600, height=600)
    line = label.fontMetrics().height()
    assert label.height() < 2 * line

    window.resize(200, 600)

    assert label.width() <= 200
    assert label.height() >= 4 * line
    assert clipped_texts(window) == []
    assert label.grab().toImage() != Label("").grab().toImage()


def test_a_label_grows_when_the_text_does(show: Show, theme: Theme) -> None:
    label = Label("Frist", TextRole.TITLE)
    show(label)

    theme.choose_text_scale(200)

    assert label.font().pointSizeF() == pytest.approx(32)


def test_what_a_person_typed_is_never_markup(show: Show) -> None:
    label = Label("<b>Rima</b> & co")

    show(label)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint().width() > Label("Rima & co").sizeHint().width()


def test_a_tone_can_be_given_and_taken_away(show: Show) -> None:
    label = Label("Frist")
    show(label)

    label.set_tone(Token.SOON_TEXT)
    assert label.palette().windowText().color().name().upper() == LIGHT[Token.SOON_TEXT]

    label.set_tone(None)
    assert label.palette().windowText().color().name().upper() == LIGHT[Token.TEXT]


def test_an_elided_text_is_whole_in_its_tool_tip(show: Show) -> None:
    label = ElidedLabel("Sidste sikkerhedskopi i dag kl. 08.05")

    window = show(label, width=100)
    assert label.is_elided()
    assert label.toolTip() == label.text()

    window.resize(600, 30)
    assert label.toolTip() == ""


def test_a_badge_hugs_its_word_and_is_read_aloud(show: Show) -> None:
    badge, longer = Badge(Status.SOON, "Frist i dag"), Badge(Status.OVERDUE, "Overskredet 112 dage")
    show(badge, longer)

    assert badge.width() < longer.width()
    assert badge.text() == "Frist i dag"


def test_a_badge_follows_the_theme(show: Show, theme: Theme) -> None:
    badge = Badge(Status.SOON, "Frist i dag")
    show(badge)
    inside = QPoint(4, badge.height() // 2)

    light = colour_at(badge, inside)
    theme.choose_colours(ColourChoice.DARK)

    assert (light, colour_at(badge, inside)) == (LIGHT[Token.SOON_FILL], DARK[Token.SOON_FILL])


def test_a_badge_can_say_something_else(show: Show) -> None:
    badge = Badge(Status.SOON, "Frist i dag")
    show(badge)
    before = badge.width()

    badge.show_status(Status.DONE, "Gennemført til tiden")

    assert (badge.status, badge.text()) == (Status.DONE, "Gennemført til tiden")
    assert badge.sizeHint().width() > before


def test_facts_without_a_value_are_left_out(show: Show) -> None:
    table = FactTable((("Hjemmel", "§ 19, stk. 1"), ("Kilde", "")))
    show(table)

    assert [label.text() for label in table.findChildren(Label)] == ["Hjemmel", "§ 19, stk. 1"]


def test_other_facts_take_the_place_of_the_first(qtbot: QtBot, show: Show) -> None:
    table = FactTable((("Hjemmel", "§ 19, stk. 1"),))
    show(table)

    table.show_facts((("Frist", "1 måned"),))

    qtbot.waitUntil(lambda: texts_shown_in(table) == ["Frist", "1 måned"])


def test_facts_stand_level_whatever_their_value_is(show: Show) -> None:
    plain, badge = Fact("Sag", "2026-014"), Fact("Næste frist", Badge(Status.SOON, "Frist i dag"))
    show(plain, badge)

    assert plain.sizeHint().height() == badge.sizeHint().height()


def test_steps_are_heard_as_one_text(show: Show) -> None:
    steps = Steps("Sådan er fristen regnet ud", STEPS)
    show(steps)

    assert steps.accessibleName() == "Sådan er fristen regnet ud"
    assert steps.accessibleDescription() == steps.text()
    assert steps.text().splitlines() == [
        "1. november 2026: Søndag – ansvaret overgår den første hverdag",
        "2. november 2026",
    ]


def test_other_steps_take_the_place_of_the_first(qtbot: QtBot, show: Show) -> None:
    steps = Steps("Udregning", STEPS)
    show(steps)

    steps.show_steps((Step("Oktober 2026", "Første hele måned"),))

    qtbot.waitUntil(lambda: texts_shown_in(steps) == ["Oktober 2026", "Første hele måned"])
    assert steps.accessibleDescription() == "Oktober 2026: Første hele måned"


def test_without_steps_nothing_is_drawn(show: Show) -> None:
    steps = Steps("Udregning")
    show(steps)

    assert {colour_at(steps, QPoint(x, 10)) for x in range(12)} == {LIGHT[Token.BASE]}


def test_steps_grow_with_their_text(show: Show) -> None:
    steps = Steps("Udregning", STEPS)
    show(steps)

    assert steps.heightForWidth(120) > steps.heightForWidth(600)


def test_a_timeline_lies_where_there_is_room_and_stands_where_there_is_not(show: Show, theme: Theme) -> None:
    timeline = Timeline("Tidslinje")
    show(timeline)
    timeline.show_nodes(NODES)

    assert not timeline.is_vertical(1000)
    assert timeline.is_vertical(300)
    assert timeline.heightForWidth(300) > timeline.heightForWidth(1000)

    theme.choose_text_scale(200)
    assert timeline.is_vertical(600)


def test_a_timeline_is_heard_in_order_with_today_in_its_place(show: Show) -> None:
    timeline = Timeline("Tidslinje")
    show(timeline)

    timeline.show_nodes(NODES, TodayTick("I dag 23.11.", 1.9))

    heard = timeline.accessibleDescription().split("; ")
    assert [part.split(",")[0] for part in heard] == [
        "Visiteret",
        "Kontrakt",
        "I dag 23.11.",
        "Opfølgning",
        "Programmet udløber",
    ]


@pytest.mark.parametrize("width", [1000, 300])
@pytest.mark.parametrize("at", [0, 1.99, 3])
def test_a_timeline_is_drawn_in_either_direction(show: Show, width: int, at: float) -> None:
    timeline = Timeline("Tidslinje")
    timeline.show_nodes(NODES, TodayTick("I dag", at))

    show(timeline, width=width, height=timeline.heightForWidth(width))

    image = timeline.grab().toImage()
    seen = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert {LIGHT[Token.ACCENT], LIGHT[Token.SOON_MARK], LIGHT[Token.BORDER]} <= seen


def test_a_timeline_without_nodes_is_empty(show: Show) -> None:
    timeline = Timeline("Tidslinje")

    show(timeline)

    assert timeline.accessibleDescription() == ""


@pytest.mark.parametrize("kind", list(AlertKind))
def test_a_message_is_heard_with_its_kind_title_and_body(show: Show, kind: AlertKind) -> None:
    alert = Alert(kind, "Ligner en eksisterende sag", "Er det samme person?", (Link("Åbn den sag"),))

    show(alert)

    assert alert.accessibleName().endswith(": Ligner en eksisterende sag. Er det samme person?")


def test_a_message_can_say_something_else(show: Show) -> None:
    alert = Alert(AlertKind.SUCCESS, "Opgaven er gennemført.")
    show(alert)

    alert.show_message("Kontrakten er underskrevet.", "Version 1")

    assert [label.text() for label in alert.findChildren(Label)] == ["Kontrakten er underskrevet.", "Version 1"]
    assert all(label.isVisible() for label in alert.findChildren(Label))


def test_an_empty_page_says_what_is_so(show: Show) -> None:
    state = EmptyState("calendar-month", "Der er ingen sager endnu", "Opret den første.", (Link("Ny modtagelse"),))
    show(state, width=800, height=500)

    state.show_message("Ingen opgaver passer til filteret.")

    assert texts_shown_in(state) == ["Ingen opgaver passer til filteret."]


def test_a_disclosure_unfolds_by_keyboard_and_tells_so(qtbot: QtBot, show: Show) -> None:
    content = Label("To opgaver")
    disclosure = Disclosure("Afsluttet i dag", content, "2")
    show(disclosure)
    folded = disclosure._head.accessibleName()

    with qtbot.waitSignal(disclosure.toggled):
        QTest.keyClick(disclosure._head, Qt.Key.Key_Return)

    assert content.isVisible()
    assert disclosure._head.accessibleName() != folded

    disclosure.set_count("3")
    assert "3" in disclosure._head.accessibleName()

    disclosure.set_count("2")
    disclosure.set_open(is_open=False)
    assert not content.isVisible()
    assert disclosure._head.accessibleName() == folded


def test_a_note_puts_its_link_under_the_text_when_narrow(qtbot: QtBot, show: Show) -> None:
    link = Link("Vedhæft scan …")
    note = NoteRow("warning", Token.SOON_MARK, "Scan mangler", "Underskrevet på papir", link)
    window = show(note, width=600)
    title = note.findChildren(Label)[0]

    beside = link.mapTo(note, QPoint()).x()
    window.resize(260, 300)
    qtbot.waitUntil(lambda: link.mapTo(note, QPoint()).x() < beside)

    assert link.mapTo(note, QPoint()).y() > title.mapTo(note, QPoint()).y()
