"""Choose the logo of the letterhead, or take it away; each can be undone by the same act the other way round."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.ports import Work
from desktop_app.domain.logo import LARGEST_LOGO, Logo
from desktop_app.domain.role import Act


class LogoProblem(StrEnum):
    """Why a file is not taken in as the logo."""

    WRONG_TYPE = "wrong_type"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    CHANGED = "changed"
    OWN_FILE = "own_file"
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_FEW_PIXELS = "too_few_pixels"
    BLANK = "blank"


class LogoRefused(ApplicationError):
    """A file is not taken in as the logo; nothing was written."""

    def __init__(self, problem: LogoProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedLogo:
    """The logo there was and the one there is, None where there is none, and what is to be shown anew."""

    before: Logo | None
    now: Logo | None
    changes: Changes


def examine_logo(content: bytes, *, make: Callable[[bytes], bytes]) -> Logo:
    """Return what is printed of a file that was chosen; `make` draws it from the file's bytes.

    Raises:
        LogoRefused: the file is empty or too large, or `make` refuses it.
    """
    if not content:
        raise LogoRefused(LogoProblem.EMPTY)
    if len(content) > LARGEST_LOGO:
        raise LogoRefused(LogoProblem.TOO_LARGE)
    picture = make(content)
    return Logo(sha256=sha256(picture).hexdigest(), content=picture)


def change_logo(seen: Logo | None, wanted: Logo | None, *, work: Work) -> ChangedLogo:
    """Print `wanted` from now on, or none; `seen` is the logo as it was read. Signed plans keep theirs.

    Raises:
        ChangedMeanwhile: somebody chose another or took it away; nothing was written.
        StorageUnavailable: the machine could not write.
    """
    with work(Act.CHANGE_SETTINGS) as unit:
        municipality = unit.municipality()
        if municipality.logo != seen:
            raise ChangedMeanwhile(municipality.id)
        is_changed = wanted != seen
        if is_changed:
            unit.save_municipality(replace(municipality, logo=wanted))
            unit.commit()
    return ChangedLogo(before=seen, now=wanted, changes=Changes(settings=is_changed))
