import { keepPreviousData } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { $api } from "@/api/client";
import { PageHeader } from "@/components/page-header";
import { BigDollars } from "@/features/insights/big-dollars";
import { CrossSellSkeleton } from "@/features/insights/cross-sell/cross-sell-skeleton";
import { OffersPanel } from "@/features/insights/cross-sell/offers-panel";
import { OpportunitiesPanel } from "@/features/insights/cross-sell/opportunities-panel";
import { InsightView } from "@/features/insights/insight-view";
import { HeaderSql } from "@/features/insights/sql/header-sql";
import { Tile } from "@/features/insights/tile";
import { count } from "@/format/numbers";

const PAGE_SIZE = 20;

/** What to offer to whom, and what it would bring. */
export function CrossSellPage() {
  const filter = useSearch({ from: "/signed-in/insights/cross-sell" });
  const navigate = useNavigate({ from: "/insights/cross-sell" });
  const { page = 1, opportunity, priority } = filter;
  const query = $api.useQuery(
    "get",
    "/api/insights/cross-sell",
    { params: { query: { page, page_size: PAGE_SIZE, opportunity, priority } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <>
      <PageHeader
        title="Cross-sell"
        lead="What to offer to whom, and what it would bring."
        actions={<HeaderSql query={query} title="Cross-sell" parts={["total"]} />}
      />
      <InsightView query={query} skeleton={<CrossSellSkeleton rows={PAGE_SIZE} />}>
        {(found) => (
          <div className="flex flex-col gap-6">
            <section aria-label="In all" className="grid gap-4 sm:grid-cols-2">
              <Tile
                label="Estimated revenue a year"
                name="cross-sell.estimated_annual_revenue"
                value={found.estimated_annual_revenue}
                show={(amount) => <BigDollars amount={amount} />}
              />
              <Tile
                label="Customers with an offer"
                name="cross-sell.customers"
                value={found.customers}
                show={count}
              />
            </section>
            <OpportunitiesPanel found={found} />
            <OffersPanel
              found={found}
              filter={filter}
              stale={query.isPlaceholderData}
              onFilter={(search) => void navigate({ search, replace: true, resetScroll: false })}
              onPage={(to) =>
                void navigate({ search: { ...filter, page: to }, resetScroll: false })
              }
            />
          </div>
        )}
      </InsightView>
    </>
  );
}
