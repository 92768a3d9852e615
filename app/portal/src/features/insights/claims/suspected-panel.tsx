import { Link } from "@tanstack/react-router";
import type { Column } from "@/components/data-table";
import { Pagination } from "@/components/pagination";
import { AMOUNT, PAID, SIGNS_SHOWN, STATUS, TREATED } from "@/features/insights/claim-columns";
import { FraudSigns } from "@/features/insights/fraud-signs";
import { Panel } from "@/features/insights/panel";
import { SortableTable } from "@/features/insights/sortable-table";
import type { ClaimRow, Claims } from "@/features/insights/types";

const COLUMNS: readonly Column<ClaimRow>[] = [
  TREATED,
  {
    header: "Claim",
    cell: (claim) => (
      <span className="block min-w-44">
        <span className="font-medium">
          {[claim.pet_name, claim.claim_category].filter(Boolean).join(": ")}
        </span>
        <span className="block text-muted-foreground text-sm">
          {claim.claim_number ?? claim.claim_id}
        </span>
        <span className="block text-sm">
          {claim.customer_id && (
            <Link
              to="/insights/customers/$customerId"
              params={{ customerId: claim.customer_id }}
              className="font-medium text-primary underline underline-offset-4"
            >
              {claim.customer_id}
            </Link>
          )}
        </span>
        <span className="mt-1.5 block sm:hidden">
          <FraudSigns claim={claim} />
        </span>
      </span>
    ),
  },
  { ...SIGNS_SHOWN, className: "hidden min-w-64 sm:table-cell" },
  { ...STATUS, className: "hidden lg:table-cell" },
  AMOUNT,
  { ...PAID, className: "hidden xl:table-cell" },
];

type SuspectedPanelProps = { claims: Claims; stale: boolean; onPage: (page: number) => void };

/** Claims that look like fraud, the newest first. */
export function SuspectedPanel({ claims, stale, onPage }: SuspectedPanelProps) {
  const { items, page, page_size, total } = claims.suspected;
  return (
    <Panel
      title="Suspected claims"
      lead="The newest first. Someone has to look: a sign is no proof."
      sources={claims.sources}
      parts={["suspected", "suspected.total"]}
      flush
    >
      <SortableTable
        label="Suspected claims"
        columns={COLUMNS}
        rows={items}
        rowKey={({ claim_id }) => claim_id}
        stale={stale}
      />
      <div className="border-t">
        <Pagination page={page} pageSize={page_size} total={total} onPage={onPage} />
      </div>
    </Panel>
  );
}
