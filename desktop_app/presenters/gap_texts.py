"""Mangler in words: what is missing, and why it matters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.case import Case
from desktop_app.domain.completeness import SECTIONS
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.decision_texts import decision_text
from desktop_app.presenters.field_words import plan_part_text
from desktop_app.presenters.mending_places import Place, place_of
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _, long_date


class Weight(StrEnum):
    """How a gap is marked: it stops something, or it is worth knowing."""

    WARNING = "soon"
    INFORMATION = "none"


@dataclass(frozen=True, slots=True)
class GapText:
    """A gap on the page of its case: a title, the reason below it, how it is marked, where it is mended if anywhere."""

    title: str
    reason: str
    weight: Weight
    place: Place | None


def gap_text(gap: Gap, case: Case, rulebook: Rulebook) -> GapText:
    """Return what there is to say of a gap of a case."""
    weight = Weight.INFORMATION if gap.kind in _INFORMATION else Weight.WARNING
    title, reason = gap_words(gap, rulebook)
    decision = next((one for one in case.decisions if one.id == gap.record), None)
    if decision:  # it stands nowhere else on the page, and is about to be taken away
        reason = f"{reason} {decision_text(decision)}"
    return GapText(title, reason, weight, place_of(gap, case))


def gap_words(gap: Gap, rulebook: Rulebook) -> tuple[str, str]:
    """Return what is missing, and why it matters."""
    title, reason = _TEXTS[gap.kind]()
    on = long_date(gap.on) if gap.on else ""
    part = plan_part_text(gap.part) if gap.part else ""
    section = SECTIONS[gap.part] if gap.part else ""
    duty = duty_name(rulebook.duties[gap.duty]) if gap.duty else ""
    return title.format(date=on, part=part, duty=duty), reason.format(date=on, section=section)


def gap_kind_text(kind: GapKind) -> str:
    """Return what a kind of gap is called where no single one is spoken of."""
    general = _KINDS.get(kind)
    return general() if general else _TEXTS[kind]()[0]


_INFORMATION = frozenset(
    {
        GapKind.NO_CPR,
        GapKind.CPR_REPLACEMENT,
        GapKind.NO_LANGUAGE,
        GapKind.STRAY_SPACES,
        GapKind.TAKEOVER_NOT_ON_WORKING_DAY,
        GapKind.FOLLOW_UP_BEFORE_CONTRACT,
    }
)

_TEXTS: Mapping[GapKind, Callable[[], tuple[str, str]]] = {
    GapKind.NO_TAKEOVER: lambda: (
        _("Date of takeover of responsibility"),
        _("No deadline can be calculated before it is filled in."),
    ),
    GapKind.NO_CLOCK_FOR_TAKEOVER: lambda: (
        _("Decision on allocation, permit or registration"),
        _("One of the dates is needed to propose a takeover."),
    ),
    GapKind.DECIDED_ON_THE_FIRST: lambda: (
        _("Date of takeover after a decision on the first of a month"),
        _("The law does not say whether that month counts (§ 4, stk. 2). Ask the Immigration Service."),
    ),
    GapKind.NO_CONTRACT: lambda: (
        _("Signed contract"),
        _("The deadline was {date} (§ 19, stk. 1). Follow-ups count from the signature."),
    ),
    GapKind.DRAFT_NOT_SIGNED: lambda: (
        _("The plan is still a draft"),
        _("The deadline was {date} (§ 19, stk. 1). Follow-ups count from the signature."),
    ),
    GapKind.NO_READINESS: lambda: (
        _("Readiness assessment"),
        _("The deadline was {date} (§ 17, stk. 2). Follow-ups count from it (§ 20, stk. 1)."),
    ),
    GapKind.NO_PROGRAMME_START: lambda: (
        _("Start of the programme"),
        _("The deadline was {date} (§ 16). The revision of the contract after a year counts from it."),
    ),
    GapKind.LEAVE_WITHOUT_END: lambda: (
        _("Last day of the parental leave"),
        _("The next follow-up is due when the leave that began on {date} ends."),
    ),
    GapKind.NO_BIRTH_DATE: lambda: (
        _("Birth date"),
        _("Until it is known, the citizen is treated as an adult."),
    ),
    GapKind.NO_CPR: lambda: (_("The case lacks a CPR number"), _("Newcomers can lack one at first.")),
    GapKind.CPR_NO_DATE: lambda: (
        _("The first six digits of the CPR number are not a valid date"),
        _("Check the number against the papers."),
    ),
    GapKind.CPR_REPLACEMENT: lambda: (
        _("The number looks like a replacement number"),
        _("Replace it when the citizen has a CPR number."),
    ),
    GapKind.CPR_OTHER_BIRTH_DATE: lambda: (
        _("The CPR number and the birth date differ"),
        _("One of them is wrong. Adulthood and deadlines follow the birth date."),
    ),
    GapKind.NO_CASEWORKER: lambda: (_("Responsible caseworker"), _("Nobody has the case's deadlines on their list.")),
    GapKind.NO_LANGUAGE: lambda: (_("Language"), _("It decides which interpreter is booked.")),
    GapKind.STRAY_SPACES: lambda: (
        _("Stray spaces in names or address"),
        _("Search finds the citizen all the same; the paper shows them."),
    ),
    GapKind.TAKEOVER_BEFORE_ALLOCATION: lambda: (
        _("The takeover on {date} lies before the decision on allocation"),
        _("One of the dates is wrong, or it was agreed with the citizen's consent."),
    ),
    GapKind.TAKEOVER_NOT_ON_WORKING_DAY: lambda: (
        _("The takeover on {date} was not on a working day"),
        _("Responsibility passes on a working day, unless something else was agreed."),
    ),
    GapKind.CONTRACT_BEFORE_TAKEOVER: lambda: (
        _("The contract was signed on {date}, before the takeover"),
        _("Only refugees may sign before. One of the dates is wrong (§ 19, stk. 2)."),
    ),
    GapKind.ONE_SIGNATURE: lambda: (
        _("Only one of the parties has signed the contract"),
        _("One signature is dated {date}. Both must sign (§ 19, stk. 1)."),
    ),
    GapKind.READY_NOT_SIGNED: lambda: (
        _("The plan is ready and not signed"),
        _("Ready since {date}. Both must sign (§ 19, stk. 1)."),
    ),
    GapKind.NO_DECLARATION: lambda: (
        _("Residence and self-support declaration"),
        _("It is signed together with the contract of {date} (§ 19, stk. 1)."),
    ),
    GapKind.NO_SIGNATURE_SCAN: lambda: (
        _("Scan of the signed contract"),
        _("Signed on {date}. Without the scan the case cannot show the signatures."),
    ),
    GapKind.SIGNED_INCOMPLETE: lambda: (
        _("{part} is missing in the signed contract"),
        _("Signed on {date} · integrationsloven {section}"),
    ),
    GapKind.NO_DEPARTMENT: lambda: (
        _("Coordinating department"),
        _("It is named in every case (§ 19 a) and stands in the contract (§ 19, stk. 6)."),
    ),
    GapKind.NO_REASON_FOR_DELAY: lambda: (
        _("Reason for the delay: {duty}"),
        _("The deadline was {date}. Write why it was not kept."),
    ),
    GapKind.DECISION_DOES_NOT_FIT: lambda: (
        _("Decision that no longer fits: {duty}"),
        _("It is about the deadline on {date}, which now has another date. Record it anew if it still holds."),
    ),
    GapKind.TALK_WITHOUT_NOTE: lambda: (
        _("Note on the follow-up on {date}"),
        _("The case must show what the talk was about (offentlighedsloven § 13)."),
    ),
    GapKind.TALK_WITHOUT_TOPICS: lambda: (
        _("Topics of the follow-up on {date}"),
        _("The talk must be about all four topics (§ 20, stk. 3)."),
    ),
    GapKind.INTERPRETER_UNRECORDED: lambda: (
        _("Interpreter at the follow-up on {date}"),
        _("The citizen needs one. Add who interpreted, or that nobody did."),
    ),
    GapKind.FOLLOW_UP_BEFORE_CONTRACT: lambda: (
        _("The follow-up on {date} lies before the contract"),
        _("It does not count as follow-up on the contract."),
    ),
    GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS: lambda: (
        _("A period ends on {date}, before it begins"),
        _("One of the two dates is wrong."),
    ),
    GapKind.PERIODS_OVERLAP: lambda: (
        _("Two periods share days"),
        _("The earlier one can end on {date} at the latest."),
    ),
}

_KINDS: Mapping[GapKind, Callable[[], str]] = {
    GapKind.SIGNED_INCOMPLETE: lambda: _("Content of a signed contract"),
    GapKind.NO_REASON_FOR_DELAY: lambda: _("Reason for a delay"),
    GapKind.DECISION_DOES_NOT_FIT: lambda: _("Decision about a deadline that no longer fits"),
    GapKind.TALK_WITHOUT_NOTE: lambda: _("Note on a follow-up"),
    GapKind.TALK_WITHOUT_TOPICS: lambda: _("Topics of a follow-up"),
    GapKind.INTERPRETER_UNRECORDED: lambda: _("Interpreter at a follow-up"),
    GapKind.TAKEOVER_BEFORE_ALLOCATION: lambda: _("Takeover before the decision on allocation"),
    GapKind.CONTRACT_BEFORE_TAKEOVER: lambda: _("Contract signed before the takeover"),
    GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS: lambda: _("Period that ends before it begins"),
}
