"""The only module that knows where `resources/` lies: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_ROOT = next(path for path in (_PACKAGE / "resources", _PACKAGE.parent / "resources") if path.is_dir())


def resource(*parts: str) -> Path:
    """Return the path of a bundled file or folder, such as `resource("fonts", "NotoSans-Regular.ttf")`.

    Raises:
        FileNotFoundError: no such file is bundled.
    """
    path = _ROOT.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path
