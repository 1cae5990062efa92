from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show


def block() -> QWidget:
    made = QWidget()
    made.setFixedSize(100, 20)
    return made


def at(widget: QWidget) -> tuple[int, int]:
    place = widget.mapTo(widget.window(), QPoint())
    return place.x(), place.y()


def test_gaps_and_margins_grow_with_the_text(show: Show, theme: Theme) -> None:
    first, second = block(), block()
    window = show(Column(first, Gap(16), second, STRETCH, margins=(24, 8, 24, 0)))

    assert at(first) == (24, 8)
    assert at(second) == (24, 8 + 20 + 16)

    theme.choose_text_scale(200)
    window.resize(601, 401)

    assert at(first) == (48, 16)
    assert at(second) == (48, 16 + 20 + 32)


def test_a_flow_goes_on_to_the_next_line_when_the_first_is_full(show: Show) -> None:
    blocks = [block() for _place in range(3)]
    flow = FlowRow(*blocks)

    show(flow, Column(STRETCH), width=220)

    assert [at(made) for made in blocks] == [(0, 0), (108, 0), (0, 28)]
    assert flow.heightForWidth(1000) < flow.heightForWidth(220)


def test_what_follows_a_stretch_stands_at_the_right_side(show: Show) -> None:
    left, right = block(), block()

    show(FlowRow(left, STRETCH, right), width=400)

    assert (at(left)[0], at(right)[0]) == (0, 300)


def test_what_follows_a_stretch_stands_at_the_left_on_a_line_of_its_own(show: Show) -> None:
    left, right = block(), block()

    show(FlowRow(left, STRETCH, right), width=150)

    assert at(right)[0] == 0


def test_a_flow_never_makes_an_item_wider_than_its_place(show: Show) -> None:
    long = Label("Denne tekst er længere, end der er plads til på linjen", wraps=True)

    show(FlowRow(long), width=120)

    assert long.width() <= 120
    assert long.height() >= long.heightForWidth(long.width())


def test_a_hidden_item_leaves_no_hole_in_a_flow(show: Show) -> None:
    first, second = block(), block()
    first.hide()

    show(FlowRow(first, second))

    assert at(second)[0] == 0
