"""Registering that a plan was signed on paper, and annulling what was registered by mistake."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Protocol

from desktop_app.application.annul_signature import AnnulledSignature
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.plan_records import ChangedPlan
from desktop_app.application.ports import Draft
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan, PlanState, Unsigned
from desktop_app.domain.signing import SigningField, SigningRemark, problems_of, remarks_on
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.others_drafts import while_open
from desktop_app.presenters.plan_work import PlanWork, open_in_state
from desktop_app.presenters.sign_form import CitizenSigned, SignForm, read_signing, sign_form_from_json
from desktop_app.presenters.signing_texts import field_name, how_text, signing_problem_text, signing_remark_text
from desktop_app.presenters.version_form import VersionForm
from desktop_app.translation import _, short_date


class SignView(Protocol):
    """The dialog that asks for the days on the paper."""

    def ask(self, title: str, form: SignForm, *, is_interpreted: bool) -> None:
        """Open the dialog, or write its fields anew."""
        ...

    def show_form(self, form: SignForm) -> None:
        """Write the fields anew."""
        ...

    def show_problems(self, problems: Mapping[SigningField, str]) -> None:
        """Say at the fields what is wrong, and bring the keyboard to the first."""
        ...

    def show_remarks(self, remarks: Mapping[SigningField, str]) -> None:
        """Say at the fields what is odd and may be right all the same."""
        ...

    def show_others(self, text: str) -> None:
        """Say whose unfinished draft of the version is left out of what is signed; without a text say nothing."""
        ...

    def show_error(self, text: str) -> None:
        """Say why nothing was registered."""
        ...

    def finish(self) -> None:
        """Close the dialog."""
        ...


class SignFollower(Protocol):
    """Who is told what became of the signature."""

    def plan_signed(self, signed: ChangedPlan) -> None:
        """Take note that the signature is registered."""
        ...

    def signature_annulled(self, annulled: AnnulledSignature) -> None:
        """Take note that it was annulled."""
        ...

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say that something is done, and for a while offer to undo it."""
        ...

    def show_error(self, text: str) -> None:
        """Say why it could not be undone."""
        ...


