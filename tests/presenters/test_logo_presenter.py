"""The logo under Indstillinger: chosen from a file, refused with a sentence, removed, each with its undo."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.choose_logo import ChangedLogo, LogoProblem, LogoRefused, change_logo
from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.domain.logo import Logo
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.logo_presenter import LogoPresenter
from desktop_app.presenters.logo_texts import logo_problem_text
from tests.fakes import FakeStore
from tests.logos import WHITE, a_logo
from tests.presenters.scan_desk import AtOnce, Slowly

CREST = a_logo()
OTHER = a_logo(colour=WHITE)
FILES: dict[str, Logo | LogoProblem] = {"crest.png": CREST, "other.png": OTHER, "brev.docx": LogoProblem.WRONG_TYPE}


@dataclass
class FakeLogoWork:
    """The logo of a store in memory."""

    store: FakeStore = field(default_factory=FakeStore)
    is_unreadable: bool = False

    def now(self) -> Logo | None:
        if self.is_unreadable:
            raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT)
        return self.store.content.municipality.logo

    def read(self, path: str) -> Logo:
        found = FILES[path]
        if isinstance(found, LogoProblem):
            raise LogoRefused(found)
        return found

    def change(self, seen: Logo | None, wanted: Logo | None) -> ChangedLogo:
        return change_logo(seen, wanted, work=self.store.work)


@dataclass
class SeenLogo:
    """The field, and the frame around it."""

    content: bytes | None = None
    is_reading: bool = False
    problem: str = ""
    changes: list[Changes] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    undo: Callable[[], None] | None = None

    def show_logo(self, content: bytes | None) -> None:
        self.content, self.is_reading, self.problem = content, False, ""

    def show_reading(self) -> None:
        self.is_reading, self.problem = True, ""

    def show_problem(self, text: str) -> None:
        self.is_reading, self.problem = False, text

    def logo_changed(self, changes: Changes) -> None:
        self.changes.append(changes)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self.done.append(text)
        self.undo = undo

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def take_back(self) -> None:
        assert self.undo
        self.undo()


@pytest.fixture
def work() -> FakeLogoWork:
    return FakeLogoWork()


@pytest.fixture
def seen() -> SeenLogo:
    return SeenLogo()


@pytest.fixture
def logo(seen: SeenLogo, work: FakeLogoWork) -> LogoPresenter:
    presenter = LogoPresenter(seen, seen, work=work, logo=work.now, aside=AtOnce())
    presenter.show()
    return presenter


def test_where_none_is_chosen_none_is_shown(logo: LogoPresenter, seen: SeenLogo) -> None:
    logo.show()

    assert seen == SeenLogo()


def test_a_chosen_logo_is_saved_at_once_shown_and_told(logo: LogoPresenter, seen: SeenLogo, work: FakeLogoWork) -> None:
    logo.choose("crest.png")

    assert work.now() == CREST
    assert seen.content == CREST.content
    assert seen.changes == [Changes(settings=True)]
    assert seen.done == ["Logoet er valgt. Det trykkes på alle nye papirer."]


def test_undo_brings_back_the_logo_before_it(logo: LogoPresenter, seen: SeenLogo, work: FakeLogoWork) -> None:
    logo.choose("crest.png")
    logo.choose("other.png")

    seen.take_back()

    assert work.now() == CREST
    assert seen.content == CREST.content
    assert seen.done[-1] == "Logoet er som før."


def test_a_removed_logo_is_brought_back_by_undo(logo: LogoPresenter, seen: SeenLogo, work: FakeLogoWork) -> None:
    logo.choose("crest.png")
    logo.remove()
    assert work.now() is None
    assert seen.content is None
    assert seen.done[-1] == "Logoet er fjernet."

    seen.take_back()

    assert work.now() == CREST
    assert seen.content == CREST.content


def test_a_file_that_is_refused_says_why_and_leaves_the_logo(
    logo: LogoPresenter, seen: SeenLogo, work: FakeLogoWork
) -> None:
    logo.choose("crest.png")

    logo.choose("brev.docx")

    assert seen.problem == "Filen er hverken PNG eller JPG. Gem logoet som PNG, og vælg det."
    assert seen.content == CREST.content
    assert work.now() == CREST


def test_the_logo_there_is_already_is_told_without_an_undo(logo: LogoPresenter, seen: SeenLogo) -> None:
    logo.choose("crest.png")

    logo.choose("crest.png")

    assert seen.done[-1] == "Det er det logo, der allerede er valgt."
    assert seen.undo is None
    assert len(seen.changes) == 1


def test_the_last_file_that_was_chosen_counts(seen: SeenLogo, work: FakeLogoWork) -> None:
    aside = Slowly()
    logo = LogoPresenter(seen, seen, work=work, logo=work.now, aside=aside)
    logo.show()
    logo.choose("crest.png")
    assert seen.is_reading
    logo.choose("other.png")

    aside.go_on()

    assert work.now() == OTHER
    assert len(seen.changes) == 1


def test_a_logo_that_is_removed_while_another_is_read_stays_removed(seen: SeenLogo, work: FakeLogoWork) -> None:
    aside = Slowly()
    logo = LogoPresenter(seen, seen, work=work, logo=work.now, aside=aside)
    logo.show()
    logo.choose("crest.png")
    logo.remove()

    aside.go_on()

    assert work.now() is None


def test_what_somebody_else_chose_meanwhile_is_shown_and_not_overwritten(
    logo: LogoPresenter, seen: SeenLogo, work: FakeLogoWork
) -> None:
    work.change(None, OTHER)

    logo.choose("crest.png")

    assert work.now() == OTHER
    assert seen.content == OTHER.content
    assert seen.problem.startswith("En anden har ændret logoet i mellemtiden.")


def test_undo_leaves_what_somebody_else_chose_meanwhile(
    logo: LogoPresenter, seen: SeenLogo, work: FakeLogoWork
) -> None:
    logo.choose("crest.png")
    work.change(CREST, OTHER)

    seen.take_back()

    assert work.now() == OTHER
    assert seen.errors == ["En anden har ændret logoet i mellemtiden, så det bliver, som det er nu."]


def test_a_full_disk_is_told_at_the_logo(logo: LogoPresenter, seen: SeenLogo, work: FakeLogoWork) -> None:
    work.store.is_full = True

    logo.choose("crest.png")

    assert seen.problem == error_text(StorageUnavailable(StorageTrouble.DISK_FULL))
    assert seen.content is None
    assert seen.done == []


def test_a_store_that_cannot_even_be_read_leaves_what_was_shown(
    logo: LogoPresenter, seen: SeenLogo, work: FakeLogoWork
) -> None:
    logo.choose("crest.png")
    work.store.is_full = work.is_unreadable = True

    logo.remove()

    assert seen.problem
    assert seen.content == CREST.content


def test_an_undo_that_fails_is_told(logo: LogoPresenter, seen: SeenLogo, work: FakeLogoWork) -> None:
    logo.choose("crest.png")
    work.store.is_full = True

    seen.take_back()

    assert seen.errors == [error_text(StorageUnavailable(StorageTrouble.DISK_FULL))]
    assert work.now() == CREST


@pytest.mark.parametrize("problem", LogoProblem)
def test_every_refusal_says_what_is_wrong_and_what_to_do(problem: LogoProblem) -> None:
    text = logo_problem_text(problem)

    assert text.count(". ") >= 1
    assert text.endswith(".")
    assert error_text(LogoRefused(problem)) == text
