"""What the guide of the first start asks for, step by step, and what is wrong with an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath

from desktop_app.presenters.new_password import password_problem, repeated_problem
from desktop_app.presenters.typed_text import text_problem
from desktop_app.translation import _

TEAM = "Integrationsteamet"
"""The name proposed for a team: Danish whatever the language of the screen, since it is printed on Danish paper."""


class FirstStep(StrEnum):
    """The steps of the guide, in order."""

    WELCOME = "welcome"
    PLACE = "place"
    TEAM = "team"
    PASSWORD = "password"  # noqa: S105 - the name of a step
    BACKUP = "backup"
    EXAMPLES = "examples"


class FirstField(StrEnum):
    """What can be wrong in a step, in the order it stands there."""

    PLACE = "place"
    MUNICIPALITY = "municipality"
    TEAM = "team"
    NAME = "name"
    INITIALS = "initials"
    PASSWORD = "password"  # noqa: S105 - the name of a field
    REPEATED = "repeated"
    STORED = "stored"
    BACKUP_FOLDER = "backup_folder"


_MOST_INITIALS = 3

Problems = Mapping[FirstField, str]
"""What is wrong at which field; an empty text says that nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstChoices:
    """What was answered so far; `municipality` is a code, empty while none is chosen."""

    place: str
    municipality: str = ""
    municipality_name: str = ""
    team: str = TEAM
    name: str = ""
    initials: str = ""
    password: str = ""
    repeated: str = ""
    recovery_key: str = ""
    backup_folder: str = ""
    backs_up_later: bool = False
    has_examples: bool = False

    @property
    def on_sheet(self) -> tuple[str, ...]:
        """What the printed recovery key says besides the key: changed afterwards, it must be printed anew."""
        return (self.place, self.municipality, self.team, self.name)

    def in_folder(self, folder: str) -> "FirstChoices":
        """Return the choices with the store in another folder, under the same name."""
        return replace(self, place=str(PurePath(folder, PurePath(self.place).name)))


def team_problems(choices: FirstChoices) -> Problems:
    """Return what is wrong with municipality, team, name and initials."""
    return {
        FirstField.MUNICIPALITY: "" if choices.municipality else _("Choose the municipality from the list."),
        FirstField.TEAM: text_problem(choices.team, _("Type the name of the team.")),
        FirstField.NAME: text_problem(choices.name, _("Type your name.")),
        FirstField.INITIALS: text_problem(choices.initials, _("Type your initials.")),
    }


def password_problems(choices: FirstChoices, *, is_stored: bool) -> Problems:
    """Return what is wrong with the password and the recovery key; `is_stored` tells that its paper is in the box."""
    problems = {FirstField.PASSWORD: password_problem(choices.password)}
    if not problems[FirstField.PASSWORD]:
        problems[FirstField.REPEATED] = repeated_problem(choices.password, choices.repeated)
    if not is_stored:
        problems[FirstField.STORED] = _("Print the recovery key, put it in the team's box, and tick here.")
    return problems


def backup_problems(choices: FirstChoices) -> Problems:
    """Return what is wrong with the folder of the backups."""
    if choices.backup_folder or choices.backs_up_later:
        return {}
    return {FirstField.BACKUP_FOLDER: _("Choose a folder, or tick that you will choose one later.")}


def initials_of(name: str) -> str:
    """Return the initials proposed for a name: the first letter of its first and its last words, three at most."""
    words = name.split()
    chosen: Sequence[str] = words if len(words) <= _MOST_INITIALS else (*words[: _MOST_INITIALS - 1], words[-1])
    return "".join(word[0] for word in chosen).upper()
