"""A PDF under a password, to be handed over: AES-256 as PDF 2.0 has it, which every reader of PDF opens."""

import unicodedata
from io import BytesIO
from typing import Final

from pikepdf import Encryption, Pdf

_NEWEST: Final = 6
"""The revision of the security handler with AES-256 (ISO 32000-2, 7.6.4)."""


def locked(pdf: bytes, password: str) -> bytes:
    """Return the document under a password; whoever has it may do everything with it.

    It no longer says that it is PDF/A, which must not be encrypted; that it can be heard still holds.
    """
    written = BytesIO()
    composed = unicodedata.normalize("NFKC", password)  # what readers of PDF make of what is typed (SASLprep)
    with Pdf.open(BytesIO(pdf)) as document:
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
            for claim in ("pdfaid:part", "pdfaid:conformance"):
                if claim in told:
                    del told[claim]
        document.save(written, encryption=Encryption(owner=composed, user=composed, R=_NEWEST))
    return written.getvalue()
