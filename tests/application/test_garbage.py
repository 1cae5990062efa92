"""When Python collects cycles, and on which thread it may not."""

import gc
from threading import Thread

from desktop_app.application.garbage import go_on_collecting, no_collection


def test_the_cycle_collector_rests_only_while_many_objects_are_made() -> None:
    with no_collection():
        assert not gc.isenabled()
        with no_collection():
            pass
        assert not gc.isenabled()

    assert gc.isenabled()


def test_what_was_held_back_by_others_stays_so() -> None:
    gc.disable()
    try:
        with no_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_another_thread_never_lets_the_collector_go_on_by_itself() -> None:
    _work_on_a_thread()
    assert not gc.isenabled()

    go_on_collecting()
    assert gc.isenabled()


def test_it_goes_on_when_the_main_thread_is_through_too() -> None:
    with no_collection():
        _work_on_a_thread()
        assert not gc.isenabled()

    assert gc.isenabled()


def _work_on_a_thread() -> None:
    thread = Thread(target=_work)
    thread.start()
    thread.join()


def _work() -> None:
    with no_collection():
        pass
