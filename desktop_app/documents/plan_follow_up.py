"""The section on follow-up: the next talk, how often, when the contract is looked at again, and the year as a line."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.documents.danish_words import full_date, long_date
from desktop_app.documents.goal_order import main_goals, sub_goals
from desktop_app.documents.page_flow import Strip, bound
from desktop_app.documents.parts import Said
from desktop_app.documents.plan_section import Section
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import APPOINTMENT, BODY, MM
from desktop_app.documents.tables import LabelledValue, set_values
from desktop_app.documents.year_line import Mark, Milestone, year_line
from desktop_app.domain.plan_snapshot import PlanSnapshot

_KEPT_TOGETHER = 120 * MM


def follow_up_section(snapshot: PlanSnapshot) -> Section | None:
    """Return the section, or None when nothing is known of follow-ups."""
    if not (snapshot.next_follow_up_on or snapshot.follow_up_standard or snapshot.revision_due_on):
        return None
    return Section(title="Opfølgning", fill=_FollowUp(snapshot), needs=45 * MM)


@dataclass(frozen=True, slots=True)
class _FollowUp:
    snapshot: PlanSnapshot

    def __call__(self, section: Element, name: str) -> list[Strip]:
        strips = set_values(section, name, list(self._facts()))
        strips += year_line(section, self.snapshot.dated_on, list(self._milestones()))
        return bound(strips, _KEPT_TOGETHER)

    def _facts(self) -> Iterator[LabelledValue]:
        next_on = self.snapshot.next_follow_up_on
        if next_on:
            yield LabelledValue("Næste samtale", [Said(f"Senest {full_date(next_on)}", APPOINTMENT)])
        else:
            yield LabelledValue("Næste samtale", [Said("Datoen aftales senere", BODY)])
        if standard := (self.snapshot.follow_up_standard or "").strip():
            yield LabelledValue("Hvor ofte", [Said(standard, BODY)])
        if self.snapshot.revision_due_on:
            due = long_date(self.snapshot.revision_due_on)
            sentence = f"Har du ikke fået arbejde, ser vi på kontrakten igen senest den {due}."
            yield LabelledValue("Revision", [Said(sentence, BODY)])

    def _milestones(self) -> Iterator[Milestone]:
        snapshot = self.snapshot
        if snapshot.signed_on:
            label = "Afgørelse" if snapshot.decision else "Underskrift"
            yield Milestone(on=snapshot.signed_on, label=label, mark=Mark.SQUARE)
        if snapshot.next_follow_up_on:
            yield Milestone(on=snapshot.next_follow_up_on, label="Samtale senest", mark=Mark.OPEN_CIRCLE)
        if snapshot.revision_due_on:
            yield Milestone(on=snapshot.revision_due_on, label="Revision", mark=Mark.OPEN_CIRCLE)
        for goal in main_goals(snapshot.goals):
            if goal.target_on:
                yield Milestone(on=goal.target_on, label="Mål", mark=Mark.FLAG)
        for one in sub_goals(snapshot.goals):
            if one.goal.target_on:
                yield Milestone(on=one.goal.target_on, label="Delmål", mark=Mark.NUMBER, number=one.number)
