"""What adults of a demonstration live on: benefit at first, company offers, then often a job or an education."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop_app.application.demo.chance import Chance
from desktop_app.application.demo.reception import (
    Reception,
    carried_out,
    offers_are_required,
    offers_may_rest,
)
from desktop_app.application.demo.words import Trade
from desktop_app.domain.case import OfferKind, SupportKind, TargetGroup
from desktop_app.domain.dates import Period, add_months, latest_working_day, next_working_day

FIRST_SUPPORT: dict[TargetGroup, tuple[SupportKind, ...]] = {
    TargetGroup.REFUGEE: (SupportKind.BENEFIT,),
    TargetGroup.QUOTA_REFUGEE: (SupportKind.BENEFIT,),
    TargetGroup.DISPLACED_UKRAINE: (
        *(SupportKind.BENEFIT,) * 7,
        *(SupportKind.ORDINARY_JOB,) * 2,
        SupportKind.SELF_SUPPORTING,
    ),
    TargetGroup.FAMILY_OF_REFUGEE: (*(SupportKind.BENEFIT,) * 7, *(SupportKind.SELF_SUPPORTING,) * 3),
    TargetGroup.FAMILY_OF_OTHER: (
        *(SupportKind.SELF_SUPPORTING,) * 7,
        *(SupportKind.ORDINARY_JOB,) * 2,
        SupportKind.BENEFIT,
    ),
    TargetGroup.IMMIGRANT: (
        *(SupportKind.ORDINARY_JOB,) * 6,
        *(SupportKind.SELF_SUPPORTING,) * 3,
        SupportKind.ORDINARY_EDUCATION,
    ),
}
FULL_TIME = 37


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedOffer:
    """An offer of employment; its days can lie ahead."""

    kind: OfferKind
    company: str
    offered_on: date
    starts_on: date
    ends_on: date
    hours: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPath:
    """One adult's way towards work.

    `works_from` begins an ordinary job or education (`work`) at `company`; `activity_ready_from` is the day the person
    no longer counts as job-ready. Both are None where that does not happen up to the case's last day.
    """

    trade: Trade
    company: str
    first_support: SupportKind
    works_from: date | None
    work: SupportKind
    activity_ready_from: date | None
    offers: tuple[PlannedOffer, ...]
    leave: Period | None = None
    child_born_on: date | None = None

    def works_on(self, day: date) -> bool:
        """Tell whether the person is in an ordinary job or education on a day."""
        return self.works_from is not None and self.works_from <= day

    def offer_on(self, day: date) -> PlannedOffer | None:
        """Return the offer that runs on a day."""
        return next((offer for offer in self.offers if offer.starts_on <= day <= offer.ends_on), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """What matters about an adult on the way to work; `until` is the case's last day."""

    group: TargetGroup
    trade: Trade
    can_bear_children: bool
    is_elderly: bool
    until: date


def work_path(worker: Worker, reception: Reception, chance: Chance) -> WorkPath:
    """Return how an adult's support, offers and leave go from the takeover to the case's last day."""
    first = chance.one_of(FIRST_SUPPORT[worker.group])
    is_job_ready = not worker.is_elderly and chance.happens(0.6)
    works_from = _works_from(worker, first, reception.taken_over_on, chance, is_job_ready=is_job_ready)
    works_from = works_from if works_from and works_from <= worker.until else None
    offers: tuple[PlannedOffer, ...] = ()
    if first is SupportKind.BENEFIT:
        offers = _Offers(worker, reception, chance, works_from=works_from, is_job_ready=is_job_ready).chain()
    elsewhere_from = None if is_job_ready else reception.assessed_on
    if is_job_ready and works_from is None and len(offers) == MOST_OFFERS:
        elsewhere_from = latest_working_day(offers[-1].ends_on - timedelta(days=10))
    learns = first is SupportKind.ORDINARY_EDUCATION or (first is SupportKind.BENEFIT and chance.happens(0.15))
    path = WorkPath(
        trade=worker.trade,
        company=offers[-1].company if offers else chance.one_of(worker.trade.companies),
        first_support=first,
        works_from=works_from,
        work=SupportKind.ORDINARY_EDUCATION if learns else SupportKind.ORDINARY_JOB,
        activity_ready_from=elsewhere_from if elsewhere_from and elsewhere_from <= worker.until else None,
        offers=offers,
    )
    may_take_leave = worker.can_bear_children and works_from is None and not (is_job_ready and offers)
    return _with_leave(path, reception, worker.until, chance) if may_take_leave else path


