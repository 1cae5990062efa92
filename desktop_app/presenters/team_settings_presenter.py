"""Kommune og team: what letterheads and plans name, changed in a form whose draft is kept."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Protocol

from desktop_app.application.change_settings import EditedSettings
from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.ports import Draft
from desktop_app.domain.municipality import Municipality
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.meanwhile import meanwhile_text
from desktop_app.presenters.typed_text import one_line, text_problem
from desktop_app.translation import _


class TeamField(StrEnum):
    """What can be changed, in the order it stands."""

    NAME = "name"
    TEAM = "team"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    PRIVACY_CONTACT = "privacy_contact"


class TeamSettingsView(Protocol):
    """The section of the settings about the municipality."""

    def show_values(self, values: Mapping[TeamField, str]) -> None:
        """Show what the fields hold."""
        ...

    def show_problems(self, problems: Mapping[TeamField, str]) -> None:
        """Say at each field what is wrong, at the others nothing; the keyboard goes to the first."""
        ...

    def show_failure(self, text: str) -> None:
        """Say why nothing was saved; an empty text takes it away."""
        ...

    def say_saved(self, changes: Changes) -> None:
        """Say that it is saved, and what was changed."""
        ...


class TeamSettingsPresenter:
    """The form of the municipality's settings (`presenters.drafts.DraftedForm`)."""

    screen = "settings"

    def __init__(
        self,
        view: TeamSettingsView,
        *,
        municipality: Callable[[], Municipality],
        save: Callable[[Municipality, EditedSettings, str | None], Changes],
        discard_draft: Callable[[str], None],
    ) -> None:
        self._view = view
        self._read_now = municipality
        self._save = save
        self._discard_draft = discard_draft
        self._read: Municipality | None = None
        self._values: dict[TeamField, str] = {}
        self.draft_id: str | None = None

    @property
    def subject(self) -> str:
        """The municipality."""
        return self._read.id if self._read else ""

    def show(self) -> None:
        """Show the settings as they are saved; what is typed and not saved stays."""
        if self.content() is not None:
            self._keep_up()
            return
        self._read = self._read_now()
        self._values = _values_of(self._read)
        self._view.show_values(self._values)
        self._view.show_problems({})
        self._view.show_failure("")

    def _keep_up(self) -> None:
        """Go on from the settings as they are now, where all that is shown here is as it was: the logo is not."""
        now = self._read_now()
        if self._read and _values_of(now) == _values_of(self._read):
            self._read = now

    def type(self, field: TeamField, text: str) -> None:
        """Write something in a field."""
        self._values[field] = text

    def save(self) -> None:
        """Save the form."""
        if self._read is None:
            return
        values = {field: one_line(text) for field, text in self._values.items()}
        problems = _problems(values)
        self._view.show_problems(problems)
        if any(problems.values()):
            return
        edited = EditedSettings(
            name=values[TeamField.NAME],
            team=values[TeamField.TEAM],
            address=values[TeamField.ADDRESS] or None,
            phone=values[TeamField.PHONE] or None,
            email=values[TeamField.EMAIL] or None,
            privacy_contact=values[TeamField.PRIVACY_CONTACT] or None,
        )
        try:
            changes = self._save(self._read, edited, self.draft_id)
        except ChangedMeanwhile:
            self._rebase(self._read)
            return
        except ApplicationError as error:
            self._view.show_failure(error_text(error))
            return
        self.draft_id = None
        self._forget()
        self._view.say_saved(changes)

    def undo(self) -> None:
        """Let go of what was typed, and show what is saved."""
        failure = ""
        if self.draft_id is not None:
            try:
                self._discard_draft(self.draft_id)
                self.draft_id = None
            except ApplicationError as error:  # the frame tries again with the next keeping
                failure = error_text(error)
        self._forget()
        self._view.show_failure(failure)

    # As drafts ask of a form ------------------------------------------------------------------------------------------

    def content(self) -> Mapping[str, Any] | None:
        """Return what is typed, None while it is what was read."""
        if self._read is None or self._values == _values_of(self._read):
            return None
        return {field.value: text for field, text in self._values.items()}

    def based_on(self) -> Mapping[str, int]:
        """Return the version that was read."""
        return {self._read.id: self._read.version} if self._read else {}

    def title(self, draft: Draft) -> str:  # noqa: ARG002 - there is one form of the kind
        """Return what the draft is of."""
        return _("Settings, municipality and team")

    def resume(self, draft: Draft) -> None:
        """Put back what was typed, over the settings as they are now."""
        self._read = self._read_now()
        self._values = _values_of(self._read) | _typed(draft)
        self._view.show_values(self._values)

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return what the draft says otherwise than what is saved."""
        saved, typed = _values_of(self._read_now()), _typed(draft)
        names = _names()
        return [
            Difference(names[field], saved[field], typed[field])
            for field in TeamField
            if field in typed and typed[field] != saved[field]
        ]

    def _rebase(self, before: Municipality) -> None:
        """Put what was typed over what somebody else has saved meanwhile."""
        try:
            now = self._read_now()
        except ApplicationError as error:
            self._view.show_failure(error_text(error))
            return
        was, is_now = _values_of(before), _values_of(now)
        self._read = now
        self._values = {field: text if text != was[field] else is_now[field] for field, text in self._values.items()}
        self._view.show_values(self._values)
        names = _names()
        saved = [
            Difference(names[field], was[field], is_now[field]) for field in TeamField if was[field] != is_now[field]
        ]
        text = _(
            "Somebody else has changed these settings meanwhile. What you typed stands over what is saved now. Look it"
            " through, and save again."
        )
        self._view.show_failure(" ".join(filter(None, (text, meanwhile_text(saved)))))

    def _forget(self) -> None:
        self._read = None
        self.show()


def _names() -> Mapping[TeamField, str]:
    return {
        TeamField.NAME: _("Municipality"),
        TeamField.TEAM: _("Team"),
        TeamField.ADDRESS: _("Address"),
        TeamField.PHONE: _("Telephone"),
        TeamField.EMAIL: _("E-mail"),
        TeamField.PRIVACY_CONTACT: _("Contact for data protection"),
    }


def _values_of(municipality: Municipality) -> dict[TeamField, str]:
    return {field: getattr(municipality, field.value) or "" for field in TeamField}


def _typed(draft: Draft) -> dict[TeamField, str]:
    return {field: str(draft.content[field.value]) for field in TeamField if field.value in draft.content}


def _problems(values: Mapping[TeamField, str]) -> Mapping[TeamField, str]:
    problems = {field: text_problem(text) for field, text in values.items()}
    problems[TeamField.NAME] = text_problem(values[TeamField.NAME], _("Type the name of the municipality."))
    problems[TeamField.TEAM] = text_problem(values[TeamField.TEAM], _("Type the name of the team."))
    email = values[TeamField.EMAIL]
    if email and ("@" not in email.strip("@") or " " in email):
        problems[TeamField.EMAIL] = _("Type the e-mail address as name@municipality.dk.")
    return problems
