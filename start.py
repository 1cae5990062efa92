"""Sets Én Plan up in this folder and starts it: `python3 start.py`, on Windows `py start.py`.

Everything it installs lies in `.tools` and `.venv` beside this file, except missing system libraries on Debian and
Ubuntu, which apt-get installs. Standard library only. Pythons too old for the program can read the file and say so.
"""

from __future__ import annotations

import ast
import ctypes
import hashlib
import io
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
REQUIREMENTS = ROOT / "requirements"
TOOLS = ROOT / ".tools"
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = ENVIRONMENT / "start-stamp.json"
FIRST_RUN = ROOT / "build" / "first-run"

PYTHONS = ((3, 11), (3, 12), (3, 13), (3, 14))
"""The same range as `requires-python` in pyproject.toml."""

HELP = """\
python3 start.py               gør klar og åbner Én Plan; uden skærm et gennemløb med prøvedata
python3 start.py KOMMANDO ...  gør klar og kører en kommando, for eksempel: deadlines --help
python3 start.py setup         gør kun klar, også med udviklingsværktøjer
python3 start.py test ...      gør klar og kører alle prøver; resten gives videre til pytest
På Windows: py start.py"""

CAUSES = (
    (r"No space left|os error (28|112)\)|quota exceeded", "Der er ikke plads på disken. Frigør 2 GB, og start igen."),
    (r"Permission denied|os error (5|13)\)", "Der må ikke skrives i mappen. Læg den et andet sted, og start igen."),
    (r"peer certificate|CERTIFICATE_VERIFY", "Certifikatet er ukendt. Sæt SSL_CERT_FILE til kommunens rodcertifikat."),
    (r"MATCH THE HASHES|Hash mismatch", "En hentet pakke svarer ikke til sin lås og er ikke installeret."),
    (
        r"no (usable )?wheels",
        "En pakke findes ikke til denne maskine: brug 64-bit Python, Windows 10+ eller glibc 2.34+.",
    ),
    (r"(password|terminal) is required|sudoers", "Systempakker kan kun installeres af en administrator."),
    (
        r"Failed to (establish|fetch)|error sending|Temporary failure|unreachable|not resolve|timed out|ProxyError",
        "Der er ingen forbindelse til pakkelageret. Se efter netværk og proxy (HTTPS_PROXY), og start igen.",
    ),
)
"""What a tool wrote, and the sentence that says what it means; the first that fits is used."""


class CannotGoOn(Exception):
    """Nothing more can be done; the text is the sentence that tells the user why."""


def main(arguments: Sequence[str]) -> int:
    """Carry out what the command line asks for and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace", line_buffering=True)
    try:
        refuse_other_pythons(sys.version_info[:3])
        if arguments and arguments[0] in {"-h", "--help"}:
            print(HELP)
            return 0
        command, rest = split_command(arguments)
        return COMMANDS[command](rest)
    except CannotGoOn as reason:
        print(f"Stoppet. {reason}", file=sys.stderr)
    except OSError as trouble:
        print(f"Stoppet. {explain_trouble(trouble)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("Afbrudt.", file=sys.stderr)
        return 130
    return 1


def split_command(arguments: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Tell start.py's own command from what is handed on; without one it is `run`."""
    return (arguments[0], arguments[1:]) if arguments and arguments[0] in COMMANDS else ("run", arguments)


def refuse_other_pythons(version: tuple[int, ...]) -> None:
    """Raises CannotGoOn unless the program's libraries exist for this version of Python."""
    if version[:2] not in PYTHONS:
        wanted = ", ".join(f"{major}.{minor}" for major, minor in PYTHONS)
        raise CannotGoOn(
            f"Én Plan kører på Python {wanted}. Denne er {'.'.join(map(str, version))}. Start med en af dem."
        )


def explain_trouble(trouble: OSError) -> str:
    """Return the sentence for what the operating system refused."""
    return f"{find_cause(os.strerror(trouble.errno or 0))} ({trouble})".lstrip()


def run(arguments: Sequence[str]) -> int:
    """Open the window or run a command of the program; without a screen and without a command, the walk-through."""
    wants_window = not arguments or arguments[0].startswith("--store")
    screen = has_screen(sys.platform, os.environ)
    if wants_window and arguments and not screen:
        raise CannotGoOn("Vinduet kan ikke åbnes, for her er ingen skærm (DISPLAY og WAYLAND_DISPLAY er tomme).")
    set_up(with_screen=wants_window and screen)
    if wants_window and not screen:
        return walk_through()
    command = [str(PYTHON), "-m", "desktop_app", *arguments]
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - takes this process's place: signals and exit code are its own
    return subprocess.run(command, check=False).returncode


