import { keepPreviousData } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { $api } from "@/api/client";
import { PageHeader } from "@/components/page-header";
import { InsightView } from "@/features/insights/insight-view";
import { CategoryCards } from "@/features/insights/risk/category-cards";
import { ComponentsPanel } from "@/features/insights/risk/components-panel";
import { RiskSkeleton } from "@/features/insights/risk/risk-skeleton";
import { RiskiestPanel } from "@/features/insights/risk/riskiest-panel";
import { HeaderSql } from "@/features/insights/sql/header-sql";

const PAGE_SIZE = 20;

/** How risky the customers are, why, and who they are. */
export function RiskPage() {
  const filter = useSearch({ from: "/signed-in/insights/risk" });
  const navigate = useNavigate({ from: "/insights/risk" });
  const { page = 1, category } = filter;
  const query = $api.useQuery(
    "get",
    "/api/insights/risk",
    { params: { query: { page, page_size: PAGE_SIZE, category } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <>
      <PageHeader
        title="Risk"
        lead="How risky customers are to insure, and why: 0 is none, 100 the highest."
        actions={<HeaderSql query={query} title="Categories" parts={["categories"]} />}
      />
      <InsightView query={query} skeleton={<RiskSkeleton rows={PAGE_SIZE} />}>
        {(risk) => (
          <div className="flex flex-col gap-6">
            <CategoryCards risk={risk} />
            <ComponentsPanel risk={risk} />
            <RiskiestPanel
              risk={risk}
              category={category}
              stale={query.isPlaceholderData}
              onCategory={(next) =>
                void navigate({ search: { category: next }, replace: true, resetScroll: false })
              }
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
