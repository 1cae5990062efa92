"""Printing many plans of an open store: into a folder, or to whoever takes them one by one."""

from collections.abc import Callable, Iterable
from datetime import date
from errno import ENOTDIR
from os import strerror
from pathlib import Path

from desktop_app.application.drawing_ports import PlanPrinter
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.print_plans import PlansInParts, WantedPlan, plans_ready
from desktop_app.composition.drawing_beside import DrawingBeside
from desktop_app.domain.plan_snapshot import PlanSnapshot
from desktop_app.storage.presence import refuse_own_file
from desktop_app.storage.store import Store
from desktop_app.storage.whole_file import write_new


class PlanPrintDesk:
    """Prints the plans of one store by the law it has when asked."""

    def __init__(self, store: Store, law: Callable[[], PlanLaw]) -> None:
        self._store, self._law = store, law
        self._drawing = DrawingBeside(_draw)

    @property
    def is_drawing(self) -> bool:
        """Whether a plan is being drawn beside all else, and asking for it again is in vain."""
        return self._drawing.is_busy

    def ready(self) -> list[WantedPlan]:
        """Return the versions that wait for signatures (`plans_ready`)."""
        return plans_ready(self._store.read)

    def print_plans(
        self, wanted: Iterable[WantedPlan], today: date, hand_out: Callable[[PrintedPlan], None]
    ) -> PlansInParts:
        """Return the plans, still to be printed (`print_plans`)."""
        return self._plans(wanted, today, hand_out, _draw)

    def print_beside(
        self, wanted: Iterable[WantedPlan], today: date, hand_out: Callable[[PrintedPlan], None]
    ) -> PlansInParts:
        """Return the same for a window, which goes on answering while a plan is drawn."""
        return self._plans(wanted, today, hand_out, self._drawing)

    def into(self, folder: Path) -> Callable[[PrintedPlan], None]:
        """Return what writes each plan to a file of its own in a folder, whole or not at all, over no other file.

        Raises:
            NotADirectoryError: there is no such folder.
        """
        if not folder.is_dir():
            raise NotADirectoryError(ENOTDIR, strerror(ENOTDIR), str(folder))
        return PlanFolder(self._store.path, folder).take

    def _plans(
        self,
        wanted: Iterable[WantedPlan],
        today: date,
        hand_out: Callable[[PrintedPlan], None],
        printer: PlanPrinter,
    ) -> PlansInParts:
        return PlansInParts(
            wanted, work=self._store.work, printer=printer, law=self._law(), today=today, hand_out=hand_out
        )


class PlanFolder:
    """A folder plans are written to. Two cases whose numbers give one name get two files."""

    def __init__(self, store: Path, folder: Path) -> None:
        self._store, self._folder = store, folder
        self._names = set[str]()

    def take(self, printed: PrintedPlan) -> None:
        """Write a plan.

        Raises:
            OwnFileRefused: the file is the store's own.
            FileExistsError: there was a file of its name before.
            OSError: it cannot be written.
        """
        path = self._folder / self._name(printed.file_name)
        refuse_own_file(self._store, path)
        write_new(path, printed.content)
        self._names.add(path.name.casefold())

    def _name(self, wanted: str) -> str:
        name, times = wanted, 1
        while name.casefold() in self._names:
            times += 1
            name = f"{wanted.removesuffix('.pdf')}_{times}.pdf"
        return name


def _draw(snapshot: PlanSnapshot) -> bytes:
    from desktop_app.documents.plan_document import print_plan  # noqa: PLC0415 - reportlab, only to print

    return print_plan(snapshot)
