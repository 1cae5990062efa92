"""The sections on what the municipality has decided: the whole content (§ 19, stk. 8), or an education (§ 16 a)."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.documents.danish_words import MISSING, long_date, sentence_start
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.parts import Said
from desktop_app.documents.plan_section import Section
from desktop_app.documents.plan_texts import approval_remark, text_row
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import BODY, MM
from desktop_app.documents.tables import LabelledValue, set_values
from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedDecision, PrintedEducationOrder


def decision_section(snapshot: PlanSnapshot) -> Section | None:
    """Return the section on why the municipality has decided and how to complain, or None when the two agreed."""
    decision = snapshot.decision
    if decision is None:
        return None
    return Section(title="Afgørelse", fill=_Decision(decision), remark=approval_remark(decision.texts))


def education_order_section(snapshot: PlanSnapshot) -> Section | None:
    """Return the section on the order to take an education, or None when none was given."""
    order = snapshot.education_order
    if order is None:
        return None
    return Section(title="Uddannelsespålæg", fill=_EducationOrder(order), needs=30 * MM, in_contract=True)


@dataclass(frozen=True, slots=True)
class _Decision:
    decision: PrintedDecision

    def __call__(self, section: Element, name: str) -> list[Strip]:
        return set_values(section, name, list(self._rows()))

    def _rows(self) -> Iterator[LabelledValue]:
        """What is decided comes first, then why, then what can be done about it."""
        yield from map(text_row, self.decision.texts[:1])
        yield LabelledValue("Begrundelse", [Said(self.decision.reason.strip() or MISSING, BODY)])
        yield from map(text_row, self.decision.texts[1:])


@dataclass(frozen=True, slots=True)
class _EducationOrder:
    order: PrintedEducationOrder

    def __call__(self, section: Element, name: str) -> list[Strip]:
        given = f"den {long_date(self.order.given_on)} (integrationslovens § 16 a)"
        rows = [
            LabelledValue("Givet", [Said(sentence_start(given), BODY)]),
            LabelledValue("Pålægget", [Said(self.order.text.strip() or MISSING, BODY)]),
        ]
        return set_values(section, name, rows)
