"""The locks decide what is installed: exact versions, checked by hash, from wherever the machine gets its packages."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

CHECKOUT = Path(__file__).resolve().parent.parent
LOCKS = ["run.lock", "dev.lock", "tools.lock"]
ENTRY = re.compile(
    r"""^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)  # exactly one version
    (?:[ ];[ ][^\\\n]+?)?                         # perhaps only for some machines
    (?:[ ]\\\n[ ]+--hash=sha256:[0-9a-f]{64})+$  # and never without a hash""",
    re.MULTILINE | re.VERBOSE,
)


def read_lock(name: str) -> str:
    return (CHECKOUT / "requirements" / name).read_text(encoding="utf-8")


def locked_versions(name: str) -> dict[str, Version]:
    return {canonicalize_name(entry["name"]): Version(entry["version"]) for entry in ENTRY.finditer(read_lock(name))}


def project() -> dict[str, Any]:
    return tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


def group(name: str) -> list[str]:
    """Return what a dependency group of the project asks for, the groups it includes as well."""
    wanted: list[str] = []
    for entry in project()["dependency-groups"][name]:
        wanted += [entry] if isinstance(entry, str) else group(entry["include-group"])
    return wanted


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_nothing_but_exact_versions_with_hashes(name: str) -> None:
    assert ENTRY.sub("", read_lock(name)).strip() == ""
    assert locked_versions(name)


@pytest.mark.parametrize("name", [*LOCKS, "debian.txt"])
def test_no_address_stands_in_what_is_installed_from(name: str) -> None:
    assert not re.search(r"://|--index-url|--extra-index-url|--find-links|--trusted-host", read_lock(name))


@pytest.mark.parametrize(("name", "tools"), [("run.lock", "build"), ("dev.lock", "dev")])
def test_a_lock_gives_the_project_what_it_asks_for(name: str, tools: str) -> None:
    locked = locked_versions(name)

    for wanted in map(Requirement, [*project()["project"]["dependencies"], *group(tools)]):
        version = locked[canonicalize_name(wanted.name)]
        assert version in wanted.specifier, f"{wanted} is locked as {version}"


def test_the_program_is_tested_with_the_versions_it_runs_with() -> None:
    assert locked_versions("run.lock").items() <= locked_versions("dev.lock").items()


@pytest.mark.parametrize("name", ["run.lock", "dev.lock"])
def test_qt_is_older_than_the_version_that_aborts_on_python_3_11(name: str) -> None:
    assert locked_versions(name)["pyside6-essentials"] < Version("6.12")


def test_building_the_project_needs_nothing_that_is_not_locked() -> None:
    locked = locked_versions("run.lock")

    for wanted in map(Requirement, project()["build-system"]["requires"]):
        assert locked[canonicalize_name(wanted.name)] in wanted.specifier


def test_an_entry_without_a_hash_is_not_read_as_one() -> None:
    assert not ENTRY.search("pytest==9.2.0\n")
