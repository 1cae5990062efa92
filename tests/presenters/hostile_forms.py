"""Every form of the window, each as the test of hostile fields tries it: its fields, and what is said at one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, fields, replace
from typing import Any, NamedTuple, TypeVar

from desktop_app.application.attach_scan import ScanFile
from desktop_app.domain.case import MoveDirection, ReadinessKind, SupportKind
from desktop_app.domain.case_checks import CaseField, Column
from desktop_app.domain.consent import ConsentPurpose
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.phrase import PhraseSpot
from desktop_app.domain.plan import GoalKind
from desktop_app.domain.role import Role
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.scan import ScanType
from desktop_app.domain.signing import SigningField
from desktop_app.presenters.access_presenter import AccessField, AccessPresenter
from desktop_app.presenters.annul_presenter import AnnulPresenter
from desktop_app.presenters.arrival_checks import RemarkKind, remark_on
from desktop_app.presenters.arrival_fields import Field
from desktop_app.presenters.arrival_form import ArrivalForm
from desktop_app.presenters.arrival_reading import ArrivalReader
from desktop_app.presenters.case_form import LEAVES_HOUSEHOLD, PARTS, form_of
from desktop_app.presenters.case_form_reading import read_case_form
from desktop_app.presenters.consent_presenter import ConsentField, ConsentPresenter
from desktop_app.presenters.correction_presenter import CorrectionField, CorrectionPresenter
from desktop_app.presenters.decision_form import DecisionField, unkept, unread
from desktop_app.presenters.erasure_presenter import REASON, ErasurePresenter
from desktop_app.presenters.event_form import OFFER, EventField, begun, problems_with_event
from desktop_app.presenters.first_start_choices import FirstChoices, FirstField, team_problems
from desktop_app.presenters.first_start_presenter import FirstStartPresenter
from desktop_app.presenters.follow_up_correction import CorrectionPresenter as NoteCorrectionPresenter
from desktop_app.presenters.follow_up_form import WITH, YES, TypedFollowUp
from desktop_app.presenters.follow_up_reading import read_follow_up
from desktop_app.presenters.new_person_presenter import NewPersonPresenter, PersonField, TypedPerson
from desktop_app.presenters.phrase_presenter import PhrasePresenter, TypedPhrase
from desktop_app.presenters.plan_form import AssessmentForm, OrderForm, PlanForm
from desktop_app.presenters.plan_reading import read_form
from desktop_app.presenters.plan_rows_typed import ActivityRow, CommitmentRow, GoalRow
from desktop_app.presenters.reassign_presenter import SOMEBODY_ELSE, ReassignField, ReassignPresenter
from desktop_app.presenters.scan_presenter import ScanPresenter
from desktop_app.presenters.scan_removal_presenter import ScanRemovalPresenter
from desktop_app.presenters.sign_form import CitizenSigned
from desktop_app.presenters.sign_presenter import SignPresenter
from desktop_app.presenters.standard_form import StandardField, TypedStandard
from desktop_app.presenters.standard_presenter import StandardPresenter
from desktop_app.presenters.team_settings_presenter import TeamField, TeamSettingsPresenter
from tests.builders import (
    SIGNED,
    a_case,
    a_deadline,
    a_draft,
    a_leave,
    a_move,
    a_plan,
    a_readiness,
    a_scan,
    a_support,
    an_offer,
)
from tests.fakes import EKSEMPELKOMMUNE, FakeStore
from tests.presenters.opened import TODAY, a_worklist, an_opened_case

WORDS = "fire tilfældige ord her"  # of nobody

Typed = TypeVar("Typed", GoalRow, ActivityRow, CommitmentRow, PlanForm, TypedFollowUp, TypedStandard, TypedPhrase)


class Listener:
    """A view that takes everything in, and remembers only what was said at which field."""

    def __init__(self) -> None:
        self.said: dict[str, str] = {}

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.said |= {str(field): text for field, text in problems.items() if text}

    def show_problem(self, text: str) -> None:
        self.said["reason"] = text

    def show_note_problem(self, text: str) -> None:
        self.said["note"] = text

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever else a presenter asks of it
        return _nothing


def _nothing(*_told: object, **_more: object) -> Any:  # noqa: ANN401 - as above
    return ()


class Form(NamedTuple):
    """The names of all fields of a form, those that are chosen or shown and never typed, and what is said at one."""

    fields: Iterable[str]
    not_typed: frozenset[str]
    said: Callable[[str, str], str]


def a_listener() -> Any:  # noqa: ANN401 - stands for every view
    return Listener()


def texts_of(*forms: type) -> list[str]:
    """Return the names of the fields that hold text, each with the name of its class."""
    return [f"{form.__name__}.{one.name}" for form in forms for one in fields(form) if one.type in {"str", str}]


def with_text(form: Typed, field: str, text: str) -> Typed:
    """Return a form with something typed in a field."""
    changed: dict[str, Any] = {field: text}
    return replace(form, **changed)


def the_plan(_rulebook: Rulebook) -> Form:
    rows: Mapping[str, Any] = {
        "GoalRow": GoalRow(id="1", kind=GoalKind.EMPLOYMENT, text="Job"),
        "ActivityRow": ActivityRow(id="1", text="Dansk"),
        "CommitmentRow": CommitmentRow(id="1", text="Søge job"),
        "AssessmentForm": AssessmentForm(),
        "OrderForm": OrderForm(order_given="1.11.2026"),
        "PlanForm": PlanForm(),
    }
    places: Mapping[str, str] = {"GoalRow": "goals", "ActivityRow": "activities", "CommitmentRow": "commitments"}

    def said(name: str, text: str) -> str:
        form, field = name.split(".")
        typed = with_text(rows[form], field, text)
        if form in places:
            typed = replace(PlanForm(), **{places[form]: (typed,)})  # type: ignore[arg-type]
        elif form != "PlanForm":
            typed = replace(PlanForm(), **{"assessment" if form == "AssessmentForm" else "order": typed})
        return {problem.place.field: problem.text for problem in read_form(typed, TODAY).problems}.get(field, "")

    names = texts_of(PlanForm, AssessmentForm, OrderForm, GoalRow, ActivityRow, CommitmentRow)
    return Form(names, frozenset({"GoalRow.id", "ActivityRow.id", "CommitmentRow.id"}), said)


def the_follow_up(_rulebook: Rulebook) -> Form:
    begun_with = TypedFollowUp(held_on="1.11.2026", interpreting=WITH, repatriation=YES, follows_proposal=False)

    def said(name: str, text: str) -> str:
        field = name.split(".")[1]
        typed = with_text(begun_with, field, text)
        read = read_follow_up(typed, base=None, plan_number=None, proposed_on=None, today=TODAY)
        return {problem.field: problem.text for problem in read.problems}.get(field, "")

    chosen = frozenset({"TypedFollowUp.form", "TypedFollowUp.interpreting", "TypedFollowUp.repatriation"})
    return Form(texts_of(TypedFollowUp), chosen, said)


def the_arrival(rulebook: Rulebook) -> Form:
    person = ArrivalReader(rulebook, lambda: TODAY, "MJ").read(ArrivalForm(), 0)

    def said(name: str, text: str) -> str:
        form = ArrivalForm([{Field(name): text}])
        read = replace(person, texts={**person.texts, Field(name): form.text(Field(name), 0)}, cpr=None)
        remark = remark_on(Field(name), read, TODAY)
        return remark.text if remark and remark.kind is RemarkKind.ERROR else ""

    chosen = {Field.ROLE, Field.INTERPRETER, Field.TARGET_GROUP, Field.APPLIED_IN_DENMARK, Field.BY_AGREEMENT}
    return Form(Field, frozenset({*chosen, Field.PROTECTED, Field.JOINS}), said)


def the_case(_rulebook: Rulebook) -> Form:
    case = a_case(
        support=(a_support(SupportKind.BENEFIT, SIGNED),),
        readiness=(a_readiness(ReadinessKind.JOB_READY, SIGNED),),
        parental_leave=(a_leave(SIGNED, SIGNED),),
        moves=(a_move(MoveDirection.IN, SIGNED),),
        offers=(an_offer(),),
    )
    empty = form_of(case)
    cells = [f"{part}/{row.id}/{column}" for part in PARTS for row in empty.rows_of(part) for column in row.texts]

    def said(name: str, text: str) -> str:
        form = form_of(case)
        if "/" not in name:
            form.type(name, text)
            return read_case_form(form, case, TODAY).problems.get(name, "")
        part, record, column = name.split("/")
        rows = form.rows_of(CaseField(part))
        typed = [row._replace(texts={**row.texts, Column(column): text}) for row in rows]
        form.take_rows(CaseField(part), typed)
        problems = read_case_form(form, case, TODAY).problems
        return next((problem for key, problem in problems.items() if record in key and column in key), "")

    ticked = {CaseField.PROTECTED_ADDRESS, CaseField.APPLIED_IN_DENMARK, LEAVES_HOUSEHOLD}
    chosen = {CaseField.SEX, CaseField.TARGET_GROUP, CaseField.ROLE}
    columns = {cell for cell in cells if cell.endswith((f"/{Column.KIND}", f"/{Column.APPROVED}"))}
    return Form([*empty.texts_before, *cells], frozenset({*ticked, *chosen, *columns}), said)


def the_event(what: str) -> Callable[[Rulebook], Form]:
    def make(_rulebook: Rulebook) -> Form:
        missed = a_deadline(duty=DutyId.OFFER_FIRST, due_on=SIGNED)

        def said(name: str, text: str) -> str:
            texts = begun(what, TODAY) | {EventField.CAUSE: DelayCause.OTHER.value, EventField(name): text}
            return problems_with_event(texts, a_case(), TODAY, missed).get(name, "")

        of_offer = {EventField.COMPANY, EventField.STARTS, EventField.ENDS, EventField.HOURS}
        chosen = {EventField.WHAT, EventField.READINESS, EventField.KIND, EventField.CAUSE}
        return Form(EventField, frozenset(chosen if what == OFFER else chosen | of_offer), said)

    return make


def the_decision(_rulebook: Rulebook) -> Form:
    def said(name: str, text: str) -> str:
        texts = dict.fromkeys(DecisionField, "") | {DecisionField(name): text}
        kind = DecisionKind.OTHER_DATE
        return (unkept(texts, kind) | unread(texts, kind, TODAY)).get(name, "")

    return Form(DecisionField, frozenset({DecisionField.CAUSE}), said)


def the_fact(rulebook: Rulebook) -> Form:
    def said(name: str, text: str) -> str:
        view = a_listener()
        presenter = CorrectionPresenter(view, work=view, rulebook=rulebook, today=lambda: TODAY, saved=_nothing)
        presenter.ask(an_opened_case(rulebook))
        presenter.type(CorrectionField(name), text)
        presenter.save()
        return str(view.said.get(name, ""))

    return Form(CorrectionField, frozenset({CorrectionField.FACT}), said)


def the_signing(_rulebook: Rulebook) -> Form:
    def said(name: str, text: str) -> str:
        view, plan = a_listener(), a_draft(ready_on=SIGNED)
        presenter = SignPresenter(view, view, work=Refusing(others_at=()), today=lambda: TODAY)
        presenter.ask(a_case(plans=(plan,)), plan)
        if name == SigningField.REASON:
            presenter.choose(CitizenSigned.DECIDED)
        presenter.type(SigningField(name), text)
        return told_by(view, presenter.register, name)

    return Form(SigningField, frozenset(), said)


def the_annulment(_rulebook: Rulebook) -> Form:
    def said(_name: str, text: str) -> str:
        view, plan = a_listener(), a_plan()
        presenter = AnnulPresenter(view, view, work=Refusing(), today=lambda: TODAY)
        presenter.ask(a_case(plans=(plan,)), plan)
        presenter.type(text)
        return told_by(view, presenter.annul, "reason")

    return Form(["reason"], frozenset(), said)


def the_erasure(_rulebook: Rulebook) -> Form:
    def said(_name: str, text: str) -> str:
        view, case = a_listener(), a_case(plans=())
        presenter = ErasurePresenter(view, work=Refusing(), erased=view.refresh)
        presenter.ask(case)
        presenter.type(text, case.case_number)
        return told_by(view, presenter.go_on, REASON)

    return Form([REASON], frozenset(), said)


def the_consent(_rulebook: Rulebook) -> Form:
    def said(_name: str, text: str) -> str:
        view = a_listener()
        presenter = ConsentPresenter(view, work=Refusing(), today=lambda: TODAY, saved=view.refresh)
        presenter.ask(a_case(plans=()))

        def save() -> None:
            presenter.save(ConsentPurpose.SHARING, "1.10.2026", text, is_withdrawal=False)

        return told_by(view, save, ConsentField.WHOM)

    return Form([ConsentField.WHOM.value], frozenset(), said)


def the_scan(_rulebook: Rulebook) -> Form:
    def said(_name: str, text: str) -> str:
        view, plan = a_listener(), a_plan()
        work = Refusing()
        presenter = ScanPresenter(view, view, work=work, plans=work, aside=AtOnce(), today=lambda: TODAY)
        presenter.ask(a_case(plans=(plan,)), plan, "/scan.pdf")
        presenter.type(text)
        return told_by(view, presenter.attach, "note")

    return Form(["note"], frozenset(), said)


def the_removal(_rulebook: Rulebook) -> Form:
    def said(_name: str, text: str) -> str:
        view, scan = a_listener(), a_scan()
        work = Refusing()
        presenter = ScanRemovalPresenter(view, view, work=work, plans=work, today=lambda: TODAY)
        presenter.ask(a_case(plans=(a_plan(scans=(scan,)),)), scan.id)
        presenter.type(text)
        return told_by(view, presenter.remove, "reason")

    return Form(["reason"], frozenset(), said)


def the_addition(_rulebook: Rulebook) -> Form:
    def said(_name: str, text: str) -> str:
        view = a_listener()
        presenter = NoteCorrectionPresenter(view, work=Refusing(), today=lambda: TODAY)
        presenter.open("2026-014", "1", "Samtale")
        presenter.type(text)
        return told_by(view, presenter.save, "reason")

    return Form(["text"], frozenset(), said)


def the_standard(rulebook: Rulebook) -> Form:
    def said(name: str, text: str) -> str:
        view = a_listener()
        presenter = StandardPresenter(
            view,
            view,
            work=Refusing(decided=()),
            rulebook=rulebook,
            initials=lambda: "MJ",
            today=lambda: TODAY,
            new_id=lambda: "1",
        )
        presenter.ask(DutyId.FOLLOW_UP_LOCAL)
        typed = with_text(presenter._typed, name.split(".")[1], text)
        presenter.type(typed)
        field = {"valid_from": StandardField.FROM}.get(name.split(".")[1], name.split(".")[1])
        return told_by(view, presenter.go_on, field)

    return Form(texts_of(TypedStandard), frozenset({"TypedStandard.unit"}), said)


def the_team(_rulebook: Rulebook) -> Form:
    def said(name: str, text: str) -> str:
        view = a_listener()
        settings = TeamSettingsPresenter(
            view, municipality=lambda: EKSEMPELKOMMUNE, save=_nothing, discard_draft=_nothing
        )
        settings.show()
        settings.type(TeamField(name), text)
        settings.save()
        return str(view.said.get(name, ""))

    return Form(TeamField, frozenset(), said)


def the_phrase(_rulebook: Rulebook) -> Form:
    def said(name: str, text: str) -> str:
        view = a_listener()
        presenter = PhrasePresenter(view, view, view, work=Refusing())
        presenter.ask_new(PhraseSpot(), "")
        presenter.type(with_text(TypedPhrase(text="Job"), name.split(".")[1], text))
        return told_by(view, presenter.save, name.split(".")[1])

    return Form(texts_of(TypedPhrase), frozenset({"TypedPhrase.place", "TypedPhrase.kind"}), said)


def the_responsible(rulebook: Rulebook) -> Form:
    def said(name: str, text: str) -> str:
        view, store = a_listener(), FakeStore(a_case())
        presenter = ReassignPresenter(
            view, view, work=Refusing(), worklist=lambda: a_worklist(store, rulebook, TODAY), initials="MJ"
        )
        presenter.ask(store.read.case_lines())
        presenter.type(ReassignField.CASEWORKER, SOMEBODY_ELSE)
        presenter.type(ReassignField(name), text)
        return told_by(view, presenter.save, name)

    return Form(ReassignField, frozenset({ReassignField.CASEWORKER}), said)


def the_access(_rulebook: Rulebook) -> Form:
    def said(name: str, text: str) -> str:
        view = a_listener()
        presenter = AccessPresenter(view, user=_nothing, work=Refusing(), sheet=_nothing, save=_nothing)
        texts = {AccessField.NAME: "Mette Jensen", AccessField.INITIALS: "MJ", AccessField(name): text}
        return told_by(
            view, lambda: presenter.rename(texts[AccessField.NAME], texts[AccessField.INITIALS], "hemmeligt"), name
        )

    return Form([AccessField.NAME, AccessField.INITIALS], frozenset(), said)


def the_new_person(_rulebook: Rulebook) -> Form:
    right = TypedPerson(name="Karen Holm", initials="KH", role=Role.CASEWORKER, password=WORDS, repeated=WORDS)

    def said(name: str, text: str) -> str:
        view = a_listener()
        presenter = NewPersonPresenter(view, view, work=Refusing())
        typed = TypedPerson(**{**asdict(right), name: text})
        return told_by(view, lambda: presenter.save(typed), name)

    chosen = {PersonField.ROLE, PersonField.PASSWORD, PersonField.REPEATED}
    return Form(PersonField, frozenset(chosen), said)


def the_first_start(_rulebook: Rulebook) -> Form:
    names = {FirstField.TEAM: "type_team", FirstField.NAME: "type_name", FirstField.INITIALS: "type_initials"}

    def said(name: str, text: str) -> str:
        view = a_listener()
        view.proposed_place = "/data/store"
        presenter = FirstStartPresenter(view, view, found=_nothing)
        presenter.choices = FirstChoices(place="/data/store", municipality="999")
        getattr(presenter, names[FirstField(name)])(text)
        return team_problems(presenter.choices)[FirstField(name)]

    return Form(names, frozenset(), said)


class Kept(Exception):
    """What was typed went on to be saved."""


class Refusing:
    """Work that saves nothing: what comes so far was accepted. `found` is what it answers to what is only read."""

    def __init__(self, **found: object) -> None:
        self._found = found

    def read(self, _path: str) -> ScanFile:
        return ScanFile(name="scan.pdf", content=b"%PDF", media_type=ScanType.PDF, sha256="")

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a presenter asks of it
        def save(*_given: object, **_more: object) -> object:
            if name not in self._found:
                raise Kept
            return self._found[name]

        return save


class AtOnce:
    """Does work aside at once."""

    def do(self, work: Callable[[], Any], then: Callable[[Callable[[], Any]], None]) -> None:
        then(work)


def told_by(view: Listener, save: Callable[[], object], field: str) -> str:
    """Return what is said at a field once saving is tried."""
    try:
        save()
    except Kept:
        return ""
    return view.said.get(field, "")


FORMS: Mapping[str, Callable[[Rulebook], Form]] = {
    "PlanPresenter": the_plan,
    "FollowUpPresenter": the_follow_up,
    "ArrivalPresenter": the_arrival,
    "CaseFormPresenter": the_case,
    "EventPresenter": the_event("programme.started"),
    "EventPresenter, an offer": the_event(OFFER),
    "DecisionPresenter": the_decision,
    "correction_presenter.CorrectionPresenter": the_fact,
    "SignPresenter": the_signing,
    "AnnulPresenter": the_annulment,
    "ErasurePresenter": the_erasure,
    "ConsentPresenter": the_consent,
    "ScanPresenter": the_scan,
    "ScanRemovalPresenter": the_removal,
    "follow_up_correction.CorrectionPresenter": the_addition,
    "StandardPresenter": the_standard,
    "TeamSettingsPresenter": the_team,
    "PhrasePresenter": the_phrase,
    "ReassignPresenter": the_responsible,
    "AccessPresenter": the_access,
    "NewPersonPresenter": the_new_person,
    "FirstStartPresenter": the_first_start,
}
"""By the name of the presenter, with its module where two are called the same."""

WITHOUT_TEXT = {
    "CheckPresenter": "a period and a number",
    "CopyPresenter": "fields are ticked",
    "FamilyPresenter": "somebody is looked for, and chosen",
    "ListOutPresenter": "a file is chosen",
    "LogoPresenter": "a file is chosen",
    "NewPasswordPresenter": "a password, which is kept nowhere",
    "NewRolePresenter": "a role is chosen",
    "PrintPlansPresenter": "plans and a folder are chosen",
    "RecoveryPresenter": "a key and passwords, which are kept nowhere",
    "RemovalPresenter": "initials are typed to confirm, and kept nowhere",
    "RestorePresenter": "a backup is chosen; a key and passwords, which are kept nowhere",
    "SubjectAccessPresenter": "a password, which is kept nowhere",
}
"""Presenters that say what is wrong at a field, and keep nothing that is typed in words."""
