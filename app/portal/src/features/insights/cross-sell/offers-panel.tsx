import type { Column } from "@/components/data-table";
import { Pagination } from "@/components/pagination";
import { Badge } from "@/components/ui/badge";
import { Choice } from "@/features/insights/choice";
import { PRIORITY_TONES } from "@/features/insights/cross-sell/priorities";
import { CustomerLink } from "@/features/insights/customers/customer-link";
import { Figure } from "@/features/insights/figure";
import { Panel } from "@/features/insights/panel";
import type { CrossSellSearch } from "@/features/insights/search";
import { SortableTable } from "@/features/insights/sortable-table";
import type { CrossSell, Opportunity } from "@/features/insights/types";
import { dollars } from "@/format/money";

const named = <Value extends string>(...values: Value[]) =>
  values.map((value) => ({ value, label: value }));
const KINDS = named("New policy", "Win back", "Plan upgrade", "Wellness cover");
const PRIORITIES = named("High", "Medium", "Low");

const COLUMNS: readonly Column<Opportunity>[] = [
  {
    header: "Customer",
    cell: ({ customer_id, full_name }) => <CustomerLink id={customer_id} name={full_name} />,
  },
  {
    header: "Offer",
    className: "hidden sm:table-cell",
    cell: ({ opportunity, reason }) => (
      <>
        <span className="font-medium">{opportunity}</span>
        <span className="block text-muted-foreground text-sm">{reason}</span>
      </>
    ),
  },
  {
    header: "Priority",
    className: "hidden md:table-cell",
    cell: ({ priority }) => <Badge tone={PRIORITY_TONES[priority]}>{priority}</Badge>,
  },
  {
    header: "Reach by",
    className: "hidden lg:table-cell",
    cell: ({ preferred_contact, marketing_opt_in }) =>
      marketing_opt_in ? (
        (preferred_contact ?? "–")
      ) : (
        <span className="text-muted-foreground">no marketing</span>
      ),
  },
  {
    header: "Revenue a year",
    numeric: true,
    cell: ({ customer_id, opportunity, estimated_annual_revenue }) => (
      <Figure
        name={`cross-sell.${customer_id}.${opportunity}`}
        value={estimated_annual_revenue}
        show={dollars}
      />
    ),
  },
];

type OffersPanelProps = {
  found: CrossSell;
  filter: CrossSellSearch;
  stale: boolean;
  onFilter: (filter: CrossSellSearch) => void;
  onPage: (page: number) => void;
};

/** Who to offer what, the most promising first. */
export function OffersPanel({ found, filter, stale, onFilter, onPage }: OffersPanelProps) {
  const { items, page, page_size, total } = found.offers;
  const { opportunity, priority } = filter;
  return (
    <Panel
      title="Offers"
      lead="The most promising first."
      sources={found.sources}
      parts={["offers", "offers.total"]}
      flush
    >
      <search className="grid grid-cols-2 gap-4 px-5 pb-4 sm:w-[28rem]">
        <Choice
          label="Opportunity"
          options={KINDS}
          value={opportunity}
          onChange={(next) => onFilter({ priority, opportunity: next })}
        />
        <Choice
          label="Priority"
          options={PRIORITIES}
          value={priority}
          onChange={(next) => onFilter({ opportunity, priority: next })}
        />
      </search>
      {total === 0 ? (
        <p className="border-t px-5 py-8 text-center text-muted-foreground">No offer fits.</p>
      ) : (
        <SortableTable
          label="Offers"
          columns={COLUMNS}
          rows={items}
          rowKey={({ customer_id, opportunity: kind }) => `${customer_id} ${kind}`}
          stale={stale}
        />
      )}
      <div className="border-t" data-testid="cross-sell.offers.total" data-value={total}>
        <Pagination page={page} pageSize={page_size} total={total} onPage={onPage} />
      </div>
    </Panel>
  );
}
