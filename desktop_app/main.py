"""Opens the window over a store, and takes the tour of it. The window is shown before a database is imported."""

import sys
import threading
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.app_paths import default_store
from desktop_app.presenters.unlock_presenter import UserChoice
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qt_application import PlanApplication

if TYPE_CHECKING:
    from desktop_app.ui.office_port import OpenOffice


def run_window(store: str | None) -> int:
    """Show the window until it is closed; return the exit code."""
    application = PlanApplication(sys.argv[:1])
    window = MainWindow(Door(Path(store) if store else default_store()), today)
    window.fit_screen()
    window.open()
    threading.Thread(target=_import_office, name="imports", daemon=True).start()
    return application.exec()


def today() -> date:
    """Return the day it is where the window is: its only clock."""
    return datetime.now().astimezone().date()


def _import_office() -> None:
    """Import what an unlocked store needs while the password is being typed."""
    import desktop_app.composition  # noqa: PLC0415
    import desktop_app.ui.desk  # noqa: F401, PLC0415


class Door:
    """A store that is still closed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def place(self) -> str:
        """The folder the store lies in."""
        return str(self._path)

    def users(self) -> Sequence[UserChoice]:
        """Return who may open the store."""
        from desktop_app.storage.key_file import read_key_file  # noqa: PLC0415
        from desktop_app.storage.presence import refuse_no_store  # noqa: PLC0415 - without the database

        refuse_no_store(self._path)
        return [UserChoice(user.name, user.initials) for user in read_key_file(self._path).users]

    def unlock(self, user: str, password: str) -> "OpenOffice":
        """Open the store."""
        from desktop_app.composition import Office  # noqa: PLC0415
        from desktop_app.storage.store import open_store  # noqa: PLC0415

        return Office(open_store(self._path, user=user or None, password=password))


def take_tour(out: Path, cases: int) -> Sequence[Path]:
    """Drive the real window over made-up people and return the pictures it saved.

    The store lies in a temporary folder and is thrown away.

    Raises:
        OSError: a picture cannot be written.
    """
    import secrets  # noqa: PLC0415 - only for the tour, as is the rest
    import tempfile  # noqa: PLC0415

    from desktop_app.composition import (  # noqa: PLC0415
        DEMO_AS_OF,
        DEMO_CODE,
        DEMO_SEED,
        Office,
        fill_with_demo,
        new_store,
    )
    from desktop_app.ui.tour import Tour  # noqa: PLC0415

    application = PlanApplication(sys.argv[:1])
    password = secrets.token_urlsafe()
    with tempfile.TemporaryDirectory(prefix="enplan-tour-") as folder:
        path = Path(folder, "enplan.store")
        made = new_store(path, user="Mette Jensen", initials="MJ", password=password, code=DEMO_CODE, fictional=True)
        with Office(made.store) as office:
            fill_with_demo(office, cases=cases, seed=DEMO_SEED, as_of=DEMO_AS_OF)
            number, name = office.case_to_show()
        tour = Tour(
            application, Door(path), password, today=DEMO_AS_OF, case_number=number, query=name[:3].lower(), out=out
        )
        tour.finished.connect(application.quit)
        tour.start()
        application.exec()
    if tour.failed:
        raise tour.failed
    return tour.files
