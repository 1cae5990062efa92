"""A wheel carries all the program needs, and works where the checkout is not."""

import json
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from email import message_from_string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

CHECKOUT = Path(__file__).resolve().parent.parent
PARTS = ("desktop_app", "resources", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore")

READ_BUNDLED_PARTS = """
import json, sys
sys.path[:0] = json.loads(sys.argv[1])
import desktop_app
from desktop_app import translation
from desktop_app.resource_files import resource
parts = [resource("fonts", "NotoSans-Regular.ttf"), resource("icons", "calendar-month.svg")]
print(json.dumps({
    "package": desktop_app.__file__,
    "parts": [str(part) for part in parts],
    "sizes": [len(part.read_bytes()) for part in parts],
    "texts": [translation._(text) for text in json.loads(sys.argv[2])],
}))
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a copy of the checkout, unpacked; in place, compiling catalogues would disturb other tests."""
    folder = tmp_path_factory.mktemp("wheel")
    copy, built = folder / "checkout", folder / "built"
    for part in PARTS:
        source = CHECKOUT / part
        if source.is_dir():
            shutil.copytree(source, copy / part, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        else:
            shutil.copy(source, copy / part)
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(built)]
    done = subprocess.run(command, cwd=copy, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_an_installed_program_finds_its_fonts_icons_and_danish_texts(unpacked: Path) -> None:
    with (CHECKOUT / "resources" / "locale" / "da" / "LC_MESSAGES" / "enplan.po").open("rb") as source:
        catalogue = read_po(source, locale="da")
    wanted = {
        str(entry.id): str(entry.string) for entry in catalogue if isinstance(entry.id, str) and not entry.context
    }
    # Nothing of the checkout is on the path: no site module, so no link to it, and isolated from the environment.
    path = [str(unpacked), sysconfig.get_path("platlib")]
    arguments = [json.dumps(path), json.dumps(list(wanted))]
    command = [sys.executable, "-I", "-S", "-X", "utf8", "-c", READ_BUNDLED_PARTS, *arguments]

    done = subprocess.run(command, cwd=unpacked, check=False, capture_output=True, text=True, encoding="utf-8")

    assert done.returncode == 0, done.stderr
    read = json.loads(done.stdout)
    assert all(Path(file).is_relative_to(unpacked) for file in [read["package"], *read["parts"]])
    assert min(read["sizes"]) > 100
    assert "Language: da" in read["texts"][0]
    assert read["texts"][1:] == list(wanted.values())[1:]


def test_the_wheel_holds_every_bundled_file(unpacked: Path) -> None:
    bundled = unpacked / "desktop_app" / "resources"
    sources = [file for file in (CHECKOUT / "resources").rglob("*") if file.is_file() and file.suffix != ".mo"]

    assert sources
    for source in sources:
        assert (bundled / source.relative_to(CHECKOUT / "resources")).read_bytes() == source.read_bytes()


def test_the_wheel_installs_both_commands_and_the_licence(unpacked: Path) -> None:
    (about,) = unpacked.glob("*.dist-info")
    commands = (about / "entry_points.txt").read_text(encoding="utf-8")
    metadata = message_from_string((about / "METADATA").read_text(encoding="utf-8"))

    assert "enplan = desktop_app.__main__:main" in commands
    assert "enplan-vindue = desktop_app.__main__:window" in commands
    assert (about / "licenses" / "LICENSE").read_bytes() == (CHECKOUT / "LICENSE").read_bytes()
    assert metadata["License-Expression"] == "MPL-2.0"


def test_the_wheel_holds_no_tests_and_no_tools(unpacked: Path) -> None:
    assert {entry.name.partition("-")[0] for entry in unpacked.iterdir()} == {"desktop_app", "enplan"}
