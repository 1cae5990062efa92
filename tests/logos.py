"""Pictures to choose as a logo, and logos as they are kept. They are the logo of nobody."""

from hashlib import sha256
from io import BytesIO
from typing import Any

from PIL import Image

from desktop_app.domain.logo import Logo

BLUE = (0, 70, 140)
WHITE = (255, 255, 255)


def written(picture: Image.Image, kind: str = "PNG", **options: Any) -> bytes:  # noqa: ANN401 - whatever the library takes
    """Return a picture as a file."""
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def plain(width: int = 240, height: int = 80, colour: tuple[int, int, int] | int = BLUE) -> Image.Image:
    """Return a picture of one colour, or of one grey."""
    return Image.new("L" if isinstance(colour, int) else "RGB", (width, height), colour)


def a_logo(width: int = 240, height: int = 80, colour: tuple[int, int, int] | int = BLUE) -> Logo:
    """Return a logo as it is kept."""
    content = written(plain(width, height, colour))
    return Logo(sha256=sha256(content).hexdigest(), content=content)
