"""Checking how an open store was used, and that its file is whole."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from random import Random, SystemRandom

from desktop_app.application.check_use import PrintedCheck, ToldCheck, draw_uses, mark_use, print_check
from desktop_app.application.spot_check import AskedCheck, Checked, DrawnUse, SpotCheck, SpotCheckInParts
from desktop_app.application.store_mark import MarkWarning
from desktop_app.application.use_log import LogHead, Verdict
from desktop_app.domain.municipality import Municipality
from desktop_app.storage.store import Store
from desktop_app.storage.use_log import StoreUseLog
from desktop_app.storage.verify import StoreVerification


@dataclass(frozen=True)
class CheckWork:
    """The log and the file of one store, for those who check them."""

    store: Store

    @property
    def warning(self) -> MarkWarning | None:
        """What is wrong between the store and its mark."""
        return self.store.warning

    def head(self) -> LogHead:
        """Return where the log stands."""
        return StoreUseLog(self.store.connection).head()

    def draw(self, asked: AskedCheck, seed: int | None = None) -> SpotCheckInParts:
        """Return a draw by chance, or with a seed one that can be repeated (`draw_uses`)."""
        initials = {user.name: user.initials for user in self.store.keys.users()}
        return draw_uses(
            asked,
            work=self.store.work,
            log=StoreUseLog(self.store.connection),
            read=self.store.read,
            initials=lambda name: initials.get(name, name),
            chance=SystemRandom() if seed is None else Random(seed),  # noqa: S311 - a draw to be repeated
            is_seeded=seed is not None,
        )

    def mark(self, line: DrawnUse, verdict: Verdict, now: datetime) -> Checked:
        """Write in the log what was found of a use (`mark_use`)."""
        return mark_use(line, verdict, work=self.store.work, user=self.store.user.name, now=now)

    def print(
        self, check: SpotCheck, tell: Callable[[SpotCheck, LogHead, Municipality, date], ToldCheck], today: date
    ) -> PrintedCheck:
        """Return the list on paper (`print_check`)."""
        from desktop_app.documents.check_document import print_uses  # noqa: PLC0415 - reportlab, only to print

        log = StoreUseLog(self.store.connection)
        return print_check(check, work=self.store.work, log=log, tell=tell, draw=print_uses, today=today)

    def verify(self) -> StoreVerification:
        """Return a check of the whole file, still to be made."""
        return StoreVerification(self.store.connection)