def _works_from(
    worker: Worker, first: SupportKind, taken_over_on: date, chance: Chance, *, is_job_ready: bool
) -> date | None:
    if first in {SupportKind.ORDINARY_JOB, SupportKind.ORDINARY_EDUCATION}:
        return taken_over_on
    if first is SupportKind.SELF_SUPPORTING:
        share, soonest, latest = 0.45, 60, 600
    elif is_job_ready:
        share, soonest, latest = 0.7, 225, 640
    else:
        share, soonest, latest = 0.3, 420, 1250
    if worker.is_elderly or not chance.happens(share):
        return None
    return next_working_day(taken_over_on + timedelta(days=chance.between(soonest, latest)))


MOST_OFFERS = 4


class _Offers:
    """The company offers of somebody on benefit, one after the other."""

    def __init__(
        self, worker: Worker, reception: Reception, chance: Chance, *, works_from: date | None, is_job_ready: bool
    ) -> None:
        self._worker = worker
        self._reception = reception
        self._chance = chance
        self._works_from = works_from
        self._is_job_ready = is_job_ready
        self._most = 99 if is_job_ready and works_from else MOST_OFFERS if is_job_ready else chance.between(1, 3)

    def chain(self) -> tuple[PlannedOffer, ...]:
        offers: list[PlannedOffer] = []
        offered_on = self._first_offered_on()
        starts_on = next_working_day(offered_on + timedelta(days=self._chance.between(3, 12)))
        while len(offers) < self._most and offered_on <= self._worker.until and self._is_before_work(starts_on):
            offers.append(self._offer(offered_on, starts_on, is_first=not offers))
            gap = self._chance.between(44, 66) if self._chance.happens(0.12) else self._chance.between(5, 34)
            starts_on = next_working_day(offers[-1].ends_on + timedelta(days=gap))
            offered_on = latest_working_day(starts_on - timedelta(days=self._chance.between(3, 9)))
        return tuple(offers)

    def _first_offered_on(self) -> date:
        taken_over_on = self._reception.taken_over_on
        if offers_may_rest(self._worker.group, taken_over_on):
            months = 3
        else:
            months = 1 if offers_are_required(self._worker.group, taken_over_on) else 4
        soon = taken_over_on + timedelta(days=5)
        return carried_out(self._chance, soon, add_months(taken_over_on, months), late=0.14)

    def _is_before_work(self, day: date) -> bool:
        return self._works_from is None or day < self._works_from - timedelta(days=20)

    def _offer(self, offered_on: date, starts_on: date, *, is_first: bool) -> PlannedOffer:
        is_subsidy = not is_first and self._chance.happens(0.3)
        weeks = self._chance.between(16, 26) if is_subsidy else self._chance.between(6, 13)
        ends_on = starts_on + timedelta(days=7 * weeks - 3)
        if is_first and not self._is_job_ready:  # still placed when assessed as activity-ready: no gap to close
            ends_on = max(ends_on, self._reception.assessed_on + timedelta(days=10))
        if self._works_from:
            ends_on = min(ends_on, self._works_from - timedelta(days=1))
        return PlannedOffer(
            kind=OfferKind.WAGE_SUBSIDY if is_subsidy else OfferKind.WORK_PLACEMENT,
            company=self._chance.one_of(self._worker.trade.companies),
            offered_on=offered_on,
            starts_on=starts_on,
            ends_on=latest_working_day(ends_on),
            hours=FULL_TIME if is_subsidy else self._chance.one_of((15, 18, 20, 22, 25, 30)),
        )


def _with_leave(path: WorkPath, reception: Reception, until: date, chance: Chance) -> WorkPath:
    """Return the path with a birth after the first year, where there is room for one between the offers and `until`."""
    after = max([reception.taken_over_on + timedelta(days=420), *(o.ends_on for o in path.offers)])
    first, last = after + timedelta(days=45), until - timedelta(days=3)
    if first > last or not chance.is_turn_of("leave", every=2):
        return path
    born_on = chance.day(first, last)
    leave = Period(born_on - timedelta(days=28), born_on + timedelta(days=7 * chance.between(24, 46)))
    return replace(path, leave=leave, child_born_on=born_on)
