"""Two people on one plan: the second is told, nothing is overwritten unseen, and no text is lost."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.application.drafts import OthersDraft
from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.domain.plan import Plan, PlanState
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.others_drafts import while_open
from desktop_app.presenters.sign_presenter import SignPresenter
from tests.builders import a_case, a_draft
from tests.fakes import MOMENT, USER, FakeStore
from tests.presenters.plan_desk import COLLEAGUE, FakePlanWork, SeenSigning, plan_work, today
from tests.presenters.two_people import NUMBER, Person

YESTERDAY = MOMENT - timedelta(days=1)
MJ_HAS_ONE = "MJ har en kladde på denne plan fra i går kl. 10.12."


@pytest.fixture
def store() -> FakeStore:
    """A store with a complete draft of a plan."""
    return FakeStore(a_case(plans=(a_draft(),)))


def plan_in(store: FakeStore) -> Plan:
    return store.case(NUMBER).plans[0]


def left_by_mette(store: FakeStore, law: PlanLaw, text: str = "i morgenholdet") -> Person:
    """Let Mette have typed something yesterday, and locked."""
    mette = Person(store, law, USER, YESTERDAY)
    mette.unlock()
    mette.type_on(0, text)
    mette.lock()
    mette.now = MOMENT
    return mette


@pytest.mark.usefixtures("danish_clock")
def test_the_second_is_told_whose_draft_lies_there_and_since_when_and_may_go_on(store: FakeStore, law: PlanLaw) -> None:
    left_by_mette(store, law)
    anna = Person(store, law, COLLEAGUE)

    anna.unlock()

    assert anna.view.others == (
        f"{MJ_HAS_ONE} Du kan godt skrive videre. Intet bliver overskrevet: Den, der gemmer sidst, får vist, hvad den"
        " anden har gemt."
    )
    anna.name_department("og Sprogcentret")
    assert anna.presenter.save()


def test_nobody_is_told_of_a_draft_of_their_own_or_of_another_version(store: FakeStore, law: PlanLaw) -> None:
    mette = left_by_mette(store, law)

    mette.unlock()

    assert mette.view.others == ""
    assert while_open(plan_work(store, law, COLLEAGUE), "another plan", PlanState.DRAFT) == ""


def test_a_draft_that_is_saved_is_told_of_no_more(store: FakeStore, law: PlanLaw) -> None:
    mette, anna = left_by_mette(store, law), Person(store, law, COLLEAGUE)
    mette.unlock()
    mette.presenter.save()
    mette.lock()

    anna.unlock()

    assert anna.view.others == ""


@pytest.mark.usefixtures("danish_clock")
def test_who_closes_the_plan_for_signing_is_told_first(store: FakeStore, law: PlanLaw) -> None:
    left_by_mette(store, law)
    anna = Person(store, law, COLLEAGUE)
    anna.unlock()

    anna.presenter.want_ready()

    [(_title, [first, *_others])] = anna.view.questions
    assert first.text == f"{MJ_HAS_ONE} Kladden kan ikke gemmes, når planen er gjort klar til underskrift."


@pytest.mark.usefixtures("danish_clock")
def test_who_registers_the_signatures_is_told_first(store: FakeStore, law: PlanLaw) -> None:
    left_by_mette(store, law)
    anna = Person(store, law, COLLEAGUE)
    anna.unlock()
    anna.presenter.make_ready()
    dialog = SeenSigning()

    SignPresenter(dialog, dialog, work=plan_work(store, law, COLLEAGUE), today=today).ask(
        store.case(NUMBER), plan_in(store)
    )

    said = f"{MJ_HAS_ONE} Det, der står i kladden, kommer ikke med i det, der bliver underskrevet."
    assert (dialog.others, anna.view.others) == (said, said)


def test_a_plan_that_is_signed_says_nothing_of_drafts(law: PlanLaw) -> None:
    store = FakeStore(a_case(plans=(a_draft(),)))
    left_by_mette(store, law)

    for state in (PlanState.SIGNED, PlanState.REPLACED, PlanState.ANNULLED):
        assert while_open(plan_work(store, law, COLLEAGUE), plan_in(store).id, state) == ""


def test_where_the_drafts_cannot_be_read_the_plan_is_shown_all_the_same(store: FakeStore, law: PlanLaw) -> None:
    class NoDrafts(FakePlanWork):
        def others_at(self, screen: str, plan_id: str) -> list[OthersDraft]:
            raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT, f"{screen} {plan_id}")

    work = plan_work(store, law)

    assert while_open(NoDrafts(work.store, work.law, work.municipality), plan_in(store).id, PlanState.DRAFT) == ""


# Who comes back ------------------------------------------------------------------------------------------------------


def test_who_comes_back_finds_the_draft_over_what_was_saved_meanwhile_and_is_shown_that(
    store: FakeStore, law: PlanLaw
) -> None:
    mette, anna = left_by_mette(store, law), Person(store, law, COLLEAGUE)
    anna.unlock()
    anna.type_on(1, "på aftenhold")
    anna.presenter.save()
    anna.lock()

    mette.unlock()

    assert [goal.text for goal in mette.form.goals] == [
        "Ordinært arbejde i køkken i morgenholdet",
        "Prøve i Dansk 2 på aftenhold",
    ]
    assert mette.view.remark == (
        "Planen er ændret, efter at kladden blev skrevet. Sammenlign, før du gemmer. Gemt i mellemtiden af en anden:"
        " Mål: Dansk: Prøve i Dansk 2 → Dansk: Prøve i Dansk 2 på aftenhold"
    )
    assert mette.presenter.save()
    assert [goal.text for goal in plan_in(store).goals] == [goal.text for goal in mette.form.goals]


def test_the_differences_of_a_draft_are_only_what_was_typed_in_it(store: FakeStore, law: PlanLaw) -> None:
    mette, anna = left_by_mette(store, law), Person(store, law, COLLEAGUE)
    anna.unlock()
    anna.type_on(1, "på aftenhold")
    anna.presenter.save()
    mette.unlock()
    [draft] = mette.left_lying()

    assert mette.presenter.differences(draft) == [
        Difference(
            "Mål",
            "Beskæftigelsesmål: Ordinært arbejde i køkken",
            "Beskæftigelsesmål: Ordinært arbejde i køkken i morgenholdet",
        )
    ]


def test_a_draft_of_a_version_somebody_discarded_can_still_be_read(store: FakeStore, law: PlanLaw) -> None:
    mette, anna = left_by_mette(store, law), Person(store, law, COLLEAGUE)
    anna.unlock()
    anna.presenter.discard()
    mette.unlock()

    mette.keeper.offer()
    mette.keeper.compare()

    _title, differences = mette.drafts.differences
    assert Difference("Mål", "", "Beskæftigelsesmål: Ordinært arbejde i køkken i morgenholdet") in differences
    mette.keeper.resume()
    assert mette.drafts.not_kept
    assert len(mette.left_lying()) == 1


def test_a_draft_of_an_earlier_program_is_put_back_as_it_was_typed(store: FakeStore, law: PlanLaw) -> None:
    mette, anna = left_by_mette(store, law), Person(store, law, COLLEAGUE)
    with store.work() as unit:
        [draft] = unit.drafts.all()
        old = {key: value for key, value in draft.content.items() if key != "opened_as"}
        unit.drafts.keep(replace(draft, content=old))
        unit.commit()
    anna.unlock()
    anna.type_on(1, "på aftenhold")
    anna.presenter.save()

    mette.unlock()

    assert [goal.text for goal in mette.form.goals] == ["Ordinært arbejde i køkken i morgenholdet", "Prøve i Dansk 2"]
    assert mette.view.remark == "Planen er ændret, efter at kladden blev skrevet. Sammenlign, før du gemmer."


def test_a_draft_of_a_plan_closed_meanwhile_stays_until_it_can_be_put_back(store: FakeStore, law: PlanLaw) -> None:
    mette, anna = left_by_mette(store, law), Person(store, law, COLLEAGUE)
    anna.unlock()
    anna.presenter.make_ready()

    mette.unlock()
    assert mette.drafts.not_kept
    mette.lock()
    anna.presenter.reopen()
    mette.unlock()

    assert mette.form.goals[0].text == "Ordinært arbejde i køkken i morgenholdet"


# However their work falls together ------------------------------------------------------------------------------------


class Interleaving:
    """Two people who act in an order drawn by a seed, and every word either of them typed."""

    def __init__(self, law: PlanLaw, seed: int) -> None:
        self.store = FakeStore(a_case(plans=(a_draft(),)))
        self.people = (Person(self.store, law, USER), Person(self.store, law, COLLEAGUE))
        self.chance = random.Random(seed)  # noqa: S311 - the same orders every time
        self.words: list[str] = []
        self.taken_away = ""

    def act(self) -> None:
        person = self.chance.choice(self.people)
        if not person.is_here:
            assert person.unlock()
        elif not person.can_write:
            self.chance.choice((person.reopen, person.lock))()
        else:
            self._one_of(person)

    def _one_of(self, person: Person) -> None:
        acts: tuple[Callable[[], object], ...] = (
            lambda: self._type(person),
            person.presenter.save,
            person.lock,
            person.keeper.keep_all,
            person.presenter.make_ready,
        )
        self.chance.choices(acts, (16, 6, 6, 4, 1))[0]()

    def _type(self, person: Person) -> None:
        word = f"{person.name[0]}{len(self.words):02}"
        place = self.chance.randrange(9)
        how = self.chance.randrange(8)
        if how == 0:
            self.taken_away += person.take_away(place)
            return
        self.words.append(word)
        if how == 1:
            person.add(word)
        elif how == 2:
            person.name_department(word)
        else:
            person.type_on(place, word)

    def finish(self) -> None:
        """Let both leave, and come back one after the other to save what they left."""
        for person in self.people:
            if person.is_here:
                person.lock()
        for person in self.people:
            while person.unlock() and (person.left_lying() or not person.can_write):
                if not person.can_write:
                    person.reopen()
                assert person.presenter.save()
                person.lock()
            person.lock()

    def lost(self) -> list[str]:
        """Return the words that stand nowhere: in no plan, in no line of the history."""
        kept = f"{self.store.case(NUMBER)} {self.store.content.history}"
        return [word for word in self.words if word not in kept]

    def overwritten_unseen(self) -> list[str]:
        """Return the words that stand in the plan no more, not shown to who saved over them or took them away."""
        saved = str(self.store.case(NUMBER))
        remarks = (remark for person in self.people for remark in person.view.remarks)
        shown = " ".join([self.taken_away, *remarks])
        return [word for word in self.words if word not in saved and word not in shown]


@pytest.mark.parametrize("block", range(8))
def test_no_text_is_lost_in_any_of_200_orders_of_two_people_at_work(law: PlanLaw, block: int) -> None:
    typed = 0
    for seed in range(25 * block, 25 * block + 25):
        work = Interleaving(law, seed)
        for _ in range(16):
            work.act()

        work.finish()

        typed += len(work.words)
        assert (seed, work.lost()) == (seed, [])
        assert (seed, work.overwritten_unseen()) == (seed, [])
    assert typed > 100
