"""Drafts: what somebody types is kept before it is saved, and offered again after locking, closing or a crash."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, NamedTuple, Protocol

from desktop_app.application.errors import ApplicationError
from desktop_app.application.ports import Draft
from desktop_app.presenters.error_texts import error_text
from desktop_app.translation import _, short_date


class Difference(NamedTuple):
    """A field in which a draft and what is saved differ, in words."""

    field: str
    saved: str
    typed: str


class DraftedForm(Protocol):
    """A form whose content is kept while it is typed."""

    draft_id: str | None
    """The draft its content is kept in, None while there is none. Saving the form discards it and says None again."""

    @property
    def screen(self) -> str:
        """Which form it is."""
        ...

    @property
    def subject(self) -> str:
        """The id of the record the form is about, empty for somebody new."""
        ...

    def content(self) -> Mapping[str, Any] | None:
        """Return everything typed as JSON, or None while the form is closed or as it was when it was opened."""
        ...

    def based_on(self) -> Mapping[str, int]:
        """Return the versions of the records the form was opened from, by id."""
        ...

    def title(self, draft: Draft) -> str:
        """Return what a draft is of, as in "Ny modtagelse" or "Opfølgning, sag 2026-014"."""
        ...

    def resume(self, draft: Draft) -> None:
        """Open the form and put back what was typed."""
        ...

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return what the draft says otherwise than what is saved now."""
        ...


class DraftWork(Protocol):
    """What the open store does with drafts."""

    def keep(
        self,
        *,
        screen: str,
        subject: str,
        content: Mapping[str, Any],
        based_on: Mapping[str, int],
        draft_id: str | None,
    ) -> Draft:
        """Keep the content of a form, in the place of its draft if there is one.

        Raises:
            StorageUnavailable: the machine could not write.
        """
        ...

    def mine(self) -> Sequence[Draft]:
        """Return the user's own drafts, the latest first."""
        ...

    def discard(self, draft_id: str) -> None:
        """Let a draft go."""
        ...


class DraftView(Protocol):
    """Where it is said how drafts stand."""

    def show_kept(self, sentence: str) -> None:
        """Say that what was typed is kept."""
        ...

    def show_not_kept(self, sentence: str) -> None:
        """Say that it could not be, and why."""
        ...

    def offer_draft(self, sentence: str) -> None:
        """Offer to go on with a draft."""
        ...

    def hide_offer(self) -> None:
        """Offer nothing."""
        ...

    def show_discarded(self, undo: Callable[[], None]) -> None:
        """Say that the draft on offer was let go, and for a while offer to have it back."""
        ...

    def show_differences(self, title: str, differences: Sequence[Difference]) -> None:
        """Show in what a draft differs from what is saved."""
        ...


