"""The notice that there has been no backup of the latest changes for some days."""

from datetime import timedelta

import pytest

from desktop_app.application.back_up import Backup, KnownBackups
from desktop_app.application.preferences import Preferences
from desktop_app.presenters.backup_age import AgeNotice, backup_age_notice
from tests.presenters.test_backup_presenter import NOW, FakeBackups

BOTH = Preferences(backup_folder="/usb", second_backup_folder="/stik")


def days_ago(days: float) -> Backup:
    return Backup("the last", NOW - timedelta(days=days))


def notice(work: FakeBackups, chosen: Preferences = BOTH) -> AgeNotice | None:
    return backup_age_notice(work, chosen, NOW)


@pytest.mark.parametrize(("days", "is_said"), [(0, False), (2.9, False), (3, True), (40, True)])
def test_it_is_said_after_three_days(days: float, is_said: bool) -> None:  # noqa: FBT001 - given
    work = FakeBackups()
    work.last = days_ago(days)

    assert (notice(work) is not None) is is_said


def test_it_says_how_old_the_latest_is_and_what_is_at_stake() -> None:
    work = FakeBackups()
    work.last = days_ago(5)

    assert notice(work) == AgeNotice(
        "Den nyeste sikkerhedskopi er 5 dage gammel",
        "Det, der er skrevet siden, er tabt, hvis computeren går i stykker.",
    )


def test_a_backup_that_has_everything_is_never_too_old() -> None:
    work = FakeBackups()
    work.last, work.is_due = days_ago(40), False

    assert notice(work) is None


def test_a_backup_in_either_place_will_do() -> None:
    work = FakeBackups()
    work.last, work.out_of_reach = days_ago(1), {"/usb"}

    assert notice(work) is None


def test_a_place_that_cannot_be_reached_counts_as_the_log_noted_it() -> None:
    work = FakeBackups()
    work.out_of_reach = {"/usb", "/stik"}
    work.known_backups = KnownBackups(noted_at=NOW - timedelta(days=2), begun_at=NOW - timedelta(days=90))
    assert notice(work) is None

    work.known_backups = KnownBackups(noted_at=NOW - timedelta(days=4), begun_at=NOW - timedelta(days=90))

    said = notice(work)
    assert said
    assert said.title == "Den nyeste sikkerhedskopi er 4 dage gammel"
    assert "/usb kan ikke nås" in said.body


def test_without_a_folder_one_is_told_to_choose_one_when_the_store_is_three_days_old() -> None:
    work = FakeBackups()
    assert notice(work, Preferences()) is None

    work.known_backups = KnownBackups(noted_at=None, begun_at=NOW - timedelta(days=3))

    assert notice(work, Preferences()) == AgeNotice(
        "Der er ingen sikkerhedskopi af sagerne",
        "Det, der er skrevet siden, er tabt, hvis computeren går i stykker. Vælg en mappe til sikkerhedskopier.",
    )


def test_an_empty_folder_is_no_backup() -> None:
    work = FakeBackups()
    work.last = None
    work.known_backups = KnownBackups(noted_at=None, begun_at=NOW - timedelta(days=9))

    said = notice(work, Preferences(backup_folder="/usb"))

    assert said
    assert said.title == "Der er ingen sikkerhedskopi af sagerne"
