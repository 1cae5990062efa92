"""The guide and the README show what there is: pictures that exist, links that lead somewhere, commands that run."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from desktop_app.cli.program import app

CHECKOUT = Path(__file__).resolve().parent.parent
PAGES = [
    CHECKOUT / "README.md",
    CHECKOUT / "docs" / "guide.md",
    CHECKOUT / "docs" / "law.md",
    CHECKOUT / "docs" / "data-protection.md",
]
PICTURES = CHECKOUT / "docs" / "pictures"


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def files_linked(page: Path) -> list[Path]:
    targets = re.findall(r"\]\(([^)#\s]+)\)", text_of(page))
    return [page.parent / target for target in targets if "://" not in target]


def anchor_of(heading: str) -> str:
    """Return the anchor a heading is given on the project's page."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    assert [link for link in files_linked(page) if not link.is_file()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_a_page_leads_to_a_heading(page: Path) -> None:
    headings = {anchor_of(heading) for heading in re.findall(r"^#+ (.+)$", text_of(page), re.MULTILINE)}

    assert set(re.findall(r"\]\(#([^)]+)\)", text_of(page))) <= headings


def test_every_picture_is_shown() -> None:
    shown = {link.resolve() for page in PAGES for link in files_linked(page)}

    assert [picture.name for picture in PICTURES.iterdir() if picture.resolve() not in shown] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_shown_is_one_of_the_program(page: Path) -> None:
    commands = set(getattr(get_command(app), "commands", {}))

    shown = set(re.findall(r"^enplan ([a-z][a-z-]*)", text_of(page), re.MULTILINE))

    assert shown
    assert shown <= commands


def test_the_guide_shows_every_command() -> None:
    commands = set(getattr(get_command(app), "commands", {})) - {"tour"}

    assert commands <= set(re.findall(r"\benplan ([a-z][a-z-]*)", text_of(CHECKOUT / "docs" / "guide.md")))
