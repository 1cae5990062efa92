"""Preferences come back as they were kept, and no file keeps the program from starting."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.preferences import COLOURS, LANGUAGES, Preferences, WindowPlace
from desktop_app.storage.preferences_file import PreferencesFile, read_preferences

CHOSEN = Preferences(
    window=WindowPlace(-40, 20, 1100, 700, is_maximised=True),
    colours="dark",
    text_percent=150,
    language="en",
    lock_minutes=3,
    backup_folder="/media/kopier æøå",
    last_store="/home/mj/sager/enplan.store",
    last_user="Mette Jensen",
    copied_fields=("name", "address"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "EnPlan" / "preferences.json"


def test_nothing_is_chosen_before_somebody_chooses(path: Path) -> None:
    assert PreferencesFile(path).current == Preferences()
    assert not path.parent.exists()


def test_what_was_chosen_is_there_after_the_next_start(path: Path) -> None:
    PreferencesFile(path).keep(CHOSEN)

    assert PreferencesFile(path).current == CHOSEN
    assert PreferencesFile(path).place == str(path)


whole = st.integers(-2000, 5000)
places = st.builds(WindowPlace, whole, whole, st.integers(1, 5000), st.integers(1, 5000), st.booleans())
printable = st.text(st.characters(exclude_categories=("C", "Z")))


@given(
    st.builds(
        Preferences,
        window=st.none() | places,
        colours=st.sampled_from(COLOURS),
        text_percent=st.integers(80, 200),
        language=st.sampled_from(LANGUAGES),
        lock_minutes=st.integers(1, 15),
        backup_folder=printable,
        last_store=printable,
        last_user=printable,
        copied_fields=st.none() | st.lists(printable).map(tuple),
    )
)
def test_every_choice_comes_back(tmp_path_factory: pytest.TempPathFactory, preferences: Preferences) -> None:
    path = tmp_path_factory.mktemp("preferences") / "preferences.json"

    PreferencesFile(path).keep(preferences)

    assert read_preferences(path) == preferences


def test_only_the_owner_reads_them(path: Path) -> None:
    PreferencesFile(path).keep(CHOSEN)

    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_what_is_as_it_was_is_not_written(path: Path) -> None:
    PreferencesFile(path).keep(Preferences())

    assert not path.exists()


def test_a_choice_that_cannot_be_written_holds_until_the_program_ends(path: Path) -> None:
    path.parent.write_bytes(b"a file where the folder should be")
    preferences = PreferencesFile(path)

    with pytest.raises(FileExistsError):
        preferences.keep(CHOSEN)

    assert preferences.current == CHOSEN


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff", b"{", b"[]", b"null", b'"text"', b"[" * 100_000, "{}".encode("utf-16")],
    ids=["empty", "bytes", "cut", "a list", "null", "a text", "deep", "utf-16"],
)
def test_a_damaged_file_is_as_if_nothing_had_been_chosen(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    assert read_preferences(path) == Preferences()


def test_a_folder_in_the_place_of_the_file_is_as_if_nothing_had_been_chosen(path: Path) -> None:
    path.mkdir(parents=True)

    assert read_preferences(path) == Preferences()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("colours", "pink"),
        ("colours", 1),
        ("text_percent", 79),
        ("text_percent", 201),
        ("text_percent", "150"),
        ("text_percent", 150.0),
        ("text_percent", True),
        ("language", "de"),
        ("lock_minutes", 0),
        ("lock_minutes", 16),
        ("backup_folder", None),
        ("backup_folder", "a\nb"),
        ("last_store", ["x"]),
        ("last_user", 7),
        ("copied_fields", "name"),
        ("copied_fields", [1]),
        ("window", []),
        ("window", {"left": 0, "top": 0, "width": 0, "height": 10}),
        ("window", {"left": 0, "top": 0, "width": 10, "height": -1}),
        ("window", {"left": 10**9, "top": 0, "width": 10, "height": 10}),
        ("window", {"left": 0, "top": None, "width": 10, "height": 10}),
        ("window", {"left": 0, "width": 10, "height": 10}),
    ],
)
def test_a_senseless_choice_leaves_the_others(path: Path, field: str, value: object) -> None:
    PreferencesFile(path).keep(CHOSEN)
    content = json.loads(path.read_bytes())
    path.write_text(json.dumps(content | {field: value}), encoding="utf-8")

    assert read_preferences(path) == replace(CHOSEN, **{field: getattr(Preferences(), field)})


def test_what_a_later_version_writes_is_passed_over(path: Path) -> None:
    PreferencesFile(path).keep(CHOSEN)
    content = json.loads(path.read_bytes())
    path.write_text(json.dumps(content | {"sound": "loud"}), encoding="utf-8")

    assert read_preferences(path) == CHOSEN
