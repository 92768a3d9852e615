"""Terms of pet insurance: policies, claims, and what is measured of them."""

from __future__ import annotations

from dashboards.glossary.term import Term

FIELD = "Insurance"
PLACE = 3

TERMS = (
    Term(
        "Policy",
        "The contract on one pet: plan, premium, deductible, limit, and the days it is in force.",
        "dictionary",
    ),
    Term(
        "Claim",
        "A request to be paid for a treatment. It is submitted, reviewed, then approved, approved "
        "in part, or denied.",
        "submit-a-claim",
    ),
    Term(
        "Premium",
        "What cover costs, here by the month.",
        "gold-aggregations",
    ),
    Term(
        "Earned premium",
        "The part of the premium for days on which cover was given: what the insurer has really "
        "earned so far.",
        "gold-aggregations",
    ),
    Term(
        "Loss ratio",
        "What was paid on claims in per cent of the earned premium. Above 100 the insurer pays "
        "more than it earns.",
        "gold-aggregations",
    ),
    Term(
        "Deductible",
        "The amount that the customer bears each policy year before the insurer pays anything.",
        "dictionary",
    ),
    Term(
        "Reimbursement percentage",
        "The share that the insurer pays of what is left after the deductible.",
        "dictionary",
    ),
    Term(
        "Coverage limit",
        "The most that is paid in a policy year. Unlimited plans have none.",
        "dictionary",
    ),
    Term(
        "In network",
        "A practice with which the insurer has an agreement on prices.",
        "dictionary",
    ),
    Term(
        "Claim burst",
        "Several claims of one pet within a few weeks, for much money together: a sign of fraud.",
        "tables",
    ),
    Term(
        "Provider ring",
        "A practice out of network at which several customers hand in the same invoice numbers.",
        "quests",
        ("fraud ring",),
    ),
    Term(
        "Customer 360",
        "All that is known of a customer in one row: pets, policies, claims, worth, risk.",
        "gold-aggregations",
    ),
    Term(
        "Churn risk",
        "How likely a customer is to leave.",
        "dictionary",
    ),
    Term(
        "Cross-sell",
        "To offer a customer what fits beside what is there, such as cover for a second pet.",
        "dictionary",
    ),
)
