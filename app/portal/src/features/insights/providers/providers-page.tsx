import { keepPreviousData } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { $api } from "@/api/client";
import { PageHeader } from "@/components/page-header";
import { InsightView } from "@/features/insights/insight-view";
import { NetworkPanel } from "@/features/insights/providers/network-panel";
import { ProvidersPanel } from "@/features/insights/providers/providers-panel";
import { ProvidersSkeleton } from "@/features/insights/providers/providers-skeleton";
import { TierCards } from "@/features/insights/providers/tier-cards";
import type { ProvidersSearch } from "@/features/insights/search";
import { HeaderSql } from "@/features/insights/sql/header-sql";

const PAGE_SIZE = 20;

/** The network of providers: tiers, costs, and each of them. */
export function ProvidersPage() {
  const filter = useSearch({ from: "/signed-in/insights/providers" });
  const navigate = useNavigate({ from: "/insights/providers" });
  const { page = 1, search, tier, network, sort, direction } = filter;
  const in_network = network && network === "in";
  const query = $api.useQuery(
    "get",
    "/api/insights/providers",
    {
      params: {
        query: { page, page_size: PAGE_SIZE, search, tier, in_network, sort, direction },
      },
    },
    { placeholderData: keepPreviousData },
  );
  const change = useCallback(
    (next: ProvidersSearch) =>
      void navigate({
        search: (before) => ({ ...before, page: undefined, ...next }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return (
    <>
      <PageHeader
        title="Provider network"
        lead="What the practices bill against their like, and how customers find them."
        actions={<HeaderSql query={query} title="Tiers" parts={["tiers"]} />}
      />
      <InsightView query={query} skeleton={<ProvidersSkeleton rows={PAGE_SIZE} />}>
        {(found) => (
          <div className="flex flex-col gap-6">
            <TierCards found={found} />
            <NetworkPanel found={found} />
            <ProvidersPanel
              found={found}
              filter={filter}
              stale={query.isPlaceholderData}
              onFilter={change}
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
