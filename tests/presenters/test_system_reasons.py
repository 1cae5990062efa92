"""Why the machine would not read or write a file, in the user's language."""

import errno
import os

import pytest

from desktop_app.presenters.system_reasons import system_reason


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOENT, "filen eller mappen findes ikke"),
        (errno.ENOTDIR, "filen eller mappen findes ikke"),
        (errno.EACCES, "du har ikke adgang"),
        (errno.EPERM, "du har ikke adgang"),
        (errno.EISDIR, "det er en mappe"),
        (errno.ENOSPC, "disken er fuld"),
        (errno.EROFS, "der kan ikke skrives på disken"),
        (errno.ENAMETOOLONG, "navnet er for langt"),
    ],
)
def test_what_the_machine_says_is_said_in_danish(number: int, reason: str) -> None:
    assert system_reason(os.strerror(number)) == reason


@pytest.mark.parametrize("said", ["Too many levels of symbolic links", ""])
def test_what_is_rare_stays_in_the_machines_words(said: str) -> None:
    assert system_reason(said) == said
