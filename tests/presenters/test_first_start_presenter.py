"""The guide of the first start, from welcome to a store, and what it leaves behind when cancelled: nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop_app.application.errors import (
    BackupFailed,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
)
from desktop_app.presenters.first_start_choices import FirstChoices, FirstField, FirstStep, Problems, initials_of
from desktop_app.presenters.first_start_presenter import FirstStartPresenter
from desktop_app.presenters.new_password import StrengthShown

PASSWORD = "fire tilfældige ord"  # noqa: S105 - of no store at all
KEY = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG-HHHHH"


@dataclass
class SeenGuide:
    """The screens of the guide: what they show now."""

    step: tuple[FirstStep, int, int] | None = None
    problems: dict[FirstField, str] = field(default_factory=dict)
    place: tuple[str, bool] | None = None
    municipalities: list[tuple[str, str]] = field(default_factory=list)
    initials: str = ""
    strength: StrengthShown | None = None
    key: tuple[list[str], bool] | None = None
    backup: tuple[str, str] | None = None
    summary: list[tuple[str, str]] = field(default_factory=list)
    failure: str = ""
    question: str = ""
    is_founding: bool = False
    has_left: bool = False

    def show_step(self, step: FirstStep, number: int, count: int) -> None:
        self.step, self.problems = (step, number, count), {}

    def show_problems(self, problems: Problems) -> None:
        self.problems = {where: text for where, text in problems.items() if text}

    def show_place(self, place: str, *, is_taken: bool) -> None:
        self.place = (place, is_taken)

    def show_municipalities(self, municipalities: Sequence[tuple[str, str]]) -> None:
        self.municipalities = list(municipalities)

    def show_initials(self, initials: str) -> None:
        self.initials = initials

    def show_strength(self, strength: StrengthShown) -> None:
        self.strength = strength

    def show_recovery_key(self, groups: Sequence[str], *, is_stored: bool) -> None:
        self.key = (list(groups), is_stored)

    def show_backup(self, folder: str, warning: str) -> None:
        self.backup = (folder, warning)

    def show_summary(self, lines: Sequence[tuple[str, str]]) -> None:
        self.summary = list(lines)

    def show_failure(self, text: str) -> None:
        self.failure = text

    def ask_before_leaving(self, text: str) -> None:
        self.question = text

    def begin_founding(self) -> None:
        self.is_founding = True

    def leave(self) -> None:
        self.has_left = True


class FakeFounding:
    """A computer with two disks, on which some places will not do."""

    proposed_place = "/home/mj/EnPlan/enplan.store"

    def __init__(self) -> None:
        self.refusals: dict[str, StoreRefused] = {}
        self.keys_drawn = 0
        self.sheets: list[FirstChoices] = []
        self.saved: dict[Path, bytes] = {}
        self.is_full = False

    def check_place(self, place: str) -> None:
        if place in self.refusals:
            raise self.refusals[place]

    def check_backup_folder(self, folder: str) -> None:
        if folder == "/væk":
            raise BackupFailed(StorageTrouble.MISSING, folder)

    def lies_on_same_volume(self, place: str, folder: str) -> bool:
        return folder.startswith("/home") and place.startswith("/home")

    def new_recovery_key(self) -> str:
        self.keys_drawn += 1
        return KEY

    def recovery_sheet(self, choices: FirstChoices) -> bytes:
        self.sheets.append(choices)
        return b"%PDF"

    def save_sheet(self, path: Path, content: bytes) -> None:
        if self.is_full:
            raise OSError(28, "No space left on device")
        self.saved[path] = content


class Guide:
    """A guide that is open, and what it made."""

    def __init__(self) -> None:
        self.view = SeenGuide()
        self.founding = FakeFounding()
        self.made: list[FirstChoices] = []
        self.error: StorageUnavailable | None = None
        self.presenter = FirstStartPresenter(self.view, self.founding, found=self._found)
        self.presenter.open()

    def go_to(self, step: FirstStep) -> "Guide":
        """Answer everything well until a step is shown."""
        answers: dict[FirstStep, Callable[[], None]] = {
            FirstStep.TEAM: self._answer_team,
            FirstStep.PASSWORD: self._answer_password,
            FirstStep.BACKUP: lambda: self.presenter.choose_backup_folder("/usb/kopier"),
        }
        while self.presenter.step is not step:
            answers.get(self.presenter.step, lambda: None)()
            before = self.presenter.step
            self.presenter.next()
            assert self.presenter.step is not before, self.view.problems
        return self

    def _answer_team(self) -> None:
        self.presenter.choose_municipality("360")
        self.presenter.type_name("Mette Jensen")

    def _answer_password(self) -> None:
        self.presenter.type_password(PASSWORD)
        self.presenter.repeat_password(PASSWORD)
        self.presenter.confirm_stored(is_stored=True)

    def _found(self, choices: FirstChoices) -> None:
        if self.error:
            raise self.error
        self.made.append(choices)


@pytest.fixture
def guide() -> Guide:
    return Guide()


# From step to step ---------------------------------------------------------------------------------------------------


def test_there_are_six_steps_and_the_first_one_welcomes(guide: Guide) -> None:
    assert guide.view.step == (FirstStep.WELCOME, 1, 6)

    guide.presenter.next()

    assert guide.view.step == (FirstStep.PLACE, 2, 6)


def test_one_can_go_back_as_far_as_the_first_step(guide: Guide) -> None:
    guide.go_to(FirstStep.TEAM)

    for _time in range(4):
        guide.presenter.back()

    assert guide.view.step == (FirstStep.WELCOME, 1, 6)


def test_answers_stay_when_one_goes_back(guide: Guide) -> None:
    guide.go_to(FirstStep.EXAMPLES)
    before = guide.presenter.choices

    for _time in range(3):
        guide.presenter.back()
    for _time in range(3):
        guide.presenter.next()

    assert guide.presenter.step is FirstStep.EXAMPLES
    assert guide.presenter.choices == before


def test_everything_answered_makes_the_store(guide: Guide) -> None:
    guide.go_to(FirstStep.EXAMPLES)
    guide.presenter.choose_examples(has_examples=True)

    guide.presenter.next()
    assert guide.view.is_founding
    assert guide.made == []
    guide.presenter.found()

    assert guide.made == [
        FirstChoices(
            place="/home/mj/EnPlan/enplan.store",
            municipality="360",
            municipality_name="Lolland Kommune",
            team="Integrationsteamet",
            name="Mette Jensen",
            initials="MJ",
            password=PASSWORD,
            repeated=PASSWORD,
            recovery_key=KEY,
            backup_folder="/usb/kopier",
            has_examples=True,
        )
    ]


def test_what_will_be_made_is_shown_before(guide: Guide) -> None:
    guide.go_to(FirstStep.EXAMPLES)

    assert guide.view.summary == [
        ("Filen med sagerne", "/home/mj/EnPlan/enplan.store"),
        ("Kommune og team", "Lolland Kommune, Integrationsteamet"),
        ("Dig", "Mette Jensen (MJ)"),
        ("Sikkerhedskopi", "/usb/kopier"),
    ]


def test_a_store_that_cannot_be_made_says_why_and_everything_stays(guide: Guide) -> None:
    guide.go_to(FirstStep.EXAMPLES)
    guide.error = StorageUnavailable(StorageTrouble.DISK_FULL, "/home")

    guide.presenter.found()

    assert "disken er fuld" in guide.view.failure
    assert guide.presenter.step is FirstStep.EXAMPLES
    guide.error = None
    guide.presenter.next()
    assert guide.view.failure == ""
    guide.presenter.found()
    assert len(guide.made) == 1


# Leaving -------------------------------------------------------------------------------------------------------------


def test_before_a_key_was_put_away_one_leaves_without_a_question(guide: Guide) -> None:
    guide.go_to(FirstStep.PASSWORD)

    guide.presenter.cancel()

    assert guide.view.has_left
    assert guide.view.question == ""


def test_after_a_key_was_put_away_one_is_asked(guide: Guide) -> None:
    guide.go_to(FirstStep.BACKUP)

    guide.presenter.cancel()

    assert not guide.view.has_left
    assert guide.view.question.startswith("Der er ikke lavet noget endnu.")


# Where ---------------------------------------------------------------------------------------------------------------


def test_another_folder_keeps_the_name_of_the_file(guide: Guide) -> None:
    guide.go_to(FirstStep.PLACE)

    guide.presenter.choose_folder("/sager")

    assert guide.view.place == ("/sager/enplan.store", False)
    assert guide.view.problems == {}


def test_a_folder_that_will_not_do_is_told_at_once_and_holds_one_back(guide: Guide) -> None:
    place = "/home/mj/OneDrive/enplan.store"
    guide.founding.refusals[place] = StoreRefused(
        StoreRefusal.SYNCHRONISED_FOLDER, path=place, folder="/home/mj/OneDrive"
    )
    guide.go_to(FirstStep.PLACE)

    guide.presenter.choose_folder("/home/mj/OneDrive")
    told = dict(guide.view.problems)
    guide.presenter.next()

    assert told == guide.view.problems
    assert "/home/mj/OneDrive" in told[FirstField.PLACE]
    assert guide.presenter.step is FirstStep.PLACE


def test_a_place_with_a_store_can_be_opened_instead(guide: Guide) -> None:
    place = guide.founding.proposed_place
    guide.founding.refusals[place] = StoreRefused(StoreRefusal.EXISTS, path=place)
    guide.go_to(FirstStep.PLACE)
    assert guide.view.place == (place, False)

    guide.presenter.next()

    assert guide.view.place == (place, True)


# Who -----------------------------------------------------------------------------------------------------------------


def test_municipalities_are_in_danish_order(guide: Guide) -> None:
    names = [name for _code, name in guide.view.municipalities]

    assert len(names) == 99
    assert names[0] == "Albertslund Kommune"
    assert names[-3:] == ["Aalborg Kommune", "Aarhus Kommune", "Eksempelkommune"]


def test_what_is_missing_is_said_at_its_field(guide: Guide) -> None:
    guide.go_to(FirstStep.TEAM)
    guide.presenter.type_team(" ")

    guide.presenter.next()

    assert guide.view.problems == {
        FirstField.MUNICIPALITY: "Vælg kommunen på listen.",
        FirstField.TEAM: "Skriv teamets navn.",
        FirstField.NAME: "Skriv dit navn.",
        FirstField.INITIALS: "Skriv dine initialer.",
    }


def test_a_municipality_nobody_knows_is_none(guide: Guide) -> None:
    guide.go_to(FirstStep.TEAM)
    guide.presenter.choose_municipality("360")

    guide.presenter.choose_municipality("000")
    guide.presenter.next()

    assert FirstField.MUNICIPALITY in guide.view.problems


def test_a_name_that_cannot_be_shown_is_refused(guide: Guide) -> None:
    guide.go_to(FirstStep.TEAM)
    guide.presenter.choose_municipality("360")
    guide.presenter.type_name("Mette\u0007Jensen")

    guide.presenter.next()

    assert FirstField.NAME in guide.view.problems


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Mette Jensen", "MJ"),
        ("mette", "M"),
        ("Anna Sofie Bro Krogh", "ASK"),
        ("Ane Bro Krogh", "ABK"),
        ("øjvind ærø", "ØÆ"),
        ("", ""),
    ],
)
def test_initials_are_proposed_from_the_name(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_ones_own_initials_are_not_overwritten_until_they_are_taken_away(guide: Guide) -> None:
    guide.go_to(FirstStep.TEAM)
    guide.presenter.type_name("Mette Jensen")
    assert guide.view.initials == "MJ"

    guide.presenter.type_initials("mje")
    guide.presenter.type_name("Mette Holm")
    assert guide.presenter.choices.initials == "mje"
    guide.presenter.type_initials("")
    guide.presenter.type_name("Mette Holm Jensen")

    assert guide.presenter.choices.initials == "MHJ"


# Password and key ----------------------------------------------------------------------------------------------------


def test_the_key_is_drawn_once_and_shown_in_groups(guide: Guide) -> None:
    guide.go_to(FirstStep.PASSWORD)
    assert guide.view.key == (KEY.split("-"), False)

    guide.presenter.back()
    guide.presenter.next()

    assert guide.founding.keys_drawn == 1


def test_the_strength_follows_what_is_typed(guide: Guide) -> None:
    guide.go_to(FirstStep.PASSWORD)

    guide.presenter.type_password("xkqvszmrtbnw")

    assert guide.view.strength == StrengthShown(3, "God adgangskode")


def test_neither_a_bad_password_nor_a_key_that_lies_nowhere_goes_on(guide: Guide) -> None:
    guide.go_to(FirstStep.PASSWORD)
    guide.presenter.type_password("kort")

    guide.presenter.next()

    assert guide.view.problems == {
        FirstField.PASSWORD: "Adgangskoden skal have mindst 12 tegn. Fire tilfældige ord er godt.",
        FirstField.STORED: "Udskriv nødnøglen, læg den i teamets boks, og sæt kryds her.",
    }


def test_a_password_mistyped_the_second_time_is_told(guide: Guide) -> None:
    guide.go_to(FirstStep.PASSWORD)
    guide.presenter.type_password(PASSWORD)
    guide.presenter.repeat_password("fire tilfældige order")
    guide.presenter.confirm_stored(is_stored=True)

    guide.presenter.next()

    assert set(guide.view.problems) == {FirstField.REPEATED}


def test_the_sheet_tells_what_was_answered_before(guide: Guide) -> None:
    guide.go_to(FirstStep.PASSWORD)

    assert guide.presenter.sheet() == b"%PDF"

    [sheet] = guide.founding.sheets
    assert (sheet.recovery_key, sheet.municipality_name, sheet.name) == (KEY, "Lolland Kommune", "Mette Jensen")


def test_a_key_whose_paper_says_something_else_by_now_must_be_printed_anew(guide: Guide) -> None:
    guide.go_to(FirstStep.BACKUP)
    guide.presenter.back()
    assert guide.view.key == (KEY.split("-"), True)
    guide.presenter.back()

    guide.presenter.choose_municipality("851")
    guide.presenter.next()

    assert guide.view.key == (KEY.split("-"), False)


def test_a_tick_that_is_taken_away_counts_no_more(guide: Guide) -> None:
    guide.go_to(FirstStep.BACKUP)
    guide.presenter.back()

    guide.presenter.confirm_stored(is_stored=False)
    guide.presenter.next()

    assert guide.presenter.step is FirstStep.PASSWORD


def test_the_sheet_can_be_saved(guide: Guide) -> None:
    guide.go_to(FirstStep.PASSWORD)

    guide.presenter.save_sheet(Path("/usb/key.pdf"))

    assert guide.founding.saved == {Path("/usb/key.pdf"): b"%PDF"}
    assert guide.presenter.file_name == "noednoegle.pdf"


def test_a_sheet_that_cannot_be_saved_says_why(guide: Guide) -> None:
    guide.go_to(FirstStep.PASSWORD)
    guide.founding.is_full = True

    guide.presenter.save_sheet(Path("/usb/key.pdf"))

    assert guide.view.failure == "Siden kunne ikke gemmes i /usb/key.pdf (disken er fuld). Vælg et andet sted."


# Backups -------------------------------------------------------------------------------------------------------------


def test_no_folder_and_no_tick_holds_one_back(guide: Guide) -> None:
    guide.go_to(FirstStep.BACKUP)

    guide.presenter.next()

    assert set(guide.view.problems) == {FirstField.BACKUP_FOLDER}


def test_a_folder_on_another_disk_is_fine(guide: Guide) -> None:
    guide.go_to(FirstStep.BACKUP)

    guide.presenter.choose_backup_folder("/usb/kopier")

    assert guide.view.backup == ("/usb/kopier", "")


def test_a_folder_on_the_same_disk_is_taken_with_a_warning(guide: Guide) -> None:
    guide.go_to(FirstStep.BACKUP)

    guide.presenter.choose_backup_folder("/home/mj/kopier")

    assert guide.view.backup is not None
    assert guide.view.backup[1].startswith("Mappen ligger på samme drev som filen med sagerne.")
    guide.presenter.next()
    assert guide.presenter.step is FirstStep.EXAMPLES


def test_a_folder_that_is_not_there_is_told_and_not_chosen(guide: Guide) -> None:
    guide.go_to(FirstStep.BACKUP)

    guide.presenter.choose_backup_folder("/væk")

    assert guide.view.problems[FirstField.BACKUP_FOLDER].endswith("mappen /væk findes ikke.")
    assert guide.presenter.choices.backup_folder == ""


def test_the_choice_can_wait_with_a_warning(guide: Guide) -> None:
    guide.go_to(FirstStep.BACKUP)
    guide.presenter.choose_backup_folder("/usb/kopier")

    guide.presenter.back_up_later(later=True)

    assert guide.view.backup is not None
    assert guide.view.backup[0] == ""
    assert guide.view.backup[1].startswith("Uden sikkerhedskopi er alle sager tabt")
    guide.presenter.next()
    assert guide.view.summary[-1] == ("Sikkerhedskopi", "Ingen mappe valgt")


def test_a_folder_chosen_after_all_takes_the_tick_away(guide: Guide) -> None:
    guide.go_to(FirstStep.BACKUP)
    guide.presenter.back_up_later(later=True)

    guide.presenter.choose_backup_folder("/usb/kopier")

    assert not guide.presenter.choices.backs_up_later
    assert guide.view.backup == ("/usb/kopier", "")
