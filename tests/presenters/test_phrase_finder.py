"""The list of phrases over the page one writes on, and the list of all under the settings."""

from dataclasses import dataclass, field, replace

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.domain.phrase import Phrase, PhrasePlace, PhraseSpot
from desktop_app.domain.plan import GoalKind
from desktop_app.presenters.phrase_acts import PhraseActs
from desktop_app.presenters.phrase_finder import PhraseFinder
from desktop_app.presenters.phrase_presenter import PhrasePresenter, TypedPhrase
from desktop_app.presenters.phrases_presenter import PhrasesPresenter, ShownPhrase
from tests.presenters.phrase_desk import (
    ANY_GOAL,
    JOB,
    NOTE,
    FakePhrases,
    SeenDialog,
    SeenFollower,
    SeenList,
    SeenSection,
)

FULL = StorageUnavailable(StorageTrouble.DISK_FULL)
WORK = PhraseSpot(place=PhrasePlace.GOAL, kind=GoalKind.EMPLOYMENT)
ACTS = ["Gem teksten som formulering …", "Ret og fjern formuleringer"]


@dataclass
class Asked:
    """What the finder asked for."""

    inserted: list[str] = field(default_factory=list)
    kept: list[tuple[PhraseSpot, str]] = field(default_factory=list)
    managed: int = 0
    opened: int = 0

    def keep(self, spot: PhraseSpot, text: str) -> None:
        self.kept.append((spot, text))

    def manage(self) -> None:
        self.managed += 1

    def open_again(self) -> None:
        self.opened += 1


class Finder(PhraseFinder):
    """The finder with the list, the frame and the store it works with."""

    def __init__(self, *phrases: Phrase) -> None:
        self.list, self.frame, self.store, self.asked = SeenList(), SeenFollower(), FakePhrases(*phrases), Asked()
        super().__init__(
            self.list,
            self.frame,
            PhraseActs(self.frame, self.store),
            work=self.store,
            insert=self.asked.inserted.append,
            keep=self.asked.keep,
            manage=self.asked.manage,
            open_again=self.asked.open_again,
        )


def test_those_for_the_field_come_first_and_what_one_can_do_last() -> None:
    finder = Finder(NOTE, ANY_GOAL, JOB)

    assert finder.open(WORK, "Noget", is_selected=False)

    assert finder.list.titles() == {
        "Til dette felt": ["Job", "Æblet falder fra stammen"],
        "Andre formuleringer": ["Uændret"],
        "Handlinger": ACTS,
    }
    assert finder.list.count == "3 formuleringer"
    assert [row.detail for group in finder.list.groups[:2] for row in group.rows] == [
        "Du er i job som …",
        "Mål",
        "Opfølgning, notat: Ingen ændringer.",
    ]


def test_words_are_found_however_they_are_spelt_in_name_text_and_place() -> None:
    finder = Finder(NOTE, ANY_GOAL, JOB)
    finder.open(WORK, "", is_selected=False)

    for query, titles in (
        ("aeblet STAMMEN", ["Æblet falder fra stammen"]),
        ("andringer", ["Uændret"]),
        ("beskæft", ["Job"]),
        ("opfølgning", ["Uændret"]),
        ("ret fjern", ["Ret og fjern formuleringer"]),
        ("zebra", []),
    ):
        finder.search(query)
        assert [title for rows in finder.list.titles().values() for title in rows] == titles


def test_the_pieces_that_were_typed_are_marked() -> None:
    finder = Finder(JOB)
    finder.open(WORK, "", is_selected=False)

    finder.search("jo")

    assert finder.list.groups[0].rows[0].bold == ((0, 2),)


def test_a_phrase_that_is_chosen_is_put_in_and_shown_whole_before() -> None:
    finder = Finder(ANY_GOAL)
    finder.open(WORK, "Noget", is_selected=False)

    finder.look_at(finder.list.id_of("Æblet falder fra stammen"))
    assert finder.list.whole == ANY_GOAL.text
    finder.look_at(finder.list.id_of(ACTS[0]))
    assert finder.list.whole == ""
    finder.choose(finder.list.id_of("Æblet falder fra stammen"))

    assert finder.asked.inserted == [ANY_GOAL.text]


def test_what_is_selected_can_be_kept_and_all_be_looked_after() -> None:
    finder = Finder(JOB)
    finder.open(WORK, " valgt ", is_selected=True)

    finder.choose(finder.list.id_of("Gem den markerede tekst som formulering …"))
    finder.choose(finder.list.id_of(ACTS[1]))
    finder.choose("no such row")

    assert finder.asked.kept == [(WORK, "valgt")]
    assert finder.asked.managed == 1


