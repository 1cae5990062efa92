"""What is said of backups."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.application.back_up import Backup, BackupReport, CheckedBackup
from desktop_app.application.errors import BackupFailed, StorageTrouble
from desktop_app.presenters.backup_texts import backup_failure, backup_lines, last_backup

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.usefixtures("danish_clock")
@pytest.mark.parametrize(
    ("made_at", "text"),
    [
        (None, "Der er endnu ikke lavet en sikkerhedskopi"),
        (datetime(2026, 11, 22, 7, 5, tzinfo=UTC), "Sidste sikkerhedskopi i dag kl. 08.05"),
        (datetime(2026, 11, 21, 23, 30, tzinfo=UTC), "Sidste sikkerhedskopi i dag kl. 00.30"),
        (datetime(2026, 11, 21, 22, 30, tzinfo=UTC), "Sidste sikkerhedskopi i går kl. 23.30"),
        (datetime(2026, 11, 20, 7, 5, tzinfo=UTC), "Sidste sikkerhedskopi 20.11.2026 kl. 08.05"),
    ],
)
def test_the_last_backup_is_told_by_the_clock_on_the_wall(made_at: datetime | None, text: str) -> None:
    assert last_backup(made_at, NOW) == text


@pytest.mark.parametrize("trouble", list(StorageTrouble))
def test_every_failure_names_the_folder(trouble: StorageTrouble) -> None:
    text = backup_failure(BackupFailed(trouble, "/kopier"))

    assert "/kopier" in text
    assert text.endswith(".")


def a_report(removed: int) -> BackupReport:
    made = CheckedBackup(
        backup=Backup("enplan.store", NOW - timedelta(minutes=1)), path="/kopier/k.store", pages=40, entries=1, cases=2
    )
    return BackupReport(made=made, removed=removed)


def test_what_was_checked_is_counted() -> None:
    assert list(backup_lines(a_report(removed=0))) == [
        "Lavede sikkerhedskopien /kopier/k.store.",
        "Åbnede den igen og kontrollerede 40 sider, 1 linje i loggen og 2 sager: den er magen til filen med sagerne.",
    ]


def test_how_many_older_ones_gave_way_is_told() -> None:
    assert list(backup_lines(a_report(removed=1)))[2:] == ["Fjernede 1 ældre sikkerhedskopi."]
    assert list(backup_lines(a_report(removed=3)))[2:] == ["Fjernede 3 ældre sikkerhedskopier."]
