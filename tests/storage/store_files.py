"""Looking at the files of a store, and damaging them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.application.errors import StoreRefused

CHECKOUT = Path(__file__).parents[2]


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def refusal_of(act: Callable[[], object]) -> StoreRefused:
    with pytest.raises(StoreRefused) as error:
        act()
    return error.value


def flip(path: Path, place: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        [byte] = file.read(1)
        file.seek(place)
        file.write(bytes([byte ^ 1]))
