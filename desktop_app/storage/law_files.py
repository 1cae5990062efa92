"""The files of rules and texts as one set: read together, checked together, and used together or not at all."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.storage.full_week_file import full_weeks_of
from desktop_app.storage.legal_text_file import legal_texts_of
from desktop_app.storage.rule_table import RuleTable, read_rule_file
from desktop_app.storage.rulebook_file import rulebook_of

LawFiles = Mapping[str, bytes]
"""What stands in each file, by its place under `resources`."""

RULES, FULL_WEEK, TEXTS = "law", "law/limits/full_week.toml", "texts/plan.toml"


def read_law_files(resources: Path) -> LawFiles:
    """Return the files that lie under a folder of resources.

    Raises:
        RuleFileError: the machine could not read one of them.
    """
    files = [*sorted((resources / RULES).glob("*.toml")), resources / FULL_WEEK, resources / TEXTS]
    return {file.relative_to(resources).as_posix(): read_rule_file(file) for file in files}


def law_of(files: LawFiles) -> PlanLaw:
    """Return the rules and texts that stand in the files.

    Raises:
        RuleFileError: a file is not as it must be, or one is missing.
    """
    paths = {PurePosixPath(place): content for place, content in files.items()}
    rules = {path.name: content for path, content in paths.items() if path.parent == PurePosixPath(RULES)}
    return PlanLaw(
        rulebook_of(rules, RULES), legal_texts_of(_table(files, TEXTS)), full_weeks_of(_table(files, FULL_WEEK))
    )


def _table(files: LawFiles, place: str) -> RuleTable:
    return RuleTable.of_content(PurePosixPath(place).name, files.get(place, b""))
