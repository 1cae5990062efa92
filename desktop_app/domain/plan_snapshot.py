"""The frozen content of a printed plan: what was known, and what the texts said, on the day it was made.

A document is drawn from a snapshot and from nothing else, so equal snapshots give equal bytes and a signed plan never
changes with the data behind it. The canonical JSON of a snapshot has one SHA-256, of which the first sixteen digits
stand on every page.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any, Self

from desktop_app.domain.logo import Logo

CONTROL_CODE_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedMunicipality:
    """The municipality as the letterhead and the section on the parties name it.

    The JSON of a snapshot names the logo by its SHA-256; whoever reads one back puts in the bytes (`with_logo`).
    """

    name: str
    team: str
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    privacy_contact: str | None = None
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCitizen:
    """The citizen as printed. With `protected_address` the address fields are None: they never enter a snapshot."""

    name: str
    native_name: str | None = None
    cpr: str | None = None
    birth_date: date | None = None
    address: str | None = None
    postal_code: str | None = None
    city: str | None = None
    protected_address: bool = False
    nationality: str | None = None
    target_group: str = ""
    languages: tuple[str, ...] = ()
    interpreter_language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedGoal:
    """A goal; `kind` is a value of `GoalKind`, `part_of` the place, from 1, of the goal this one is a step towards."""

    kind: str
    text: str
    target_on: date | None = None
    achieved_on: date | None = None
    measure: str | None = None
    part_of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedActivity:
    """An activity; `kind` is a value of `ActivityKind`, `in_contract` tells the contract part from the plan part."""

    kind: str
    text: str
    in_contract: bool
    provider: str | None = None
    department: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    hours_per_week: float | None = None
    responsible: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedText:
    """A text of legal weight, in full; unless `approved`, the paper says that nobody has checked it."""

    heading: str
    text: str
    approved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedAssessment:
    """The overall assessment. Without consent `health` is None: what is written of it never enters a snapshot."""

    education: str | None = None
    work: str | None = None
    family: str | None = None
    health: str | None = None
    health_consent_on: date | None = None
    network: str | None = None
    housing: str | None = None
    asylum_phase: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCommitment:
    """What a party has taken upon itself; `party` is a value of `Party`, `who` names one of the others."""

    party: str
    text: str
    who: str | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedEducationOrder:
    """The order to take an education, § 16 a."""

    given_on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDecision:
    """That the municipality has decided the content: why, and the texts on what that is and how to complain."""

    reason: str
    texts: tuple[PrintedText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSnapshot:
    """All a printed plan says. Dates of the law are computed when the snapshot is made and stand as facts here.

    `dated_on` is the day of the later signature, before that the day the plan was made ready, or for a draft the day it
    was made. `legal_basis` names act and order in the genitive, as in "integrationslovens § 19". `next_follow_up_on` is
    the last working day for the next one. `unsigned` is a value of `NoSignature` and stands in the place of the
    citizen's signature; the reason is on the case, not on paper, but for a `decision`. `annulled_on` is the day a
    signature that was registered by mistake was annulled.
    """

    case_number: str
    plan_number: int
    draft: bool
    dated_on: date
    legal_basis: str
    municipality: PrintedMunicipality
    citizen: PrintedCitizen
    caseworker: str | None = None
    coordinating_department: str | None = None
    allocation_decided_on: date | None = None
    takeover_on: date | None = None
    contract_due_on: date | None = None
    signed_by_citizen_on: date | None = None
    signed_by_municipality_on: date | None = None
    declaration_signed_on: date | None = None
    goals: tuple[PrintedGoal, ...] = ()
    activities: tuple[PrintedActivity, ...] = ()
    next_follow_up_on: date | None = None
    follow_up_standard: str | None = None
    revision_due_on: date | None = None
    programme_ends_on: date | None = None
    rights: tuple[PrintedText, ...] = ()
    interpreting: tuple[PrintedText, ...] = ()
    fictional: bool = False
    language: str = "da"
    signed_by_interpreter_on: date | None = None
    unsigned: str | None = None
    annulled_on: date | None = None
    assessment: PrintedAssessment | None = None
    education_order: PrintedEducationOrder | None = None
    commitments: tuple[PrintedCommitment, ...] = ()
    decision: PrintedDecision | None = None

    @property
    def signed_on(self) -> date | None:
        """The day the plan was concluded, None while a signature is missing."""
        if self.signed_by_municipality_on is None or not (self.signed_by_citizen_on or self.unsigned):
            return None
        return max(self.signed_by_citizen_on or date.min, self.signed_by_municipality_on)

    def to_json(self) -> str:
        """Return the canonical JSON: sorted keys, no spaces, dates as ISO text, hours as decimal numbers.

        What snapshots could not say at first is left out where it says nothing, so that those of earlier versions of
        the program keep their bytes and their checksum.
        """
        content = asdict(self)
        logo = self.municipality.logo
        content["municipality"]["logo"] = logo.sha256 if logo else None
        content["municipality"] = _without_silence(content["municipality"], _LETTERHEAD_SAYS_LATER)
        for activity in content["activities"]:
            if activity["hours_per_week"] is not None:
                activity["hours_per_week"] += 0.0  # 15 and 15.0 are equal, and so are 0.0 and -0.0
        for part in ("goals", "activities"):
            content[part] = [_without_silence(said, _PARTS_SAY_LATER) for said in content[part]]
        return json.dumps(
            _without_silence(content, _ADDED_LATER),
            ensure_ascii=False,
            allow_nan=False,
            sort_keys=True,
            separators=(",", ":"),
            default=date.isoformat,
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read back what `to_json` wrote, in this version of the program or an earlier one; a logo has no bytes yet.

        Raises:
            KeyError, TypeError, ValueError: the text is not a snapshot.
        """
        content = _object(json.loads(text))
        return cls(
            **{name: _dated(name, value) for name, value in content.items() if name not in _PARTS},
            municipality=_municipality(content["municipality"]),
            citizen=PrintedCitizen(**_read(content["citizen"])),
            goals=tuple(PrintedGoal(**_read(goal)) for goal in content["goals"]),
            activities=tuple(PrintedActivity(**_read(activity)) for activity in content["activities"]),
            rights=tuple(PrintedText(**text) for text in content["rights"]),
            interpreting=tuple(PrintedText(**text) for text in content["interpreting"]),
            assessment=PrintedAssessment(**_read(content["assessment"])) if "assessment" in content else None,
            education_order=_education_order(content["education_order"]) if "education_order" in content else None,
            commitments=tuple(PrintedCommitment(**_read(one)) for one in content.get("commitments", ())),
            decision=_decision(content["decision"]) if "decision" in content else None,
        )

    def with_logo(self, content: bytes) -> Self:
        """Return the snapshot with the bytes of the logo it names.

        Raises:
            ValueError: it names none, or another.
        """
        logo = self.municipality.logo
        if logo is None or sha256(content).hexdigest() != logo.sha256:
            raise ValueError("not the logo of the snapshot")
        return replace(self, municipality=replace(self.municipality, logo=replace(logo, content=content)))

    @property
    def sha256(self) -> str:
        """The hexadecimal SHA-256 of the canonical JSON."""
        # Half a character, as somebody may have typed it, has a sum like any other.
        return sha256(self.to_json().encode(errors="surrogatepass")).hexdigest()

    @property
    def control_code(self) -> str:
        """The first sixteen digits of the SHA-256 in groups of four, as printed on every page."""
        digits = self.sha256[:CONTROL_CODE_DIGITS].upper()
        return " ".join(digits[start : start + 4] for start in range(0, CONTROL_CODE_DIGITS, 4))


