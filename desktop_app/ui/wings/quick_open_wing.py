"""Ctrl+K over every page."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.application.ports import CaseLine
from desktop_app.presenters.key_words import keys_text
from desktop_app.presenters.quick_open_presenter import OfferedAct, QuickOpenPresenter
from desktop_app.ui.frame import Frame
from desktop_app.ui.may import RoleAct
from desktop_app.ui.quick_open import QuickOpen
from desktop_app.ui.wings.wing import Wing


class QuickOpenWing(Wing):
    """The list beside its presenter; it lies over `whole`."""

    waits_for_cases = True

    def __init__(self, frame: Frame, parent: QObject, whole: QWidget) -> None:
        super().__init__(frame, parent)
        self.list = QuickOpen(whole)
        self.presenter = QuickOpenPresenter(
            self.list,
            is_reading=self._is_reading,
            find=frame.find_cases if frame.may(RoleAct.FIND_PEOPLE) else None,
            recent=self._recent,
            worklist=frame.worklist,
            acts=self._acts,
            open_case=self._open_case,
            do_act=self._do,
        )
        self.list.typed.connect(self.presenter.search)
        self.list.chosen.connect(self.presenter.choose)

    def begin(self) -> None:
        """Find what was typed while the cases were being read."""
        if not self.list.isHidden():
            self.presenter.reload()

    def open(self) -> None:
        """Show the list."""
        self.list.open()
        self.presenter.open()

    def _is_reading(self) -> bool:
        return self.frame.is_reading

    def _recent(self) -> Sequence[CaseLine]:
        lines = self.frame.worklist().lines
        return [lines[case_id] for case_id in self.frame.office.recent_cases() if case_id in lines]

    def _acts(self) -> Sequence[OfferedAct]:
        return [
            OfferedAct(id=str(place), title=act.title, icon=act.icon or "arrow-forward", keys=keys_text(act.keys))
            for place, act in enumerate(self.frame.acts())
            if act.is_offered and act.is_possible()
        ]

    def _open_case(self, case_number: str, query: str) -> None:
        self.frame.open_case(case_number, searched_for=query)

    def _do(self, act_id: str) -> None:
        self.frame.acts()[int(act_id)].do()
