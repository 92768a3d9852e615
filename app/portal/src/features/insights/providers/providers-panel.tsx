import { useCallback } from "react";
import { Pagination } from "@/components/pagination";
import { Choice } from "@/features/insights/choice";
import { OrderChoice } from "@/features/insights/order-choice";
import { Panel } from "@/features/insights/panel";
import { PROVIDER_COLUMNS, PROVIDER_ORDERS } from "@/features/insights/providers/columns";
import type { ProvidersSearch } from "@/features/insights/search";
import { SearchBox } from "@/features/insights/search-box";
import { SortableTable } from "@/features/insights/sortable-table";
import type { Providers } from "@/features/insights/types";

const TIERS = (["Preferred", "Standard", "Watch", "Unrated"] as const).map((value) => ({
  value,
  label: value,
}));
const NETWORKS = [
  { value: "in", label: "In network" },
  { value: "out", label: "Out of network" },
] as const;

type ProvidersPanelProps = {
  found: Providers;
  filter: ProvidersSearch;
  stale: boolean;
  /** Takes what changes; the rest stays. */
  onFilter: (filter: ProvidersSearch) => void;
  onPage: (page: number) => void;
};

/** Every provider, to be searched, filtered and put in order. */
export function ProvidersPanel({ found, filter, stale, onFilter, onPage }: ProvidersPanelProps) {
  const { items, page, page_size, total } = found.providers;
  const { search, tier, network, sort = "total_billed_amount", direction = "desc" } = filter;
  const searchFor = useCallback((text?: string) => onFilter({ search: text }), [onFilter]);
  return (
    <Panel
      title="Providers"
      lead="Against peers: the average claim in per cent of that of all of its type."
      sources={found.sources}
      parts={["providers", "providers.total"]}
      flush
    >
      <search className="grid grid-cols-2 gap-4 px-5 pb-4 lg:grid-cols-[minmax(0,1fr)_10rem_11rem_15rem]">
        <div className="col-span-2 lg:col-span-1">
          <SearchBox
            label="Search"
            placeholder="Name, city or id"
            value={search}
            onSearch={searchFor}
          />
        </div>
        <Choice
          label="Tier"
          options={TIERS}
          value={tier}
          onChange={(next) => onFilter({ tier: next })}
        />
        <Choice
          label="Network"
          options={NETWORKS}
          value={network}
          onChange={(next) => onFilter({ network: next })}
        />
        <div className="col-span-2 lg:col-span-1">
          <OrderChoice
            orders={PROVIDER_ORDERS}
            sort={sort}
            direction={direction}
            onSort={(by, way) => onFilter({ sort: by, direction: way })}
          />
        </div>
      </search>
      {total === 0 ? (
        <p className="border-t px-5 py-8 text-center text-muted-foreground">No provider fits.</p>
      ) : (
        <SortableTable
          label="Providers"
          columns={PROVIDER_COLUMNS}
          rows={items}
          rowKey={({ provider_id }) => provider_id}
          sort={sort}
          direction={direction}
          onSort={(by, way) => onFilter({ sort: by, direction: way })}
          stale={stale}
        />
      )}
      <div className="border-t" data-testid="providers.total" data-value={total}>
        <Pagination page={page} pageSize={page_size} total={total} onPage={onPage} />
      </div>
    </Panel>
  );
}
