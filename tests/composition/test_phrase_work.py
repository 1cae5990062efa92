"""The phrases of a real store: kept for the whole team, there after it was closed, and no part of a case."""

from pathlib import Path

from desktop_app.composition import Office
from desktop_app.storage.store import open_store
from desktop_app.storage.verify import verify
from tests.builders import a_case
from tests.storage.builders import PASSWORD, a_new_store


def test_phrases_are_kept_changed_and_removed_with_a_history_and_leave_no_case_behind(tmp_path: Path) -> None:
    path = tmp_path / "enplan.store"
    with Office(a_new_store(path).store) as office:
        with office.store.work() as unit:
            unit.cases.add(a_case(plans=()))
            unit.commit()
        exported = office.export_content(None)
        kept = office.phrases.keep(office.phrases.starting)
        first = office.phrases.change(kept[0])
        assert first == kept[0]  # nothing was changed, so nothing was written
        office.phrases.remove(kept[1:])
        assert office.export_content(None) == exported

    with Office(open_store(path, password=PASSWORD)) as office:
        assert office.phrases.all() == [first]
        assert verify(office.store).is_sound