def has_screen(platform: str, environ: Mapping[str, str]) -> bool:
    """Return whether a window would be seen."""
    if environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return False
    return platform != "linux" or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def walk_through() -> int:
    """Do the program's main job on invented citizens and leave the results in `build/first-run/`."""
    print("Her er ingen skærm, så vinduet kan ikke åbnes. I stedet gennemløbes arbejdet med opdigtede borgere.")
    shutil.rmtree(FIRST_RUN, ignore_errors=True)
    FIRST_RUN.mkdir(parents=True)
    today = date.today().isoformat()  # noqa: DTZ011 - the machine's own day
    with tempfile.TemporaryDirectory(prefix="enplan-") as folder:
        password = Path(folder, "password")
        password.touch(0o600, exist_ok=False)
        password.write_text(secrets.token_urlsafe(24), encoding="ascii")
        store = ["--store", str(Path(folder, "demo.store")), "--password-file", str(password)]
        print("Opretter 30 sager ...")
        ask_program("demo", *store, "--cases", "30", "--as-of", today)
        print("Beregner fristerne ...")
        for form, name in (("table", "arbejdsliste.txt"), ("csv", "arbejdsliste.csv")):
            rows = ask_program("deadlines", *store, "--as-of", today, "--format", form)
            (FIRST_RUN / name).write_bytes(rows)
        case = choose_case(ask_program("deadlines", *store, "--as-of", today, "--format", "json"))
        print(f"Udskriver planen i sag {case} ...")
        ask_program("print", *store, "--case", case, "--document", "plan", "--out", str(FIRST_RUN / "plan.pdf"))
    print("Tager billeder af alle skærme ...")
    ask_program("tour", "--short", "--out", str(FIRST_RUN / "skaermbilleder"))
    pictures = len(list(FIRST_RUN.glob("skaermbilleder/**/*.png")))
    print(f"\nDet ligger nu i {FIRST_RUN}. Sagerne og deres adgangskode er slettet igen.")
    print("  arbejdsliste.txt, .csv  alle frister i de 30 sager, de mest presserende først")
    print("  plan.pdf                en borgers plan, som den udskrives")
    print(f"  skaermbilleder/         {pictures} billeder af programmet")
    return 0


def ask_program(*arguments: str) -> bytes:
    """Return what a command of the program prints."""
    settings = {**os.environ, "PYTHONIOENCODING": "utf-8", "QT_QPA_PLATFORM": "offscreen"}
    command = [str(PYTHON), "-m", "desktop_app", *arguments]
    done = subprocess.run(command, env=settings, check=False, stdout=subprocess.PIPE)
    if done.returncode != 0:
        raise CannotGoOn(f"Kommandoen »{arguments[0]}« lykkedes ikke.")
    return done.stdout


def choose_case(deadlines: bytes) -> str:
    """Return the number of a case whose contract is signed, so that its plan is complete; else of any case."""
    rows = json.loads(deadlines)
    signed = [row for row in rows if row["duty"] == "contract.signed" and row["fulfilled_on"]]
    return str((signed or rows)[0]["case_number"])


def test(arguments: Sequence[str]) -> int:
    """Set up what the checks need and run them all; see `tests/__main__.py`."""
    set_up(with_development=True)
    provide_checking_tools()
    command = [str(PYTHON), "-m", "tests", *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=False).returncode


def setup(_arguments: Sequence[str]) -> int:
    """Set everything up, development tools and libraries for a screen included."""
    set_up(with_screen=True, with_development=True)
    print("Alt er klar.")
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {"run": run, "setup": setup, "test": test}


def set_up(*, with_screen: bool = False, with_development: bool = False) -> None:
    """Provide libraries, tools and environment, quickly where nothing has changed; development tools, once in, stay."""
    provide_libraries(with_screen=with_screen)
    done = read_stamp()
    wanted = describe_wanted("dev.lock" if with_development or done.get("lock") == "dev.lock" else "run.lock")
    if done == wanted and PYTHON.exists() and all(source.with_suffix(".mo").exists() for source in catalogues()):
        return
    uv = provide_uv()
    settings = {**uv_settings(pip_settings()), **os.environ}
    STAMP.unlink(missing_ok=True)
    if not has_fitting_environment(done):
        print("Opretter miljøet i .venv ...")
        run_tool([uv, "venv", "--clear", "--no-python-downloads", "--python", sys.executable, ENVIRONMENT], settings)
        done = {}
    if done.get("packages") != wanted["packages"]:
        print("Henter og installerer pakker i .venv (fylder omkring 600 MB; det kan tage nogle minutter) ...")
        checks = ["--require-hashes", "--only-binary", ":all:", "--compile-bytecode"]
        run_tool([uv, "pip", "sync", "--python", PYTHON, *checks, REQUIREMENTS / wanted["lock"]], settings)
    print("Installerer Én Plan i .venv ...")
    offline = ["--no-deps", "--no-build-isolation", "--offline", "--reinstall-package", "enplan"]
    run_tool([uv, "pip", "install", "--python", PYTHON, *offline, "--editable", ROOT], settings)
    STAMP.write_text(json.dumps(wanted), encoding="utf-8")