class SignPresenter(VersionForm):
    """Holds the form of one signing while its dialog is open (`drafts.DraftedForm`)."""

    screen = "sign"

    def __init__(self, view: SignView, follower: SignFollower, *, work: PlanWork, today: Callable[[], date]) -> None:
        self._view = view
        self._follower = follower
        self._work = work
        self._today = today
        self._proposed = self._form = SignForm()
        self.draft_id: str | None = None

    def ask(self, case: Case, plan: Plan) -> None:
        """Open the form for a version that was read just now."""
        self._case, self._plan = case, plan
        self.draft_id = None
        self._form = self._proposed = _proposal(plan, self._today())
        title = _("Register the signatures of version {number}").format(number=plan.number)
        self._view.ask(title, self._form, is_interpreted=case.citizen.interpreter_language is not None)
        self._view.show_others(while_open(self._work, plan.id, PlanState.READY))
        self._show_remarks()

    def close(self) -> None:
        """Let go of the form and of what was typed."""
        self._case = self._plan = None

    @property
    def form(self) -> SignForm:
        """Every field as it is typed."""
        return self._form

    def type(self, field: SigningField, text: str) -> None:
        """Take in what is typed in a field."""
        self._change(self._form.with_field(field, text))

    def choose(self, how: CitizenSigned) -> None:
        """Take in whether the citizen signed."""
        self._change(self._form.with_choice(how))

    def register(self) -> None:
        """Register what is typed; what is wrong is said at its field."""
        case, plan = self._opened()
        signing, problems = read_signing(self._form, self._today())
        how = self._form.how
        found = {problem.field: signing_problem_text(problem, how) for problem in problems_of(signing, self._today())}
        if found or problems:
            texts = found | problems
            self._view.show_problems({field: texts[field] for field in SigningField if field in texts})
            return
        try:
            signed = self._work.sign(case, plan.id, signing, self._today(), self.draft_id)
        except ChangedMeanwhile:
            self._look_again(case, plan)
            return
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self.close()
        self.draft_id = None
        self._view.finish()
        self._follower.plan_signed(signed)
        undo = partial(self._undo, signed.case, signed.plan.id)
        done = _("The contract is concluded without the citizen's signature.")
        if not isinstance(signing.citizen, Unsigned):
            done = _("The contract is marked as signed.")
        self._follower.say_done(done, undo)

    # The form as a draft ------------------------------------------------------------------------------------------

    def content(self) -> Mapping[str, Any] | None:
        """Return everything typed, None while the form is closed or as it was proposed."""
        place = self._place()
        if place is None or self._form == self._proposed:
            return None
        return {**place, "form": self._form.to_json()}

    def title(self, draft: Draft) -> str:
        """Return what a draft is of."""
        return _("Signatures, case {number}").format(number=draft.content["case_number"])

    def resume(self, draft: Draft) -> None:
        """Open the form and put back what was typed.

        Raises:
            ApplicationError: the version is gone, or it is not to be signed any more.
        """
        opened = open_in_state(self._work, draft.content["case_number"], draft.content["plan_number"], PlanState.READY)
        self.ask(opened.case, opened.plan)
        self._change(sign_form_from_json(draft.content["form"]))

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return what a draft says; nothing of it is saved."""
        form = sign_form_from_json(draft.content["form"])
        typed = [(field_name(field), getattr(form, field.value).strip()) for field in SigningField]
        fields = [(_("The citizen"), how_text(form.how)), *typed]
        return [Difference(name, "", text) for name, text in fields if text]

    # ---------------------------------------------------------------------------------------------------------------

    def _look_again(self, case: Case, plan: Plan) -> None:
        """Go on from the version as it is now: what it says now is what would be kept for good."""
        try:
            opened = open_in_state(self._work, case.case_number, plan.number, PlanState.READY)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._case, self._plan = opened.case, opened.plan
        self._show_remarks()
        self._view.show_error(
            _(
                "Somebody else has saved changes to this version meanwhile. Compare the paper with the plan as it is"
                " now, and register the signatures again."
            )
        )

    def _change(self, form: SignForm) -> None:
        self._form = form
        self._view.show_form(form)
        self._show_remarks()

    def _show_remarks(self) -> None:
        case, plan = self._opened()
        signing, _problems = read_signing(self._form, self._today())
        texts: dict[SigningField, str] = {}
        for remark in remarks_on(signing, plan, case):
            field = _place_of(remark, self._form)
            text = signing_remark_text(remark, plan, case)
            texts[field] = f"{texts[field]} {text}" if field in texts else text
        self._view.show_remarks(texts)

    def _undo(self, case: Case, plan_id: str) -> None:
        try:
            annulled = self._work.annul(case, plan_id, _("Registered by mistake"), self._today(), None)
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
            return
        self._follower.signature_annulled(annulled)
        self._follower.say_done(annulled_text(annulled))


def annulled_text(annulled: AnnulledSignature) -> str:
    """Return that a signature is annulled, and where to go on."""
    return _("The signature is annulled. Go on with version {number}.").format(number=annulled.next_plan.number)


def _proposal(plan: Plan, today: date) -> SignForm:
    """Propose what one party has signed already, and else that everybody signs today; the interpreter is left open."""
    now = short_date(today)
    citizen, municipality = plan.signed_by_citizen_on, plan.signed_by_municipality_on
    declaration = plan.declaration_signed_on
    return SignForm(
        citizen=short_date(citizen) if citizen else now,
        municipality=short_date(municipality) if municipality else now,
        declaration=short_date(declaration) if declaration else now,
        interpreter=short_date(plan.signed_by_interpreter_on) if plan.signed_by_interpreter_on else "",
        own=frozenset({SigningField.DECLARATION}) if declaration else frozenset(),
    )


def _place_of(remark: SigningRemark, form: SignForm) -> SigningField:
    if remark in {SigningRemark.NO_DECLARATION, SigningRemark.DECLARATION_ON_OTHER_DAY}:
        return SigningField.DECLARATION
    return SigningField.CITIZEN if form.how is CitizenSigned.SIGNED else SigningField.MUNICIPALITY
