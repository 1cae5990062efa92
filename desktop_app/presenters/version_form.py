"""What every form about one version of a plan has: which version it was opened from."""

from collections.abc import Mapping

from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan


class VersionForm:
    """Holds case and version as they were read while the form is open."""

    _case: Case | None = None
    _plan: Plan | None = None

    @property
    def subject(self) -> str:
        """The id of the version, empty while the form is closed."""
        return self._plan.id if self._plan else ""

    def based_on(self) -> Mapping[str, int]:
        """Return the versions of the records the form was opened from."""
        case, plan = self._opened()
        return {case.id: case.version, plan.id: plan.version}

    def _opened(self) -> tuple[Case, Plan]:
        """Return case and version; asked only while the form is open."""
        assert self._case is not None  # noqa: S101 - as above
        assert self._plan is not None  # noqa: S101 - as above
        return self._case, self._plan

    def _place(self) -> Mapping[str, str | int] | None:
        """Return where what is kept as a draft is opened again, None while the form is closed."""
        if self._case is None or self._plan is None:
            return None
        return {"case_number": self._case.case_number, "plan_number": self._plan.number}
