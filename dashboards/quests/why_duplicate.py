"""Quest: why silver calls a claim a duplicate."""

from __future__ import annotations

from collections.abc import Iterator

from dashboards.evidence import Evidence, ask_spark
from dashboards.quests.asking import CHANCE, one_of, proof, rows, told
from dashboards.quests.quest import Ask, Facts, Quest, Secret, Verdict
from dashboards.sandbox import Sandbox

CLAIMS = "petinsure_silver.fact_claims"
EARLIER = "A correction came later: it is an earlier state of the claim"
AGAIN = "The same row was delivered once more"
INVOICE = "Another claim has the same invoice number"
INVALID = "It breaks a rule"

PAIRS = (
    "SELECT d.claim_id, d.updated_at, s.updated_at AS survivor_updated_at,\n"
    "  d.status, s.status AS survivor_status, d.claim_amount,\n"
    "  s.claim_amount AS survivor_amount, d._source_file, s._source_file AS survivor_file,\n"
    f"  d.updated_at < s.updated_at AS corrected\nFROM {CLAIMS} AS d\nJOIN {CLAIMS} AS s\n"
    "  ON s.claim_id = d._duplicate_of AND s._is_valid AND NOT s._is_duplicate\n"
    "WHERE d._is_duplicate"
)


def set_up(sandbox: Sandbox) -> Iterator[Evidence | Secret | Facts]:
    """Choose a duplicate of either kind; nothing is changed."""
    found = rows(sandbox, PAIRS)
    ids = [row["claim_id"] for row in found]
    single = [row for row in found if ids.count(row["claim_id"]) == 1]
    kind = CHANCE.choice(sorted({bool(row["corrected"]) for row in single}) or [False])
    chosen = one_of([row for row in single if bool(row["corrected"]) == kind], "duplicate claim")
    yield ask_spark(
        sandbox.spark,
        "Duplicates among the claims, one of which was chosen",
        f"SELECT count(*) AS all_rows, count_if(_is_duplicate) AS duplicates\nFROM {CLAIMS}",
    )
    yield {"claim_id": chosen["claim_id"]}


def check(sandbox: Sandbox, facts: Facts, answer: str) -> Verdict:
    """Compare the duplicate with the row that stands for it."""
    pair = proof(
        sandbox,
        "The duplicate beside the row that stands for it",
        f"{PAIRS} AND d.claim_id = '{facts['claim_id']}'",
    )
    found = told(pair)
    if not found:
        return Verdict(False, "The lake has changed since: set the quest up again.")
    right = EARLIER if found[0]["corrected"] else AGAIN
    if answer == right:
        return Verdict(True, f"{right}.", (pair,))
    return Verdict(
        False,
        {
            INVOICE: "Claims of different ids are never duplicates: a repeated invoice is a sign "
            "of fraud, which gold flags.",
            INVALID: "A row that breaks a rule of severity error is invalid, never a duplicate; "
            "this one is valid.",
            EARLIER: "Then the two rows would differ in `updated_at`. Compare them.",
            AGAIN: "Then the two rows would be alike. Compare their `updated_at`.",
        }.get(answer, "Choose one of the four."),
    )


QUEST = Quest(
    key="why-duplicate",
    place=7,
    title="Why is this claim a duplicate?",
    story="A customer asks why claim {claim_id} is in the lake twice and counted once. Silver "
    "drops nothing, so both rows are there to be compared.",
    task="Why is one row of {claim_id} flagged `_is_duplicate` in `petinsure_silver.fact_claims`?",
    ask=Ask("choice", "Because", choices=(EARLIER, AGAIN, INVOICE, INVALID)),
    hints=(
        "`SELECT * FROM petinsure_silver.fact_claims WHERE claim_id = '{claim_id}'`",
        "Look at `updated_at`, `_is_valid` and `_source_file` of the two rows.",
    ),
    explain="One row per key survives: the valid one with the latest `updated_at`, the last "
    "delivered among equals. The others stay, each with the key of its survivor, so that a "
    "correction leaves what it corrected.",
    step="silver-transformations",
    tried="SELECT * FROM petinsure_silver.fact_claims WHERE claim_id = '{claim_id}'",
    set_up=set_up,
    check=check,
)
