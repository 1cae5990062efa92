"""Opens the window over a store, and takes the tour of it. The window is shown before a database is imported."""

import gc
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.app_paths import default_store, error_log_path, law_copy_path, preferences_path
from desktop_app.application.garbage import no_collection
from desktop_app.presenters.unlock_presenter import UserChoice
from desktop_app.storage.preferences_file import PreferencesFile
from desktop_app.translation import set_language
from desktop_app.ui.last_resort import LastResort
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qt_application import PlanApplication
from desktop_app.ui.theme import ColourChoice

if TYPE_CHECKING:  # none of it is needed before the password
    from datetime import date

    from desktop_app.application.drawing_ports import PageImage
    from desktop_app.application.restore_backup import FoundBackup, Restored
    from desktop_app.composition import Office
    from desktop_app.presenters.first_start_choices import FirstChoices
    from desktop_app.presenters.restore_presenter import Typed
    from desktop_app.storage.store import Store
    from desktop_app.ui.office_port import OpenOffice
    from desktop_app.ui.tour import MadeUpStores


def run_window(store: str | None) -> int:
    """Show the window until it is closed; return the exit code."""
    application, window = start_window(store)
    threading.Thread(target=_import_office, name="imports", daemon=True).start()
    code = application.exec()
    window.deleteLater()
    return code


def start_window(store: str | None) -> tuple[PlanApplication, MainWindow]:
    """Show the window over a store, or over the one this computer had open last.

    The collector of cycles is held back by `__main__` meanwhile: nothing made on the way to the password is garbage.
    """
    preferences = PreferencesFile(preferences_path())
    chosen = preferences.current
    set_language(chosen.language)
    application = PlanApplication(
        sys.argv[:1],
        colours=ColourChoice(chosen.colours),
        text_percent=chosen.text_percent,
        dresses_later=True,
    )
    window = MainWindow(_door(store, chosen.last_store), today, preferences)
    last_resort = LastResort(error_log_path(), window)
    last_resort.refused.connect(window.show_refusal)
    last_resort.install()
    application.theme.dress()
    window.fit_screen()
    window.open()
    gc.freeze()
    gc.enable()
    return application, window


def today() -> "date":
    """Return the day it is where the window is: its only clock."""
    from datetime import datetime  # noqa: PLC0415 - the password field needs no date

    return datetime.now().astimezone().date()


def _door(store: str | None, last_store: str) -> "Door":
    if store or not last_store:
        return Door(Path(store) if store else default_store(), law_copy=law_copy_path())
    return Door(Path(last_store), is_remembered=True, law_copy=law_copy_path())


def _import_office() -> None:
    """Import what an unlocked store needs while the password is being typed."""
    with no_collection():
        import desktop_app.composition  # noqa: PLC0415
        import desktop_app.ui.desk  # noqa: F401, PLC0415


