"""The logo is chosen and taken away; each can be undone, and nobody overwrites what another chose."""

from hashlib import sha256

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.choose_logo import LogoProblem, LogoRefused, change_logo, examine_logo
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.domain.logo import LARGEST_LOGO, Logo
from tests.fakes import FakeStore
from tests.logos import WHITE, a_logo

CREST = a_logo()
OTHER = a_logo(colour=WHITE)


def logo_of(store: FakeStore) -> Logo | None:
    with store.work() as unit:
        return unit.municipality().logo


def drawn(content: bytes) -> bytes:
    return b"drawn " + content[:4]


def refused(content: bytes) -> LogoProblem:
    with pytest.raises(LogoRefused) as error:
        examine_logo(content, make=drawn)
    return error.value.problem


def test_what_is_printed_of_a_file_is_known_by_its_own_checksum() -> None:
    logo = examine_logo(b"file with more", make=drawn)

    assert logo.content == b"drawn file"
    assert logo.sha256 == sha256(b"drawn file").hexdigest()


def test_an_empty_file_and_one_above_the_limit_are_refused_before_they_are_looked_into() -> None:
    assert refused(b"") is LogoProblem.EMPTY
    assert refused(bytes(LARGEST_LOGO + 1)) is LogoProblem.TOO_LARGE
    assert examine_logo(bytes(LARGEST_LOGO), make=drawn)


def test_a_logo_is_chosen_changed_and_removed() -> None:
    store = FakeStore()

    assert change_logo(None, CREST, work=store.work).changes == Changes(settings=True)
    assert logo_of(store) == CREST
    change_logo(CREST, OTHER, work=store.work)
    assert logo_of(store) == OTHER
    removed = change_logo(OTHER, None, work=store.work)

    assert logo_of(store) is None
    assert (removed.before, removed.now) == (OTHER, None)


def test_the_same_act_the_other_way_round_undoes_it() -> None:
    store = FakeStore()
    change_logo(None, CREST, work=store.work)
    done = change_logo(CREST, OTHER, work=store.work)

    change_logo(done.now, done.before, work=store.work)

    assert logo_of(store) == CREST


def test_the_logo_there_is_already_is_not_written_again() -> None:
    store = FakeStore()
    change_logo(None, CREST, work=store.work)
    before = store.content.municipality

    assert change_logo(CREST, a_logo(), work=store.work).changes == Changes()
    assert store.content.municipality == before


def test_who_chooses_second_is_told_and_overwrites_nothing() -> None:
    store = FakeStore()
    change_logo(None, CREST, work=store.work)

    with pytest.raises(ChangedMeanwhile):
        change_logo(None, OTHER, work=store.work)

    assert logo_of(store) == CREST
