"""The follow-ups of a case in full."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import Draft
from desktop_app.domain.case import Case
from desktop_app.domain.follow_up import FollowUp, FollowUpForm, Progress, Topic
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.case_follow_ups import CaseFollowUps, FollowUpEntry, case_follow_ups
from tests.application.talks import HELD, NOW, a_typed_talk, told
from tests.builders import a_case, a_follow_up, a_kept_draft, an_attempt
from tests.fakes import FakeStore
from tests.presenters.follow_up_work import Work

pytestmark = pytest.mark.usefixtures("danish_clock")


def logged(rulebook: Rulebook, case: Case, talk: FollowUp) -> tuple[Work, OpenedCase]:
    """Return a case on which a follow-up was just finished."""
    work = Work(FakeStore(case), rulebook)
    work.now = NOW
    work.log(work.open_case("2026-014", HELD).case, talk, HELD, None)
    return work, work.open_case("2026-014", HELD)


def shown(opened: OpenedCase, now: datetime = NOW, *drafts: Draft) -> CaseFollowUps:
    return case_follow_ups(opened, HELD, now, drafts)


def only(opened: OpenedCase, now: datetime = NOW) -> FollowUpEntry:
    [entry] = shown(opened, now).entries
    return entry


def imported(rulebook: Rulebook, *talks: FollowUp) -> OpenedCase:
    return Work(FakeStore(a_case(follow_ups=talks)), rulebook).open_case("2026-014", HELD)


def test_a_follow_up_is_shown_in_full(rulebook: Rulebook) -> None:
    talk = a_typed_talk(
        topics=(Topic.CHANGES, Topic.NEW_CONTENT),
        progress=(told(1, Progress.ON_THE_WAY), told(2, Progress.ACHIEVED)),
    )

    entry = only(logged(rulebook, a_case(), talk)[1])

    assert (entry.title, entry.is_attempt) == ("20. januar 2027 · Samtale", False)
    assert entry.facts == (
        ("Tolk", "Sara Haddad, nr. 4471"),
        ("Deltagere", "Borgeren, Mette Jensen"),
        ("Drøftet", "Ændringer i situation og behov; Om indhold eller mål skal ændres"),
        ("Vejledt om repatriering", "ja"),
        ("Næste opfølgning", "20.04.2027"),
    )
    assert (entry.note, entry.agreed) == ("Rima har mødt stabilt på sprogcentret.", "Mette spørger om flere timer.")
    assert entry.goals == (("Ordinært arbejde i køkken", "På vej"), ("Prøve i Dansk 2", "Opnået"))
    assert entry.corrections == ()


def test_an_open_note_says_when_it_is_locked_and_can_be_changed(rulebook: Rulebook) -> None:
    entry = only(logged(rulebook, a_case(), a_typed_talk())[1])

    assert entry.state == "Skrevet af Mette Jensen. Notatet låses den 21. januar 2027 kl. 14.05."
    assert entry.can_change


def test_a_locked_note_says_when_it_was_locked_and_is_only_added_to(rulebook: Rulebook) -> None:
    work, opened = logged(rulebook, a_case(), a_typed_talk())
    work.correct("2026-014", opened.case.follow_ups[0].id, "Mentor var ikke med.", date(2027, 1, 25), None)

    entry = only(work.open_case("2026-014", HELD), NOW + timedelta(hours=25))

    assert entry.state == "Skrevet af Mette Jensen. Notatet blev låst den 21. januar 2027 kl. 14.05."
    assert not entry.can_change
    assert entry.corrections == (("Rettelse den 25. januar 2027, Mette Jensen", "Mentor var ikke med."),)


def test_what_came_in_from_a_file_is_locked_and_says_no_more_than_is_known(rulebook: Rulebook) -> None:
    entry = only(imported(rulebook, a_follow_up(note="Gik godt")))

    assert entry.state == "Notatet kom ind fra en fil og er låst."
    assert (entry.facts, entry.goals, entry.can_change) == ((), (), False)
    assert (entry.note, entry.agreed) == ("Gik godt", "")


def test_an_attempt_says_so(rulebook: Rulebook) -> None:
    entry = only(imported(rulebook, an_attempt(form=FollowUpForm.PHONE)))

    assert (entry.title, entry.is_attempt, entry.note) == ("20. januar 2027 · Telefon (kun forsøgt)", True, "")


@pytest.mark.parametrize(
    ("changes", "facts"),
    [
        (
            {"interpreter": None, "repatriation_guided": False},
            (("Tolk", "uden tolk"), ("Vejledt om repatriering", "nej")),
        ),
        ({"interpreter": None, "form": FollowUpForm.LETTER, "repatriation_guided": None}, ()),
        ({"interpreter": None, "attempted_only": True, "repatriation_guided": None}, ()),
    ],
)
def test_of_the_interpreter_only_what_was_asked_is_said(
    changes: dict[str, object], facts: tuple[tuple[str, str], ...], rulebook: Rulebook
) -> None:
    bare = replace(a_typed_talk(), participants=None, topics=(), next_on=None, progress=(), **changes)  # type: ignore[arg-type]

    assert only(logged(rulebook, a_case(), bare)[1]).facts == facts


def test_the_latest_comes_first_of_one_day_the_one_finished_last(rulebook: Rulebook) -> None:
    early, late = (datetime(2027, 1, 20, hour, tzinfo=UTC) for hour in (8, 15))
    talks = (
        a_follow_up(note="1", held_on=date(2026, 12, 1)),
        a_follow_up(note="2", finished_at=early),
        a_follow_up(note="3", finished_at=late),
        a_follow_up(note="4"),
    )

    entries = shown(imported(rulebook, *talks)).entries

    assert [entry.note for entry in entries] == ["3", "2", "4", "1"]


def test_progress_of_a_goal_nobody_knows_is_left_out(rulebook: Rulebook) -> None:
    talk = a_follow_up(progress=(told(9, Progress.ACHIEVED), told(1, Progress.DROPPED)))

    assert only(imported(rulebook, talk)).goals == (("Ordinært arbejde i køkken", "Opgivet"),)


def test_a_writer_nobody_knows_is_a_dash(rulebook: Rulebook) -> None:
    opened = imported(rulebook, a_follow_up(finished_at=NOW))

    entry = only(replace(opened, read_history=lambda _case_id: ()))

    assert entry.state.startswith("Skrevet af –.")


# The next one --------------------------------------------------------------------------------------------------------


def test_the_next_one_stands_over_them_with_its_deadline(rulebook: Rulebook) -> None:
    found = shown(imported(rulebook))

    assert (found.badge, found.badge_kind) == ("Frist om 8 dage", BadgeKind.MONTH)
    assert (found.following, found.entries) == ("Næste skal ske senest den 28. januar 2027.", ())


def test_where_none_is_due_it_says_why(rulebook: Rulebook) -> None:
    opened = Work(FakeStore(a_case(plans=())), rulebook).open_case("2026-014", HELD)

    found = shown(opened)

    assert (found.badge, found.badge_kind) == ("", BadgeKind.NEUTRAL)
    assert found.following == "Fristen kan først beregnes, når denne dato er kendt: kontrakten underskrevet."


# Half typed ----------------------------------------------------------------------------------------------------------


def test_a_follow_up_that_is_half_typed_says_since_when(rulebook: Rulebook) -> None:
    opened = imported(rulebook)
    draft = a_kept_draft(screen="follow_up", subject=opened.case.id)
    others = (
        a_kept_draft(screen="follow_up", subject="another case"),
        a_kept_draft(screen="case", subject=opened.case.id),
    )

    assert shown(opened, NOW, *others, draft).draft == "Kladde fra 22.11. kl. 10.12"
    assert shown(opened, NOW, *others).draft == ""


def test_a_change_that_is_half_typed_says_so_while_it_can_be_made(rulebook: Rulebook) -> None:
    _, opened = logged(rulebook, a_case(), a_typed_talk())
    draft = a_kept_draft(screen="follow_up", subject=opened.case.follow_ups[0].id, saved_at=NOW)

    [entry] = shown(opened, NOW, draft).entries
    [locked] = shown(opened, NOW + timedelta(hours=25), draft).entries

    assert entry.draft.startswith("Kladde fra kl. ")
    assert locked.draft == ""