class DraftKeeper:
    """Keeps the drafts of all forms, and offers those left from before, one after the other."""

    def __init__(self, view: DraftView, *, work: DraftWork, now: Callable[[], datetime]) -> None:
        self._view = view
        self._work = work
        self._now = now
        self._forms: dict[str, DraftedForm] = {}
        self._kept: dict[str, Mapping[str, Any]] = {}
        self._offered: list[Draft] = []
        self._carried: list[Draft] = []

    def register(self, form: DraftedForm) -> None:
        """Look after a form."""
        self._forms[form.screen] = form

    def keep_all(self) -> list[Draft]:
        """Keep what is typed in every form; return what could not be kept, to be offered again.

        With it comes what could not be kept before and nobody has gone on with since.
        """
        unkept = [draft for form in self._forms.values() if (draft := self.keep(form))]
        return [*unkept, *self._carried]

    def keep(self, form: DraftedForm) -> Draft | None:
        """Keep what is typed in a form, and return it if it could not be kept.

        What is on the screen stays there in any case.
        """
        self._withdraw(form.draft_id)
        content = form.content()
        try:
            if content is None:
                self._let_go(form)
            elif form.draft_id is None or self._kept.get(form.draft_id) != content:
                draft = self._work.keep(
                    screen=form.screen,
                    subject=form.subject,
                    content=content,
                    based_on=form.based_on(),
                    draft_id=form.draft_id,
                )
                form.draft_id = draft.id
                self._kept[draft.id] = content
                self._view.show_kept(_("Draft saved at {time}").format(time=clock_text(draft.saved_at)))
        except ApplicationError as error:
            self._view.show_not_kept(error_text(error))
            return self._unkept(form, content)
        return None

    def opened(self, form: DraftedForm) -> None:
        """Put back what was typed before in a form that was just opened from its record."""
        of_form = (form.screen, form.subject)
        left = (draft for draft in (*self._carried, *self._mine()) if (draft.screen, draft.subject) == of_form)
        draft = next(left, None)
        if draft is not None and not (draft.id and form.draft_id == draft.id) and self._resume(draft):
            self._settle(draft)
            moment = moment_text(draft.saved_at, self._now())
            self._view.show_kept(_("Your draft from {moment} is here again").format(moment=moment))

    def offer(self, carried: Sequence[Draft] = ()) -> None:
        """Offer the drafts left from before, first those that were `carried` because they could not be kept."""
        self._carried = [draft for draft in carried if draft.screen in self._forms]
        ids = {draft.id for draft in carried}
        left = [draft for draft in self._mine() if draft.id not in ids and draft.screen in self._forms]
        self._offered = [*self._carried, *left]
        self._offer_next()

    def resume(self) -> None:
        """Go on with the draft on offer."""
        draft = self._offered[0]
        if self._resume(draft):
            self._settle(draft)

    def compare(self) -> None:
        """Show in what the draft on offer differs from what is saved."""
        draft = self._offered[0]
        form = self._forms[draft.screen]
        try:
            differences = form.differences(draft)
        except ApplicationError as error:
            self._view.show_not_kept(error_text(error))
            return
        self._view.show_differences(form.title(draft), differences)

    def discard(self) -> None:
        """Let the draft on offer go."""
        draft = self._offered[0]
        try:
            if draft.id:
                self._work.discard(draft.id)
        except ApplicationError as error:
            self._view.show_not_kept(error_text(error))
            return
        self._settle(draft)
        self._view.show_discarded(partial(self._have_back, draft))

    def let_go(self, form: DraftedForm) -> Callable[[], None] | None:
        """Return what opens a form again with what is typed in it now, or None if nothing is; it may then be closed."""
        draft = self._unkept(form, form.content())
        return None if draft is None else partial(self._open_again, replace(draft, id=""))

    def _have_back(self, draft: Draft) -> None:
        """Offer a draft again that was let go, kept as before if it can be."""
        try:
            again = self._work.keep(
                screen=draft.screen,
                subject=draft.subject,
                content=draft.content,
                based_on=draft.based_on,
                draft_id=None,
            )
        except ApplicationError:
            again = replace(draft, id="")
        self._offered = [again, *self._offered]
        self._offer_next()

    def _open_again(self, draft: Draft) -> None:
        if self._resume(draft):
            self.keep(self._forms[draft.screen])

    def _resume(self, draft: Draft) -> bool:
        form = self._forms[draft.screen]
        if self.keep(form):
            return False  # what stands in the form stands nowhere else
        form.draft_id = None
        try:
            form.resume(draft)
        except ApplicationError as error:
            self._view.show_not_kept(error_text(error))
            return False
        form.draft_id = draft.id or None
        return True

    def _unkept(self, form: DraftedForm, content: Mapping[str, Any] | None) -> Draft | None:
        if content is None:
            return None
        return Draft(
            id=form.draft_id or "",
            user="",
            screen=form.screen,
            subject=form.subject,
            content=content,
            based_on=form.based_on(),
            saved_at=self._now(),
        )

    def _let_go(self, form: DraftedForm) -> None:
        if form.draft_id is not None:
            self._work.discard(form.draft_id)
            self._kept.pop(form.draft_id, None)
            form.draft_id = None

    def _mine(self) -> Sequence[Draft]:
        try:
            return self._work.mine()
        except ApplicationError as error:
            self._view.show_not_kept(error_text(error))
            return ()

    def _settle(self, draft: Draft) -> None:
        """Offer a draft no more: it is gone on with, or let go."""
        self._carried = [one for one in self._carried if one != draft]
        self._offered = [one for one in self._offered if one != draft]
        self._offer_next()

    def _withdraw(self, draft_id: str | None) -> None:
        """Offer no more the draft a form goes on with: it would be put back over what was typed since."""
        open_now = [draft for draft in self._offered if draft.id == draft_id and draft not in self._carried]
        for draft in open_now:
            self._settle(draft)

    def _offer_next(self) -> None:
        if not self._offered:
            self._view.hide_offer()
            return
        draft = self._offered[0]
        self._view.offer_draft(
            _("You have a draft from {moment}: {title}.").format(
                moment=moment_text(draft.saved_at, self._now()), title=self._forms[draft.screen].title(draft)
            )
        )


def moment_text(moment: datetime, now: datetime) -> str:
    """Return "kl. 14.03" for a moment of today, "i går kl. 14.03", otherwise "21.11.2026 kl. 14.03"; both are aware."""
    at, today = moment.astimezone(), now.astimezone().date()
    if at.date() == today:
        return _("at {time}").format(time=clock_text(moment))
    if at.date() == today - timedelta(days=1):
        return _("yesterday at {time}").format(time=clock_text(moment))
    return _("{date} at {time}").format(date=short_date(at.date()), time=clock_text(moment))


def draft_text(draft: Draft, today: date) -> str:
    """Return "Kladde fra kl. 14.03" for a draft of today, otherwise "Kladde fra 21.11. kl. 14.03"."""
    at = draft.saved_at.astimezone()
    time = clock_text(draft.saved_at)
    if at.date() == today:
        return _("Draft from {time}").format(time=time)
    return _("Draft from {date} at {time}").format(date=f"{at:%d.%m.}", time=time)


def clock_text(moment: datetime) -> str:
    """Return an aware moment as the clock on the wall shows it: 14.03."""
    return f"{moment.astimezone():%H.%M}"
