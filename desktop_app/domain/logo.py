"""The municipality's logo, as it is printed beside its name."""

from dataclasses import dataclass, field
from typing import Final

LARGEST_LOGO: Final = 500 * 1024
"""How many bytes a file may have that is chosen as the logo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture fit for paper, known by the SHA-256 of its bytes: what is frozen or compared names that alone.

    `content` is a PNG, grey or in colours, of eight bits and without transparency.
    """

    sha256: str
    content: bytes = field(compare=False, repr=False)
