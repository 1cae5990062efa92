"""Whatever is typed in whatever field of the window: it can be kept, or it is refused at its field with a sentence.

Each form tells its own fields, so a new one is tried without anybody thinking of it; the last test asks every presenter
that says what is wrong at a field to stand in the table.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop_app.presenters
from desktop_app.domain.control_characters import holds_control
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.typed_text import unkept_text
from tests.presenters.hostile_forms import FORMS, WITHOUT_TEXT

HOSTILE = {
    "half a character": "a\ud800b",
    "NUL": "a\x00b",
    "a bell": "a\x07b",
    "escapes of a terminal": "\x1b[31mrød",
    "a separator of records": "a\x1eb",
    "delete": "a\x7fb",
    "a control character of the upper half": "a\x9bb",
}
"""What no text can hold."""

KEPT = {
    "markup": "<b>&amp;</b>",
    "a formula": "=1+1",
    "emoji": "a😀b",
    "Chinese": "中文",
    "mixed directions": "ريما (abc) 12 \u202e שלום",
    "a joiner": "می\u200cخواهم",
    "a no-break space": "a\u00a0b",
    "private use": "a\ue000b",
    "a tab from a spreadsheet": "a\tb",
}
"""What is odd and kept as it was typed."""


@pytest.mark.parametrize("name", FORMS)
def test_what_no_text_can_hold_is_refused_at_every_field(name: str, rulebook: Rulebook) -> None:
    form = FORMS[name](rulebook)
    typed_in = [field for field in form.fields if field not in form.not_typed]

    taken = [(field, kind) for field in typed_in for kind, text in HOSTILE.items() if not form.said(field, text)]

    assert typed_in
    assert taken == []


@pytest.mark.parametrize("name", FORMS)
def test_what_is_odd_and_can_be_kept_is_never_refused_for_its_characters(name: str, rulebook: Rulebook) -> None:
    form = FORMS[name](rulebook)
    typed_in = [field for field in form.fields if field not in form.not_typed]

    refused = [
        (field, kind) for field in typed_in for kind, text in KEPT.items() if form.said(field, text) == unkept_text()
    ]

    assert refused == []


def test_the_sentence_says_what_is_wrong_why_and_what_to_do() -> None:
    assert unkept_text() == "Teksten indeholder usynlige tegn, som ikke kan gemmes. Slet dem, eller skriv teksten igen."


@pytest.mark.parametrize("text", HOSTILE.values())
def test_what_is_refused_is_what_no_file_may_bring_in_either(text: str) -> None:
    assert holds_control(text)


def test_no_presenter_that_says_what_is_wrong_at_a_field_is_forgotten() -> None:
    known = {name.split(", ")[0].rpartition(".")[2] for name in FORMS} | set(WITHOUT_TEXT)

    assert set(presenters_of_fields()) == known


def presenters_of_fields() -> Iterator[str]:
    """Yield every presenter that calls a view to say what is wrong at its fields."""
    for module in sorted(Path(desktop_app.presenters.__path__[0]).glob("*.py")):
        for found in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(found, ast.ClassDef) and found.name.endswith("Presenter"):
                called = {node.attr for node in ast.walk(found) if isinstance(node, ast.Attribute)}
                if called & {"show_problem", "show_problems"}:
                    yield found.name
