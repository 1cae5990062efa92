"""Settings and keys of a real store, changed and opened again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.application.change_settings import EditedSettings
from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.composition import Office
from desktop_app.storage.store import open_store, open_with_recovery_key
from tests.storage.builders import PASSWORD, a_new_store

NEW = "fem helt andre ord"
EDITED = EditedSettings(
    name="Nordsund Kommune", team="Team Nord", address=None, phone="12345678", email=None, privacy_contact=None
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "enplan.store"


@pytest.fixture
def recovery_key(path: Path) -> str:
    new = a_new_store(path)
    new.store.close()
    return new.recovery_key


@pytest.fixture
def office(path: Path, recovery_key: str) -> Iterator[Office]:
    assert recovery_key
    with Office(open_store(path, password=PASSWORD)) as office:
        yield office


def last_acts(office: Office) -> list[tuple[str, str]]:
    return list(office.store.connection.rows("SELECT action, user FROM log ORDER BY seq DESC LIMIT 1"))


def test_changed_settings_are_what_the_office_says_from_then_on(office: Office) -> None:
    before = office.municipality

    changes = office.settings.change_settings(before, EDITED)

    assert changes.settings
    assert (office.municipality.name, office.municipality.team, office.municipality.phone) == (
        "Nordsund Kommune",
        "Team Nord",
        "12345678",
    )
    assert office.municipality.version == before.version + 1


def test_a_new_password_opens_the_store_and_the_old_one_does_not(office: Office, path: Path) -> None:
    office.settings.change_password(PASSWORD, NEW)
    office.close()

    with pytest.raises(StoreRefused):
        open_store(path, password=PASSWORD)
    with open_store(path, password=NEW) as store:
        assert ("changed_access",) in store.connection.rows("SELECT action FROM log")


def test_another_name_is_what_the_log_says_from_then_on(office: Office, path: Path) -> None:
    office.settings.rename_user("Mette Holm", "MH", PASSWORD)
    office.settings.change_settings(office.municipality, EDITED)

    assert (office.user.name, office.user.initials) == ("Mette Holm", "MH")
    assert last_acts(office) == [("change", "Mette Holm")]
    office.close()
    open_store(path, user="MH", password=PASSWORD).close()


def test_a_recovery_key_opens_nothing_until_it_takes_the_place_of_the_old_one(
    office: Office, path: Path, recovery_key: str
) -> None:
    new = office.settings.new_recovery_key()
    office.close()
    with pytest.raises(StoreRefused) as error:
        open_with_recovery_key(path, recovery_key=new)
    assert error.value.refusal is StoreRefusal.WRONG_RECOVERY_KEY

    with Office(open_store(path, password=PASSWORD)) as again:
        again.settings.renew_recovery_key(new, PASSWORD)

    open_with_recovery_key(path, recovery_key=new).close()
    with pytest.raises(StoreRefused):
        open_with_recovery_key(path, recovery_key=recovery_key)


def test_after_the_recovery_key_a_new_password_opens(path: Path, recovery_key: str) -> None:
    with Office(open_with_recovery_key(path, recovery_key=recovery_key)) as office:
        office.settings.recover(NEW)

    open_store(path, password=NEW).close()
