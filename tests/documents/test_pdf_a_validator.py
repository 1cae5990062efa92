"""Every paper as PDF/A-1b before the validator of Apache PDFBox, which `python3 start.py test` installs on Debian."""

import shutil
import subprocess
from pathlib import Path

import pytest

from .papers import PAPERS

JARS = ("preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "jaxb-api", "javax.activation")
FOLDER = Path("/usr/share/java")
JAVA = shutil.which("java")
NEEDED = [FOLDER / f"{name}.jar" for name in JARS]

pytestmark = pytest.mark.skipif(
    JAVA is None or not all(jar.exists() for jar in NEEDED),
    reason="Debians libpdfbox2-java er her ikke; start.py henter den, hvor apt-get findes",
)


def verdicts(files: list[Path], listing: Path) -> list[str]:
    """Return what the validator says of each file, in order; what is wrong follows on lines of its own."""
    listing.write_text("".join(f"{file}\n" for file in files), encoding="utf-8")
    validator = ["-cp", ":".join(map(str, NEEDED)), "org.apache.pdfbox.preflight.Validator_A1b", "batch", str(listing)]
    done = subprocess.run([str(JAVA), *validator], check=False, capture_output=True, text=True, encoding="utf-8")
    return [line for line in done.stdout.splitlines() if line.strip()]


def test_every_paper_is_valid_as_pdf_a_1b(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.pdf" for name in PAPERS]
    for file, paper in zip(files, PAPERS.values(), strict=True):
        file.write_bytes(paper().as_pdf(1))

    assert verdicts(files, tmp_path / "listing.txt") == [
        f"The file {file.name} is a valid PDF/A-1b file" for file in files
    ]


def test_the_validator_finds_fault_with_a_paper_that_claims_too_little(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(PAPERS["plan of one line"]().as_pdf(2))

    said = verdicts([file], tmp_path / "listing.txt")

    assert said[0] == "The file plan.pdf is not a valid PDF/A-1b file, error(s) :"