class Door:
    """A store that is still closed, or none yet. One that `is_remembered` was there: it is missed, not made anew.

    `law_copy` is where the last good rule files are kept; without it none are.
    """

    def __init__(self, path: Path, *, is_remembered: bool = False, law_copy: Path | None = None) -> None:
        self._path = path
        self._law_copy = law_copy
        self._is_remembered = is_remembered

    @property
    def place(self) -> str:
        """The path of the store."""
        return str(self._path)

    @property
    def begins_anew(self) -> bool:
        """Whether there is no store, nor anything left of one, and none is missed."""
        from desktop_app.storage.presence import is_left_of  # noqa: PLC0415 - as below, without the database

        return not (self._is_remembered or is_left_of(self._path))

    @property
    def ground(self) -> "NewGround":
        """What the guide of the first start asks."""
        return NewGround(self._path)

    @property
    def restoring(self) -> "RestoreGround":
        """What the guide asks that fetches a backup back."""
        return RestoreGround(self._path)

    def choose(self, path: str) -> None:
        """Be the door of another store from now on."""
        self._path, self._is_remembered = Path(path), True

    def users(self) -> Sequence[UserChoice]:
        """Return who may open the store."""
        from desktop_app.storage.key_file import read_key_file  # noqa: PLC0415
        from desktop_app.storage.presence import refuse_no_store  # noqa: PLC0415

        refuse_no_store(self._path)
        return [UserChoice(user.name, user.initials) for user in read_key_file(self._path).users]

    def unlock(self, user: str, password: str) -> "OpenOffice":
        """Open the store."""
        from desktop_app.storage.store import open_store  # noqa: PLC0415

        return self._open(open_store(self._path, user=user or None, password=password))

    def recover(self, user: str, recovery_key: str, password: str) -> "OpenOffice":
        """Open the store with the recovery key and give the user a new password.

        In a store that is open to be read no password is changed: the window says that nothing is, and what to do.
        """
        from desktop_app.storage.store import open_with_recovery_key  # noqa: PLC0415

        office = self._open(open_with_recovery_key(self._path, user=user or None, recovery_key=recovery_key))
        try:
            if not (office.warning and office.warning.is_reading_only):
                office.settings.recover(password)
        except BaseException:
            office.close()
            raise
        return office

    def found(self, choices: "FirstChoices") -> "OpenOffice":
        """Make a store, open it, and be its door from now on."""
        from desktop_app.composition import ProgramLaw  # noqa: PLC0415
        from desktop_app.composition.founding import NewTeam, found_office  # noqa: PLC0415

        team = NewTeam(
            place=Path(choices.place),
            municipality=choices.municipality,
            team=choices.team,
            user=choices.name,
            initials=choices.initials,
            password=choices.password,
            recovery_key=choices.recovery_key,
            has_examples=choices.has_examples,
        )
        office = found_office(team, today(), program_law=ProgramLaw(self._law_copy))
        self.choose(choices.place)
        return office

    def _open(self, store: "Store") -> "Office":
        """Return the office over a store; one without any law to go by is not entered."""
        from desktop_app.composition import Office, ProgramLaw  # noqa: PLC0415

        office = Office(store, ProgramLaw(self._law_copy))
        try:
            office.law_in_force  # noqa: B018 - read here, where what is wrong with it can still be said
        except BaseException:
            office.close()
            raise
        return office


class RestoreGround:
    """This computer as a backup is fetched back to it (`presenters.restore_presenter.RestoreWork`)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def place(self) -> str:
        """The path the backup will lie at."""
        return str(self._path)

    @property
    def is_taken(self) -> bool:
        """Whether something of a store lies there."""
        from desktop_app.storage.presence import is_left_of  # noqa: PLC0415

        return is_left_of(self._path)

    def list_backups(self, folder: str) -> "Sequence[FoundBackup]":
        """Return the backups in a folder, the latest first."""
        from desktop_app.storage.backup_list import list_backups  # noqa: PLC0415

        return list_backups(Path(folder))

    def found_backup(self, path: str) -> "FoundBackup":
        """Return what can be told of one file."""
        from desktop_app.storage.backup_list import found_backup  # noqa: PLC0415

        return found_backup(Path(path))

    def restore(self, backup: str, typed: "Typed") -> "Restored":
        """Fetch the backup back, keep what lies there under another name, and leave it closed."""
        from desktop_app.composition.restoring import Opening, restore  # noqa: PLC0415

        user = typed.user or None
        restored = restore(
            Path(backup),
            self._path,
            Opening(user=user, recovery_key=typed.key) if typed.by_key else Opening(user=user, password=typed.password),
            may_set_aside=True,
            new_password=typed.new if typed.by_key else "",
        )
        restored.store.close()
        return restored.report


class NewGround:
    """This computer before there is a store on it (`ui.office_port.Ground`)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def proposed_place(self) -> str:
        """The path proposed for the store."""
        return str(self._path)

    def check_place(self, place: str) -> None:
        """Let a store be made at a path."""
        from desktop_app.storage.new_place import refuse_new_place  # noqa: PLC0415

        refuse_new_place(Path(place))

    def check_backup_folder(self, folder: str) -> None:
        """Let backups be made in a folder."""
        from desktop_app.storage.new_place import refuse_backup_folder  # noqa: PLC0415

        refuse_backup_folder(Path(folder))

    def lies_on_same_volume(self, place: str, folder: str) -> bool:
        """Whether store and backups would be lost together."""
        from desktop_app.storage.new_place import lies_on_same_volume  # noqa: PLC0415

        return lies_on_same_volume(Path(place), Path(folder))

    def new_recovery_key(self) -> str:
        """Return a recovery key that opens nothing yet."""
        from desktop_app.storage.recovery_key import new_recovery_key  # noqa: PLC0415

        return new_recovery_key()

    def recovery_sheet(self, choices: "FirstChoices") -> bytes:
        """Return the printed recovery key as PDF."""
        from desktop_app.composition.paper import recovery_sheet  # noqa: PLC0415

        return recovery_sheet(
            recovery_key=choices.recovery_key,
            municipality=choices.municipality_name,
            team=choices.team,
            user=choices.name,
            store=choices.place,
            dated_on=today(),
        )

    def save_sheet(self, path: Path, content: bytes) -> None:
        """Write the printed recovery key to a file."""
        from desktop_app.storage.whole_file import write_whole  # noqa: PLC0415

        write_whole(path, content)

    def render_page(self, pdf: bytes, page: int, width: int) -> "PageImage":
        """Return a page of a document as pixels; pages count from 0."""
        from desktop_app.composition.paper import page_image  # noqa: PLC0415

        return page_image(pdf, page, width)

    def page_count(self, pdf: bytes) -> int:
        """Return how many pages a document has."""
        from desktop_app.documents import preview  # noqa: PLC0415

        return preview.page_count(pdf)


