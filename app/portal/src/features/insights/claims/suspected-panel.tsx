import type { Column } from "@/components/data-table";
import { Pagination } from "@/components/pagination";
import {
  AMOUNT,
  CLAIM,
  PAID,
  SIGNS_SHOWN,
  STATUS,
  TREATED,
} from "@/features/insights/claim-columns";
import { CustomerLink } from "@/features/insights/customers/customer-link";
import { Panel } from "@/features/insights/panel";
import { SortableTable } from "@/features/insights/sortable-table";
import type { ClaimRow, Claims } from "@/features/insights/types";

const COLUMNS: readonly Column<ClaimRow>[] = [
  TREATED,
  CLAIM,
  SIGNS_SHOWN,
  {
    header: "Customer",
    className: "hidden lg:table-cell",
    cell: ({ customer_id }) =>
      customer_id && <CustomerLink id={customer_id} name={customer_id} note={" "} />,
  },
  STATUS,
  AMOUNT,
  PAID,
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
