import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.translation import _
from desktop_app.ui.palette import LIGHT, Token
from desktop_app.ui.preview import ZOOMS, PagePicture, PagePreview
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show

RED_PAGE = PagePicture(20, 30, b"\xcc\x00\x00\xff" * 600, "Kontrakt mellem borgeren og kommunen")


@pytest.fixture
def preview(show: Show) -> PagePreview:
    made = PagePreview("Kontrakt")
    show(made, width=500, height=500)
    return made


def middle_colour(preview: PagePreview) -> str:
    image = preview._bench.viewport().grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).name()


def test_a_page_is_shown_in_its_own_colours(preview: PagePreview) -> None:
    preview.show_page(RED_PAGE, 1, 2)

    assert middle_colour(preview) == "#cc0000"


def test_a_page_can_be_heard(preview: PagePreview) -> None:
    preview.show_page(RED_PAGE, 1, 2)

    place = _("Page {number} of {count}").format(number=1, count=2)
    assert preview._bench.accessibleName() == f"Kontrakt, {place}"
    assert preview._bench.accessibleDescription() == RED_PAGE.text


def test_without_a_page_the_bench_is_bare_and_says_why(preview: PagePreview) -> None:
    preview.show_page(RED_PAGE, 1, 2)

    preview.show_nothing("Kontrakten er tom")

    assert middle_colour(preview).upper() == LIGHT[Token.BENCH]
    assert preview._bench.accessibleDescription() == "Kontrakten er tom"
    assert not preview._zoom_in.isEnabled()


def test_the_pages_before_and_after_are_asked_for(qtbot: QtBot, preview: PagePreview) -> None:
    preview.show_page(RED_PAGE, 2, 3)

    with qtbot.waitSignal(preview.page_wanted) as heard:
        preview._before.click()
    assert heard.args == [1]
    with qtbot.waitSignal(preview.page_wanted) as heard:
        preview._after.click()
    assert heard.args == [3]


def test_there_is_nothing_before_the_first_and_after_the_last_page(preview: PagePreview) -> None:
    preview.show_page(RED_PAGE, 1, 3)
    assert (preview._before.isEnabled(), preview._after.isEnabled()) == (False, True)

    preview.show_page(RED_PAGE, 3, 3)
    assert (preview._before.isEnabled(), preview._after.isEnabled()) == (True, False)


def test_a_page_fits_the_width_and_zooms_from_there(preview: PagePreview, theme: Theme) -> None:
    preview.show_page(RED_PAGE, 1, 1)
    fitting = preview.pixels_wanted()
    assert fitting == preview._bench.viewport().width() - 2 * theme.e(16)

    preview._zoom_in.click()
    assert preview.zoom == ZOOMS[ZOOMS.index(1.0) + 1]
    assert preview.pixels_wanted() > fitting

    for _click in ZOOMS:
        preview._zoom_out.click()
    assert preview.zoom == ZOOMS[0]
    assert not preview._zoom_out.isEnabled()


def test_only_offered_zooms_are_taken(preview: PagePreview) -> None:
    with pytest.raises(ValueError, match="7"):
        preview.set_zoom(7)


def test_a_new_width_is_told_so_that_the_page_can_be_drawn_again(qtbot: QtBot, preview: PagePreview) -> None:
    preview.show_page(RED_PAGE, 1, 1)

    with qtbot.waitSignal(preview.width_wanted) as heard:
        preview.set_zoom(2.0)

    assert heard.args == [preview.pixels_wanted()]


def test_the_keyboard_moves_over_a_large_page(preview: PagePreview) -> None:
    preview.show_page(RED_PAGE, 1, 1)
    preview.set_zoom(3.0)
    preview._bench.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(preview._bench, Qt.Key.Key_PageDown)

    assert preview._bench.verticalScrollBar().value() > 0


def test_when_the_page_was_drawn_is_told(preview: PagePreview) -> None:
    preview.set_updated("Opdateret kl. 10.42")

    assert preview._updated.text() == "Opdateret kl. 10.42"
