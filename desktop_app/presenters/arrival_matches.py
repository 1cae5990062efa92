"""The cases there are already that somebody typed may be about, or moves in with."""

from collections.abc import Callable, Iterable, Sequence

from desktop_app.application.find_similar import SimilarCases, Sought
from desktop_app.application.ports import CaseLine
from desktop_app.presenters.arrival_checks import Remark, RemarkKind
from desktop_app.presenters.arrival_fields import Field
from desktop_app.presenters.arrival_reading import PersonRead
from desktop_app.translation import _


class ArrivalMatches:
    """Asks among all cases, which are read when they are first asked for and then again once they were changed.

    `find` searches them as one does under *Sager*.
    """

    def __init__(self, lines: Callable[[], Iterable[CaseLine]], find: Callable[[str], Sequence[CaseLine]]) -> None:
        self._lines, self._find = lines, find
        self._similar: SimilarCases | None = None
        self._meant: tuple[str, Sequence[CaseLine]] = ("", ())

    def forget(self) -> None:
        """Read the cases anew when they are next asked for."""
        self._similar, self._meant = None, ("", ())

    def like(self, person: PersonRead) -> list[CaseLine]:
        """Return the cases that may be about a person, the likeliest first."""
        sought = Sought(
            given_names=person.texts[Field.GIVEN_NAMES],
            family_name=person.texts[Field.FAMILY_NAME],
            cpr=person.cpr,
            birth_date=person.days.get(Field.BIRTH_DATE),
            nationality=person.texts[Field.NATIONALITY] or None,
        )
        if not (sought.cpr or (sought.given_names and sought.family_name)):
            return []
        return self._to(sought)

    def with_number(self, cpr: str | None) -> list[CaseLine]:
        """Return the cases with just this CPR number."""
        return self._to(Sought(given_names="", family_name="", cpr=cpr)) if cpr else []

    def _to(self, sought: Sought) -> list[CaseLine]:
        if self._similar is None:
            self._similar = SimilarCases(self._lines())
        return self._similar.to(sought)

    def meant_by(self, text: str) -> Sequence[CaseLine]:
        """Return the cases a text may mean: the one with just this number, or all that hold its words."""
        if text != self._meant[0]:
            found = self._find(text)
            self._meant = (text, [line for line in found if line.case_number == text] or found)
        return self._meant[1]


def joining_remark(text: str, meant: Sequence[CaseLine]) -> Remark | None:
    """Return what there is to say of a text that means these cases: who it is, or that it is not just one."""
    if not text:
        return None
    if len(meant) == 1:
        line = meant[0]
        text = _("{name}, case {number}").format(name=_name(line), number=line.case_number)
        return Remark(RemarkKind.INFORMATION, text)
    if meant:
        return Remark(RemarkKind.ERROR, _("Several cases fit. Write the number of the one that is meant"))
    return Remark(RemarkKind.ERROR, _("No case fits. Write a name or a case number"))


def known_number_remark(line: CaseLine) -> Remark:
    """Return that a case has the number that was typed; what stops saving once is `known_number_problem`."""
    text = _("{name}, case {number}, has the same CPR number")
    return Remark(RemarkKind.WARNING, text.format(name=_name(line), number=line.case_number))


def known_number_problem(line: CaseLine) -> str:
    """Return that a case has the number that was typed, and how to go on nevertheless."""
    text = _("{name}, case {number}, has the same CPR number. Check the number, or choose Create again.")
    return text.format(name=_name(line), number=line.case_number)


def _name(line: CaseLine) -> str:
    return f"{line.given_names.strip()} {line.family_name.strip()}"
