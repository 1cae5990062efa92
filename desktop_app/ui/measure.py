"""The one measure of every size on screen, taken from the font so that larger text makes everything larger."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

_LINE_HEIGHT_AT_UNIT_ONE = 18.2
"""What Plex Sans at 10.5 pt and 100 % measures, in pixels."""


@dataclass(frozen=True, slots=True)
class Measure:
    """`unit` is one step; `e(8)` is the step of the grid, in whole pixels."""

    unit: float

    @classmethod
    def of_font(cls, font: QFont) -> "Measure":
        """Return the measure that goes with the font of running text."""
        return cls(QFontMetricsF(font).height() / _LINE_HEIGHT_AT_UNIT_ONE)

    def e(self, steps: float) -> int:
        """Return `steps` in whole pixels, never less than one pixel for a positive number."""
        pixels = round(steps * self.unit)
        return 1 if pixels < 1 and steps > 0 else pixels