def take_tour(out: Path, cases: int, languages: Sequence[str], *, is_short: bool = False) -> Sequence[Path]:
    """Drive the real window over made-up people and return the pictures it saved; a short tour is one of light alone.

    The stores lie in a temporary folder and are thrown away.

    Raises:
        OSError: a picture cannot be written.
    """
    import tempfile  # noqa: PLC0415 - only for the tour, as is the rest

    from desktop_app.composition import DEMO_AS_OF  # noqa: PLC0415
    from desktop_app.ui.tour import ALL_LOOKS, Tour, TourGround  # noqa: PLC0415

    application = PlanApplication(sys.argv[:1])
    files: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="enplan-tour-") as folder:
        stores = _made_up_stores(Path(folder), cases)
        for language in languages:
            set_language(language)
            application.take_language()
            application.theme.choose_colours(ALL_LOOKS[0].colours)
            application.theme.choose_text_scale(ALL_LOOKS[0].percent)
            ground = TourGround(MainWindow(Door(Path(stores.path)), lambda: DEMO_AS_OF), stores, DEMO_AS_OF)
            looks = ALL_LOOKS[:1] if is_short else ALL_LOOKS
            tour = Tour(ground, looks, out, "" if language == languages[0] else language)
            tour.finished.connect(application.quit)
            tour.start()
            application.exec()
            if tour.failed:
                raise tour.failed
            files += tour.files
    return files


def _made_up_stores(folder: Path, cases: int) -> "MadeUpStores":
    """Make a store of made-up people, one of nobody and one of a whole team, with a password that is made up too."""
    import secrets  # noqa: PLC0415 - as above
    import shutil  # noqa: PLC0415

    from desktop_app.composition import (  # noqa: PLC0415
        DEMO_AS_OF,
        DEMO_CODE,
        DEMO_SEED,
        Office,
        fill_with_demo,
        new_store,
    )
    from desktop_app.storage.store import open_store  # noqa: PLC0415
    from desktop_app.ui.tour import MADE_UP_TEAM, MadeUpStores  # noqa: PLC0415

    password = secrets.token_urlsafe()
    path, empty_path = folder / "enplan.store", folder / "tom.store"
    for place, is_empty in ((path, False), (empty_path, True)):
        made = new_store(place, user="Mette Jensen", initials="MJ", password=password, code=DEMO_CODE, fictional=True)
        with Office(made.store) as office:
            if is_empty:
                continue
            fill_with_demo(office, cases=cases, seed=DEMO_SEED, as_of=DEMO_AS_OF)
            number, name = office.case_to_show()
            lines = office.store.read.case_lines()
    team_path = folder / "hold" / path.name
    team_path.parent.mkdir()
    for file in folder.glob(f"{path.name}*"):
        shutil.copy(file, team_path.parent)
    with Office(open_store(team_path, password=password)) as office:
        for role, (name, initials) in MADE_UP_TEAM.items():
            office.team.add(name, initials, role, password)
    return MadeUpStores(
        path=str(path),
        empty_path=str(empty_path),
        team_path=str(team_path),
        password=password,
        case_number=number,
        protected_number=next((line.case_number for line in lines if line.protected_address), number),
        expected_number=next((line.case_number for line in lines if line.takeover_on is None), number),
        query=name[:3].lower(),
    )
