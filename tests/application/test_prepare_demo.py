"""Making a store ready for made-up people."""

import pytest

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.application.prepare_demo import prepare_demo
from tests.builders import a_case
from tests.fakes import EKSEMPELKOMMUNE, FakeStore


def test_an_empty_store_becomes_a_fictional_one() -> None:
    store = FakeStore()

    prepare_demo(work=store.work)

    assert store.content.municipality.fictional
    assert store.content.municipality.version == 2


def test_a_store_that_is_fictional_already_is_left_alone() -> None:
    store = FakeStore()
    prepare_demo(work=store.work)
    before = store.content

    prepare_demo(work=store.work)

    assert store.content is before


def test_a_store_that_holds_cases_is_refused_and_stays_real() -> None:
    store = FakeStore(a_case(), municipality=EKSEMPELKOMMUNE)

    with pytest.raises(StoreRefused) as refused:
        prepare_demo(work=store.work)

    assert refused.value.refusal is StoreRefusal.HOLDS_CASES
    assert not store.content.municipality.fictional
