"""What the presenters of phrases work with: a store in memory, the views, and the frame around them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.application.errors import ApplicationError
from desktop_app.application.write_phrases import change_phrase, keep_phrases, list_phrases, remove_phrases
from desktop_app.domain.phrase import Phrase, PhrasePlace
from desktop_app.domain.plan import GoalKind
from desktop_app.presenters.phrase_presenter import TypedPhrase
from desktop_app.presenters.phrases_presenter import ShownPhrase
from desktop_app.presenters.quick_open_presenter import QuickGroup
from tests.fakes import FakeStore
from tests.storage.builders import new_id

JOB = Phrase(id="", place=PhrasePlace.GOAL, kind=GoalKind.EMPLOYMENT, name="Job", text="Du er i job som …")
ANY_GOAL = Phrase(id="", place=PhrasePlace.GOAL, text="Æblet falder\nfra stammen")
NOTE = Phrase(id="", place=PhrasePlace.FOLLOW_UP, text="Ingen ændringer.", name="Uændret")


class FakePhrases:
    """The phrases of a store; `trouble` is what every call meets."""

    def __init__(self, *phrases: Phrase) -> None:
        self.store = FakeStore()
        self.trouble: ApplicationError | None = None
        self.drafts: list[str | None] = []
        self.starting: Sequence[Phrase] = (JOB, NOTE)
        if phrases:
            self.keep(phrases)

    def all(self) -> Sequence[Phrase]:
        self._meet_trouble()
        return list_phrases(work=self.store.work)

    def keep(self, phrases: Sequence[Phrase], draft_id: str | None = None) -> Sequence[Phrase]:
        self._meet_trouble()
        self.drafts.append(draft_id)
        new = [replace(phrase, id=new_id(), version=0) for phrase in phrases]
        return keep_phrases(new, work=self.store.work, draft_id=draft_id)

    def change(self, phrase: Phrase, draft_id: str | None = None) -> Phrase:
        self._meet_trouble()
        self.drafts.append(draft_id)
        return change_phrase(phrase, work=self.store.work, draft_id=draft_id)

    def remove(self, phrases: Sequence[Phrase]) -> None:
        self._meet_trouble()
        remove_phrases(phrases, work=self.store.work)

    def texts(self) -> list[str]:
        """Return every text that is kept, in the order of the alphabet."""
        return sorted(phrase.text for phrase in self.all())

    def named(self, name: str) -> Phrase:
        return next(phrase for phrase in self.all() if phrase.name == name)

    def _meet_trouble(self) -> None:
        if self.trouble:
            raise self.trouble


@dataclass
class SeenFollower:
    """The frame around: what it was told."""

    done: str = ""
    undo: Callable[[], None] | None = None
    error: str = ""
    refreshed: int = 0

    def phrases_changed(self) -> None:
        self.refreshed += 1

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self.done, self.undo = text, undo

    def show_error(self, text: str) -> None:
        self.error = text


@dataclass
class SeenDialog:
    """The dialog: what it shows."""

    typed: TypedPhrase | None = None
    is_new: bool = False
    problems: Mapping[str, str] = field(default_factory=dict)
    error: str = ""
    is_finished: bool = False

    def ask(self, typed: TypedPhrase, *, is_new: bool) -> None:
        self.typed, self.is_new = typed, is_new

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.problems = problems

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        raise AssertionError(remarks)

    def show_error(self, text: str) -> None:
        self.error = text

    def finish(self) -> None:
        self.is_finished = True


@dataclass
class SeenList:
    """The list over the page: what it shows."""

    groups: Sequence[QuickGroup] = ()
    count: str = ""
    whole: str = ""

    def show_groups(self, groups: Sequence[QuickGroup], count: str) -> None:
        self.groups, self.count = groups, count

    def show_whole(self, text: str) -> None:
        self.whole = text

    def titles(self) -> dict[str, list[str]]:
        return {group.title: [row.title for row in group.rows] for group in self.groups}

    def id_of(self, title: str) -> str:
        return next(row.id for group in self.groups for row in group.rows if row.title == title)


@dataclass
class SeenSection:
    """The section of the settings: what it shows."""

    groups: Sequence[tuple[str, Sequence[ShownPhrase]]] = ()
    failure: str = ""

    def show_phrases(self, groups: Sequence[tuple[str, Sequence[ShownPhrase]]]) -> None:
        self.groups = groups

    def show_failure(self, text: str) -> None:
        self.failure = text
