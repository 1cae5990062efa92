"""A sealed file gives back what was sealed to whoever has its password, and nothing to anybody else."""

import base64
import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.errors import ImportProblem, ImportRefused
from desktop_app.storage import sealed_file
from desktop_app.storage.exchange_file import case_file_bytes, read_case_file
from desktop_app.storage.sealed_file import is_sealed, seal, unseal
from tests.storage.exchange.full_file_places import FULL

PASSWORD = "blå cykel under æbletræet"  # noqa: S105 - of files that live for one test
FEW = 1000
WHOLE = seal(json.dumps(FULL).encode(), PASSWORD, rounds=FEW)
SEALED: dict[str, Any] = json.loads(seal(b"hemmeligt", PASSWORD, rounds=FEW))


def problem_of(members: dict[str, Any], password: str = PASSWORD) -> ImportProblem:
    with pytest.raises(ImportRefused) as caught:
        unseal(members, password)
    return caught.value.problem


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "==")


def with_header(**changes: object) -> dict[str, Any]:
    header = json.loads(decoded(SEALED["protected"])) | changes
    return SEALED | {"protected": base64.urlsafe_b64encode(json.dumps(header).encode()).rstrip(b"=").decode()}


@given(content=st.binary(max_size=2000), password=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_whatever_is_sealed_comes_out_as_it_was(content: bytes, password: str) -> None:
    sealed = json.loads(seal(content, password, rounds=FEW))

    assert is_sealed(sealed)
    assert unseal(sealed, password) == content


def test_the_keyboard_composes_letters_as_it_likes() -> None:
    assert unseal(json.loads(seal(b"x", "bl\u00e5 cykel", rounds=FEW)), "bla\u030a cykel") == b"x"


def test_it_is_opened_by_the_steps_of_the_standard() -> None:
    """RFC 7516, 5.2, and RFC 7518, 4.8, without a line of the program."""
    header = json.loads(decoded(SEALED["protected"]))
    salt = header["alg"].encode() + b"\0" + decoded(header["p2s"])
    wrapping = hashlib.pbkdf2_hmac("sha512", PASSWORD.encode(), salt, header["p2c"], 32)
    key = aes_key_unwrap(wrapping, decoded(SEALED["encrypted_key"]))
    sealed = decoded(SEALED["ciphertext"]) + decoded(SEALED["tag"])

    packed = AESGCM(key).decrypt(decoded(SEALED["iv"]), sealed, SEALED["protected"].encode())

    assert zlib.decompress(packed, wbits=-15) == b"hemmeligt"
    assert (header["alg"], header["enc"], header["zip"]) == ("PBES2-HS512+A256KW", "A256GCM", "DEF")


def test_two_files_of_the_same_are_not_alike() -> None:
    first, second = (json.loads(seal(b"x", PASSWORD, rounds=FEW)) for _ in range(2))

    assert all(first[name] != second[name] for name in first)


def test_another_password_opens_nothing() -> None:
    assert problem_of(SEALED, "en helt anden adgangskode") is ImportProblem.WRONG_FILE_PASSWORD


@given(name=st.sampled_from(sorted(SEALED)), data=st.data())
def test_a_file_changed_in_one_letter_is_refused_or_the_same(name: str, data: st.DataObject) -> None:
    text = SEALED[name]
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("ABCxyz019-_=.\N{SNOWMAN}"))
    changed = SEALED | {name: text[:at] + letter + text[at + 1 :]}

    try:
        outcome: object = unseal(changed, PASSWORD)
    except ImportRefused as refused:
        outcome = refused.problem
    assert outcome in {b"hemmeligt", ImportProblem.WRONG_FILE_PASSWORD, ImportProblem.SEAL_BROKEN}


@pytest.mark.parametrize("name", sorted(SEALED))
@pytest.mark.parametrize("value", [None, 7, [], {}, "", "ikke base64!"], ids=str)
def test_what_is_no_sealed_text_is_refused(name: str, value: object) -> None:
    assert problem_of(SEALED | {name: value}) in {ImportProblem.SEAL_BROKEN, ImportProblem.WRONG_FILE_PASSWORD}


@pytest.mark.parametrize(
    "changes",
    [
        {"alg": "dir"},
        {"enc": "A128CBC-HS256"},
        {"zip": None},
        {"p2c": 999},
        {"p2c": 10**9},
        {"p2c": True},
        {"p2c": "1000"},
        {"p2s": None},
    ],
    ids=str,
)
def test_another_method_or_one_that_takes_for_ever_is_refused_unread(changes: dict[str, object]) -> None:
    assert problem_of(with_header(**changes)) is ImportProblem.SEAL_BROKEN


def test_what_unpacks_to_more_than_a_file_may_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed_file, "LARGEST_FILE", 1024 * 1024)
    bomb = json.loads(seal(bytes(1024 * 1024 + 1), PASSWORD, rounds=FEW))

    assert len(bomb["ciphertext"]) < 10_000
    assert problem_of(bomb) is ImportProblem.TOO_LARGE


# As a file of cases ---------------------------------------------------------------------------------------------------


@pytest.fixture
def sealed_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert seal.__kwdefaults__
    monkeypatch.setitem(seal.__kwdefaults__, "rounds", FEW)
    path = tmp_path / "sager.jwe"
    path.write_bytes(case_file_bytes(FULL, PASSWORD))
    return path


def test_a_sealed_file_of_cases_is_read_with_its_password(sealed_cases: Path) -> None:
    assert read_case_file(sealed_cases, lambda: PASSWORD) == FULL


def test_without_a_password_it_says_that_it_is_sealed(sealed_cases: Path) -> None:
    with pytest.raises(ImportRefused) as caught:
        read_case_file(sealed_cases)

    assert caught.value.problem is ImportProblem.SEALED


def test_what_is_sealed_in_it_is_checked_like_any_file(tmp_path: Path) -> None:
    path = tmp_path / "sager.jwe"
    path.write_bytes(seal(b'{"format": "noget andet"}', PASSWORD, rounds=FEW))

    with pytest.raises(ImportRefused) as caught:
        read_case_file(path, lambda: PASSWORD)

    assert caught.value.problem is ImportProblem.NOT_A_CASE_FILE


@given(at=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_a_sealed_file_with_one_byte_changed_is_refused_or_the_same(
    at: float, byte: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "changed.jwe"
    content = bytearray(WHOLE)
    content[int(at * len(content))] = byte
    path.write_bytes(bytes(content))

    try:
        read = read_case_file(path, lambda: PASSWORD)
    except ImportRefused:
        return
    assert read == FULL
