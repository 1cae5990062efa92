"""Sealing a store's key so that only one private key opens it: X25519, HKDF-SHA256 and AES-256-GCM.

Sealing needs the public key alone, so whoever has the store open can seal a new key for everybody else. It proves who
may read, not who wrote: that a store is the one that was worked in is said by its mark.
"""

import secrets
from typing import Final, NamedTuple

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
_PURPOSE: Final = b"enplan sealed key"


class Sealed(NamedTuple):
    """A sealed key: what was drawn for it, and the key encrypted."""

    ephemeral: bytes
    nonce: bytes
    wrapped: bytes


def public_key(secret: bytes) -> bytes:
    """Return the public key of 32 secret bytes."""
    return X25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def seal(public: bytes, key: bytes, bound: bytes) -> Sealed:
    """Seal a key; it opens only together with the same `bound`.

    Raises:
        ValueError: `public` is no public key.
    """
    drawn = X25519PrivateKey.generate()
    ephemeral = drawn.public_key().public_bytes_raw()
    shared = drawn.exchange(X25519PublicKey.from_public_bytes(public))
    nonce = secrets.token_bytes(NONCE_BYTES)
    return Sealed(ephemeral, nonce, AESGCM(_wrapping(shared, ephemeral, public)).encrypt(nonce, key, bound))


def unseal(secret: bytes, sealed: Sealed, bound: bytes) -> bytes:
    """Return the key.

    Raises:
        InvalidTag: it was sealed for somebody else, or together with something else.
        ValueError: what is sealed makes no sense.
    """
    private = X25519PrivateKey.from_private_bytes(secret)
    shared = private.exchange(X25519PublicKey.from_public_bytes(sealed.ephemeral))
    wrapping = _wrapping(shared, sealed.ephemeral, private.public_key().public_bytes_raw())
    return AESGCM(wrapping).decrypt(sealed.nonce, sealed.wrapped, bound)


def _wrapping(shared: bytes, ephemeral: bytes, public: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, ephemeral + public, _PURPOSE).derive(shared)
