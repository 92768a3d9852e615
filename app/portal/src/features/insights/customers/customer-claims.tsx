import { type Column, DataTable } from "@/components/data-table";
import {
  AMOUNT,
  CLAIM,
  PAID,
  SIGNS_SHOWN,
  STATUS,
  TREATED,
} from "@/features/insights/claim-columns";
import { Panel } from "@/features/insights/panel";
import type { ClaimRow, Customer360 } from "@/features/insights/types";
import { plural } from "@/format/numbers";

const BEFORE_SIGNS: readonly Column<ClaimRow>[] = [
  TREATED,
  CLAIM,
  {
    header: "Clinic",
    className: "hidden lg:table-cell",
    cell: ({ provider_name, provider_id }) => provider_name ?? provider_id,
  },
  STATUS,
];

/** A customer's claims, the newest first. */
export function CustomerClaims({ found }: { found: Customer360 }) {
  const { claims, customer, sources } = found;
  const suspicious = claims.some(({ fraud_flags }) => fraud_flags.length > 0);
  const columns = [...BEFORE_SIGNS, ...(suspicious ? [SIGNS_SHOWN] : []), AMOUNT, PAID];
  return (
    <Panel
      title="Claims"
      lead={
        claims.length < customer.total_claims
          ? `The newest ${claims.length} of ${customer.total_claims}.`
          : plural(claims.length, "claim")
      }
      sources={sources}
      parts={["claims"]}
      flush={claims.length > 0}
    >
      {claims.length === 0 ? (
        <p className="text-muted-foreground">No claims yet.</p>
      ) : (
        <DataTable
          label="Claims of the customer"
          columns={columns}
          rows={claims}
          rowKey={({ claim_id }) => claim_id}
        />
      )}
    </Panel>
  );
}
