import { Flag } from "lucide-react";
import type { Journey } from "@/api/types";
import { Code } from "@/components/code";
import { Facts } from "@/components/facts";
import { Money } from "@/components/money";
import { Alert } from "@/components/ui/alert";
import { CommitLine } from "@/features/claims/journey/commit-line";

export function GoldHop({ row }: { row: NonNullable<Journey["gold"]> }) {
  return (
    <div className="flex flex-col gap-3">
      {row.fraud_flags?.map(({ name, meaning }) => (
        <Alert key={name} tone="warning" data-testid={`fraud-flag-${name}`}>
          <Flag aria-hidden />
          <p className="font-semibold">{meaning}</p>
        </Alert>
      ))}
      <Facts
        facts={[
          ["Table", <Code key="table">{row.table}</Code>],
          ["View", <Code key="view">{row.view}</Code>],
          ["Claimed", <Money key="claimed" amount={row.claim_amount} />],
          ["Paid", <Money key="paid" amount={row.paid_amount} />],
          ["Month", row.year_month],
          ["Size", row.size_band],
          ["Network", row.is_in_network === null ? null : row.is_in_network ? "in" : "out"],
          ["Delta", <CommitLine key="commit" commit={row.commit} />],
        ]}
      />
    </div>
  );
}
