"""No copy of the program's memory is left where it crashes: names, numbers and the key of the store lie in it."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

_FILTER: Final = Path("/proc/self/coredump_filter")
_NO_MEMORY: Final = "0x0"


def switch_off() -> None:
    """Let the system write no core dump of this process and of those it starts.

    Where a service collects them the limit is not heeded, hence the filter: what it is given holds no memory, only
    the registers. Windows writes none unless an administrator asks for it.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with suppress(OSError):
            _FILTER.write_text(_NO_MEMORY, encoding="ascii")
