"""What the form of a follow-up holds while it is typed, and how that is kept as a draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from desktop_app.domain.follow_up import FollowUp, FollowUpForm
from desktop_app.translation import short_date

WITH, WITHOUT = "with", "without"
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedFollowUp:
    """The fields as they stand; what was not answered is empty.

    `form` is a value of `FollowUpForm`, `interpreting` is WITH or WITHOUT, `repatriation` YES or NO, `topics` are
    values of `Topic`, `progress` is a value of `Progress` by the goal's place, from 1. While `follows_proposal`, the
    next date is the one proposed, and `next_on` is empty.
    """

    held_on: str = ""
    form: str = FollowUpForm.MEETING.value
    attempted_only: bool = False
    interpreting: str = ""
    interpreter: str = ""
    participants: str = ""
    topics: tuple[str, ...] = ()
    note: str = ""
    agreed: str = ""
    repatriation: str = ""
    next_on: str = ""
    follows_proposal: bool = True
    progress: Mapping[int, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a draft keeps them."""
        return {
            "held_on": self.held_on,
            "form": self.form,
            "attempted_only": self.attempted_only,
            "interpreting": self.interpreting,
            "interpreter": self.interpreter,
            "participants": self.participants,
            "topics": list(self.topics),
            "note": self.note,
            "agreed": self.agreed,
            "repatriation": self.repatriation,
            "next_on": self.next_on,
            "follows_proposal": self.follows_proposal,
            "progress": {str(place): progress for place, progress in sorted(self.progress.items())},
        }

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> Self:
        """Read back what `to_json` wrote."""
        return cls(
            held_on=content["held_on"],
            form=content["form"],
            attempted_only=content["attempted_only"],
            interpreting=content["interpreting"],
            interpreter=content["interpreter"],
            participants=content["participants"],
            topics=tuple(content["topics"]),
            note=content["note"],
            agreed=content["agreed"],
            repatriation=content["repatriation"],
            next_on=content["next_on"],
            follows_proposal=content["follows_proposal"],
            progress={int(place): progress for place, progress in content["progress"].items()},
        )

    @classmethod
    def of(cls, talk: FollowUp) -> Self:
        """Return a finished follow-up as its form shows it when it is changed."""
        interpreting = ""
        if not talk.attempted_only and talk.form is not FollowUpForm.LETTER:
            interpreting = WITH if talk.interpreter else WITHOUT
        guided = {True: YES, False: NO, None: ""}[talk.repatriation_guided]
        return cls(
            held_on=short_date(talk.held_on),
            form=talk.form.value,
            attempted_only=talk.attempted_only,
            interpreting=interpreting,
            interpreter=talk.interpreter or "",
            participants=talk.participants or "",
            topics=tuple(topic.value for topic in talk.topics),
            note=talk.note or "",
            agreed=talk.agreed or "",
            repatriation=guided,
            next_on=short_date(talk.next_on) if talk.next_on else "",
            follows_proposal=False,
            progress={told.place: told.progress.value for told in talk.progress},
        )
