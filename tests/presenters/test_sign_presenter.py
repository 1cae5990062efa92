"""Registering what was signed on paper, and annulling what was registered by mistake."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.errors import PlanStateRefused
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import Draft
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Annulment, NoSignature, Plan, PlanState, Unsigned, state_of
from desktop_app.domain.signing import SigningField
from desktop_app.presenters.annul_presenter import AnnulPresenter
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.sign_form import CitizenSigned, SignForm, sign_form_from_json
from desktop_app.presenters.sign_presenter import SignPresenter
from tests.builders import SIGNED, a_case, a_citizen, a_draft, a_goal, a_plan
from tests.fakes import MOMENT, USER, FakeStore
from tests.presenters.plan_desk import TODAY, SeenAnnulling, SeenSigning, plan_work, today

NUMBER = "2026-014"
CITIZEN, REASON, MUNICIPALITY = SigningField.CITIZEN, SigningField.REASON, SigningField.MUNICIPALITY
INTERPRETER, DECLARATION = SigningField.INTERPRETER, SigningField.DECLARATION
READY = a_draft(ready_on=SIGNED)


class Table:
    """The dialog of signing over a store with one case, not yet open."""

    def __init__(self, law: PlanLaw, *plans: Plan, **changes: Any) -> None:  # noqa: ANN401 - a builder's
        self.store = FakeStore(a_case(plans=plans, **changes))
        self.work = plan_work(self.store, law)
        self.view = SeenSigning()
        self.presenter = SignPresenter(self.view, self.view, work=self.work, today=today)
        self.annulling = SeenAnnulling()
        self.annuller = AnnulPresenter(self.annulling, self.annulling, work=self.work, today=today)

    @property
    def case(self) -> Case:
        return self.store.case(NUMBER)

    def plan(self, number: int = 1) -> Plan:
        return next(plan for plan in self.case.plans if plan.number == number)

    def ask(self) -> None:
        self.presenter.ask(self.case, self.plan())

    def sign_on(self, text: str) -> None:
        self.presenter.type(CITIZEN, text)

    def somebody_else_saves(self) -> None:
        """Let a colleague write another goal in the version, and leave it as it stands otherwise."""
        case, plan = self.case, self.plan()
        goals = (replace(plan.goals[0], text="Kollegaens"), *plan.goals[1:])
        with self.store.work() as unit:
            unit.cases.save(replace(case, plans=(replace(plan, goals=goals),)))
            unit.commit()

    def draft_of(self, presenter: SignPresenter | AnnulPresenter) -> Draft:
        content = presenter.content()
        assert content
        return Draft(
            id="draft-1",
            user=USER,
            screen=presenter.screen,
            subject=presenter.subject,
            content=content,
            based_on=presenter.based_on(),
            saved_at=MOMENT,
        )


@pytest.fixture
def table(law: PlanLaw) -> Table:
    """The dialog, open over a version that waits for signatures."""
    table = Table(law, READY)
    table.ask()
    return table


# The form ------------------------------------------------------------------------------------------------------------


def test_today_is_proposed_for_everybody_but_the_interpreter(table: Table) -> None:
    assert table.view.titles == ["Registrér underskrifterne på version 1"]
    assert table.view.forms == [SignForm(citizen="22.11.2026", municipality="22.11.2026", declaration="22.11.2026")]
    assert table.view.is_interpreted is True
    assert table.presenter.content() is None


def test_without_an_interpreter_the_form_need_not_ask_for_one(law: PlanLaw) -> None:
    table = Table(law, READY, citizen=a_citizen(interpreter_language=None))

    table.ask()

    assert table.view.is_interpreted is False


def test_what_one_party_signed_before_is_proposed(law: PlanLaw) -> None:
    table = Table(
        law,
        replace(
            READY,
            signed_by_municipality_on=date(2026, 10, 20),
            signed_by_interpreter_on=date(2026, 10, 21),
            declaration_signed_on=SIGNED,
        ),
    )

    table.ask()

    assert table.view.forms == [
        SignForm(
            citizen="22.11.2026",
            municipality="20.10.2026",
            interpreter="21.10.2026",
            declaration="28.10.2026",
            own=frozenset({DECLARATION}),
        )
    ]


def test_what_the_citizen_signed_before_is_proposed(law: PlanLaw) -> None:
    table = Table(law, replace(READY, signed_by_citizen_on=SIGNED))

    table.ask()

    assert table.view.forms[0].citizen == "28.10.2026"


def test_what_is_signed_at_one_table_follows_the_citizen_s_day(table: Table) -> None:
    table.sign_on("28.10.2026")

    form = table.presenter.form
    assert (form.citizen, form.municipality, form.declaration) == ("28.10.2026", "28.10.2026", "28.10.2026")
    assert form.interpreter == ""
    assert table.view.forms[-1] == form


def test_a_day_that_was_typed_by_itself_follows_no_other(table: Table) -> None:
    table.presenter.type(MUNICIPALITY, "27.10.2026")

    table.sign_on("28.10.2026")

    form = table.presenter.form
    assert (form.municipality, form.declaration) == ("27.10.2026", "28.10.2026")


def test_who_does_not_sign_has_signed_no_declaration_unless_one_types_so(table: Table) -> None:
    table.presenter.choose(CitizenSigned.UNWILLING)
    assert table.presenter.form.declaration == ""

    table.presenter.choose(CitizenSigned.SIGNED)
    assert table.presenter.form.declaration == "22.11.2026"

    table.presenter.type(DECLARATION, "20.11.2026")
    table.presenter.choose(CitizenSigned.UNABLE)
    assert table.presenter.form.declaration == "20.11.2026"


@given(
    st.builds(
        SignForm,
        how=st.sampled_from(CitizenSigned),
        citizen=st.text(max_size=4),
        reason=st.text(max_size=4),
        own=st.frozensets(st.sampled_from(SigningField)),
    )
)
def test_a_form_is_kept_as_json_and_read_back_as_it_was(form: SignForm) -> None:
    assert sign_form_from_json(form.to_json()) == form


# Remarks -------------------------------------------------------------------------------------------------------------


def test_what_is_odd_is_said_at_its_field_while_one_types(table: Table) -> None:
    assert table.view.remarks == {}

    table.sign_on("20/9-26")
    table.presenter.type(DECLARATION, "")

    assert table.view.remarks[CITIZEN].startswith("Datoen ligger før overtagelsen den 1. oktober 2026. Flygtninge kan")
    assert table.view.remarks[CITIZEN].endswith("Tjek, at papiret har det samme indhold.")
    assert table.view.remarks[DECLARATION].startswith("Opholds- og selvforsørgelseserklæringen skal underskrives")


def test_where_the_citizen_did_not_sign_the_day_of_the_municipality_is_remarked_on(table: Table) -> None:
    table.presenter.choose(CitizenSigned.UNABLE)
    table.presenter.type(MUNICIPALITY, "20/9-26")

    assert set(table.view.remarks) == {MUNICIPALITY, DECLARATION}


# Registering ---------------------------------------------------------------------------------------------------------


def test_the_signatures_are_registered_and_the_dialog_closes(table: Table) -> None:
    table.sign_on("28/10-26")
    table.presenter.type(INTERPRETER, "28.10")
    table.presenter.draft_id = "draft-1"

    table.presenter.register()

    plan = table.plan()
    assert (plan.signed_by_citizen_on, plan.signed_by_municipality_on) == (SIGNED, SIGNED)
    assert (plan.signed_by_interpreter_on, plan.declaration_signed_on) == (SIGNED, SIGNED)
    assert (table.view.finished, table.view.done) == (1, ["Kontrakten er markeret som underskrevet."])
    assert [signed.plan for signed in table.view.signed] == [plan]
    kept: list[object] = [table.presenter.content(), table.presenter.subject, table.presenter.draft_id]
    assert kept == [None, "", None]


@pytest.mark.parametrize(
    ("how", "why"),
    [
        (CitizenSigned.UNWILLING, NoSignature.UNWILLING),
        (CitizenSigned.UNABLE, NoSignature.UNABLE),
        (CitizenSigned.DECIDED, NoSignature.DECIDED),
    ],
)
def test_a_citizen_who_did_not_sign_is_registered_with_a_reason(
    table: Table, how: CitizenSigned, why: NoSignature
) -> None:
    table.sign_on("ikke en dato")
    table.presenter.type(MUNICIPALITY, "28.10.2026")
    table.presenter.choose(how)
    table.presenter.type(REASON, " Har brækket hånden. ")

    table.presenter.register()

    assert table.plan().unsigned == Unsigned(why=why, reason="Har brækket hånden.")
    assert table.plan().declaration_signed_on is None
    assert table.view.done == ["Kontrakten er indgået uden borgerens underskrift."]
    assert table.plan().signed_on == SIGNED


@pytest.mark.parametrize(
    ("how", "text"),
    [
        (CitizenSigned.UNWILLING, "Skriv hvorfor borgeren ikke har underskrevet"),
        (CitizenSigned.DECIDED, "Skriv begrundelsen for afgørelsen"),
    ],
)
def test_without_a_signature_the_reason_is_asked_for(table: Table, how: CitizenSigned, text: str) -> None:
    table.presenter.choose(how)

    table.presenter.register()

    assert table.view.problems == {REASON: text}


def test_everything_that_is_wrong_is_said_at_its_field_in_the_order_of_the_form(table: Table) -> None:
    table.presenter.type(MUNICIPALITY, "snart")
    table.presenter.type(DECLARATION, "31.12.2026")
    table.sign_on(" ")

    table.presenter.register()

    assert list(table.view.problems.items()) == [
        (CITIZEN, "Indtast den dato, borgeren underskrev"),
        (MUNICIPALITY, "Datoen skal skrives som dag, måned og år"),
        (DECLARATION, "Datoen kan ikke ligge i fremtiden"),
    ]
    assert (table.view.finished, table.plan().signed_on) == (0, None)


def test_without_a_reason_a_missing_signature_is_not_registered(table: Table) -> None:
    table.presenter.choose(CitizenSigned.UNWILLING)

    table.presenter.register()

    assert table.view.problems == {REASON: "Skriv hvorfor borgeren ikke har underskrevet"}


def test_what_somebody_else_changed_meanwhile_is_not_signed_and_what_was_typed_stays(table: Table) -> None:
    table.sign_on("28.10.2026")
    table.work.reopen(table.case, table.plan().id)

    table.presenter.register()

    assert table.view.errors[0].startswith("Version 1 er en kladde.")
    assert (table.view.finished, table.presenter.form.citizen) == (0, "28.10.2026")


def test_where_the_disk_is_full_nothing_is_signed_and_what_was_typed_stays(table: Table) -> None:
    table.sign_on("28.10.2026")
    table.store.is_full = True

    table.presenter.register()

    assert table.view.errors[0].startswith("Ændringerne kunne ikke gemmes, fordi disken er fuld.")
    assert (table.view.finished, table.presenter.form.citizen) == (0, "28.10.2026")


def test_a_version_that_still_waits_is_signed_once_the_paper_was_compared_with_it(table: Table) -> None:
    table.sign_on("28.10.2026")
    table.somebody_else_saves()

    table.presenter.register()
    told, unsigned = table.view.errors, table.plan().signed_on
    table.presenter.register()

    assert told[0].startswith("En anden har gemt ændringer i denne version i mellemtiden. Sammenlign papiret")
    assert unsigned is None
    assert (table.plan().signed_by_citizen_on, table.plan().goals[0].text) == (date(2026, 10, 28), "Kollegaens")


# Undoing -------------------------------------------------------------------------------------------------------------


def test_a_signature_is_undone_at_once_as_registered_by_mistake(table: Table) -> None:
    table.presenter.register()
    undo = table.view.undo
    assert undo

    undo()

    assert table.plan(1).annulment == Annulment(on=TODAY, reason="Registreret ved en fejl")
    assert [annulled.next_plan for annulled in table.view.annulled] == [table.plan(2)]
    assert table.view.done[-1] == "Underskriften er annulleret. Fortsæt med version 2."


def test_what_cannot_be_undone_any_more_says_why(table: Table) -> None:
    table.presenter.register()
    undo = table.view.undo
    assert undo
    table.work.annul(table.case, table.plan().id, "Forkert sag", TODAY, None)

    undo()

    assert table.view.errors[0].startswith("En anden har gemt ændringer i sagen.")


# Kept as a draft -----------------------------------------------------------------------------------------------------


def test_what_is_typed_is_kept_and_put_back(table: Table, law: PlanLaw) -> None:
    table.sign_on("28.10.2026")
    table.presenter.choose(CitizenSigned.UNABLE)
    draft = table.draft_of(table.presenter)
    view = SeenSigning()
    again = SignPresenter(view, view, work=plan_work(table.store, law), today=today)

    again.resume(draft)

    assert again.title(draft) == "Underskrifter, sag 2026-014"
    assert (again.form, view.forms[-1]) == (table.presenter.form, table.presenter.form)
    assert again.content() == table.presenter.content()
    assert again.differences(draft) == [
        Difference("Borgeren", "", "Kan ikke underskrive"),
        Difference("Borgeren underskrev den", "", "28.10.2026"),
        Difference("Kommunen underskrev den", "", "28.10.2026"),
    ]


def test_a_form_that_was_closed_is_no_draft(table: Table) -> None:
    table.sign_on("28.10.2026")

    table.presenter.close()

    assert table.presenter.content() is None


def test_a_draft_of_a_version_that_is_signed_by_now_is_not_put_back(table: Table) -> None:
    table.sign_on("28.10.2026")
    draft = table.draft_of(table.presenter)
    table.presenter.register()

    with pytest.raises(PlanStateRefused):
        table.presenter.resume(draft)


# Annulling -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def signed(law: PlanLaw) -> Table:
    """The dialog of annulling, open over a signed version."""
    table = Table(law, a_plan())
    table.annuller.ask(table.case, table.plan())
    return table


def test_annulling_says_what_becomes_of_the_version_and_asks_for_a_reason(signed: Table) -> None:
    view = signed.annulling

    assert (view.titles, view.reasons) == (["Annullér underskriften på version 1"], [""])
    assert view.explanation.startswith("Underskriften den 28.10.2026 er registreret ved en fejl. Intet slettes:")


def test_a_signature_is_annulled_with_its_reason(signed: Table) -> None:
    signed.annuller.type("Forkert sag")
    signed.annuller.draft_id = "draft-1"

    signed.annuller.annul()

    assert [state_of(plan, signed.case.plans) for plan in signed.case.plans] == [PlanState.ANNULLED, PlanState.DRAFT]
    assert signed.plan().annulment == Annulment(on=TODAY, reason="Forkert sag")
    kept: str | None = signed.annuller.draft_id
    assert (signed.annulling.finished, kept) == (1, None)
    assert [annulled.next_plan for annulled in signed.annulling.annulled] == [signed.plan(2)]
    assert signed.annulling.done == ["Underskriften er annulleret. Fortsæt med version 2."]


def test_without_a_reason_nothing_is_annulled(signed: Table) -> None:
    signed.annuller.annul()

    assert signed.annulling.problem == "Skriv en begrundelse. Den bliver stående på sagen."
    assert signed.plan().annulment is None


def test_what_somebody_else_changed_meanwhile_is_not_annulled(signed: Table) -> None:
    signed.annuller.type("Forkert sag")
    signed.work.annul(signed.case, signed.plan().id, "Forkert dato", TODAY, None)

    signed.annuller.annul()

    assert signed.annulling.errors[0].startswith("Kun en gældende underskrift kan annulleres. Version 1 er annulleret.")
    assert signed.annulling.finished == 0


def test_where_the_disk_is_full_nothing_is_annulled_and_the_reason_stays(signed: Table) -> None:
    signed.annuller.type("Forkert sag")
    signed.store.is_full = True

    signed.annuller.annul()

    assert signed.annulling.errors[0].startswith("Ændringerne kunne ikke gemmes, fordi disken er fuld.")
    assert (signed.annulling.finished, signed.annuller.content() is None) == (0, False)


def test_a_signature_still_in_force_is_annulled_when_one_asks_again(signed: Table) -> None:
    signed.annuller.type("Forkert sag")
    signed.somebody_else_saves()

    signed.annuller.annul()
    told, in_force = signed.annulling.errors, signed.plan().annulment
    signed.annuller.annul()

    assert told[0].startswith("En anden har gemt ændringer i denne version i mellemtiden. Tjek, at underskriften")
    assert in_force is None
    assert signed.plan().annulment == Annulment(on=TODAY, reason="Forkert sag")


def test_the_reason_is_kept_and_put_back(signed: Table) -> None:
    signed.annuller.type("Forkert sag")
    draft = signed.draft_of(signed.annuller)
    signed.annuller.close()
    closed = signed.annuller.content()

    signed.annuller.resume(draft)

    assert closed is None
    assert signed.annulling.reasons == ["", "Forkert sag"]
    assert signed.annuller.title(draft) == "Annulleret underskrift, sag 2026-014"
    assert signed.annuller.differences(draft) == [Difference("Begrundelse", "", "Forkert sag")]
    assert signed.annuller.content() == draft.content


def test_a_blank_reason_is_no_draft(signed: Table) -> None:
    signed.annuller.type(" ")

    assert signed.annuller.content() is None


def test_a_draft_of_a_signature_that_is_not_in_force_is_not_put_back(signed: Table) -> None:
    signed.annuller.type("Forkert sag")
    draft = signed.draft_of(signed.annuller)
    signed.annuller.annul()

    with pytest.raises(PlanStateRefused):
        signed.annuller.resume(draft)


def test_a_version_with_goals_reached_since_is_annulled_as_it_is_read(law: PlanLaw) -> None:
    table = Table(law, a_plan(goals=(a_goal(achieved_on=TODAY),)))
    table.annuller.ask(table.case, table.plan(), "Forkert sag")

    table.annuller.annul()

    assert table.plan(2).goals[0].achieved_on == TODAY
