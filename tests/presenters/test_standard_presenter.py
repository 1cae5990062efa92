"""Ret kommunens standard: what is typed, what it would change, what is wrong, saving it, and taking it back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import count

import pytest

from desktop_app.application.change_local_standard import DecidedStandard, StandardRefused
from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile, StorageTrouble, StorageUnavailable
from desktop_app.application.ports import Draft
from desktop_app.application.preview_local_standard import MovedDeadline, StandardPreview
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import Reason, Status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.local_standard import LocalStandard, StandardFault
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.standard_form import TypedStandard, typed_from
from desktop_app.presenters.standard_presenter import StandardPresenter
from desktop_app.presenters.standard_preview import MovedRow, PreviewShown
from tests.builders import a_deadline, a_duty, a_rule_version
from tests.storage.builders import a_local_standard

LOCAL = DutyId.FOLLOW_UP_LOCAL
TODAY = date(2026, 11, 26)
FULL = StorageUnavailable(StorageTrouble.DISK_FULL)
MOVED = MovedDeadline(
    "2026-014",
    a_deadline(duty=LOCAL, due_on=date(2027, 3, 10)),
    a_deadline(duty=LOCAL, due_on=None, status=Status.NOT_APPLICABLE, reason=Reason.RULE_ENDED),
)


@dataclass
class SeenDialog:
    """The dialog: what it shows now."""

    typed: TypedStandard | None = None
    preview: PreviewShown | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)
    error: str = ""
    is_finished: bool = False

    def ask(self, typed: TypedStandard) -> None:
        self.typed, self.preview = typed, None

    def show_preview(self, preview: PreviewShown | None) -> None:
        self.preview = preview

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.problems = problems

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        self.remarks = remarks

    def show_error(self, text: str) -> None:
        self.error = text

    def finish(self) -> None:
        self.is_finished = True


@dataclass
class SeenFollower:
    """The frame around: what it was told."""

    changes: list[Changes] = field(default_factory=list)
    done: str = ""
    undo: Callable[[], None] | None = None
    error: str = ""

    def show_changes(self, changes: Changes) -> None:
        self.changes.append(changes)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self.done, self.undo = text, undo

    def show_error(self, text: str) -> None:
        self.error = text


@dataclass
class FakeStandards:
    """The standards of a store; `trouble` is what the next write or look meets."""

    standards: list[LocalStandard] = field(default_factory=list)
    shown: StandardPreview = field(default_factory=lambda: StandardPreview((), 0))
    trouble: ApplicationError | None = None
    drafts: list[str | None] = field(default_factory=list)

    def decided(self, duty: DutyId) -> Sequence[LocalStandard]:
        if isinstance(self.trouble, StorageUnavailable):
            raise self.trouble
        return [each for each in self.standards if each.duty is duty]

    def preview(self, standard: LocalStandard, known: Sequence[LocalStandard], today: date) -> StandardPreview:
        assert (standard.duty, today, list(known)) == (LOCAL, TODAY, self.standards)
        if self.trouble:
            raise self.trouble
        return self.shown

    def decide(self, standard: LocalStandard, seen: Sequence[LocalStandard], draft_id: str | None) -> DecidedStandard:
        if self.trouble:
            raise self.trouble
        if list(seen) != self.standards:
            raise ChangedMeanwhile(standard.id)
        self.drafts.append(draft_id)
        self.standards.append(replace(standard, version=1))
        return DecidedStandard(standard=standard, replaced=None, changes=Changes(settings=True))

    def take_back(self, decided: DecidedStandard) -> Changes:
        if self.trouble:
            raise self.trouble
        self.standards = [each for each in self.standards if each.id != decided.standard.id]
        return Changes(settings=True)


class Form(StandardPresenter):
    """The presenter with the dialog, the frame and the store it works with."""

    def __init__(self, *standards: LocalStandard) -> None:
        self.dialog, self.frame, self.store = SeenDialog(), SeenFollower(), FakeStandards(list(standards))
        groups = frozenset({TargetGroup.REFUGEE, TargetGroup.DISPLACED_UKRAINE})
        version = a_rule_version(groups=groups, due=Span(3, Unit.MONTHS))
        duty = a_duty(id=LOCAL, name="Opfølgning", name_en="Follow-up", versions=(version,))
        ids = count(1)
        super().__init__(
            self.dialog,
            self.frame,
            work=self.store,
            rulebook=Rulebook([duty]),
            initials=lambda: "MJ",
            today=lambda: TODAY,
            new_id=lambda: f"id-{next(ids)}",
        )

    def write(self, **texts: object) -> None:
        """Write in some of the fields."""
        assert self.dialog.typed
        self.dialog.typed = replace(self.dialog.typed, **texts)  # type: ignore[arg-type]
        self.type(self.dialog.typed)


@pytest.fixture
def form() -> Form:
    form = Form()
    form.ask(LOCAL)
    return form


def a_draft_of(form: Form) -> Draft:
    content = form.content()
    assert content is not None
    return Draft(
        id="draft",
        user="Mette Jensen",
        screen=form.screen,
        subject=form.subject,
        content=content,
        based_on=form.based_on(),
        saved_at=datetime(2026, 11, 26, tzinfo=UTC),
    )


# What the form begins with -------------------------------------------------------------------------------------------


def test_the_form_begins_with_what_the_file_says_from_today_on(form: Form) -> None:
    assert form.dialog.typed == TypedStandard(
        interval="3",
        unit="months",
        warning="7",
        groups=("refugee", "displaced_ukraine"),
        valid_from="26.11.2026",
    )
    assert form.dialog.remarks == {}
    assert form.content() is None


def test_the_form_begins_with_the_latest_standard_where_there_is_one() -> None:
    form = Form(a_local_standard(), a_local_standard(valid_from=date(2027, 1, 1), interval=Span(6, Unit.WEEKS)))

    form.ask(LOCAL)

    assert form.dialog.typed == TypedStandard(
        interval="6",
        unit="weeks",
        warning="14",
        groups=("refugee", "quota_refugee"),
        valid_from="26.11.2026",
    )


def test_a_duty_whose_rule_has_ended_begins_with_its_latest_version() -> None:
    ended = a_rule_version(ended_on=date(2025, 1, 1), due=None)

    assert typed_from(a_duty(versions=(ended,)), [], TODAY).interval == "1"


def test_a_store_that_cannot_be_read_opens_no_dialog() -> None:
    form = Form()
    form.store.trouble = FULL

    form.ask(LOCAL)

    assert form.dialog.typed is None
    assert "disken er fuld" in form.frame.error


# Looking, and saving -------------------------------------------------------------------------------------------------


def test_what_changes_is_seen_before_it_is_saved(form: Form) -> None:
    form.store.shown = StandardPreview((MOVED,), 2)
    form.write(interval="2", reason="Udvalget")

    form.go_on()

    assert form.dialog.preview == PreviewShown(
        "1 sag får en ny frist",
        "Standarden gælder perioder, der begynder den 26.11.2026 eller senere. Perioder, der begyndte før, beholder"
        " deres længde. I 2 sager mere kommer påmindelsen tidligere eller senere end nu.",
        [MovedRow("2026-014", "Opfølgning", "10.03.2027", "Ikke relevant")],
    )
    assert form.store.standards == []

    form.go_on()

    [standard] = form.store.standards
    assert (standard.interval, standard.valid_from, standard.reason) == (Span(2, Unit.MONTHS), TODAY, "Udvalget")
    assert (standard.decided_on, standard.decided_by) == (TODAY, "MJ")
    assert form.dialog.is_finished
    assert form.frame.changes == [Changes(settings=True)]
    assert form.frame.done == "Kommunens standard er gemt: 2 måneder fra den 26.11.2026."
    assert form.content() is None


def test_a_standard_that_moves_no_deadline_says_so(form: Form) -> None:
    form.write(reason="Udvalget")

    form.go_on()

    assert form.dialog.preview
    assert form.dialog.preview.summary == "Ingen sager får en ny frist nu"


def test_several_are_counted_in_the_plural(form: Form) -> None:
    form.store.shown = StandardPreview((MOVED,) * 17, 0)
    form.write(reason="Udvalget")

    form.go_on()

    assert form.dialog.preview
    assert form.dialog.preview.summary == "17 sager får en ny frist"


def test_what_is_typed_after_looking_is_looked_at_anew(form: Form) -> None:
    form.write(reason="Udvalget")
    form.go_on()

    form.write(interval="4")

    assert form.dialog.preview is None
    form.go_on()
    assert form.store.standards == []
    form.go_on()
    assert [each.interval.value for each in form.store.standards] == [4]


def test_a_field_that_says_what_it_said_changes_nothing(form: Form) -> None:
    form.write(reason="Udvalget")
    form.go_on()

    form.write()

    assert form.dialog.preview is not None


def test_a_closed_form_does_nothing(form: Form) -> None:
    form.write(reason="Udvalget")
    form.close()

    form.write(interval="4")
    form.go_on()

    assert form.dialog.preview is None
    assert form.subject == ""
    assert form.content() is None


@pytest.mark.parametrize(
    ("texts", "problems"),
    [
        ({"interval": "13"}, {"interval": "Skriv et antal måneder fra 1 til 12"}),
        ({"interval": "hver", "unit": "weeks"}, {"interval": "Skriv et antal uger fra 1 til 52"}),
        ({"interval": "99999"}, {"interval": "Skriv et antal måneder fra 1 til 12"}),
        ({"warning": "31"}, {"warning": "Skriv et antal dage fra 0 til 30"}),
        ({"warning": "²"}, {"warning": "Skriv et antal dage fra 0 til 30"}),
        ({"groups": ()}, {"groups": "Vælg mindst én målgruppe"}),
        ({"reason": " "}, {"reason": "Skriv, hvorfor standarden ændres"}),
        ({"reason": "x" * 2001}, {"reason": "Teksten er for lang. Gør den kortere."}),
        ({"valid_from": ""}, {"from": "Indtast datoen"}),
        ({"valid_from": "31.2.2026"}, {"from": "31.02.2026 findes ikke"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field(form: Form, texts: dict[str, object], problems: dict[str, str]) -> None:
    form.write(reason="Udvalget")
    form.write(**texts)

    form.go_on()

    assert form.dialog.problems.keys() == problems.keys()
    if "from" not in problems or not texts["valid_from"]:
        assert form.dialog.problems == problems
    assert form.dialog.preview is None


@pytest.mark.parametrize(
    ("texts", "remarks"),
    [
        ({"interval": "4"}, {"interval": "Det er sjældnere end nu (3 måneder). Lovens frister gælder stadig."}),
        ({"interval": "12", "unit": "weeks"}, {}),
        ({"groups": ("refugee",)}, {"groups": "Standarden gælder ikke længere for: fordrevet fra Ukraine."}),
        ({"groups": ()}, {}),
        (
            {"valid_from": "1.11.2026"},
            {"from": "Dagen er gået: perioder, der er begyndt siden, regnes om, også dem, der er slut."},
        ),
        ({"valid_from": "nej"}, {}),
    ],
)
def test_what_is_odd_is_said_and_saving_goes_on(form: Form, texts: dict[str, object], remarks: dict[str, str]) -> None:
    form.write(**texts)

    assert form.dialog.remarks == remarks


def test_a_standard_from_the_day_another_begins_says_that_it_takes_its_place() -> None:
    form = Form(a_local_standard(valid_from=TODAY))

    form.ask(LOCAL)

    assert form.dialog.remarks["from"] == "Der begynder allerede en standard den dag; denne træder i stedet."


# What goes wrong -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_looked_at", [False, True])
def test_a_machine_that_says_no_is_told_and_what_was_typed_stays(form: Form, is_looked_at: bool) -> None:  # noqa: FBT001
    form.write(reason="Udvalget")
    if is_looked_at:
        form.go_on()
    form.store.trouble = FULL

    form.go_on()

    assert "disken er fuld" in form.dialog.error
    assert form.content() is not None
    form.store.trouble = None
    form.go_on()
    assert bool(form.store.standards) is is_looked_at


def test_a_standard_the_store_refuses_says_why(form: Form) -> None:
    form.write(reason="Udvalget")
    form.go_on()
    form.store.trouble = StandardRefused([StandardFault.NO_GROUPS])

    form.go_on()

    assert form.dialog.problems == {"groups": "Vælg mindst én målgruppe"}


def test_what_somebody_else_decided_is_told_and_looked_at_before_saving_again(form: Form) -> None:
    form.write(interval="1", reason="Udvalget")
    form.go_on()
    theirs = a_local_standard(version=1)
    form.store.standards.append(theirs)

    form.go_on()

    assert form.dialog.error == (
        "En anden har ændret standarderne imens. Besluttet nu: 2 måneder fra den 01.12.2026. Det, du har skrevet, er"
        " bevaret. Se ændringerne, og gem igen."
    )
    assert form.dialog.preview is None
    form.go_on()
    form.go_on()
    assert [each.interval.value for each in form.store.standards] == [2, 1]


def test_a_standard_somebody_else_took_back_is_told() -> None:
    form = Form(a_local_standard(version=1))
    form.ask(LOCAL)
    form.write(reason="Udvalget")
    form.go_on()
    form.store.standards.clear()

    form.go_on()

    assert "Besluttet nu: –." in form.dialog.error


def test_what_cannot_be_read_anew_is_told(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    form.write(reason="Udvalget")
    form.go_on()

    def fail(*_arguments: object) -> DecidedStandard:
        form.store.trouble = FULL
        raise ChangedMeanwhile("theirs")

    monkeypatch.setattr(form.store, "decide", fail)
    form.go_on()
    assert "disken er fuld" in form.dialog.error
    assert form.dialog.preview is not None


# Taking back ---------------------------------------------------------------------------------------------------------


def saved(form: Form) -> Callable[[], None]:
    form.write(reason="Udvalget")
    form.go_on()
    form.go_on()
    assert form.frame.undo is not None
    return form.frame.undo


def test_a_standard_is_taken_back(form: Form) -> None:
    undo = saved(form)

    undo()

    assert form.store.standards == []
    assert form.frame.done == "Standarden er taget tilbage."
    assert form.frame.changes == [Changes(settings=True)] * 2


@pytest.mark.parametrize(
    ("trouble", "text"),
    [
        (ChangedMeanwhile("id"), "Standarden er der ikke længere: en anden har ændret den."),
        (FULL, "disken er fuld"),
    ],
)
def test_what_cannot_be_taken_back_says_why(form: Form, trouble: ApplicationError, text: str) -> None:
    undo = saved(form)
    form.store.trouble = trouble

    undo()

    assert text in form.frame.error
    assert form.frame.changes == [Changes(settings=True)]


# Drafts --------------------------------------------------------------------------------------------------------------


def test_a_draft_brings_back_what_was_typed(form: Form) -> None:
    form.write(interval="6", unit="weeks", groups=("refugee",), valid_from="1/12", reason="Udv")
    typed = form.dialog.typed
    draft = a_draft_of(form)
    assert form.title(draft) == "Kommunens egen standard"
    assert (form.subject, dict(form.based_on())) == ("follow_up.local", {})

    again = Form(a_local_standard(version=3, id="theirs"))
    again.resume(draft)

    assert again.dialog.typed == typed
    assert again.based_on() == {"theirs": 3}
    assert again.content() == draft.content


def test_a_draft_says_in_what_it_differs_from_what_is_decided(form: Form) -> None:
    form.write(interval="6", unit="weeks", groups=("refugee",), reason="Udv")

    assert [tuple(each) for each in form.differences(a_draft_of(form))] == [
        ("Opfølgning mindst hver", "3", "6"),
        ("Regnet i", "måneder", "uger"),
        ("For hvem", "flygtning, fordrevet fra Ukraine", "flygtning"),
        ("Begrundelse", "", "Udv"),
    ]


def test_the_draft_goes_with_the_standard_that_is_saved(form: Form) -> None:
    form.write(reason="Udvalget")
    form.draft_id = "draft"
    form.go_on()
    form.go_on()

    assert form.store.drafts == ["draft"]
    assert form.draft_id is None
