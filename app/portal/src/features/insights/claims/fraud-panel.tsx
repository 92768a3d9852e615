import { BarList } from "@/features/insights/charts/bar-list";
import { Figure } from "@/features/insights/figure";
import { SIGNS } from "@/features/insights/fraud-signs";
import { Panel } from "@/features/insights/panel";
import type { Claims } from "@/features/insights/types";
import { dollars } from "@/format/money";
import { count } from "@/format/numbers";

/** How many claims show which sign of fraud. */
export function FraudPanel({ claims }: { claims: Claims }) {
  return (
    <Panel
      title="Signs of fraud"
      lead="Suspected is a repeated invoice, or two of the other signs."
      sources={claims.sources}
      parts={["fraud_flags"]}
    >
      <BarList
        label="Signs of fraud"
        bars={claims.fraud_flags.map(({ flag, claims: found, claim_amount, meaning }) => ({
          name: flag,
          label: SIGNS[flag],
          size: found,
          colour: "var(--chart-2)",
          value: (
            <>
              <Figure name={`claims.fraud_flags.${flag}.claims`} value={found} show={count} />
              <span className="font-normal text-muted-foreground"> · {dollars(claim_amount)}</span>
            </>
          ),
          note: meaning,
        }))}
      />
    </Panel>
  );
}
