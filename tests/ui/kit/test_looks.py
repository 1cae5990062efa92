"""Fonts, measure, icons and style sheet."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QIcon, QImage, QPixmap

from desktop_app.resource_files import resource
from desktop_app.ui import fonts, style_sheet
from desktop_app.ui.fonts import ARABIC_FAMILY, ETHIOPIC_FAMILY, INTERFACE_FAMILY, family_for, nearest_text_scale
from desktop_app.ui.icons import ButtonColours, IconDrawer
from desktop_app.ui.measure import Measure
from desktop_app.ui.palette import DARK, LIGHT, Palette
from desktop_app.ui.qt_application import PlanApplication
from desktop_app.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")


def colours_in(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_the_interface_is_set_in_the_bundled_font(qapp: PlanApplication) -> None:
    assert QFontInfo(qapp.font()).family() == INTERFACE_FAMILY


def test_a_damaged_font_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "resource", lambda *_parts: resource("fonts", "README.md"))

    with pytest.raises(fonts.FontUnreadable) as raised:
        fonts.load_fonts()

    assert raised.value.file_name.endswith(".ttf")


def test_one_step_is_one_pixel_in_ten_and_a_half_points(theme: Theme) -> None:
    assert Measure.of_font(theme.font()).unit == pytest.approx(1, abs=0.01)
    assert (theme.e(8), theme.e(40)) == (8, 40)


def test_twice_the_text_is_twice_the_measure(theme: Theme) -> None:
    theme.choose_text_scale(200)

    assert theme.e(40) == pytest.approx(80, abs=1)


def test_a_small_measure_never_becomes_nothing() -> None:
    assert Measure(0.4).e(1) == 1
    assert Measure(0.4).e(0) == 0


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Rima Al-Hassan", INTERFACE_FAMILY),
        ("Олена Коваль", INTERFACE_FAMILY),
        ("ريما الحسن", ARABIC_FAMILY),
        ("አበበ ቢቂላ", ETHIOPIC_FAMILY),
        ("(ريما)", ARABIC_FAMILY),
        ("", INTERFACE_FAMILY),
    ],
)
def test_a_name_is_written_in_a_family_with_its_script(text: str, family: str) -> None:
    assert family_for(text) == family


@pytest.mark.parametrize(("asked", "offered"), [(10, 80), (100, 100), (130, 125), (999, 200)])
def test_the_size_of_text_is_one_of_those_offered(asked: int, offered: int) -> None:
    assert nearest_text_scale(asked) == offered


def test_an_icon_takes_the_colour_it_is_given() -> None:
    pixmap = IconDrawer().pixmap("check", "#cc0000", 40, 1.0)

    assert colours_in(pixmap) == {"#cc0000"}


def test_an_icon_is_drawn_in_the_pixels_of_its_screen() -> None:
    pixmap = IconDrawer().pixmap("check", "#cc0000", 20, 2.0, gap=4)

    assert pixmap.size() == QSize(48, 40)
    assert pixmap.deviceIndependentSize().toSize() == QSize(24, 20)


def test_the_same_icon_is_drawn_once() -> None:
    drawer = IconDrawer()

    assert drawer.pixmap("check", "#cc0000", 20, 1.0) is drawer.pixmap("check", "#cc0000", 20, 1.0)


def test_a_button_that_cannot_be_pressed_has_its_icon_in_the_other_colour() -> None:
    icon = IconDrawer().icon("check", ButtonColours("#cc0000", "#5c5c5c"), 40)

    assert colours_in(icon.pixmap(QSize(40, 40), QIcon.Mode.Normal)) == {"#cc0000"}
    assert colours_in(icon.pixmap(QSize(40, 40), QIcon.Mode.Disabled)) == {"#5c5c5c"}


def test_an_icon_that_is_not_bundled_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        IconDrawer().pixmap("no-such-icon", "#cc0000", 20, 1.0)


def test_every_bundled_icon_can_be_coloured() -> None:
    for file in resource("icons").glob("*.svg"):
        assert "#cc0000" in colours_in(IconDrawer().pixmap(file.stem, "#cc0000", 48, 1.0)), file.name


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_a_style_sheet_has_all_its_places_filled(palette: Palette) -> None:
    filled = style_sheet.style_sheet(palette, Measure(1.5), 150)

    assert not re.search(r"\$|\be\(|\bpt\(", filled)


def test_a_style_sheet_follows_measure_and_size_of_text() -> None:
    filled = style_sheet.style_sheet(LIGHT, Measure(2.0), 200)

    assert "min-height: 68px" in filled
    assert "font-size: 32pt" in filled


def test_a_style_sheet_has_no_sizes_in_pixels_but_lines_and_rings() -> None:
    written = style_sheet._TEMPLATE + style_sheet._text_rules()

    assert set(re.findall(r"\b(\d+)px", written)) <= {"1", "2"}
