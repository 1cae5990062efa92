"""What is wrong or odd about a signing, in sentences as they stand at the fields."""

from datetime import date

from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan
from desktop_app.domain.signing import SigningFault, SigningField, SigningProblem, SigningRemark
from desktop_app.presenters.sign_form import CitizenSigned
from desktop_app.translation import _, long_date


def signing_problem_text(problem: SigningProblem, how: CitizenSigned = CitizenSigned.SIGNED) -> str:
    """Return why a field cannot be registered as it is."""
    if problem.field is SigningField.REASON and how is CitizenSigned.DECIDED:
        return _("Write the reasons for the decision")
    if problem.fault is SigningFault.IN_FUTURE:
        return _("The date cannot lie in the future")
    return {
        SigningField.CITIZEN: _("Type the date the citizen signed"),
        SigningField.REASON: _("Write why the citizen has not signed"),
        SigningField.MUNICIPALITY: _("Type the date the municipality signed"),
        SigningField.INTERPRETER: _("Type the date the interpreter signed"),
        SigningField.DECLARATION: _("Type the date the declaration was signed"),
    }[problem.field]


def signing_remark_text(remark: SigningRemark, plan: Plan, case: Case) -> str:
    """Return what is odd and may be right all the same."""
    takeover = long_date(case.takeover_on or date.min)
    ready = long_date(plan.ready_on or date.min)
    return {
        SigningRemark.EARLY_BY_REFUGEE: _(
            "The date lies before the takeover on {date}. Refugees may sign before it (§ 19, stk. 2)."
        ).format(date=takeover),
        SigningRemark.EARLY: _(
            "The date lies before the takeover on {date}. Only refugees may sign before it (§ 19, stk. 2). Check the"
            " date once more."
        ).format(date=takeover),
        SigningRemark.BEFORE_READY: _(
            "The date lies before the day the plan was made ready to be signed ({date}). Check that the paper has the"
            " same content."
        ).format(date=ready),
        SigningRemark.NO_DECLARATION: _(
            "The residence and self-support declaration must be signed together with the contract (§ 19, stk. 1)."
        ),
        SigningRemark.DECLARATION_ON_OTHER_DAY: _(
            "The declaration must be signed together with the contract (§ 19, stk. 1). The dates differ."
        ),
    }[remark]


def field_name(field: SigningField) -> str:
    """Return what a field of the form is called."""
    return {
        SigningField.CITIZEN: _("The citizen signed on"),
        SigningField.REASON: _("Reason"),
        SigningField.MUNICIPALITY: _("The municipality signed on"),
        SigningField.INTERPRETER: _("The interpreter signed on"),
        SigningField.DECLARATION: _("The declaration was signed on"),
    }[field]


def how_text(how: CitizenSigned) -> str:
    """Return whether the citizen signed, as the form offers it."""
    return {
        CitizenSigned.SIGNED: _("Has signed"),
        CitizenSigned.UNWILLING: _("Does not wish to sign"),
        CitizenSigned.UNABLE: _("Cannot sign"),
        CitizenSigned.DECIDED: _("No agreement: the municipality decides"),
    }[how]
