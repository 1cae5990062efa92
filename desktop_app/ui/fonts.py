"""The bundled fonts: Plex Sans for the interface, Naskh Arabic and Ethiopic for names in their own script."""

from unicodedata import name

from PySide6.QtGui import QFont, QFontDatabase

from desktop_app.resource_files import resource

INTERFACE_FAMILY = "IBM Plex Sans"
ARABIC_FAMILY = "Noto Naskh Arabic"
ETHIOPIC_FAMILY = "Noto Sans Ethiopic"
FAMILIES = (INTERFACE_FAMILY, ARABIC_FAMILY, ETHIOPIC_FAMILY)
"""Asked in this order for each letter; Plex Sans has Latin, Cyrillic and Greek."""

BODY_POINTS = 10.5
TEXT_SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
"""The sizes of text one can choose, in percent."""

_FILES = (
    "IBMPlexSans-Regular.ttf",
    "IBMPlexSans-Medium.ttf",
    "IBMPlexSans-SemiBold.ttf",
    "IBMPlexSans-Bold.ttf",
    "IBMPlexSans-Italic.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoNaskhArabic-Bold.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSansEthiopic-Bold.ttf",
)
_OWN_FAMILY = {"ARABIC": ARABIC_FAMILY, "ETHIOPIC": ETHIOPIC_FAMILY}


class FontUnreadable(Exception):
    """A bundled font file is damaged."""

    def __init__(self, file_name: str) -> None:
        super().__init__(file_name)
        self.file_name = file_name


def load_fonts() -> None:
    """Make the bundled fonts known to the running application.

    Raises:
        FileNotFoundError: a font is not bundled.
        FontUnreadable: a font file cannot be read as a font.
    """
    for file_name in _FILES:
        if QFontDatabase.addApplicationFont(str(resource("fonts", file_name))) < 0:
            raise FontUnreadable(file_name)


def interface_font(text_scale: int, points: float = BODY_POINTS, weight: int = 400) -> QFont:
    """Return the interface font at `points`, enlarged to `text_scale` percent; `weight` is 400, 500, 600 or 700."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(points * text_scale / 100)
    font.setWeight(QFont.Weight(weight))
    return font


def family_for(text: str) -> str:
    """Return the family whose own line height suits `text`: in an input field a fallback family rides too high."""
    for letter in text:
        script = name(letter, "").partition(" ")[0]
        if script in _OWN_FAMILY:
            return _OWN_FAMILY[script]
    return INTERFACE_FAMILY


def nearest_text_scale(percent: int) -> int:
    """Return the offered size of text closest to `percent`."""
    return min(TEXT_SCALES, key=lambda scale: abs(scale - percent))
