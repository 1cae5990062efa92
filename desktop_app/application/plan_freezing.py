"""Builds the snapshot a plan is printed from: what is known, what the law says, and the texts of the plan's date."""

from dataclasses import dataclass, field, replace
from datetime import date

from desktop_app.application.plan_outlook import outlook_of
from desktop_app.application.printed_content import (
    printed_activities,
    printed_assessment,
    printed_commitments,
    printed_education_order,
    printed_goals,
)
from desktop_app.application.printed_parties import printed_citizen, printed_municipality
from desktop_app.domain.case import Case
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.duties import DutyId
from desktop_app.domain.full_week import FullWeeks
from desktop_app.domain.legal_texts import DECIDED_BY_MUNICIPALITY, RIGHTS_AND_DUTIES, LegalTexts, TextId
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan import NoSignature, Plan, Unsigned
from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedDecision, PrintedText
from desktop_app.domain.rulebook import NoRuleInForce, Rulebook


@dataclass(frozen=True, slots=True)
class PlanLaw:
    """The rules and texts a plan is written and printed by."""

    rulebook: Rulebook
    texts: LegalTexts
    full_weeks: FullWeeks = field(default_factory=FullWeeks)


def snapshot_of(plan: Plan, case: Case, municipality: Municipality, law: PlanLaw, today: date) -> PlanSnapshot:
    """Return the snapshot of a plan: of its signature, of the day it was made ready, or a draft of `today`.

    Until it is signed, its dates are those that follow if it is signed on that day. The texts are those of the paper
    that is signed: of the day the plan was made ready, or of the signature where that came first. An annulled version
    is as it was signed. A protected address never enters a snapshot, nor does what is written of health without consent
    by the day of that paper.
    """
    as_signed = replace(plan, annulment=None)
    dated_on = as_signed.signed_on or plan.ready_on or today
    outlook = outlook_of(as_signed, case, law.rulebook, dated_on)
    writer = _Texts(law, case, municipality, min(dated_on, plan.ready_on or dated_on))
    return PlanSnapshot(
        case_number=case.case_number,
        plan_number=plan.number,
        draft=as_signed.signed_on is None and plan.ready_on is None,
        dated_on=dated_on,
        legal_basis=writer.text(TextId.LEGAL_BASIS),
        municipality=printed_municipality(municipality),
        citizen=printed_citizen(case),
        caseworker=case.responsible_caseworker,
        coordinating_department=case.coordinating_department,
        allocation_decided_on=case.allocation_decided_on,
        takeover_on=case.takeover_on,
        contract_due_on=outlook.due_on(DutyId.CONTRACT_SIGNED),
        signed_by_citizen_on=plan.signed_by_citizen_on,
        signed_by_municipality_on=plan.signed_by_municipality_on,
        declaration_signed_on=plan.declaration_signed_on,
        goals=printed_goals(plan.goals),
        activities=printed_activities(plan.activities),
        next_follow_up_on=outlook.next_follow_up_on,
        follow_up_standard=writer.follow_up_standard(),
        revision_due_on=outlook.due_on(DutyId.CONTRACT_REVISED_AFTER_ONE_YEAR),
        programme_ends_on=outlook.programme_ends_on,
        rights=tuple(printed for text_id in RIGHTS_AND_DUTIES if (printed := writer.printed(text_id))),
        interpreting=writer.interpreting(),
        fictional=municipality.fictional,
        signed_by_interpreter_on=plan.signed_by_interpreter_on,
        unsigned=plan.unsigned.why if plan.unsigned else None,
        annulled_on=plan.annulment.on if plan.annulment else None,
        assessment=printed_assessment(
            plan.assessment, writer.on, case.consents, told_on=None if as_signed.signed_on else today
        ),
        education_order=printed_education_order(plan.education_order),
        commitments=printed_commitments(plan.commitments),
        decision=writer.decision(plan.unsigned),
    )


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts in force on the plan's date, filled in."""

    law: PlanLaw
    case: Case
    municipality: Municipality
    on: date

    def printed(self, text_id: TextId) -> PrintedText | None:
        text = self.law.texts.in_force(text_id, self.case.target_group, self.on)
        if text is None:
            return None
        return PrintedText(heading=text.heading, text=self._filled(text.text), approved=text.is_approved)

    def text(self, text_id: TextId) -> str:
        printed = self.printed(text_id)
        return printed.text if printed else ""

    def interpreting(self) -> tuple[PrintedText, ...]:
        interpreted = bool(self.case.citizen.interpreter_language)
        ids = [TextId.INTERPRETED, TextId.INTERPRETER] if interpreted else [TextId.NOT_INTERPRETED]
        return tuple(printed for text_id in ids if (printed := self.printed(text_id)))

    def decision(self, unsigned: Unsigned | None) -> PrintedDecision | None:
        if unsigned is None or unsigned.why is not NoSignature.DECIDED:
            return None
        texts = tuple(printed for text_id in DECIDED_BY_MUNICIPALITY if (printed := self.printed(text_id)))
        return PrintedDecision(reason=unsigned.reason, texts=texts)

    def follow_up_standard(self) -> str | None:
        try:
            rule = self.law.rulebook.in_force(DutyId.FOLLOW_UP_LOCAL, self.case.target_group, self.on)
        except NoRuleInForce:
            return None
        text = self.law.texts.in_force(TextId.FOLLOW_UP_STANDARD, self.case.target_group, self.on)
        if text is None or rule.due is None:
            return None
        return self._filled(text.text).replace("{every}", _every(rule.due))

    def _filled(self, text: str) -> str:
        contact = self.municipality.privacy_contact
        names = {
            "{municipality}": self.municipality.name,
            "{municipality_s}": _genitive(self.municipality.name),
            "{team}": self.municipality.team,
            "{privacy_contact}": f" Skriv til {contact}." if contact else "",
        }
        for name, value in names.items():
            text = text.replace(name, value)
        return text


def _every(span: Span) -> str:
    """Return "hver 3. måned" or "hver uge", as the Danish text of a plan says it."""
    unit = {Unit.WEEKS: "uge", Unit.MONTHS: "måned", Unit.YEARS: "år", Unit.DAYS: "dag"}[span.unit]
    each = "hvert" if span.unit is Unit.YEARS else "hver"
    return f"{each} {unit}" if span.value == 1 else f"{each} {span.value}. {unit}"


def _genitive(name: str) -> str:
    """Return the Danish genitive: Eksempelkommunes, but Assens'."""
    return f"{name}'" if name.endswith(("s", "x", "z")) else f"{name}s"
