"""Correcting a date a clock starts at."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from desktop_app.application.errors import ChangedMeanwhile, StorageTrouble, StorageUnavailable
from desktop_app.domain.case import Case, CorrectedFact
from desktop_app.domain.fact_corrections import CorrectionFault, CorrectionRefused
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.correction_presenter import (
    CorrectionField,
    CorrectionPresenter,
    CorrectionPreview,
    CorrectionShown,
    MovedRow,
    Standing,
    fact_label,
)
from desktop_app.presenters.drafts import Difference
from tests.builders import a_case, a_draft, a_kept_draft
from tests.presenters.case_office import CaseOffice, SeenFollower
from tests.presenters.opened import TODAY

FULL = StorageUnavailable(StorageTrouble.DISK_FULL)
REASON = "Afgørelsen var læst forkert"
NOTHING = CorrectionPreview(sentence="", rows=())


@dataclass
class SeenDialog:
    """The dialog: what it shows now."""

    asked: list[CorrectionShown] = field(default_factory=list)
    recorded: str = ""
    preview: CorrectionPreview = NOTHING
    problems: Mapping[str, str] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    times_finished: int = 0

    def ask(self, shown: CorrectionShown) -> None:
        self.asked.append(shown)

    def show_recorded(self, text: str) -> None:
        self.recorded = text

    def show_preview(self, preview: CorrectionPreview) -> None:
        self.preview = preview

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.problems = problems

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        self.remarks = remarks

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def finish(self) -> None:
        self.times_finished += 1


@dataclass
class Dialog:
    """A dialog with everything around it."""

    office: CaseOffice
    view: SeenDialog
    follower: SeenFollower
    presenter: CorrectionPresenter

    def ask(self, fact: str = "", on: str = "", reason: str = "") -> None:
        """Open it, and type."""
        self.presenter.ask(self.office.opened(), fact)
        if on:
            self.presenter.type(CorrectionField.ON, on)
        if reason:
            self.presenter.type(CorrectionField.REASON, reason)


def a_dialog(rulebook: Rulebook, case: Case | None = None) -> Dialog:
    office, view, follower = CaseOffice(rulebook, case or a_case(plans=(a_draft(),))), SeenDialog(), SeenFollower()
    presenter = CorrectionPresenter(view, work=office, rulebook=rulebook, today=lambda: TODAY, saved=follower.saved)
    return Dialog(office, view, follower, presenter)


# Seeing first --------------------------------------------------------------------------------------------------------


def test_it_asks_about_the_takeover_unless_another_date_was_meant(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)

    dialog.ask()

    [shown] = dialog.view.asked
    assert (shown.citizen, shown.case_number) == ("Rima Al-Hassan", "2026-014")
    assert shown.choices == (
        ("takeover_on", "Kommunen overtager ansvaret"),
        ("allocation_decided_on", "Afgørelse om visitering"),
        ("cpr_registered_on", "Registreret i CPR"),
        ("permit_granted_on", "Opholdstilladelse givet"),
    )
    assert shown.texts[CorrectionField.FACT] == "takeover_on"
    assert dialog.view.recorded == "Registreret nu: 1. oktober 2026"
    assert dialog.view.preview == CorrectionPreview(
        sentence="Skriv den rigtige dato, og se, hvilke frister der flytter sig.", rows=()
    )


def test_choosing_another_fact_says_what_is_recorded_for_it(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask()

    dialog.presenter.type(CorrectionField.FACT, CorrectedFact.REGISTRATION)

    assert dialog.view.recorded == "Ingen dato er registreret"


def test_the_deadlines_that_move_are_shown_before_and_after(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)

    dialog.ask(on="2/11")

    assert dialog.view.preview.sentence.endswith(" frister står så anderledes:")
    contract = next(row for row in dialog.view.preview.rows if row.duty == "Kontrakt")
    assert contract == MovedRow(
        "Kontrakt",
        Standing("01.11.2026", "Overskredet 21 dage", BadgeKind.OVERDUE),
        Standing("02.12.2026", "Frist om 10 dage", BadgeKind.MONTH),
    )


def test_a_date_is_not_said_twice_and_what_waits_has_none(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)

    dialog.ask(on="2/12-26")

    rows = {row.duty: row for row in dialog.view.preview.rows}
    assert rows["Kontrakt"].after == Standing("", "Afventer startdato", BadgeKind.NEUTRAL)
    assert rows["Programmets længste varighed"].before == Standing("", "Frist den 01.10.2031", BadgeKind.NEUTRAL)


def test_a_date_that_moves_nothing_says_so(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)

    dialog.ask(CorrectedFact.PERMIT, on="1/7-26")

    assert dialog.view.preview == CorrectionPreview(sentence="Ingen frist flytter sig.", rows=())


def test_while_the_date_cannot_be_read_nothing_is_shown(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)

    dialog.ask(on="snart")

    assert dialog.view.preview == CorrectionPreview(sentence="", rows=())


def test_an_early_takeover_is_remarked_on(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)

    dialog.ask(on="1/8-26")

    assert dialog.view.remarks == {
        "on": "Overtagelsen ligger før visiteringen. Hvis det er aftalt (§ 4, stk. 2), så skriv det i begrundelsen."
    }


# Saving --------------------------------------------------------------------------------------------------------------


def test_both_dates_are_kept_with_the_reason(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(on="1/9-26", reason=REASON)

    dialog.presenter.save()

    case = dialog.office.case()
    assert case.takeover_on == date(2026, 9, 1)
    assert [(each.before, each.after, each.reason) for each in case.corrections] == [
        (date(2026, 10, 1), date(2026, 9, 1), REASON)
    ]
    assert dialog.follower.done == ["Datoen er rettet. Begge datoer og begrundelsen bliver stående på sagen."]
    assert (dialog.view.times_finished, dialog.presenter.content()) == (1, None)


@pytest.mark.parametrize(
    ("fact", "on", "reason", "problems"),
    [
        ("takeover_on", "1/9-26", "", {"reason": "Skriv en begrundelse. Den bliver stående på sagen."}),
        ("takeover_on", "1/10-26", REASON, {"on": "Den dato er allerede registreret. Skriv en anden."}),
        ("permit_granted_on", "i morgen", REASON, {"on": "Datoen kan ikke ligge i fremtiden"}),
        ("takeover_on", "snart", REASON, {"on": "Datoen skal skrives som dag, måned og år"}),
        ("takeover_on", "1/9-26", "x" * 2001, {"reason": "Teksten er for lang. Gør den kortere."}),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    fact: str, on: str, reason: str, problems: dict[str, str], rulebook: Rulebook
) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(fact, on, reason)

    dialog.presenter.save()

    assert dialog.view.problems == problems
    assert dialog.office.case().corrections == ()


def test_choosing_another_fact_takes_the_problems_away(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(on="1/9-26")
    dialog.presenter.save()

    dialog.presenter.type(CorrectionField.FACT, CorrectedFact.PERMIT)

    assert dialog.view.problems == {}


def test_what_the_store_refuses_is_said_at_its_field(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(on="1/9-26", reason=REASON)
    dialog.office.fail(CorrectionRefused([CorrectionFault.NO_REASON]))

    dialog.presenter.save()

    assert dialog.view.problems == {"reason": "Skriv en begrundelse. Den bliver stående på sagen."}


def test_who_saw_other_deadlines_sees_them_as_they_are_now_first(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(on="1/9-26", reason=REASON)
    dialog.office.change_meanwhile(lambda case: replace(case, takeover_on=date(2026, 10, 2)))

    dialog.presenter.save()

    assert dialog.view.errors[0].startswith("En anden har gemt ændringer i sagen. Fristerne herunder")
    assert dialog.view.recorded == "Registreret nu: 2. oktober 2026"
    dialog.presenter.save()
    assert dialog.office.case().takeover_on == date(2026, 9, 1)


@pytest.mark.parametrize("error", [FULL, ChangedMeanwhile("x")])
def test_what_cannot_be_saved_or_read_again_keeps_what_was_typed(error: Exception, rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(on="1/9-26", reason=REASON)
    dialog.office.fail(error)

    dialog.presenter.save()

    assert len(dialog.view.errors) == 1
    assert dialog.presenter.content() is not None


def test_a_closed_dialog_saves_nothing(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(on="1/9-26", reason=REASON)
    dialog.presenter.close()

    dialog.presenter.save()
    dialog.presenter.type(CorrectionField.FACT, CorrectedFact.PERMIT)

    assert dialog.office.case().corrections == ()
    assert (dialog.presenter.subject, dialog.presenter.based_on(), dialog.presenter.content()) == ("", {}, None)


# A drafted form ------------------------------------------------------------------------------------------------------


def test_what_was_typed_is_put_back(rulebook: Rulebook) -> None:
    dialog, other = a_dialog(rulebook), a_dialog(rulebook)
    dialog.ask(on="1/9-26", reason=REASON)
    content = dialog.presenter.content()
    assert content is not None
    draft = a_kept_draft(content=content)

    other.presenter.resume(draft)

    case = dialog.office.case()
    assert (dialog.presenter.screen, dialog.presenter.subject) == ("correction", case.id)
    assert dialog.presenter.based_on() == {case.id: 1}
    assert dialog.presenter.title(draft) == "Rettelse af dato, sag 2026-014"
    assert other.view.asked[0].texts[CorrectionField.REASON] == REASON
    assert other.presenter.content() == content
    assert dialog.presenter.differences(draft) == [
        Difference("Kommunen overtager ansvaret", "01.10.2026", "1/9-26"),
        Difference("Begrundelse", "–", REASON),
    ]


def test_nothing_typed_is_no_draft(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)

    dialog.ask(CorrectedFact.PERMIT)

    assert dialog.presenter.content() is None


def test_every_fact_has_its_name() -> None:
    assert len({fact_label(fact) for fact in CorrectedFact}) == len(CorrectedFact)
