"""Keeping, changing and removing the team's phrases."""

from dataclasses import replace

import pytest

from desktop_app.application.errors import ChangedMeanwhile, StorageUnavailable
from desktop_app.application.write_phrases import (
    PhraseRefused,
    change_phrase,
    keep_phrases,
    list_phrases,
    remove_phrases,
)
from desktop_app.domain.phrase import PhraseFault, PhrasePlace
from tests.fakes import FakeStore
from tests.storage.builders import a_draft, a_phrase, new_id


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


def test_phrases_are_kept_trimmed_and_listed(store: FakeStore) -> None:
    phrase = a_phrase(text="  Du er i job \n senest …  ", name=" Job  nu ")

    [kept] = keep_phrases([phrase], work=store.work)

    assert kept == replace(phrase, text="Du er i job\n senest …", name="Job nu", version=1)
    assert list_phrases(work=store.work) == [kept]


def test_several_are_kept_together_or_not_at_all(store: FakeStore) -> None:
    with pytest.raises(PhraseRefused) as refused:
        keep_phrases([a_phrase(), a_phrase(text="010190-1234", name="0101901234")], work=store.work)

    assert refused.value.faults == (PhraseFault.TEXT_HOLDS_CPR, PhraseFault.NAME_HOLDS_CPR)
    assert list_phrases(work=store.work) == []


def test_a_phrase_is_changed_and_changed_back(store: FakeStore) -> None:
    [kept] = keep_phrases([a_phrase()], work=store.work)

    changed = change_phrase(
        replace(kept, text=" Andet ", place=PhrasePlace.EVERYWHERE, kind=None, name=""), work=store.work
    )

    assert (changed.text, changed.version) == ("Andet", 2)
    back = change_phrase(replace(kept, version=2), work=store.work)
    assert list_phrases(work=store.work) == [back] == [replace(kept, version=3)]


def test_a_change_with_faults_is_refused(store: FakeStore) -> None:
    [kept] = keep_phrases([a_phrase()], work=store.work)

    with pytest.raises(PhraseRefused):
        change_phrase(replace(kept, text=""), work=store.work)

    assert list_phrases(work=store.work) == [kept]


def test_the_second_of_two_who_change_a_phrase_is_told(store: FakeStore) -> None:
    [kept] = keep_phrases([a_phrase()], work=store.work)
    change_phrase(replace(kept, text="Først"), work=store.work)

    with pytest.raises(ChangedMeanwhile):
        change_phrase(replace(kept, text="Sidst"), work=store.work)
    with pytest.raises(ChangedMeanwhile):
        remove_phrases([kept], work=store.work)

    assert [phrase.text for phrase in list_phrases(work=store.work)] == ["Først"]


def test_phrases_are_removed_together_or_not_at_all(store: FakeStore) -> None:
    kept = keep_phrases([a_phrase(), a_phrase(text="Andet")], work=store.work)

    with pytest.raises(ChangedMeanwhile):
        remove_phrases([*kept, a_phrase(version=1)], work=store.work)
    assert len(list_phrases(work=store.work)) == 2

    remove_phrases(kept, work=store.work)
    assert list_phrases(work=store.work) == []


def test_the_draft_goes_in_the_same_transaction(store: FakeStore) -> None:
    first, second = a_draft(screen="phrase"), a_draft(screen="phrase", id=new_id())
    with store.work() as unit:
        unit.drafts.keep(first)
        unit.drafts.keep(second)
        unit.commit()

    [kept] = keep_phrases([a_phrase()], work=store.work, draft_id=first.id)
    with store.work() as unit:
        assert [draft.id for draft in unit.drafts.all()] == [second.id]

    change_phrase(replace(kept, text="Andet"), work=store.work, draft_id=second.id)
    with store.work() as unit:
        assert unit.drafts.all() == []


def test_nothing_is_kept_where_the_machine_could_not_write(store: FakeStore) -> None:
    store.is_full = True

    with pytest.raises(StorageUnavailable):
        keep_phrases([a_phrase()], work=store.work)

    store.is_full = False
    assert list_phrases(work=store.work) == []
