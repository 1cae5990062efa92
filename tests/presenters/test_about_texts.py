"""What the program says of itself."""

import pytest

from desktop_app import __version__
from desktop_app.presenters.about_texts import about_facts, licences


@pytest.mark.parametrize("store", ["/home/mj/EnPlan/enplan.store", "C:\\Users\\mj\\EnPlan\\enplan.store"])
def test_version_and_every_place_are_told(store: str) -> None:
    facts = dict(about_facts(store, "/home/mj/.config/EnPlan/preferences.json", "/usb/kopier"))

    assert facts == {
        "Version": __version__,
        "Filen med sagerne": store,
        "Nøglerne til den": "enplan.store.keys.json, ved siden af filen",
        "Sikkerhedskopier": "/usb/kopier",
        "Valg på denne computer": "/home/mj/.config/EnPlan/preferences.json",
    }


def test_no_folder_is_told_as_such() -> None:
    assert dict(about_facts("/a", "/b", ""))["Sikkerhedskopier"] == "Ingen mappe valgt"


def test_every_licence_is_named() -> None:
    assert all(part and licence for part, licence in licences())
    assert dict(licences())["Én Plan"] == "Mozilla Public License 2.0"
