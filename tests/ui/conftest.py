"""One application for all tests of the user interface, put back to its first looks after each."""

from collections.abc import Iterator

import pytest

from desktop_app import translation
from desktop_app.ui.qt_application import PlanApplication
from desktop_app.ui.theme import ColourChoice, Theme


@pytest.fixture(scope="session")
def qapp_cls() -> type[PlanApplication]:
    return PlanApplication


@pytest.fixture
def theme(qapp: PlanApplication) -> Iterator[Theme]:
    yield qapp.theme
    qapp.theme.choose_text_scale(100)
    if qapp.theme.colour_choice is not ColourChoice.SYSTEM:
        qapp.theme.choose_colours(ColourChoice.SYSTEM)


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    translation.set_language(translation.DANISH)
    yield
    translation.set_language(translation.DANISH)
