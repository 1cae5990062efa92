"""The form of a follow-up, from opening to saved."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from desktop_app.application.errors import ChangedMeanwhile, StorageTrouble, StorageUnavailable
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.follow_up import FollowUpForm, Progress, Topic
from desktop_app.domain.next_follow_up import next_follow_up
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.follow_up_form import TypedFollowUp
from tests.builders import a_case, a_draft, a_follow_up, a_goal, a_plan
from tests.presenters.follow_up_work import NOW, TODAY, Desk

# The contract of the builders' case was signed on 28 October 2026, so the first follow-up is due on 28 January 2027.


@pytest.fixture
def desk(rulebook: Rulebook) -> Desk:
    desk = Desk(rulebook, a_case(), today=TODAY)
    assert desk.presenter.open("2026-014")
    return desk


def problems(desk: Desk) -> dict[str, str]:
    return {problem.field: problem.text for problem in desk.view.problems}


# Opening -------------------------------------------------------------------------------------------------------------


def test_a_new_form_is_dated_today_and_lists_the_usual_participants(desk: Desk) -> None:
    typed = desk.view.typed

    assert (typed.held_on, typed.form, typed.participants) == ("23.11.2026", "meeting", "Borgeren, Mette Jensen")
    assert (typed.interpreting, typed.repatriation, typed.topics, typed.progress) == ("", "", (), {})
    assert desk.view.problems == []


def test_the_page_says_whom_it_is_with_what_is_due_and_which_contract(desk: Desk) -> None:
    page = desk.view.page

    assert page
    assert (page.citizen, page.case_number, page.title) == ("Al-Hassan, Rima", "2026-014", "Opfølgning")
    assert (page.badge, page.badge_kind) == ("Frist den 28.01.2027", BadgeKind.NEUTRAL)
    assert page.deadline == "Senest torsdag den 28. januar 2027"
    assert page.contract == "Version 1, underskrevet den 28. oktober 2026"
    assert (page.agreed, page.interpreters, page.is_change) == (("", ""), (), False)


def test_the_goals_of_the_contract_stand_beside_it_those_achieved_before_settled(rulebook: Rulebook) -> None:
    goals = (
        a_goal(text="Arbejde i køkken", target_on=date(2027, 10, 1)),
        a_goal(text="Begynde i praktik", achieved_on=date(2026, 11, 9)),
        a_goal(text="Bestå modul 2"),
    )
    desk = Desk(rulebook, a_case(plans=(a_plan(goals=goals), a_draft(number=2))))

    desk.presenter.open("2026-014")

    assert desk.view.page
    assert [(goal.place, goal.text, goal.detail, goal.is_settled) for goal in desk.view.page.goals] == [
        (1, "Arbejde i køkken", "Senest den 1. oktober 2027", False),
        (2, "Begynde i praktik", "Opnået den 9. november 2026", True),
        (3, "Bestå modul 2", "", False),
    ]


def test_without_a_contract_there_are_no_goals_to_tell_of(rulebook: Rulebook) -> None:
    desk = Desk(rulebook, a_case(plans=(a_draft(),)))

    desk.presenter.open("2026-014")

    page = desk.view.page
    assert page
    assert (page.contract, page.goals, page.plan_number) == ("Der er ikke underskrevet en kontrakt endnu.", (), None)
    assert (page.badge, page.deadline, page.badge_kind) == ("", "", BadgeKind.NEUTRAL)
    assert "Der er ingen underskrevet kontrakt." in desk.view.remarks.remarks["held_on"]


def test_what_was_agreed_last_and_who_interpreted_before_is_at_hand(rulebook: Rulebook) -> None:
    talks = (
        a_follow_up(held_on=date(2026, 10, 30), agreed="Det første", interpreter="Sara Haddad"),
        a_follow_up(held_on=date(2026, 11, 5), agreed="Rima søger børnehave.", interpreter="Omar Aziz"),
        a_follow_up(held_on=date(2026, 11, 9), interpreter="Sara Haddad"),
    )
    desk = Desk(rulebook, a_case(follow_ups=talks))

    desk.presenter.open("2026-014")

    assert desk.view.page
    assert desk.view.page.agreed == ("Aftalt den 5. november 2026", "Rima søger børnehave.")
    assert desk.view.page.interpreters == ("Sara Haddad", "Omar Aziz")


def test_a_case_nobody_has_opens_nothing(rulebook: Rulebook) -> None:
    desk = Desk(rulebook)

    assert not desk.presenter.open("2026-014")

    assert desk.view.errors == ["Der er ingen sag med nummeret 2026-014. Tjek nummeret, og prøv igen."]
    assert desk.view.page is None
    assert (desk.presenter.content(), desk.presenter.subject, desk.presenter.based_on()) == (None, "", {})


def test_a_follow_up_that_is_gone_cannot_be_opened(desk: Desk) -> None:
    assert not desk.presenter.open("2026-014", "nobody")

    assert desk.view.errors


def test_while_no_form_is_open_nothing_happens(rulebook: Rulebook) -> None:
    desk = Desk(rulebook, a_case())

    desk.presenter.type(TypedFollowUp(note="Ingen"))
    desk.presenter.finish()
    desk.presenter.discard()
    desk.presenter.undo()

    assert (desk.view.finished, desk.view.taken_back, desk.talks()) == ([], [], [])


def test_the_contract_is_shown_in_the_version_told_of(rulebook: Rulebook) -> None:
    desk = Desk(rulebook, a_case(plans=(a_plan(), a_plan(number=2), a_draft(number=3))))
    desk.presenter.open("2026-014")

    desk.presenter.show_contract()

    [printed] = desk.view.prints
    assert isinstance(printed, PrintedPlan)
    assert (printed.case_number, printed.plan_number, printed.dated_on) == ("2026-014", 2, TODAY)


def test_without_a_contract_there_is_none_to_show(rulebook: Rulebook) -> None:
    desk = Desk(rulebook, a_case(plans=()))
    desk.presenter.show_contract()
    desk.presenter.open("2026-014")

    desk.presenter.show_contract()

    assert desk.view.prints == []


def test_a_contract_that_cannot_be_printed_says_so(desk: Desk) -> None:
    desk.work.error = StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    desk.presenter.show_contract()

    assert desk.view.prints == []
    assert desk.view.errors[-1].startswith("Disken melder fejl")


# The next one --------------------------------------------------------------------------------------------------------


def test_the_next_one_is_proposed_with_its_rule(desk: Desk) -> None:
    assert desk.view.remarks.next_help == "Senest den 23. februar 2027. Kommunens egen regel: hver tredje måned."
    assert desk.view.remarks.proposed == "23.02.2027"


def test_the_proposal_follows_the_date_of_the_talk(desk: Desk) -> None:
    desk.type(held_on="18/11-26")

    assert desk.view.remarks.proposed == "18.02.2027"


def test_a_deadline_on_a_saturday_is_planned_for_the_friday_before(desk: Desk) -> None:
    desk.type(held_on="20.11.2026")

    assert desk.view.remarks.proposed == "19.02.2027"
    assert desk.view.remarks.next_help == (
        "Senest den 20. februar 2027. Kommunens egen regel: hver tredje måned. Fristen falder på en lørdag. Planlæg"
        " senest fredag den 19. februar 2027."
    )


@pytest.mark.parametrize("held_on", ["", "2", "31.02.2026", "24.11.2026"])
def test_while_the_date_cannot_be_the_proposal_stays(held_on: str, desk: Desk) -> None:
    desk.type(held_on=held_on)

    assert desk.view.remarks.proposed == "23.02.2027"
    assert desk.view.remarks.next_help.startswith("Senest den 23. februar 2027.")


def test_a_date_somebody_wrote_is_not_written_over(desk: Desk) -> None:
    desk.type(next_on="12.02.2027")

    desk.type(held_on="18.11.2026")

    assert desk.view.remarks.proposed is None
    assert desk.view.typed.next_on == "12.02.2027"
    assert desk.view.remarks.next_help.startswith("Senest den 18. februar 2027.")


def test_a_date_somebody_took_away_is_asked_for(desk: Desk) -> None:
    desk.type(next_on="")

    assert desk.view.remarks.proposed is None
    assert desk.view.remarks.remarks == {
        "next_on": "Vælg en dato for næste opfølgning, eller afslut forløbet.",
    }


def test_once_all_main_goals_are_called_achieved_no_next_one_is_proposed(desk: Desk) -> None:
    desk.type(progress={1: "achieved"})

    assert desk.view.remarks.proposed == ""
    assert "mål" in desk.view.remarks.next_help
    assert desk.view.remarks.remarks == {}


def test_an_attempt_leaves_the_deadline_where_it_was(desk: Desk) -> None:
    desk.type(attempted_only=True)

    assert desk.view.remarks.next_help.startswith("Senest den 28. januar 2027.")


def test_after_an_attempt_no_meeting_is_agreed_unless_somebody_types_one(desk: Desk) -> None:
    before = desk.view.remarks.proposed
    desk.type(attempted_only=True, note="Rima kom ikke.")
    attempted = desk.view.remarks
    desk.type(attempted_only=False)
    held_after_all = desk.view.remarks.proposed

    desk.type(attempted_only=True)
    desk.presenter.finish()

    [talk] = desk.talks()
    assert (before, attempted.proposed, held_after_all) == ("23.02.2027", "", "23.02.2027")
    assert "next_on" not in attempted.remarks
    assert talk.next_on is None


def test_what_is_overdue_is_named_and_agreed_on(rulebook: Rulebook) -> None:
    desk = Desk(rulebook, a_case(), today=date(2027, 2, 2))
    desk.presenter.open("2026-014")

    desk.type(attempted_only=True)

    assert desk.view.remarks.next_help == "Fristen var den 28. januar 2027. Aftal næste opfølgning snarest."
    assert desk.view.remarks.proposed == ""


def test_the_proposal_is_never_later_than_the_deadline_the_engine_finds_afterwards(rulebook: Rulebook) -> None:
    for days in range(100):
        today = date(2026, 10, 28) + timedelta(days=days)
        desk = Desk(rulebook, a_case(), today=today)
        desk.presenter.open("2026-014")
        desk.fill_in()
        desk.presenter.finish()

        [talk] = desk.talks()
        due = next_follow_up(facts_of(desk.store.case("2026-014")), rulebook, held_on=today, today=today).deadline
        assert talk.next_on
        assert due.due_on
        assert today < talk.next_on <= due.due_on


# Second looks --------------------------------------------------------------------------------------------------------


def test_topics_and_goals_left_out_are_mentioned_once_the_note_is_begun(desk: Desk) -> None:
    desk.type(topics=("changes",))
    assert desk.view.remarks.remarks == {}

    desk.type(note="Rima")

    assert desk.view.remarks.remarks == {
        "topics": "Loven kræver, at alle fire emner drøftes.",
        "progress": "Vælg status for alle mål.",
    }


def test_a_next_date_that_is_late_and_free_is_mentioned_in_both_respects(desk: Desk) -> None:
    desk.type(next_on="27.02.2027")

    assert desk.view.remarks.remarks == {
        "next_on": "Datoen ligger efter fristen den 23. februar 2027. Datoen er ikke en hverdag.",
    }


def test_a_talk_before_the_contract_or_on_a_day_with_another_is_mentioned(rulebook: Rulebook) -> None:
    desk = Desk(rulebook, a_case(follow_ups=(a_follow_up(held_on=date(2026, 10, 27)),)))
    desk.presenter.open("2026-014")

    desk.type(held_on="27.10.2026")

    assert desk.view.remarks.remarks["held_on"] == (
        "Datoen ligger før kontrakten. Samtalen tæller ikke som opfølgning på kontrakten. Der er allerede skrevet en"
        " opfølgning den 27. oktober 2026."
    )


# Finishing -----------------------------------------------------------------------------------------------------------


def test_what_is_missing_is_said_in_the_order_of_the_fields(desk: Desk) -> None:
    desk.presenter.finish()

    assert [(problem.field, problem.text) for problem in desk.view.problems] == [
        ("interpreting", "Vælg, om samtalen blev holdt med tolk"),
        ("note", "Skriv, hvad I drøftede"),
        ("repatriation", "Vælg, om du har vejledt om repatriering"),
    ]
    assert desk.talks() == []


def test_a_named_interpreter_is_asked_for_when_there_was_one(desk: Desk) -> None:
    desk.fill_in(interpreter=" ")

    desk.presenter.finish()

    assert problems(desk) == {"interpreter": "Skriv tolkens navn eller nummer"}


@pytest.mark.parametrize(
    ("held_on", "text"),
    [
        ("", "Skriv datoen for opfølgningen"),
        ("i forgårs om lidt", "Datoen skal skrives som dag, måned og år"),
        ("24.11.2026", "Datoen kan ikke ligge i fremtiden"),
    ],
)
def test_a_date_that_cannot_be_is_refused_at_the_field(held_on: str, text: str, desk: Desk) -> None:
    desk.fill_in(held_on=held_on)

    desk.presenter.finish()

    assert problems(desk) == {"held_on": text}
    assert desk.talks() == []


@pytest.mark.parametrize(
    ("next_on", "text"),
    [
        ("23.11.2026", "Næste opfølgning skal ligge efter den 23. november 2026"),
        ("en dag", "Datoen skal skrives som dag, måned og år"),
    ],
)
def test_a_next_date_that_cannot_be_is_refused_at_the_field(next_on: str, text: str, desk: Desk) -> None:
    desk.fill_in(next_on=next_on)

    desk.presenter.finish()

    assert problems(desk) == {"next_on": text}


def test_a_finished_follow_up_holds_everything_that_was_typed(desk: Desk) -> None:
    desk.fill_in(agreed=" Mette spørger. ", progress={2: "achieved", 1: "changed"}, topics=("outcome", "changes"))

    desk.presenter.finish()

    [talk] = desk.talks()
    assert (talk.held_on, talk.form, talk.attempted_only) == (TODAY, FollowUpForm.MEETING, False)
    assert (talk.interpreter, talk.participants) == ("Sara Haddad, nr. 4471", "Borgeren, Mette Jensen")
    assert talk.topics == (Topic.CHANGES, Topic.OUTCOME)
    assert (talk.note, talk.agreed) == ("Rima har mødt stabilt.", "Mette spørger.")
    assert (talk.repatriation_guided, talk.next_on, talk.finished_at) == (True, date(2027, 2, 23), NOW)
    assert [(told.plan_number, told.place, told.progress) for told in talk.progress] == [
        (1, 1, Progress.CHANGED),
        (1, 2, Progress.ACHIEVED),
    ]
    assert [goal.achieved_on for goal in desk.store.case("2026-014").plans[0].goals] == [None, TODAY]


def test_it_is_said_that_it_is_saved_and_when_the_next_one_is(desk: Desk) -> None:
    desk.fill_in()

    desk.presenter.finish()

    [finished] = desk.view.finished
    assert finished.text == "Opfølgningen er gemt. Næste er senest den 23. februar 2027."
    assert finished.changes.cases == {desk.store.case("2026-014").id}
    assert finished.can_undo
    assert finished.minutes_of == desk.talks()[0].id
    assert (desk.presenter.content(), desk.presenter.draft_id) == (None, None)


def test_where_no_next_one_is_due_only_that_it_is_saved(desk: Desk) -> None:
    desk.fill_in(progress={1: "achieved", 2: "achieved"})

    desk.presenter.finish()

    assert desk.view.finished[0].text == "Opfølgningen er gemt."
    assert desk.talks()[0].next_on is None


def test_a_talk_without_interpreter_says_so(desk: Desk) -> None:
    desk.fill_in(interpreting="without", repatriation="no")

    desk.presenter.finish()

    [talk] = desk.talks()
    assert (talk.interpreter, talk.repatriation_guided) == (None, False)


def test_a_letter_is_not_asked_for_an_interpreter(desk: Desk) -> None:
    desk.fill_in(form="letter", interpreting="", interpreter="")

    desk.presenter.finish()

    [talk] = desk.talks()
    assert (talk.form, talk.interpreter) == (FollowUpForm.LETTER, None)


def test_an_attempt_asks_only_what_happened_and_holds_nothing_else(desk: Desk) -> None:
    desk.fill_in(attempted_only=True, note="")
    desk.presenter.finish()
    assert problems(desk) == {"note": "Skriv, hvad der skete"}

    desk.type(note="Rima kom ikke. Hun var syg.", next_on="30.11.2026")
    desk.presenter.finish()

    [talk] = desk.talks()
    assert talk.attempted_only
    assert (talk.note, talk.next_on) == ("Rima kom ikke. Hun var syg.", date(2026, 11, 30))
    assert (talk.interpreter, talk.participants, talk.topics, talk.progress) == (None, None, (), ())
    assert talk.repatriation_guided is None
    assert desk.view.finished[0].text == (
        "Forsøget er gemt. Opfølgningen skal stadig holdes senest den 28. januar 2027."
    )


def test_an_attempt_where_nothing_is_due_is_just_saved(rulebook: Rulebook) -> None:
    desk = Desk(rulebook, a_case(target_group=TargetGroup.IMMIGRANT))
    desk.presenter.open("2026-014")
    desk.type(attempted_only=True, note="Udeblev")

    desk.presenter.finish()

    assert desk.view.finished[0].text == "Forsøget er gemt."


def test_without_a_contract_a_talk_tells_of_no_goals(rulebook: Rulebook) -> None:
    desk = Desk(rulebook, a_case(plans=()))
    desk.presenter.open("2026-014")
    desk.fill_in()

    desk.presenter.finish()

    assert desk.talks()[0].progress == ()


def test_what_could_not_be_saved_stays_typed(desk: Desk) -> None:
    desk.fill_in()
    desk.work.error = StorageUnavailable(StorageTrouble.DISK_FULL)

    desk.presenter.finish()

    assert desk.view.errors[-1].startswith("Ændringerne kunne ikke gemmes, fordi disken er fuld.")
    assert desk.view.finished == []
    assert desk.presenter.content() is not None
    desk.work.error = None
    desk.presenter.finish()
    assert len(desk.talks()) == 1


# Undoing -------------------------------------------------------------------------------------------------------------


def test_undone_it_is_gone_from_the_case_and_typed_in_the_form_again(desk: Desk) -> None:
    desk.fill_in()
    desk.presenter.finish()

    desk.presenter.undo()

    assert desk.talks() == []
    assert desk.view.taken_back[0].cases == {desk.store.case("2026-014").id}
    assert desk.view.typed.note == "Rima har mødt stabilt."
    assert desk.presenter.content() is not None


def test_what_was_undone_is_not_undone_again(desk: Desk) -> None:
    desk.fill_in()
    desk.presenter.finish()
    desk.presenter.undo()

    desk.presenter.undo()

    assert len(desk.view.taken_back) == 1


def test_a_day_later_it_is_too_late_to_undo(desk: Desk) -> None:
    desk.fill_in()
    desk.presenter.finish()
    desk.work.now = NOW + timedelta(hours=25)

    desk.presenter.undo()

    assert len(desk.talks()) == 1
    assert desk.view.errors[-1].startswith("Notatet blev låst den 24. november 2026 kl. ")


def test_what_was_typed_is_let_go_and_can_be_fetched_back(desk: Desk) -> None:
    desk.fill_in()

    desk.presenter.discard()

    [finished] = desk.view.finished
    assert (finished.text, finished.changes.cases) == ("Kladden er kasseret.", frozenset())
    assert desk.presenter.content() is None

    desk.presenter.undo()

    assert desk.view.typed.note == "Rima har mødt stabilt."
    assert desk.view.taken_back[0].cases == frozenset()


# Changing ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def saved(desk: Desk) -> Desk:
    desk.fill_in(progress={1: "on_the_way", 2: "achieved"})
    desk.presenter.finish()
    [talk] = desk.talks()
    assert desk.presenter.open("2026-014", talk.id)
    return desk


def test_a_follow_up_to_change_is_shown_as_it_was_saved(saved: Desk) -> None:
    page, typed = saved.view.page, saved.view.typed

    assert page
    assert (page.title, page.is_change) == ("Ret opfølgning", True)
    assert (typed.held_on, typed.next_on, typed.note) == ("23.11.2026", "23.02.2027", "Rima har mødt stabilt.")
    assert (typed.interpreting, typed.interpreter, typed.repatriation) == ("with", "Sara Haddad, nr. 4471", "yes")
    assert typed.progress == {1: "on_the_way", 2: "achieved"}
    assert saved.view.remarks.remarks == {}
    assert saved.presenter.content() is None


def test_the_minutes_of_what_was_finished_are_shown(desk: Desk) -> None:
    desk.presenter.show_minutes("2026-014", "talk-1")

    [printed] = desk.view.prints
    assert (printed.content, printed.case_number) == (b"talk-1", "2026-014")


def test_minutes_that_cannot_be_printed_are_told_of(desk: Desk) -> None:
    desk.work.error = StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    desk.presenter.show_minutes("2026-014", "talk-1")

    assert (len(desk.view.errors), desk.view.prints) == (1, [])


def test_a_goal_the_follow_up_itself_called_achieved_is_not_settled(saved: Desk) -> None:
    assert saved.view.page
    assert [goal.is_settled for goal in saved.view.page.goals] == [False, False]


def test_a_change_is_saved_in_its_place_and_offers_no_undo(saved: Desk) -> None:
    saved.type(note="Rima mangler børnepasning.", progress={1: "on_the_way", 2: "on_the_way"})

    saved.presenter.finish()

    [talk] = saved.talks()
    assert talk.note == "Rima mangler børnepasning."
    assert [goal.achieved_on for goal in saved.store.case("2026-014").plans[0].goals] == [None, None]
    assert not saved.view.finished[-1].can_undo
    assert saved.view.finished[-1].minutes_of == talk.id
    saved.presenter.undo()
    assert saved.talks() == [talk]


def test_a_note_that_was_locked_meanwhile_is_not_changed_and_what_was_typed_stays(saved: Desk) -> None:
    saved.type(note="For sent")
    saved.work.now = NOW + timedelta(hours=25)

    saved.presenter.finish()

    assert saved.view.errors[-1].endswith("Tilføj en rettelse i stedet.")
    assert saved.presenter.content() is not None


def test_a_change_that_was_let_go_can_be_fetched_back(saved: Desk) -> None:
    saved.type(note="Nyt")

    saved.presenter.discard()
    saved.presenter.undo()

    assert saved.view.page
    assert saved.view.page.is_change
    assert saved.view.typed.note == "Nyt"


@pytest.mark.parametrize(
    ("changes", "interpreting", "repatriation", "next_on"),
    [
        ({"interpreter": None, "repatriation_guided": False, "next_on": None}, "without", "no", ""),
        ({"interpreter": None, "form": FollowUpForm.LETTER, "repatriation_guided": None}, "", "", "23.02.2027"),
        ({"interpreter": None, "attempted_only": True, "repatriation_guided": None}, "", "", "23.02.2027"),
    ],
)
def test_what_was_answered_is_answered_in_the_form(
    changes: dict[str, Any], interpreting: str, repatriation: str, next_on: str, saved: Desk
) -> None:
    talk = replace(saved.talks()[0], progress=(), **changes)

    typed = TypedFollowUp.of(talk)

    assert (typed.interpreting, typed.repatriation, typed.next_on) == (interpreting, repatriation, next_on)


def test_a_follow_up_on_a_version_replaced_since_tells_of_that_versions_goals(saved: Desk) -> None:
    with saved.store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, plans=(*case.plans, a_plan(number=2, goals=(a_goal(text="Nyt mål"),)))))
        unit.commit()

    saved.presenter.open("2026-014", saved.talks()[0].id)

    assert saved.view.page
    assert saved.view.page.plan_number == 1


# Drafts --------------------------------------------------------------------------------------------------------------


def test_a_form_nobody_typed_in_leaves_no_draft(desk: Desk) -> None:
    assert desk.presenter.content() is None

    desk.type(note="Rima")
    assert desk.presenter.content() is not None

    desk.type(note="")
    assert desk.presenter.content() is None


def test_a_draft_says_what_it_is_of_and_what_it_was_based_on(desk: Desk) -> None:
    desk.type(note="Rima")
    case = desk.store.case("2026-014")

    draft = desk.keep_draft()

    assert (draft.screen, draft.subject) == ("follow_up", case.id)
    assert draft.based_on == {case.id: 1, case.plans[0].id: 1}
    assert desk.presenter.title(draft) == "Opfølgning, sag 2026-014"


def test_a_draft_brings_back_everything_that_was_typed(desk: Desk) -> None:
    desk.fill_in(held_on="+", agreed="Det", next_on="12/2-27")
    typed = desk.view.typed
    draft = desk.keep_draft()
    desk.presenter.open("2026-014")
    assert desk.view.typed.note == ""

    desk.presenter.resume(draft)

    assert desk.view.typed == typed
    assert desk.presenter.content() == draft.content


def test_a_draft_that_followed_the_proposal_follows_it_still(desk: Desk) -> None:
    desk.type(note="Rima")
    draft = desk.keep_draft()

    desk.presenter.resume(draft)
    desk.type(held_on="18.11.2026")

    assert desk.view.remarks.proposed == "18.02.2027"


def test_a_draft_of_a_change_opens_that_follow_up(saved: Desk) -> None:
    saved.type(note="Nyt")
    talk = saved.talks()[0]
    draft = saved.keep_draft()
    saved.presenter.open("2026-014")

    saved.presenter.resume(draft)

    assert draft.subject == talk.id
    assert draft.based_on[talk.id] == talk.version
    assert saved.view.page
    assert saved.view.page.is_change
    assert saved.view.typed.note == "Nyt"


def test_saving_lets_the_draft_go(desk: Desk) -> None:
    desk.fill_in()
    desk.keep_draft()

    desk.presenter.finish()

    assert desk.drafts() == []


def test_a_change_lets_its_draft_go_too(saved: Desk) -> None:
    saved.type(note="Nyt")
    saved.keep_draft()

    saved.presenter.finish()

    assert saved.drafts() == []


def test_what_a_draft_told_of_the_goals_of_another_contract_is_left_out(desk: Desk) -> None:
    desk.fill_in()
    draft = desk.keep_draft()
    with desk.store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, plans=(*case.plans, a_plan(number=2, goals=(a_goal(text="Nyt mål"),)))))
        unit.commit()

    desk.presenter.resume(draft)

    assert desk.view.typed.progress == {}
    assert desk.view.typed.note == "Rima har mødt stabilt."


def test_a_draft_of_something_new_differs_from_nothing_saved(desk: Desk) -> None:
    desk.fill_in(agreed="Mette spørger.", attempted_only=True, form="phone", progress={2: "achieved"})
    desk.type(topics=("new_content", "changes"))
    draft = desk.keep_draft()

    differences = desk.presenter.differences(draft)

    assert [tuple(difference) for difference in differences] == [
        ("Form", "–", "Telefon"),
        ("Kun forsøgt", "–", "ja"),
        ("Tolk", "–", "Sara Haddad, nr. 4471"),
        ("Drøftet", "–", "Ændringer i situation og behov, Om indhold eller mål skal ændres"),
        ("Notat", "–", "Rima har mødt stabilt."),
        ("Aftalt", "–", "Mette spørger."),
        ("Vejledt om repatriering", "–", "ja"),
        ("Prøve i Dansk 2", "–", "Opnået"),
    ]


def test_a_draft_of_a_change_differs_from_what_is_saved(saved: Desk) -> None:
    saved.type(note="", interpreting="without", interpreter="", repatriation="no", next_on="22.02.2027")
    draft = saved.keep_draft()

    differences = saved.presenter.differences(draft)

    assert [tuple(difference) for difference in differences] == [
        ("Tolk", "Sara Haddad, nr. 4471", "uden tolk"),
        ("Notat", "Rima har mødt stabilt.", "–"),
        ("Vejledt om repatriering", "ja", "nej"),
        ("Næste opfølgning", "23.02.2027", "22.02.2027"),
    ]


def test_a_draft_without_a_contract_has_no_goals_to_differ_in(rulebook: Rulebook) -> None:
    desk = Desk(rulebook, a_case(plans=()))
    desk.presenter.open("2026-014")
    desk.type(interpreting="with")
    draft = desk.keep_draft()

    [difference] = desk.presenter.differences(draft)

    assert tuple(difference) == ("Tolk", "–", "med tolk")


# Somebody else was faster --------------------------------------------------------------------------------------------


def change(desk: Desk, **changes: Any) -> None:  # noqa: ANN401 - whatever somebody else changes
    """Let somebody else save the case."""
    with desk.store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), **changes))
        unit.commit()


def test_goals_that_were_changed_meanwhile_are_shown_and_what_was_typed_stays(desk: Desk) -> None:
    desk.fill_in()
    draft = desk.keep_draft()
    plan = desk.store.case("2026-014").plans[0]
    change(desk, plans=(replace(plan, goals=(replace(plan.goals[0], text="Ny"), plan.goals[1])),))

    desk.presenter.finish()
    told, saved = desk.view.errors, desk.talks()
    assert desk.view.page
    goals = [goal.text for goal in desk.view.page.goals]
    kept = desk.presenter.draft_id
    desk.presenter.finish()

    assert told[0].startswith("Kontrakten er ændret i mellemtiden. Det, du har skrevet, er bevaret. Se målene igennem")
    assert (saved, goals[0], kept) == ([], "Ny", draft.id)
    [talk] = desk.talks()
    assert talk.note == "Rima har mødt stabilt."
    assert [told.progress for told in talk.progress] == [Progress.ON_THE_WAY] * 2


def test_of_another_contract_nothing_is_told_yet(desk: Desk) -> None:
    desk.fill_in()
    change(desk, plans=(a_plan(number=2),))

    desk.presenter.finish()

    assert (desk.view.typed.progress, desk.view.typed.note) == ({}, "Rima har mødt stabilt.")


def test_what_was_typed_stands_over_a_note_somebody_else_changed(saved: Desk) -> None:
    [talk] = saved.talks()
    saved.presenter.open("2026-014", talk.id)
    saved.type(note="Mit notat")
    change(saved, follow_ups=(replace(talk, note="Kollegaens", agreed="Ring på mandag"),))

    saved.presenter.finish()
    told = saved.view.errors[0]
    saved.presenter.finish()

    assert told.endswith(
        "og gem igen. Gemt i mellemtiden af en anden: Notat: Rima har mødt stabilt. → Kollegaens;"
        " Aftalt: – → Ring på mandag"
    )
    [talk] = saved.talks()
    assert (talk.note, talk.agreed) == ("Mit notat", "Ring på mandag")


def test_a_follow_up_somebody_else_took_away_becomes_a_new_one(saved: Desk) -> None:
    [talk] = saved.talks()
    saved.presenter.open("2026-014", talk.id)
    saved.type(note="Mit notat")
    change(saved, follow_ups=())

    saved.presenter.finish()
    told, before = saved.view.errors[0], saved.talks()
    saved.presenter.finish()

    assert told.startswith("En anden har fjernet denne opfølgning.")
    assert before == []
    assert [one.note for one in saved.talks()] == ["Mit notat"]


def test_where_the_case_cannot_be_read_anew_what_was_typed_stays(desk: Desk) -> None:
    desk.fill_in()
    desk.work.log = partial(refuse, desk)  # type: ignore[method-assign,assignment]

    desk.presenter.finish()

    assert desk.view.errors[0].startswith("Disken melder fejl")
    assert desk.presenter.content() is not None
    assert desk.view.typed.note == "Rima har mødt stabilt."


def refuse(desk: Desk, *_arguments: object) -> None:
    """Say that somebody else was faster, and from then on that the disk is broken."""
    desk.work.error = StorageUnavailable(StorageTrouble.INPUT_OUTPUT)
    raise ChangedMeanwhile("plan")
