"""The frame around every page: rail, top bar, page, status bar, and a band when the data is not real."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.done_bar import DoneBar
from desktop_app.ui.keyboard_focus import chain_stops, first_stop, last_stop
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, Row
from desktop_app.ui.least_room import NoticeRoom, PageRoom
from desktop_app.ui.palette import Status
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rail import Rail, RailItem
from desktop_app.ui.status_bar import StatusBar
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.top_bar import SEARCH_KEYS, TopBar

_WIDE_FROM, _TOP_BAR_FROM = 900, 540
"""Least width for the wide rail and least height for the top bar, in steps."""


class Shell(QWidget):
    """Pages come from outside and are shown by key.

    `place_wanted` carries the key of a rail item pressed or reached by Ctrl and a digit; `search_wanted` tells of
    Ctrl+K, the field in the top bar or the rail's own item. Neither changes the page: `show_page` does.
    F6 and Shift+F6 go between rail, top bar and the regions of the page.
    """

    place_wanted = Signal(str)
    search_wanted = Signal()

    def __init__(self, places: Sequence[RailItem], acts: Sequence[RailItem]) -> None:
        super().__init__()
        self._rail = Rail(places, acts)
        self._top_bar = TopBar()
        self._status_bar = StatusBar()
        self.done_bar = DoneBar()
        self._pages = PageRoom()
        self._page_by_key: dict[str, QWidget] = {}
        self._regions: dict[str, tuple[QWidget, ...]] = {}
        self._roomy: set[str] = set()
        self._key = ""
        self._band = _Band()
        self._band.hide()
        beside = Column(self._top_bar)
        beside.add(self._pages, stretch=1)
        beside.add(NoticeRoom(Column(self.done_bar)), self._status_bar)
        body = Row(self._rail, spacing=0)
        body.add(beside, stretch=1)
        whole = Column(self._band)
        whole.add(body, stretch=1)
        self.setLayout(whole)
        self._rail.chosen.connect(self.place_wanted)
        self.done_bar.shown.connect(self._let_done_bar_come_last)
        self._rail.search_wanted.connect(self.search_wanted)
        self._top_bar.search_wanted.connect(self.search_wanted)
        QShortcut(QKeySequence(SEARCH_KEYS), self).activated.connect(self.search_wanted)
        QShortcut(QKeySequence("F6"), self).activated.connect(self.focus_next_region)
        QShortcut(QKeySequence("Shift+F6"), self).activated.connect(self.focus_previous_region)
        current_theme().changed.connect(self._fit)

    @property
    def status(self) -> StatusBar:
        """Where to say what is saved and what goes on."""
        return self._status_bar

    @property
    def page_key(self) -> str:
        """The key of the page shown, empty before the first."""
        return self._key

    def add_page(self, key: str, page: QWidget, *, regions: Sequence[QWidget] = (), wants_room: bool = False) -> None:
        """Take in a page. F6 stops at its `regions`, or at the page as one; one that `wants_room` has the rail compact.

        A page already there under this key is taken out and deleted.
        """
        old = self._page_by_key.get(key)
        if old is not None:
            self._pages.remove_page(old)
            old.deleteLater()
        self._page_by_key[key] = page
        self._regions[key] = tuple(regions) or (page,)
        self._roomy.discard(key)
        if wants_room:
            self._roomy.add(key)
        self._pages.add_page(page)

    def show_page(self, key: str, place: str | None = None) -> None:
        """Show a page; the rail marks `place`, or the item with the page's own key.

        Raises:
            KeyError: there is no such page.
        """
        self._pages.show_page(self._page_by_key[key])
        self._key = key
        self._rail.show_place(place or key)
        self._fit()

    def focus_page(self) -> None:
        """Bring the keyboard back to where it last was on the page shown, or to the page's first stop."""
        page = self._page_by_key[self._key]
        last = page.focusWidget()
        stop = last if last is not None and last.isVisible() else first_stop(page)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_rail(self) -> None:
        """Bring the keyboard to the rail, as where the page has nothing to stop at."""
        self._rail.take_focus()

    def _let_done_bar_come_last(self) -> None:
        chain_stops((last_stop(self.window(), before=self.done_bar), *self.done_bar.stops))

    def set_count(self, key: str, count: int) -> None:
        """Show how much waits at a place.

        Raises:
            KeyError: the rail has no such item.
        """
        self._rail.set_count(key, count)

    def set_user(self, name: str) -> None:
        """Show who is at work."""
        self._top_bar.set_user(name)

    def set_band(self, text: str) -> None:
        """Show a band over everything, or none."""
        self._band.show_text(text)

    def focus_next_region(self) -> None:
        """Bring the keyboard to the next region."""
        self._focus_region(1)

    def focus_previous_region(self) -> None:
        """Bring the keyboard to the region before."""
        self._focus_region(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        is_compact = theme.has_large_text or self.width() < theme.e(_WIDE_FROM) or self._key in self._roomy
        has_top_bar = self.height() >= theme.e(_TOP_BAR_FROM)
        self._top_bar.setVisible(has_top_bar)
        self._rail.shape(is_compact=is_compact, has_head=has_top_bar)

    def _focus_region(self, step: int) -> None:
        regions: list[QWidget] = [self._rail, self._top_bar, *self._regions.get(self._key, ())]
        shown = [region for region in regions if region.isVisible()]
        focused = QApplication.focusWidget()
        at = next((place for place, region in enumerate(shown) if focused and region.isAncestorOf(focused)), -1)
        for offset in range(1, len(shown) + 1):
            region = shown[(at + step * offset) % len(shown)]
            if region is self._rail:
                self._rail.take_focus()
                return
            stop = first_stop(region)
            if stop is not None:
                stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return


class _Band(QWidget):
    """A strip of warning across the window."""

    def __init__(self) -> None:
        super().__init__()
        self._label = Label("", TextRole.LABEL, tone=Status.SOON.text, wraps=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(Column(self._label, margins=(24, 4, 24, 4)))

    def show_text(self, text: str) -> None:
        """Show a text, or nothing."""
        self._label.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the strip."""
        QPainter(self).fillRect(self.rect(), current_theme().colour(Status.SOON.fill))
