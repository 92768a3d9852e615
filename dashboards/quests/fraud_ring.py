"""Quest: the practice at which several customers hand in the same invoices."""

from __future__ import annotations

from collections.abc import Iterator

from dashboards.evidence import Evidence
from dashboards.lessons.acting import act, affected
from dashboards.quests.asking import CHANCE, one_of, proof, rows, same, told
from dashboards.quests.quest import Ask, Facts, Quest, Secret, Verdict
from dashboards.quests.tables import copied
from dashboards.sandbox import Sandbox
from lakehouse.measures.fraud import RING_CUSTOMERS

TABLE = "ring_claims"
COLUMNS = (
    "claim_id, customer_id, provider_id, provider_name, is_in_network, service_date, "
    "diagnosis_code, claim_amount, invoice_number"
)
MEMBERS = 4


def set_up(sandbox: Sandbox) -> Iterator[Evidence | Secret | Facts]:
    """Claims without any ring; then one is planted, and a harmless repetition beside it."""
    source = "petinsure_gold.claims_analytics"
    yield copied(sandbox, source, TABLE, columns=COLUMNS, where="NOT is_repeated_invoice")
    found = rows(
        sandbox,
        "SELECT provider_id, is_in_network,\n"
        "  collect_list(struct(claim_id, invoice_number)) AS them\n"
        "FROM (SELECT provider_id, customer_id, is_in_network, min(claim_id) AS claim_id,\n"
        f"  min_by(invoice_number, claim_id) AS invoice_number FROM {sandbox.table(TABLE)}\n"
        "  WHERE invoice_number IS NOT NULL GROUP BY ALL)\n"
        f"GROUP BY ALL HAVING count(*) >= {MEMBERS} ORDER BY provider_id",
    )
    ring = one_of([p for p in found if not p["is_in_network"]], "busy practice out of network")
    others = [p for p in found if p["is_in_network"]]
    yield _shared(sandbox, "The ring", ring["them"][:MEMBERS])
    for honest in CHANCE.sample(others, min(2, len(others))):
        yield _shared(sandbox, "A slip of the pen, in network", honest["them"][:2])
    yield {}


def _shared(sandbox: Sandbox, title: str, claims: list[list[str]]) -> Secret:
    """Every two of the claims get one invoice number."""
    pairs = zip(claims[::2], claims[1::2], strict=True)
    cases = "\n".join(f"    WHEN '{second[0]}' THEN '{first[1]}'" for first, second in pairs)
    listed = ", ".join(f"'{claim[0]}'" for claim in claims[1::2])
    sql = (
        f"UPDATE {sandbox.table(TABLE)}\nSET invoice_number = CASE claim_id\n{cases}\n  END\n"
        f"WHERE claim_id IN ({listed})"
    )
    return Secret(act(sandbox, title, sql, facts=affected("rows")))


def check(sandbox: Sandbox, facts: Facts, answer: str) -> Verdict:
    """The practices out of network at which enough customers share invoices."""
    shared = proof(
        sandbox,
        "Practices whose customers share invoice numbers",
        "SELECT c.provider_id, c.provider_name, c.is_in_network,\n"
        "  count(DISTINCT c.customer_id) AS customers, count(*) AS claims,\n"
        "  sum(c.claim_amount) AS amount\n"
        f"FROM {sandbox.table(TABLE)} AS c\n"
        f"JOIN (SELECT invoice_number FROM {sandbox.table(TABLE)} GROUP BY invoice_number\n"
        "  HAVING count(DISTINCT customer_id) > 1) AS shared USING (invoice_number)\n"
        "GROUP BY ALL\nORDER BY customers DESC",
    )
    rings = [
        row
        for row in told(shared)
        if not row["is_in_network"] and row["customers"] >= RING_CUSTOMERS.value
    ]
    named = [r for r in told(shared) if _is(answer, r)]
    if any(_is(answer, ring) for ring in rings):
        says = f"{named[0]['provider_name']}: {named[0]['customers']} customers, shared invoices."
        return Verdict(True, says, (shared,))
    if named:
        network = "in" if named[0]["is_in_network"] else "out of"
        return Verdict(
            False,
            f"Only {named[0]['customers']} customers share invoices there, {network} network; "
            f"a ring is {RING_CUSTOMERS.value} or more, out of network.",
        )
    return Verdict(False, f"No two customers of {answer.strip()} share an invoice number.")


def _is(answer: str, row: dict[str, object]) -> bool:
    return same(answer, row["provider_id"]) or same(answer, row["provider_name"])


QUEST = Quest(
    key="fraud-ring",
    place=4,
    title="Catch the fraud ring",
    story="Some practice out of network sells its invoices twice: different customers hand in the "
    "same number. A few honest slips of the pen look much alike.",
    task="Which practice is it? Three or more of its customers share invoice numbers in "
    "`ring_claims`.",
    ask=Ask("value", "The provider's id or name"),
    hints=(
        "Begin with invoice numbers that more than one customer uses: GROUP BY, HAVING "
        "`count(DISTINCT customer_id) > 1`.",
        "Join them back to the claims, and count different customers by provider.",
        "Leave out what is in network: `WHERE NOT is_in_network`.",
    ),
    explain="That is how gold finds it, too: `is_provider_ring` in `claims_analytics` is this "
    "query, written with window functions, over all claims. It is a hint for an adjuster, no "
    "verdict.",
    step="gold-aggregations",
    tried="SELECT * FROM ring_claims ORDER BY service_date DESC LIMIT 20",
    tables=(TABLE,),
    set_up=set_up,
    check=check,
)
