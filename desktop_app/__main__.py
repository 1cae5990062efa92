"""Starts the program: the window when nothing else is asked for, the command line otherwise."""

import gc
import sys
from collections.abc import Sequence

from desktop_app import core_dumps

STORE_OPTION = "--store"


def main() -> None:
    """Run what the arguments ask for, and exit with 0 (done), 1 (problem or refusal) or 2 (wrong use)."""
    core_dumps.switch_off()
    arguments = sys.argv[1:]
    if opens_window(arguments):
        gc.disable()  # until the window is shown, which goes on with it
        # Only the window's own modules: the password field must not wait for the command line's libraries.
        from desktop_app.main import run_window  # noqa: PLC0415

        sys.exit(run_window(store_of(arguments)))
    from desktop_app.cli.program import run  # noqa: PLC0415

    sys.exit(run(arguments))


def window() -> None:
    """Open the window, whatever console there is."""
    main()


def opens_window(arguments: Sequence[str]) -> bool:
    """Tell whether the arguments name no command: none at all, or only which store."""
    left = list(arguments)
    if len(left) > 1 and left[0] == STORE_OPTION:
        left = left[2:]
    elif left and left[0].startswith(f"{STORE_OPTION}=") and left[0] != f"{STORE_OPTION}=":
        left = left[1:]
    return not left


def store_of(arguments: Sequence[str]) -> str | None:
    """Return the store the window is to open, None for the usual one."""
    if not arguments:
        return None
    if arguments[0].startswith(f"{STORE_OPTION}="):
        return arguments[0].split("=", 1)[1]
    return arguments[1]


if __name__ == "__main__":
    main()
