"""Drawing a plan in a thread of its own: it takes a tenth of a second, and the first time half of one for reportlab.

Only the drawing is there: a snapshot never changes, and the store stays with the thread that has it.
"""

from concurrent.futures import Future, ThreadPoolExecutor

from desktop_app.application.drawing_ports import PlanPrinter
from desktop_app.application.garbage import go_on_collecting, no_collection
from desktop_app.application.print_plans import NotDrawnYet
from desktop_app.domain.plan_snapshot import PlanSnapshot


class DrawingBeside:
    """A printer that begins to draw when it is asked for a plan, and hands it out once it is asked when it has."""

    def __init__(self, draw: PlanPrinter) -> None:
        self._draw = draw
        self._pen: ThreadPoolExecutor | None = None
        self._snapshot: PlanSnapshot | None = None
        self._drawn: Future[bytes] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether it is drawing."""
        return self._drawn is not None and not self._drawn.done()

    def __call__(self, snapshot: PlanSnapshot) -> bytes:
        """Return a plan that was drawn.

        Raises:
            NotDrawnYet: it is being drawn, from now on if it was not before.
        """
        if self._drawn is None or self._snapshot != snapshot:
            self._pen = self._pen or ThreadPoolExecutor(max_workers=1, thread_name_prefix="plans")
            self._snapshot, self._drawn = snapshot, self._pen.submit(self._draw_beside, snapshot)
        if not self._drawn.done():
            raise NotDrawnYet
        go_on_collecting()
        drawn, self._snapshot, self._drawn = self._drawn, None, None
        return drawn.result()

    def _draw_beside(self, snapshot: PlanSnapshot) -> bytes:
        with no_collection():
            return self._draw(snapshot)