_PARTS_ADDED_LATER = frozenset({"assessment", "education_order", "commitments", "decision"})
_ADDED_LATER = _PARTS_ADDED_LATER | {"signed_by_interpreter_on", "unsigned", "annulled_on"}
_PARTS_SAY_LATER = frozenset({"measure", "part_of", "responsible"})
_LETTERHEAD_SAYS_LATER = frozenset({"logo"})
_PARTS = _PARTS_ADDED_LATER | {"municipality", "citizen", "goals", "activities", "rights", "interpreting"}


def _without_silence(said: Mapping[str, Any], added_later: frozenset[str]) -> dict[str, Any]:
    """Return what is said, without what could not be said at first and says nothing."""
    return {name: value for name, value in said.items() if name not in added_later or value not in (None, ())}


def _municipality(value: Any) -> PrintedMunicipality:  # noqa: ANN401 - JSON holds anything
    said = _read(value)
    named = said.pop("logo", None)
    return PrintedMunicipality(**said, logo=Logo(sha256=named, content=b"") if named else None)


def _education_order(value: Any) -> PrintedEducationOrder:  # noqa: ANN401 - JSON holds anything
    return PrintedEducationOrder(**_read(value))


def _decision(value: Any) -> PrintedDecision:  # noqa: ANN401 - JSON holds anything
    content = _object(value)
    return PrintedDecision(**{**content, "texts": tuple(PrintedText(**text) for text in content["texts"])})


def _object(value: Any) -> Mapping[str, Any]:  # noqa: ANN401 - JSON holds anything
    if not isinstance(value, dict):
        raise TypeError(type(value).__name__)
    return value


def _read(value: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON holds anything
    return {name: _dated(name, inner) for name, inner in _object(value).items()}


def _dated(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON holds anything; the dataclass says what it must be
    if isinstance(value, list):
        return tuple(value)
    if value is not None and (name.endswith("_on") or name == "birth_date"):
        return date.fromisoformat(value)
    return value
