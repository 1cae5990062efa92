"""The form of a signing as it is typed: dates that are the same stay the same until one of them is changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from desktop_app.domain.plan import NoSignature, Unsigned
from desktop_app.domain.signing import Signing, SigningField
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
from desktop_app.presenters.typed_text import text_problems

FOLLOWS_CITIZEN = (SigningField.MUNICIPALITY, SigningField.DECLARATION)
"""What is usually signed at the same table on the same day."""

_DATES = (SigningField.CITIZEN, SigningField.MUNICIPALITY, SigningField.INTERPRETER, SigningField.DECLARATION)


class CitizenSigned(StrEnum):
    """Whether the citizen signed; `DECIDED` as in `domain.plan.NoSignature`."""

    SIGNED = "signed"
    UNWILLING = "unwilling"
    UNABLE = "unable"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignForm:
    """Every field as it is typed. `own` names the dates that were typed by themselves and follow no other."""

    how: CitizenSigned = CitizenSigned.SIGNED
    citizen: str = ""
    reason: str = ""
    municipality: str = ""
    interpreter: str = ""
    declaration: str = ""
    own: frozenset[SigningField] = frozenset()

    def with_field(self, field: SigningField, text: str) -> "SignForm":
        """Return the form with a field typed, and what follows it."""
        changed: dict[str, Any] = {field.value: text}
        if field is SigningField.CITIZEN:
            changed |= {other.value: text for other in FOLLOWS_CITIZEN if other not in self.own}
        return replace(self, **changed, own=self.own | {field})

    def with_choice(self, how: CitizenSigned) -> "SignForm":
        """Return the form with whether the citizen signed; who does not sign has signed no declaration either."""
        declaration = self.declaration
        if SigningField.DECLARATION not in self.own:
            declaration = self.citizen if how is CitizenSigned.SIGNED else ""
        return replace(self, how=how, declaration=declaration)

    def to_json(self) -> dict[str, Any]:
        """Return everything typed as JSON."""
        fields = {field.value: getattr(self, field.value) for field in SigningField}
        return fields | {"how": self.how.value, "own": sorted(field.value for field in self.own)}


def sign_form_from_json(content: Mapping[str, Any]) -> SignForm:
    """Read back what `SignForm.to_json` wrote."""
    fields = {field.value: content[field.value] for field in SigningField}
    own = frozenset(SigningField(name) for name in content["own"])
    return SignForm(how=CitizenSigned(content["how"]), own=own, **fields)


def read_signing(form: SignForm, today: date) -> tuple[Signing, dict[SigningField, str]]:
    """Return what the form means, and a sentence for each date that cannot be read; such a date is None."""
    days: dict[SigningField, date | None] = {}
    problems: dict[SigningField, str] = {}
    for field in _DATES:
        try:
            days[field] = read_date(getattr(form, field.value), today, looks_back=True)
        except DateNotRead as error:
            days[field] = None
            problems[field] = date_error_text(error)
    signed = form.how is CitizenSigned.SIGNED
    if not signed:
        problems.pop(SigningField.CITIZEN, None)
        problems |= text_problems({SigningField.REASON: form.reason})
    signing = Signing(
        citizen=days[SigningField.CITIZEN]
        if signed
        else Unsigned(why=NoSignature(form.how.value), reason=form.reason.strip()),
        municipality_on=days[SigningField.MUNICIPALITY],
        interpreter_on=days[SigningField.INTERPRETER],
        declaration_on=days[SigningField.DECLARATION],
    )
    return signing, problems