def test_a_team_without_phrases_is_offered_some_to_begin_with_and_may_let_them_go_again() -> None:
    finder = Finder()
    finder.open(WORK, "", is_selected=False)
    assert finder.list.titles() == {"Handlinger": ["Hent 2 formuleringer at begynde med", ACTS[1]]}

    finder.choose(finder.list.id_of("Hent 2 formuleringer at begynde med"))

    assert finder.store.texts() == sorted([JOB.text, NOTE.text])
    assert finder.asked.opened == 1
    assert finder.frame.done == (
        "2 formuleringer er hentet. Ret dem til jeres egne ord under Indstillinger, Formuleringer."
    )
    assert finder.frame.undo
    finder.frame.undo()
    assert finder.store.texts() == []


def test_what_cannot_be_read_or_written_is_said() -> None:
    finder = Finder()
    finder.open(WORK, "", is_selected=False)
    finder.store.trouble = FULL

    finder.choose("act:take-in")
    assert finder.frame.error
    finder.frame.error = ""
    assert not finder.open(WORK, "", is_selected=False)
    assert finder.frame.error


# Under the settings --------------------------------------------------------------------------------------------------


class Section(PhrasesPresenter):
    """The presenter with the section, the dialog, the frame and the store it works with."""

    def __init__(self, *phrases: Phrase) -> None:
        self.section, self.dialog, self.frame = SeenSection(), SeenDialog(), SeenFollower()
        self.store = FakePhrases(*phrases)
        acts = PhraseActs(self.frame, self.store)
        form = PhrasePresenter(self.dialog, self.frame, acts, work=self.store)
        super().__init__(self.section, form, acts, work=self.store)
        self.show()


def test_phrases_are_listed_under_the_places_they_fit_at() -> None:
    section = Section(NOTE, ANY_GOAL, JOB)

    assert [(title, [row.title for row in rows]) for title, rows in section.section.groups] == [
        ("Mål", ["Job", "Æblet falder fra stammen"]),
        ("Opfølgning, notat", ["Uændret"]),
    ]
    job = section.store.named("Job")
    assert section.section.groups[0][1][0] == ShownPhrase(
        id=job.id, title="Job", text=JOB.text, kind="Beskæftigelsesmål"
    )
    assert section.section.groups[0][1][1].text == section.section.groups[0][1][1].kind == ""


def test_what_cannot_be_read_is_said_until_it_can() -> None:
    section = Section(JOB)
    section.store.trouble = FULL

    section.show()
    assert section.section.failure
    section.store.trouble = None
    section.show()

    assert not section.section.failure


def test_the_dialog_is_asked_for_a_new_phrase_or_what_one_is_to_say() -> None:
    section = Section(JOB)

    section.add()
    assert (section.dialog.typed, section.dialog.is_new) == (TypedPhrase(), True)
    section.change(section.store.named("Job").id)
    assert section.dialog.typed
    assert (section.dialog.typed.name, section.dialog.is_new) == ("Job", False)
    section.dialog.typed = None
    section.change("gone")
    assert section.dialog.typed is None


def test_a_phrase_is_removed_and_had_back() -> None:
    section = Section(JOB)

    section.remove("gone")
    section.remove(section.store.named("Job").id)
    assert section.store.texts() == []
    assert section.frame.done == "»Job« er fjernet. Det, der er skrevet med den, bliver stående."
    assert section.frame.undo
    section.frame.undo()

    assert [replace(phrase, id="", version=0) for phrase in section.store.all()] == [JOB]


def test_one_that_somebody_else_has_changed_meanwhile_is_not_removed() -> None:
    section = Section(JOB)
    section.store.change(replace(section.store.named("Job"), text="Andres ord"))

    section.remove(section.store.named("Job").id)

    assert section.store.texts() == ["Andres ord"]
    assert section.frame.error.startswith("En anden har i mellemtiden rettet eller fjernet formuleringen.")
    assert section.frame.refreshed == 1


def test_what_cannot_be_removed_or_taken_back_is_said() -> None:
    section = Section(JOB)
    job = section.store.named("Job")
    section.store.trouble = FULL
    section.remove(job.id)
    assert section.frame.error

    section.store.trouble, section.frame.error = None, ""
    section.remove(job.id)
    assert section.frame.undo
    section.store.trouble = FULL
    section.frame.undo()
    assert section.frame.error


def test_what_somebody_else_has_changed_since_is_not_taken_back() -> None:
    section = Section()
    section.take_in_starting()
    section.store.change(replace(section.store.named("Job"), text="Andres ord"))

    assert section.frame.undo
    section.frame.undo()

    assert section.frame.error.startswith("En anden")
    assert "Andres ord" in section.store.texts()
