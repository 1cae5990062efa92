"""The ids of the duties, as rule files, the exchange format and the command line name them."""

from enum import StrEnum


class DutyId(StrEnum):
    """One duty a municipality has towards a newly arrived citizen. An id is never reused for something else."""

    TAKEOVER_EXPECTED = "takeover.expected"
    CONTRACT_SIGNED = "contract.signed"
    CONTRACT_DECLARATION = "contract.declaration"
    PROGRAMME_STARTED = "programme.started"
    DANISH_REFERRED = "danish.referred"
    DANISH_BEGUN = "danish.begun"
    OFFER_FIRST = "offer.first"
    OFFER_GAP = "offer.gap"
    READINESS_ASSESSED = "readiness.assessed"
    INTEGRATION_PLAN_OFFERED = "integration_plan.offered"
    HEALTH_OFFERED = "health.offered"
    COORDINATING_DEPARTMENT_NAMED = "coordinating_department.named"
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_LOCAL = "follow_up.local"
    CONTRACT_REVISED_AFTER_ONE_YEAR = "contract.revised_after_one_year"
    PROGRAMME_MAX_LENGTH = "programme.max_length"
    RECOMMENDATION_JOB_IN_SIX_MONTHS = "recommendation.job_in_six_months"


HEALTH_NEED_FOUND = "health.need_found"
