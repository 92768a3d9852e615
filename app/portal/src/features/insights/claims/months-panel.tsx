import { MonthPanel } from "@/features/insights/charts/month-panel";
import { MEASURES, type Measure } from "@/features/insights/claims/measures";
import { Figure } from "@/features/insights/figure";
import { openMonth } from "@/features/insights/format";
import { useUnfinishedMonth } from "@/features/insights/kpis/use-unfinished-month";
import type { Claims } from "@/features/insights/types";

/** Claims by month of treatment. */
export function MonthsPanel({ claims, measure }: { claims: Claims; measure: Measure }) {
  const { label, show, tick } = MEASURES[measure];
  const unfinished = useUnfinishedMonth();
  return (
    <MonthPanel
      title="By month"
      lead={`${label}, by month of treatment${unfinished ? "; pale is not over" : ""}.`}
      unfinished={unfinished}
      summary={`${label} of each month in which pets were treated.`}
      className="min-w-0"
      sources={claims.sources}
      parts={["by_month"]}
      rows={claims.by_month.map((group) => ({ name: group.name, [measure]: group[measure] }))}
      series={[{ key: measure, name: label, colour: "var(--chart-1)", kind: "bar" }]}
      show={show}
      tick={tick}
      table={{
        columns: [
          { header: "Month", cell: ({ name }) => openMonth(name, unfinished) },
          ...(["claims", "claim_amount", "paid_amount"] as const).map((key) => ({
            header: MEASURES[key].label,
            numeric: true,
            cell: (group: Claims["total"]) => (
              <Figure
                name={`claims.by_month.${group.name}.${key}`}
                value={group[key]}
                show={MEASURES[key].show}
              />
            ),
          })),
        ],
        rows: claims.by_month,
        rowKey: ({ name }) => name,
      }}
    />
  );
}
