"""A file under a password of its own, to be handed over: JSON Web Encryption, which is no invention of this program.

RFC 7516 in its flattened JSON form with `PBES2-HS512+A256KW`, `A256GCM` and `DEF` (RFC 7518): whoever gets the file
opens it with this program or with any library of that standard.
"""

import base64
import hashlib
import json
import secrets
import zlib
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from desktop_app.application.errors import ImportProblem, ImportRefused
from desktop_app.storage.json_document import LARGEST_FILE
from desktop_app.storage.key_slots import normalised

ROUNDS: Final = 600_000
"""How often the password is hashed: about three times what OWASP asks of PBKDF2 with SHA-512."""
_FEWEST_ROUNDS, _MOST_ROUNDS = 1000, 5_000_000  # RFC 7518 asks for the former; more would only keep one waiting
_ALGORITHM, _ENCRYPTION, _COMPRESSION = "PBES2-HS512+A256KW", "A256GCM", "DEF"
_KEY_BYTES, _SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 32, 16, 12, 16
_RAW_DEFLATE: Final = -zlib.MAX_WBITS
_MEMBERS: Final = frozenset({"protected", "encrypted_key", "iv", "ciphertext", "tag"})


def seal(content: bytes, password: str, *, rounds: int = ROUNDS) -> bytes:
    """Return a file that says nothing of its content without the password, and cannot be changed unnoticed."""
    key, salt, nonce = (secrets.token_bytes(size) for size in (_KEY_BYTES, _SALT_BYTES, _NONCE_BYTES))
    header = {"alg": _ALGORITHM, "enc": _ENCRYPTION, "zip": _COMPRESSION, "p2s": _encoded(salt), "p2c": rounds}
    protected = _encoded(json.dumps(header).encode())
    packing = zlib.compressobj(wbits=_RAW_DEFLATE)
    packed = packing.compress(content) + packing.flush()
    sealed = AESGCM(key).encrypt(nonce, packed, protected.encode())
    members = {
        "protected": protected,
        "encrypted_key": _encoded(aes_key_wrap(_wrapping_key(password, salt, rounds), key)),
        "iv": _encoded(nonce),
        "ciphertext": _encoded(sealed[:-_TAG_BYTES]),
        "tag": _encoded(sealed[-_TAG_BYTES:]),
    }
    return (json.dumps(members, indent=1) + "\n").encode()


def is_sealed(value: object) -> bool:
    """Tell whether the value of a JSON file is a sealed file."""
    return isinstance(value, dict) and value.keys() == _MEMBERS


def unseal(members: dict[str, Any], password: str) -> bytes:
    """Return what was sealed, as it was.

    Raises:
        ImportRefused: WRONG_FILE_PASSWORD; SEAL_BROKEN, the file is not as it was sealed; TOO_LARGE.
    """
    try:
        header = json.loads(_decoded(members["protected"]))
        salt, rounds = _decoded(header["p2s"]), header["p2c"]
        methods = (header["alg"], header["enc"], header.get("zip"))
        wrapped, nonce, sealed = (_decoded(members[name]) for name in ("encrypted_key", "iv", "ciphertext"))
        tag = _decoded(members["tag"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ImportRefused(ImportProblem.SEAL_BROKEN) from error
    known = methods == (_ALGORITHM, _ENCRYPTION, _COMPRESSION) and type(rounds) is int
    if not known or not _FEWEST_ROUNDS <= rounds <= _MOST_ROUNDS or len(tag) != _TAG_BYTES:
        raise ImportRefused(ImportProblem.SEAL_BROKEN)
    try:
        key = aes_key_unwrap(_wrapping_key(password, salt, rounds), wrapped)
    except (InvalidUnwrap, ValueError) as error:
        raise ImportRefused(ImportProblem.WRONG_FILE_PASSWORD) from error
    try:
        packed = AESGCM(key).decrypt(nonce, sealed + tag, members["protected"].encode())
        return _unpacked(packed)
    except (InvalidTag, ValueError, zlib.error) as error:
        raise ImportRefused(ImportProblem.SEAL_BROKEN) from error


def _wrapping_key(password: str, salt: bytes, rounds: int) -> bytes:
    salted = _ALGORITHM.encode() + b"\0" + salt
    return hashlib.pbkdf2_hmac("sha512", normalised(password).encode(), salted, rounds, _KEY_BYTES)


def _unpacked(packed: bytes) -> bytes:
    """Return what was packed, if it is no more than a file may be: a few bytes can unpack to gigabytes."""
    content = zlib.decompressobj(_RAW_DEFLATE).decompress(packed, LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise ImportRefused(ImportProblem.TOO_LARGE, detail=str(LARGEST_FILE // (1024 * 1024)))
    return content


def _encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _decoded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
