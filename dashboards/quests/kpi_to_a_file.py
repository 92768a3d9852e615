"""Quest: from a figure of a view back to the file that a part of it came in."""

from __future__ import annotations

from collections.abc import Iterator

from dashboards.evidence import Evidence, ask_spark
from dashboards.quests.asking import one_of, proof, quoted, rows, same, told
from dashboards.quests.quest import Ask, Facts, Quest, Secret, Verdict
from dashboards.sandbox import Sandbox

CLAIMS = "petinsure_silver.fact_claims"
COUNTED = "_is_valid AND NOT _is_duplicate"
PORTAL = "raw/claims/%"


def set_up(sandbox: Sandbox) -> Iterator[Evidence | Secret | Facts]:
    """Look for a practice with a claim from the portal; nothing is changed."""
    found = rows(
        sandbox,
        f"SELECT provider_id FROM {CLAIMS}\n"
        f"WHERE {COUNTED} AND _source_file LIKE '{PORTAL}'\n"
        "GROUP BY provider_id",
    )
    provider = one_of(found, "practice with a claim from the portal")["provider_id"]
    shown = ask_spark(
        sandbox.spark,
        "The figure",
        "SELECT provider_id, provider_name, total_claims, total_billed_amount\n"
        "FROM petinsure_gold.provider_performance\n"
        f"WHERE provider_id = '{provider}'",
        note="`vw_provider_performance` serves this row.",
    )
    yield shown
    yield {"provider_id": provider, "amount": f"{told(shown)[0]['total_billed_amount']:,}"}


def check(sandbox: Sandbox, facts: Facts, answer: str) -> Verdict:
    """Whether that file brought a claim that the figure counts."""
    provider = facts["provider_id"]
    files = proof(
        sandbox,
        "The files behind the figure",
        "SELECT _source_file, count(*) AS claims, sum(claim_amount) AS amount,\n"
        f"  min(_batch_id) AS batch\nFROM {CLAIMS}\n"
        f"WHERE {COUNTED} AND provider_id = {quoted(provider)}\n"
        "GROUP BY _source_file ORDER BY amount DESC",
    )
    found = [row["_source_file"] for row in told(files)]
    portal = [name for name in found if name.startswith(PORTAL.rstrip("%"))]
    if not portal:
        return Verdict(False, "The lake has changed since: set the quest up again.")
    given = answer.strip().removeprefix("/")
    if any(same(given, name) or same(f"raw/{given}", name) for name in portal):
        return Verdict(True, f"{given}: from the view to the file in three hops.", (files,))
    if any(same(given, name) or same(f"raw/{given}", name) for name in found):
        return Verdict(False, f"{given} is behind the figure, but it is no file of the portal's.")
    return Verdict(False, f"No claim of {provider} that gold counts came in {given}.")


QUEST = Quest(
    key="kpi-to-a-file",
    place=5,
    title="Trace a KPI to a file",
    story="The board reads that {provider_id} has billed {amount} dollars, and doubts it. At "
    "least one of the claims in that sum was filed in the portal, where each claim is a file.",
    task="Name a file in raw that brought such a claim.",
    ask=Ask("value", "The file, such as raw/claims/….json"),
    hints=(
        "Gold has no files any more; silver has one row per row of bronze, with `_source_file`.",
        "`petinsure_silver.fact_claims`, this provider's rows: which of them does gold count?",
        "`WHERE _is_valid AND NOT _is_duplicate AND _source_file LIKE 'raw/claims/%'`",
    ),
    explain="Every row of bronze and silver carries its file and its batch, so any figure can be "
    "taken apart down to the files it was delivered in. Part 5 draws the same way, column by "
    "column, from what the engine was observed to do.",
    step="every-hop-of-my-claim",
    tried="SELECT * FROM petinsure_gold.provider_performance WHERE provider_id = '{provider_id}'",
    set_up=set_up,
    check=check,
)
