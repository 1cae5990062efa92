"""Looks for secrets in files in every form in which a program leaves them behind without meaning to."""

import base64
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
# How a compressed stream begins, and the window it is read with: zlib at its four levels, and gzip.
COMPRESSED = {b"\x78\x01": 15, b"\x78\x5e": 15, b"\x78\x9c": 15, b"\x78\xda": 15, b"\x1f\x8b\x08": 31}
LARGEST_STREAM = 16 * 1024 * 1024
CPR_LENGTH = 10
SHORTEST_BASE64 = 8  # fewer letters stand in random bytes by chance


def found_in(folder: Path, secrets: Iterable[str]) -> set[tuple[str, str]]:
    """Return each secret that can be read in a file under a folder, with the file's path from there."""
    forms = {secret: tuple(forms_of(secret)) for secret in secrets}
    return {
        (str(file.relative_to(folder)), secret)
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.is_symlink()
        for content in streams_of(file.read_bytes())
        for secret, written in forms.items()
        if any(form in content for form in written)
    }


def forms_of(secret: str) -> Iterator[bytes]:
    """Yield a secret in every encoding, as hex and Base64 of each, and a CPR number as people write it too."""
    spellings = {secret, secret.upper()}
    if len(secret) == CPR_LENGTH and secret.isdecimal():
        spellings |= {f"{secret[:6]}-{secret[6:]}", f"{secret[:6]} {secret[6:]}"}
    for spelling in spellings:
        for written in encoded(spelling).values():
            yield written
            yield written.hex().encode()
            yield written.hex().upper().encode()
            yield from _in_base64(written)
    yield json.dumps(secret)[1:-1].encode()
    yield quote(secret).encode()


def encoded(text: str) -> dict[str, bytes]:
    """Return a text in every encoding that has all of its letters."""
    forms = dict[str, bytes]()
    for encoding in ENCODINGS:
        with suppress(UnicodeEncodeError):
            forms[encoding] = text.encode(encoding)
    return forms


def _in_base64(written: bytes) -> Iterator[bytes]:
    """Yield what is the same wherever the bytes begin within a group of three."""
    for before in range(3):
        whole = base64.b64encode(bytes(before) + written + bytes(-(before + len(written)) % 3))
        kept = whole[4 if before else 0 : -4]
        if len(kept) >= SHORTEST_BASE64:
            yield kept
            yield kept.translate(bytes.maketrans(b"+/", b"-_"))


def streams_of(content: bytes) -> Iterator[bytes]:
    """Yield the content of a file and of every compressed stream in it."""
    yield content
    for start, window in COMPRESSED.items():
        place = content.find(start)
        while place >= 0:
            with suppress(zlib.error):
                yield zlib.decompressobj(window).decompress(content[place:], LARGEST_STREAM)
            place = content.find(start, place + 1)
