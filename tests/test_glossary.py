"""Every public class of the domain has its Danish term in the glossary."""

import ast
import re
from pathlib import Path

DOMAIN = Path(__file__).parent.parent / "desktop_app" / "domain"


def named_in_glossary() -> set[str]:
    return set(re.findall(r"`([A-Za-z]+)`", (DOMAIN / "GLOSSARY.md").read_text(encoding="utf-8")))


def public_classes() -> set[str]:
    return {
        node.name
        for module in DOMAIN.glob("*.py")
        for node in ast.parse(module.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }


def test_every_public_class_of_the_domain_stands_in_the_glossary() -> None:
    assert public_classes() - named_in_glossary() == set()


def test_the_glossary_names_no_class_that_is_gone() -> None:
    named = {name for name in named_in_glossary() if name[0].isupper()}

    assert named - public_classes() == set()
