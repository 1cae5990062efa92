"""The real window and the real command line, as their own tests have them."""

from tests.cli.conftest import cheap_passwords, enplan, own_folder, password_file
from tests.ui.conftest import danish, qapp_cls, theme

__all__ = ["cheap_passwords", "danish", "enplan", "own_folder", "password_file", "qapp_cls", "theme"]
