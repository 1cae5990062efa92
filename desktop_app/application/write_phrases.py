"""Keep, change and remove the phrases the team writes with; each can be taken back by another of these."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.application.errors import ApplicationError
from desktop_app.application.ports import Work
from desktop_app.domain.phrase import Phrase, PhraseFault, faults_in_phrase
from desktop_app.domain.role import Act


class PhraseRefused(ApplicationError):
    """A phrase is not as one must be: every fault of it, in order."""

    def __init__(self, faults: Sequence[PhraseFault]) -> None:
        super().__init__(", ".join(faults))
        self.faults = tuple(faults)


def list_phrases(*, work: Work) -> list[Phrase]:
    """Return every phrase, by id.

    Raises:
        StorageUnavailable: the machine could not read.
    """
    with work(Act.WRITE_PHRASES) as unit:
        return unit.phrases.all()


def keep_phrases(phrases: Sequence[Phrase], *, work: Work, draft_id: str | None = None) -> list[Phrase]:
    """Keep new phrases, all of them or none; return them as they are kept, trimmed.

    The draft they were typed in goes in the same transaction.

    Raises:
        PhraseRefused: one is not as a phrase must be; nothing was written.
        StorageUnavailable: the machine could not write.
    """
    trimmed = list(map(_trimmed, phrases))
    with work(Act.WRITE_PHRASES) as unit:
        for phrase in trimmed:
            unit.phrases.add(phrase)
        there = {phrase.id: phrase for phrase in unit.phrases.all()}
        if draft_id is not None:
            unit.drafts.discard(draft_id)
        unit.commit()
    return [there[phrase.id] for phrase in trimmed]


def change_phrase(phrase: Phrase, *, work: Work, draft_id: str | None = None) -> Phrase:
    """Save a phrase that was read and changed; return it as it is kept, trimmed.

    The draft it was typed in goes in the same transaction. What was written with it before stays as it was written.

    Raises:
        PhraseRefused: it is not as a phrase must be; nothing was written.
        ChangedMeanwhile: somebody saved it after it was read, or took it away; nothing was written.
        StorageUnavailable: the machine could not write.
    """
    trimmed = _trimmed(phrase)
    with work(Act.WRITE_PHRASES) as unit:
        unit.phrases.save(trimmed)
        kept = next(each for each in unit.phrases.all() if each.id == phrase.id)
        if draft_id is not None:
            unit.drafts.discard(draft_id)
        unit.commit()
    return kept


def remove_phrases(phrases: Sequence[Phrase], *, work: Work) -> None:
    """Take phrases away as they were read, all of them or none; the history keeps them.

    Raises:
        ChangedMeanwhile: somebody saved or took away one of them after it was read; nothing was written.
        StorageUnavailable: the machine could not write.
    """
    with work(Act.WRITE_PHRASES) as unit:
        for phrase in phrases:
            unit.phrases.remove(phrase)
        unit.commit()


def _trimmed(phrase: Phrase) -> Phrase:
    faults = faults_in_phrase(phrase)
    if faults:
        raise PhraseRefused(faults)
    lines = "\n".join(line.rstrip() for line in phrase.text.strip().split("\n"))
    return replace(phrase, text=lines, name=" ".join(phrase.name.split()))
