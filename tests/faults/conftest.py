"""The real window and the real command line, as their own tests have them."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import cheap_passwords, enplan, own_folder, password_file
from tests.faults.faulty_disk import compiled, compiler
from tests.ui.conftest import danish, qapp_cls, theme

__all__ = ["cheap_passwords", "danish", "enplan", "own_folder", "password_file", "qapp_cls", "theme"]


@pytest.fixture(scope="session")
def faulty_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets a disk fail, made by the machine's own compiler."""
    can_be_made = sys.platform == "linux" and compiler() is not None
    if not can_be_made:
        pytest.skip("a disk fails by a library only Linux loads before others, and a C compiler makes it")
    return compiled(tmp_path_factory.mktemp("faulty-disk"))