def provide_libraries(*, with_screen: bool) -> None:
    """Install the system libraries that Qt needs and this Linux machine lacks."""
    known = needed_libraries(with_screen=with_screen) if sys.platform == "linux" else {}
    if missing := [library for library in known if not can_load(library)]:
        install_packages(sorted({known[library] for library in missing}))
    if missing := [library for library in missing if not can_load(library)]:
        raise CannotGoOn(f"Maskinen mangler stadig {', '.join(missing)}.")


def needed_libraries(*, with_screen: bool) -> dict[str, str]:
    """Return the libraries Qt loads, each with the Debian package that holds it."""
    return dict(read_rows("always", "screen") if with_screen else read_rows("always"))


def provide_checking_tools() -> None:
    """Install what tests need beside Python; where there is no apt-get, those that miss it are skipped."""
    can_install = sys.platform == "linux" and shutil.which("apt-get")
    if not can_install:
        return
    missing = [package for file, package in read_rows("check") if not found(file)]
    if missing:
        install_packages(missing)


def found(file: str) -> bool:
    """Return whether the machine has a file, or for a program another of its name."""
    return Path(file).exists() or shutil.which(Path(file).name) is not None


def read_rows(*groups: str) -> list[tuple[str, str]]:
    """Return what a machine needs and the Debian package that holds it, of the given groups."""
    rows = [line.split() for line in (REQUIREMENTS / "debian.txt").read_text(encoding="utf-8").splitlines()]
    return [(row[1], row[2]) for row in rows if row[0] in groups]


def can_load(library: str) -> bool:
    """Return whether the system's loader finds a library, as it will for Qt."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: Sequence[str]) -> None:
    """Install packages of Debian or Ubuntu, through sudo unless this is root."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise CannotGoOn(f"Maskinen mangler det, som Debian kalder {names}. Installer det, og start igen.")
    sudo = [] if sys.platform == "win32" or os.geteuid() == 0 else ["sudo"]
    if sudo and not shutil.which("sudo"):
        raise CannotGoOn(f"Bed en administrator om at køre: apt-get install --no-install-recommends {names}")
    print(f"Installerer systempakker med apt-get: {names} ...")
    # The lists may fail for a source that has nothing to do with this; installing decides.
    script = 'apt-get -q update; exec apt-get -qy --no-install-recommends -o DPkg::Lock::Timeout=120 install "$@"'
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", "sh", "-c", script, "sh", *packages]
    run_tool([*sudo, *apt], os.environ)


def catalogues() -> list[Path]:
    """Return the translations, which installing compiles."""
    return sorted((ROOT / "resources" / "locale").rglob("*.po"))


