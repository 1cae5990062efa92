"""What lies ready before a store is open: the rules, the texts, the municipalities, and how a store is made."""

import errno
import os
import tomllib
from dataclasses import replace
from pathlib import Path

from desktop_app.application.errors import RuleFileError
from desktop_app.domain.full_week import FullWeeks
from desktop_app.domain.legal_texts import LegalTexts
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.rulebook import Rulebook
from desktop_app.resource_files import resource
from desktop_app.storage.full_week_file import read_full_weeks
from desktop_app.storage.law_files import LawFiles, read_law_files
from desktop_app.storage.legal_text_file import read_legal_texts
from desktop_app.storage.rulebook_file import read_rulebook
from desktop_app.storage.store import NewStore, create_store

SETTINGS = "municipality"


def municipality_name(code: str) -> str | None:
    """Return the name of a municipality by its three-digit code, None when there is none."""
    names: dict[str, str] = tomllib.loads(resource("places", "municipalities.toml").read_text(encoding="utf-8"))[
        "municipalities"
    ]
    return names.get(code)


def law_files() -> LawFiles:
    """Return the files of rules and texts that come with the program.

    Raises:
        RuleFileError: the machine could not read one of them.
    """
    return read_law_files(resource())


def rulebook() -> Rulebook:
    """Return the rules that come with the program.

    Raises:
        RuleFileError: a rule file is not as rules are written.
    """
    return read_rulebook(resource("law"))


def rulebook_in(folder: Path) -> Rulebook:
    """Return the rules that lie in a folder.

    Raises:
        NotADirectoryError: there is no such folder.
        RuleFileError: a file is not as rules are written; it is named with its folder.
    """
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    try:
        return read_rulebook(folder)
    except RuleFileError as error:
        place = folder if error.file == folder.name else folder / error.file
        raise RuleFileError(
            error.problem, file=str(place), rule=error.rule, key=error.key, detail=error.detail
        ) from error


def legal_texts() -> LegalTexts:
    """Return the texts of legal weight that come with the program.

    Raises:
        RuleFileError: the file is not as texts are written.
    """
    return read_legal_texts(resource("texts", "plan.toml"))


def full_weeks() -> FullWeeks:
    """Return the full weeks that come with the program.

    Raises:
        RuleFileError: the file is not as they are written.
    """
    return read_full_weeks(resource("law", "limits", "full_week.toml"))


def new_store(
    path: Path,
    *,
    user: str,
    initials: str,
    password: str,
    code: str,
    team: str | None = None,
    fictional: bool = False,
    recovery_key: str | None = None,
) -> NewStore:
    """Make a store for a municipality whose code is known; without a `team` it has the usual name.

    Raises:
        StoreRefused, PasswordTooShort, StorageUnavailable: as `storage.store.create_store` says.
    """
    municipality = Municipality(id=SETTINGS, code=code, name=municipality_name(code) or code, fictional=fictional)
    if team:
        municipality = replace(municipality, team=team)
    return create_store(
        path,
        user=user,
        initials=initials,
        password=password,
        municipality=municipality,
        recovery_key=recovery_key,
    )
