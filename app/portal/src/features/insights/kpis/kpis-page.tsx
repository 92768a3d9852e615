import { useNavigate, useSearch } from "@tanstack/react-router";
import { $api } from "@/api/client";
import { PageHeader } from "@/components/page-header";
import { InsightView } from "@/features/insights/insight-view";
import { KpiTiles } from "@/features/insights/kpis/kpi-tiles";
import { KpisSkeleton } from "@/features/insights/kpis/kpis-skeleton";
import { SPAN_OPTIONS, unfinishedMonth, within } from "@/features/insights/kpis/spans";
import { Trends } from "@/features/insights/kpis/trends";
import { Segmented } from "@/features/insights/segmented";
import { HeaderSql } from "@/features/insights/sql/header-sql";
import { day } from "@/format/dates";

const TOTALS = ["headline", "headline.average_processing_days", "headline.customers"];

/** The business at a glance: key figures, and how they move. */
export function KpisPage() {
  const { months: span = 24 } = useSearch({ from: "/signed-in/insights/" });
  const navigate = useNavigate({ from: "/insights/" });
  const query = $api.useQuery("get", "/api/insights/kpis");
  return (
    <>
      <PageHeader
        title="Key figures"
        lead="The business as a whole, and how it moves."
        actions={<HeaderSql query={query} title="Key figures" parts={TOTALS} />}
      />
      <InsightView query={query} skeleton={<KpisSkeleton />}>
        {(kpis) => {
          const unfinished = unfinishedMonth(kpis.as_of);
          return (
            <>
              <KpiTiles kpis={kpis} />
              <div className="mt-8 mb-4 flex flex-wrap items-end justify-between gap-4">
                <div>
                  <h2 className="text-2xl">By month</h2>
                  <p className="text-muted-foreground">
                    Up to {day(kpis.as_of)}: pale months are not over, lines end before them.
                  </p>
                </div>
                <Segmented
                  label="How far back"
                  options={SPAN_OPTIONS}
                  value={span}
                  onChange={(months) =>
                    void navigate({ search: { months }, replace: true, resetScroll: false })
                  }
                />
              </div>
              <Trends
                kpis={kpis}
                months={within(kpis.months, span, unfinished)}
                unfinished={unfinished}
              />
            </>
          );
        }}
      </InsightView>
    </>
  );
}
