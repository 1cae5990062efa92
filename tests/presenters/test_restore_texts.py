"""What is said of fetching a backup back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop_app.application.errors import RestoreProblem, RestoreRefused
from desktop_app.application.restore_backup import CheckedBackup, FoundBackup, Restored
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.restore_texts import checked_words, day_and_time, restored_lines, users_words

AT = datetime(2026, 11, 22, 8, 5, tzinfo=UTC)
FOUND = FoundBackup(
    path="/usb/x.store", made_at=AT, size=405504, store_id="s", users=("Mette Jensen", "Anna Krogh"), was_checked=True
)
CHECKED = CheckedBackup(pages=99, entries=18, records=15, cases=1, last_at=AT, last_by="Mette Jensen")
REPORT = Restored(
    backup="x.store", place="/sager/enplan.store", checked=CHECKED, set_aside="/sager/enplan.aside-1.store"
)


@pytest.mark.parametrize("problem", RestoreProblem)
def test_every_problem_names_the_place_and_says_what_to_do(problem: RestoreProblem) -> None:
    text = error_text(RestoreRefused(problem, "/usb/x.store"))

    assert "/usb/x.store" in text
    assert text.count(".") >= 2


@pytest.mark.usefixtures("danish_clock")
def test_the_moment_is_told_as_the_clock_on_the_wall_had_it() -> None:
    assert day_and_time(AT) == "22.11.2026 kl. 09.05"


def test_who_can_open_it_is_told() -> None:
    assert users_words(FOUND) == "Mette Jensen, Anna Krogh"
    assert users_words(replace(FOUND, users=())) == "ingen: nøglefilen mangler eller er beskadiget"


def test_whether_it_was_checked_is_told() -> None:
    assert checked_words(FOUND) == "ja, da den blev lavet"
    assert checked_words(replace(FOUND, was_checked=False)) == "nej"


@pytest.mark.usefixtures("danish_clock")
def test_what_was_done_is_told_line_by_line() -> None:
    assert list(restored_lines(REPORT)) == [
        (
            "Kontrollerede sikkerhedskopien x.store: 99 sider, 18 linjer i loggens kæde, 15 poster mod deres"
            " revisioner, 1 sag."
        ),
        "Den seneste ændring i filen er lavet af Mette Jensen den 22.11.2026 kl. 09.05.",
        "Den ligger nu på /sager/enplan.store, er åbnet dér og er det, der blev kontrolleret. Det står i loggen.",
        "Det, der lå der før, er gemt som /sager/enplan.aside-1.store.",
    ]


def test_what_never_was_is_not_told() -> None:
    report = replace(REPORT, checked=replace(CHECKED, last_at=None, last_by=""), set_aside="")

    assert len(list(restored_lines(report))) == 2
