"""In what a form of master data differs from what is saved, in words."""

from collections.abc import Callable, Iterator, Mapping

from desktop_app.domain.case import MoveDirection, OfferKind, ReadinessKind, SupportKind, TargetGroup
from desktop_app.domain.case_checks import CaseField, Column
from desktop_app.domain.citizen import Sex
from desktop_app.domain.household import HouseholdRole
from desktop_app.presenters.case_form import LEAVES_HOUSEHOLD, YES, CaseForm, Rows, TypedRow
from desktop_app.presenters.case_form_texts import column_label, field_label
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.field_words import (
    household_role_text,
    language_text,
    move_text,
    nationality_text,
    offer_kind_text,
    readiness_text,
    sex_text,
    support_text,
    target_group_text,
)
from desktop_app.translation import _, capitalised


def form_differences(form: CaseForm) -> list[Difference]:
    """Return a line for each field and each part that was changed; a protected address is shown as in the form."""
    texts = [
        Difference(field_label(key), _or_dash(shown_text(key, form.texts_before[key])), _or_dash(shown_text(key, text)))
        for key, text in form.texts.items()
    ]
    rows = [
        Difference(field_label(part), _or_dash(_rows(part, form.rows_before[part])), _or_dash(_rows(part, rows)))
        for part, rows in form.rows.items()
    ]
    return texts + rows


def shown_text(key: str, value: str) -> str:
    """Return what a field holds as one reads it: a choice by its words, a box as yes or no, a date as it was typed."""
    if key in _BOXES:
        return _("Yes") if value == YES else _("No")
    return capitalised(_WORDS[key](value)) if value and key in _WORDS else value


def kind_text(part: CaseField, kind: str) -> str:
    """Return the words for a kind of record, nothing while none is chosen."""
    return capitalised(_KINDS[part](kind)) if kind else ""


_BOXES = frozenset({CaseField.PROTECTED_ADDRESS, CaseField.APPLIED_IN_DENMARK, LEAVES_HOUSEHOLD})
_WORDS: Mapping[str, Callable[[str], str]] = {
    CaseField.SEX: lambda value: sex_text(Sex(value)),
    CaseField.NATIONALITY: nationality_text,
    CaseField.LANGUAGES: language_text,
    CaseField.INTERPRETER: language_text,
    CaseField.TARGET_GROUP: lambda value: target_group_text(TargetGroup(value)),
    CaseField.ROLE: lambda value: household_role_text(HouseholdRole(value)),
}
_KINDS: Mapping[CaseField, Callable[[str], str]] = {
    CaseField.SUPPORT: lambda kind: support_text(SupportKind(kind)),
    CaseField.READINESS: lambda kind: readiness_text(ReadinessKind(kind)),
    CaseField.MOVES: lambda kind: move_text(MoveDirection(kind)),
    CaseField.OFFERS: lambda kind: offer_kind_text(OfferKind(kind)),
}


def _rows(part: CaseField, rows: Rows) -> str:
    return "; ".join(", ".join(_cells(part, row)) for row in rows)


def _cells(part: CaseField, row: TypedRow) -> Iterator[str]:
    for column, text in row.texts.items():
        if column is Column.KIND:
            yield kind_text(part, text)
        elif column is Column.APPROVED:
            if text == YES:
                yield _("approved")
        elif text.strip():
            yield f"{column_label(part, column)} {text}"


def _or_dash(text: str) -> str:
    return text or "–"
