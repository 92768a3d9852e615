import { keepPreviousData } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { $api } from "@/api/client";
import { PageHeader } from "@/components/page-header";
import { Breakdown } from "@/features/insights/claims/breakdown";
import { ClaimTiles } from "@/features/insights/claims/claim-tiles";
import { ClaimsSkeleton } from "@/features/insights/claims/claims-skeleton";
import { FraudPanel } from "@/features/insights/claims/fraud-panel";
import { largestFirst, MEASURE_OPTIONS } from "@/features/insights/claims/measures";
import { MonthsPanel } from "@/features/insights/claims/months-panel";
import { SuspectedPanel } from "@/features/insights/claims/suspected-panel";
import { InsightView } from "@/features/insights/insight-view";
import { Segmented } from "@/features/insights/segmented";
import { HeaderSql } from "@/features/insights/sql/header-sql";

const PAGE_SIZE = 10;

/** Claims by whatever they have in common, and those that look like fraud. */
export function ClaimsPage() {
  const filter = useSearch({ from: "/signed-in/insights/claims" });
  const navigate = useNavigate({ from: "/insights/claims" });
  const { page = 1, measure = "claims" } = filter;
  const query = $api.useQuery(
    "get",
    "/api/insights/claims",
    { params: { query: { page, page_size: PAGE_SIZE } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <>
      <PageHeader
        title="Claims analytics"
        lead="What pets were treated for, what it cost, and what does not look right."
        actions={
          <HeaderSql query={query} title="All claims" parts={["total", "suspected.total"]} />
        }
      />
      <InsightView query={query} skeleton={<ClaimsSkeleton />}>
        {(claims) => {
          const shared = { claims, measure };
          return (
            <div className="flex flex-col gap-6">
              <ClaimTiles claims={claims} />
              <Segmented
                label="Measured by"
                options={MEASURE_OPTIONS}
                value={measure}
                onChange={(next) =>
                  void navigate({
                    search: { ...filter, measure: next },
                    replace: true,
                    resetScroll: false,
                  })
                }
              />
              <MonthsPanel {...shared} />
              <div className="grid gap-6 lg:grid-cols-3">
                <Breakdown
                  title="By type"
                  part="by_type"
                  groups={largestFirst(claims.by_type, measure)}
                  {...shared}
                />
                <Breakdown
                  title="By status"
                  part="by_status"
                  groups={largestFirst(claims.by_status, measure)}
                  colour="var(--chart-4)"
                  withoutRate
                  {...shared}
                />
                <Breakdown
                  title="By size"
                  part="by_size_band"
                  groups={claims.by_size_band}
                  colour="var(--chart-5)"
                  {...shared}
                />
              </div>
              <Breakdown
                title="By category"
                part="by_category"
                groups={largestFirst(claims.by_category, measure)}
                listClassName="block gap-10 sm:columns-2 lg:columns-3 [&>li]:mb-3.5"
                {...shared}
              />
              <FraudPanel claims={claims} />
              <SuspectedPanel
                claims={claims}
                stale={query.isPlaceholderData}
                onPage={(to) =>
                  void navigate({ search: { ...filter, page: to }, resetScroll: false })
                }
              />
            </div>
          );
        }}
      </InsightView>
    </>
  );
}
