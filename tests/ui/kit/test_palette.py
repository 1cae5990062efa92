from itertools import product

import pytest

from desktop_app.ui.palette import DARK, LIGHT, Palette, Status, SystemColours, Token, high_contrast

BLACK = high_contrast(SystemColours("#000000", "#FFFFFF", "#1AEBFF", "#000000", "#FFFF00", is_dark=True))
WHITE = high_contrast(SystemColours("#FFFFFF", "#000000", "#37006E", "#FFFFFF", "#00009F", is_dark=False))
PALETTES = (LIGHT, DARK, BLACK, WHITE)

READABLE, EASILY_READABLE, VISIBLE = 4.5, 7.0, 3.0
"""The least contrasts of WCAG 2.2: text (AA), text (AAA), and parts that are not text."""

SURFACES = (Token.WINDOW, Token.BASE, Token.ALT)
WORK_SURFACES = (Token.WINDOW, Token.BASE)
PAIRS: list[tuple[Token, Token, float]] = [
    *product((Token.TEXT,), (*SURFACES, Token.HOVER), (EASILY_READABLE,)),
    *product((Token.MUTED,), (*SURFACES, Token.HOVER), (READABLE,)),
    *product((Token.LINK, Token.PRODUCT), WORK_SURFACES, (READABLE,)),
    *product((Token.BORDER, Token.ACCENT, Token.FOCUS, Token.ERROR_EDGE), WORK_SURFACES, (VISIBLE,)),
    *product((Token.ON_ACCENT,), (Token.ACCENT, Token.ACCENT_HOVER), (READABLE,)),
    *product((Token.SELECTED_TEXT, Token.SELECTED_MUTED), (Token.SELECTED,), (READABLE,)),
    *product((Token.ACCENT_HOVER,), WORK_SURFACES, (READABLE,)),
    *((status.text, status.fill, READABLE) for status in Status),
    *((Token.TEXT, status.fill, READABLE) for status in Status),
    *((Token.LINK, status.fill, READABLE) for status in Status),
    *((status.text, Token.BASE, READABLE) for status in Status),
    *((status.text, Token.WINDOW, READABLE) for status in Status),
    *((status.mark, Token.BASE, VISIBLE) for status in Status),
    *((status.mark, status.fill, VISIBLE) for status in Status),
]


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_of_contrast_is_that_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_every_pair_of_colours_in_use_has_the_contrast_it_needs(palette: Palette) -> None:
    lacking = [
        f"{front} on {behind}: {contrast(palette[front], palette[behind]):.2f}"
        for front, behind, least in PAIRS
        if contrast(palette[front], palette[behind]) < least
    ]

    assert lacking == []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_a_selected_row_is_told_by_its_bar_and_not_by_its_fill(palette: Palette) -> None:
    assert contrast(palette[Token.SELECTED], palette[Token.BASE]) < VISIBLE
    assert contrast(palette[Token.ACCENT], palette[Token.SELECTED]) >= VISIBLE
    assert contrast(palette[Token.FOCUS], palette[Token.SELECTED]) >= VISIBLE


@pytest.mark.parametrize("palette", [BLACK, WHITE], ids=("black", "white"))
def test_in_high_contrast_a_selected_row_is_told_by_its_fill(palette: Palette) -> None:
    assert contrast(palette[Token.SELECTED], palette[Token.BASE]) >= VISIBLE


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_a_palette_has_a_colour_for_every_token(palette: Palette) -> None:
    assert set(palette.colours) == set(Token)
    assert all(len(palette[token]) == 7 and palette[token].startswith("#") for token in Token)


def test_statuses_differ_in_the_shape_of_their_icon() -> None:
    assert len({status.icon for status in Status}) == len(Status)


def test_high_contrast_uses_the_colours_of_the_system_only() -> None:
    assert set(BLACK.colours.values()) == {"#000000", "#FFFFFF", "#1AEBFF", "#FFFF00"}
