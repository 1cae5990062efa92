"""A second program: opens the store it is told and holds it until its input ends, or says why it could not."""

import sys
from pathlib import Path

from desktop_app.application.errors import StoreRefused
from desktop_app.storage.store import open_store


def main(path: str, password: str) -> None:
    try:
        store = open_store(Path(path), password=password)
    except StoreRefused as refused:
        sys.stdout.write(f"{refused.refusal} {refused.details.get('user', '')}\n")
        return
    sys.stdout.write("open\n")
    sys.stdout.flush()
    sys.stdin.read()
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