def read_stamp() -> dict[str, str]:
    """Return what the environment was last set up for; empty where that is not known."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def describe_wanted(lock: str) -> dict[str, str]:
    """Return the stamp of an environment set up now, here, by this Python."""
    return {
        "folder": str(ROOT),
        "python": "{}.{}".format(*sys.version_info),
        "lock": lock,
        "packages": digest([REQUIREMENTS / lock]),
        "program": digest([ROOT / "pyproject.toml", ROOT / "hatch_build.py", *catalogues()]),
    }


def digest(files: Iterable[Path]) -> str:
    """Return one hash over what the files hold."""
    return hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)).hexdigest()


def has_fitting_environment(done: Mapping[str, str]) -> bool:
    """Return whether `.venv` is of this version of Python and was not moved here from elsewhere."""
    settings = ENVIRONMENT / "pyvenv.cfg"
    if not (PYTHON.exists() and settings.exists() and done.get("folder", str(ROOT)) == str(ROOT)):
        return False
    version = r"(?m)^version\w* = {}\.{}\.".format(*sys.version_info)
    return re.search(version, settings.read_text(encoding="utf-8")) is not None


def provide_uv() -> Path:
    """Return uv in `.tools`, installed there by pip when the locked version is not there yet."""
    lock, stamp = REQUIREMENTS / "tools.lock", TOOLS / "start-stamp.txt"
    uv = TOOLS / "bin" / ("uv.exe" if os.name == "nt" else "uv")
    if uv.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == digest([lock]):
        return uv
    provide_pip()
    print("Henter installationsværktøjet uv til .tools ...")
    # A machine may have pip refuse to work outside an environment, or install for the user: neither fits a target.
    settings = {**os.environ, "PIP_REQUIRE_VIRTUALENV": "0", "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    checks = ["--require-hashes", "--only-binary", ":all:", "--no-input"]
    pip = [sys.executable, "-m", "pip", "install", *checks, "--upgrade", "--target", str(TOOLS), "-r", str(lock)]
    run_tool(pip, settings)
    stamp.write_text(digest([lock]), encoding="utf-8")
    return uv


def provide_pip() -> None:
    """See to it that this Python has pip, which Debian and Ubuntu leave out."""
    if pip_answers("--version") is not None:
        return
    if not (sys.base_prefix == "/usr" and shutil.which("apt-get")):
        raise CannotGoOn("Denne Python har ikke pip. Installer pip til den, og start igen.")
    install_packages(["python3-pip"])


def pip_answers(*arguments: str) -> str | None:
    """Return what pip prints, None where it fails or does not exist."""
    command = [sys.executable, "-m", "pip", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", errors="replace")
    return done.stdout if done.returncode == 0 else None


def pip_settings() -> dict[str, str]:
    """Return how this machine has set up pip: a command's own settings before the general, the environment's first."""
    lines = [line.partition("=") for line in (pip_answers("config", "list") or "").splitlines()]
    settings: dict[str, str] = {}
    for section in ("global", "install", ":env:"):
        for key, equals, value in lines:
            if equals and key.startswith(f"{section}."):
                settings[key.removeprefix(f"{section}.")] = str(ast.literal_eval(value))
    return settings


def uv_settings(pip: Mapping[str, str]) -> dict[str, str]:
    """Return the environment that tells uv what pip was told. Folders that do not exist would stop uv, but not pip."""
    settings = {}
    if os.name == "nt" or Path("/etc/ssl/certs/ca-certificates.crt").exists():
        settings["UV_SYSTEM_CERTS"] = "true"  # municipal networks often open TLS with a certificate of their own
    if is_usable(pip.get("index-url", "")):
        settings["UV_DEFAULT_INDEX"] = pip["index-url"]
    if indexes := [index for index in pip.get("extra-index-url", "").split() if is_usable(index)]:
        settings["UV_INDEX"] = " ".join(indexes)
        settings["UV_INDEX_STRATEGY"] = "unsafe-best-match"  # pip's way; the hashes make it safe
    if links := [link for link in pip.get("find-links", "").split() if is_usable(link)]:
        settings["UV_FIND_LINKS"] = ",".join(links)
    if pip.get("no-index", "").lower() in {"1", "true", "yes", "on"}:
        settings["UV_OFFLINE"] = "true"
    if pip.get("proxy"):
        settings["HTTPS_PROXY"] = settings["HTTP_PROXY"] = pip["proxy"]
    if Path(pip.get("cert") or ROOT).is_file():
        settings["SSL_CERT_FILE"] = pip["cert"]
    return settings


def is_usable(address: str) -> bool:
    """Return whether an address is on the network, or is a folder or file that exists."""
    if address.startswith(("https://", "http://")):
        return True
    local = unquote(urlsplit(address).path) if address.startswith("file:") else address
    local = local.lstrip("/") if os.name == "nt" else local  # file:///C:/wheels
    return bool(local) and Path(local).exists()


def run_tool(command: Sequence[str | Path], settings: Mapping[str, str]) -> None:
    """Run a tool quietly; where it fails, show the end of what it wrote and raise CannotGoOn with the cause."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=ROOT,
        env=dict(settings),
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode != 0:
        cause = find_cause(done.stdout)
        print(*done.stdout.splitlines()[-2 if cause else -12 :], sep="\n", file=sys.stderr)
        raise CannotGoOn(cause or f"{Path(command[0]).stem} kunne ikke udføre trinnet (se ovenfor).")


def find_cause(output: str) -> str:
    """Return the sentence for why a tool failed, empty where its output says nothing known."""
    return next((sentence for sign, sentence in CAUSES if re.search(sign, output)), "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
