"""Why the machine would not read or write a file, in the user's language."""

import errno
import os
from collections.abc import Callable, Mapping

from desktop_app.translation import _

_REASONS: Mapping[int, Callable[[], str]] = {
    errno.ENOENT: lambda: _("there is no such file or folder"),
    errno.ENOTDIR: lambda: _("there is no such file or folder"),
    errno.EACCES: lambda: _("you do not have access"),
    errno.EPERM: lambda: _("you do not have access"),
    errno.EEXIST: lambda: _("a file of this name is there already"),
    errno.EISDIR: lambda: _("it is a folder"),
    errno.ENOSPC: lambda: _("the disk is full"),
    errno.EROFS: lambda: _("the disk cannot be written to"),
    errno.ENAMETOOLONG: lambda: _("the name is too long"),
}
_NUMBERS = {os.strerror(number): number for number in _REASONS}


def system_reason(said: str) -> str:
    """Return the reason for what the machine said (`OSError.strerror`); a rare one stays in the machine's words."""
    number = _NUMBERS.get(said)
    return _REASONS[number]() if number else said
