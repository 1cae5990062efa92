"""What the paper will not show of a plan as it was typed: said softly at each field it is about."""

from collections.abc import Callable, Iterator

from desktop_app.presenters.plan_field_names import CONSENT, assessment_names
from desktop_app.presenters.plan_form import PlanForm
from desktop_app.presenters.plan_reading import FieldPlace
from desktop_app.presenters.plan_texts import CASEWORKER, DEPARTMENT, WarningLine
from desktop_app.presenters.typed_text import paper_remark
from desktop_app.translation import _, _p


def paper_warnings(form: PlanForm, can_show: Callable[[str], bool]) -> list[WarningLine]:
    """Return a warning for each field whose characters the paper cannot all show, in the order of the form."""
    found = ((place, paper_remark(name, text, can_show)) for place, name, text in written_texts(form))
    return [WarningLine(text, place) for place, text in found if text]


def written_texts(form: PlanForm) -> Iterator[tuple[FieldPlace, str, str]]:
    """Yield every text that is written in words: its field, what that is called, and the text."""
    for field, name in assessment_names().items():
        if field != CONSENT:
            yield FieldPlace("", field), name, getattr(form.assessment, field)
    for goal in form.goals:
        yield FieldPlace(goal.id, "text"), _("Sub-goal") if goal.part_of else _("Goal"), goal.text
        yield FieldPlace(goal.id, "measure"), _("How we will see that the goal is reached"), goal.measure
    for activity in form.activities:
        yield FieldPlace(activity.id, "text"), _("Activity"), activity.text
        yield FieldPlace(activity.id, "provider"), _("Place or provider"), activity.provider
        yield FieldPlace(activity.id, "department"), _("Department"), activity.department
        yield FieldPlace(activity.id, "responsible"), _("Responsible"), activity.responsible
    for one in form.commitments:
        yield FieldPlace(one.id, "text"), _p("to be done", "Does what"), one.text
        yield FieldPlace(one.id, "who"), _("Name"), one.who
    yield FieldPlace("", "order_text"), _("What the citizen has to do"), form.order.order_text
    yield DEPARTMENT, _("Coordinating department"), form.department
    yield CASEWORKER, _("Caseworker"), form.caseworker
