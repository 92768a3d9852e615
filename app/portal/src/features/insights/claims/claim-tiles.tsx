import { BigDollars } from "@/features/insights/big-dollars";
import { exactPercent } from "@/features/insights/format";
import { Tile } from "@/features/insights/tile";
import type { Claims } from "@/features/insights/types";
import { count } from "@/format/numbers";

const money = (amount: number) => <BigDollars amount={amount} />;

/** All claims at a glance. */
export function ClaimTiles({ claims }: { claims: Claims }) {
  const { total, suspected } = claims;
  return (
    <section aria-label="All claims" className="grid grid-cols-2 gap-4 md:grid-cols-3">
      <Tile label="Claims" name="claims.total.claims" value={total.claims} show={count} />
      <Tile
        label="Claimed"
        name="claims.total.claim_amount"
        value={total.claim_amount}
        show={money}
      />
      <Tile
        label="Paid out"
        name="claims.total.paid_amount"
        value={total.paid_amount}
        show={money}
      />
      <Tile
        label="Average claim"
        name="claims.total.average_claim_amount"
        value={total.average_claim_amount}
        show={money}
      />
      <Tile
        label="Approved of the decided"
        name="claims.total.approval_rate"
        value={total.approval_rate}
        show={exactPercent}
      />
      <Tile
        label="Suspected of fraud"
        name="claims.suspected.total"
        value={suspected.total}
        show={count}
      />
    </section>
  );
}
