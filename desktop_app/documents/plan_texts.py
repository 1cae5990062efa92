"""The sections made of texts of legal weight: rights and duties, and the review with an interpreter."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.documents.page_flow import Strip
from desktop_app.documents.parts import Said
from desktop_app.documents.plan_section import Section
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import BODY, MM
from desktop_app.documents.tables import LabelledValue, set_values
from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedText

UNAPPROVED = "Udkast, ikke juridisk godkendt"


def rights_section(snapshot: PlanSnapshot) -> Section | None:
    """Return the section on rights and duties, or None without texts."""
    return _section("Rettigheder og pligter", snapshot.rights)


def interpreting_section(snapshot: PlanSnapshot) -> Section | None:
    """Return the section on interpreting, or None without texts."""
    return _section("Tolkning", snapshot.interpreting)


def _section(title: str, texts: Sequence[PrintedText]) -> Section | None:
    if not texts:
        return None
    return Section(title=title, fill=_Texts(texts), needs=42 * MM, remark=approval_remark(texts))


def approval_remark(texts: Sequence[PrintedText]) -> str | None:
    """Return what is said beside the heading of texts some of which nobody has approved."""
    return None if all(text.approved for text in texts) else UNAPPROVED


def text_row(text: PrintedText) -> LabelledValue:
    """Return a text under its heading, marked in the margin unless somebody has approved it."""
    return LabelledValue(text.heading, [Said(text.text.strip(), BODY)], None if text.approved else UNAPPROVED)


@dataclass(frozen=True, slots=True)
class _Texts:
    texts: Sequence[PrintedText]

    def __call__(self, section: Element, name: str) -> list[Strip]:
        return set_values(section, name, [text_row(text) for text in self.texts])
