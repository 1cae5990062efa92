"""What can be wrong with a text somebody typed or pasted, and what of it the paper cannot show."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from desktop_app.domain.control_characters import holds_control
from desktop_app.translation import _

Key = TypeVar("Key")


def text_problem(text: str, nothing: str = "") -> str:
    """Return what is wrong with a text, empty when nothing is; `nothing` is said of one that is blank."""
    if holds_control(text):
        return unkept_text()
    return "" if text.strip() else nothing


def text_problems(texts: Mapping[Key, str]) -> dict[Key, str]:
    """Return what is wrong at each field whose text cannot be kept."""
    return {field: problem for field, text in texts.items() if (problem := text_problem(text))}


def unkept_text() -> str:
    """Return what is said of a text that cannot be kept."""
    return _("The text holds invisible characters that cannot be kept. Delete them, or type the text again.")


def one_line(text: str) -> str:
    """Return a text in one line without stray spaces; one that cannot be kept stays as it is, to be refused."""
    return text if holds_control(text) else " ".join(text.split())


def paper_remark(field: str, text: str, can_show: Callable[[str], bool]) -> str:
    """Return that the paper cannot show every character of a field, empty when it can; the text is kept all the same.

    A text that cannot be kept is none of them: that is said instead.
    """
    if holds_control(text) or can_show(text):
        return ""
    return _("The paper cannot show every character in »{field}«. A mark is printed in their place.").format(
        field=field
    )
