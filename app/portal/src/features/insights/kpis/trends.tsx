import type { Column } from "@/components/data-table";
import type { MonthChartProps, Series } from "@/features/insights/charts/month-chart";
import { MonthPanel } from "@/features/insights/charts/month-panel";
import { Figure } from "@/features/insights/figure";
import { exactDays, exactPercent, openMonth } from "@/features/insights/format";
import type { Kpis, Month } from "@/features/insights/types";
import { dollars, shortDollars } from "@/format/money";
import { count, percent } from "@/format/numbers";

type Trend = Pick<MonthChartProps, "show" | "tick" | "mark" | "domain"> & {
  title: string;
  lead?: string;
  summary: string;
  series: readonly (Series & { key: keyof Month })[];
};

const plain = (value: number): string => count(value);

const TRENDS: readonly Trend[] = [
  {
    title: "Claims",
    summary: "Claims by month of treatment, and the emergencies among them.",
    show: plain,
    tick: plain,
    series: [
      { key: "total_claims", name: "All claims", colour: "var(--chart-1)", kind: "bar" },
      { key: "emergency_claims", name: "Emergencies", colour: "var(--chart-2)", kind: "line" },
    ],
  },
  {
    title: "Paid out and earned premium",
    summary: "What was paid out each month beside the premium earned in it, in US dollars.",
    show: dollars,
    tick: shortDollars,
    series: [
      { key: "earned_premium", name: "Earned premium", colour: "var(--chart-1)", kind: "bar" },
      { key: "total_paid_amount", name: "Paid out", colour: "var(--chart-2)", kind: "line" },
    ],
  },
  {
    title: "Loss ratio",
    lead: "Paid out, of the premium earned.",
    summary: "Loss ratio of each whole month; above 100 per cent more is paid than earned.",
    show: exactPercent,
    tick: percent,
    domain: [0, 120],
    mark: { at: 100, label: "All premium paid out" },
    series: [{ key: "loss_ratio", name: "Loss ratio", colour: "var(--chart-1)", kind: "line" }],
  },
  {
    title: "Approved and denied",
    summary: "Approved and denied claims in per cent of those decided, by month.",
    show: exactPercent,
    tick: percent,
    domain: [0, 100],
    series: [
      {
        key: "approval_rate",
        name: "Approved",
        colour: "var(--chart-1)",
        kind: "bar",
        stack: "decided",
      },
      {
        key: "denial_rate",
        name: "Denied",
        colour: "var(--chart-2)",
        kind: "bar",
        stack: "decided",
      },
    ],
  },
  {
    title: "Policies",
    summary: "Policies in force at the end of each month, and new ones in it.",
    show: plain,
    tick: plain,
    series: [
      { key: "active_policies", name: "In force", colour: "var(--chart-1)", kind: "bar" },
      { key: "new_policies", name: "New", colour: "var(--chart-2)", kind: "line" },
    ],
  },
  {
    title: "Days to decide",
    lead: "From submission to decision, on average.",
    summary: "Average days from submission to decision, by whole month.",
    show: exactDays,
    tick: plain,
    series: [
      {
        key: "average_processing_days",
        name: "Days to decide",
        colour: "var(--chart-1)",
        kind: "line",
      },
    ],
  },
];

type TrendsProps = { kpis: Kpis; months: readonly Month[]; unfinished: string };

/** The key figures month by month. */
export function Trends({ kpis, months, unfinished }: TrendsProps) {
  const rows = months.map((month) => ({ ...month, name: month.year_month }));
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {TRENDS.map((trend) => (
        <MonthPanel
          key={trend.title}
          className="min-w-0"
          rows={rows}
          unfinished={unfinished}
          sources={kpis.sources}
          parts={["months"]}
          table={{
            columns: columnsOf(trend, unfinished),
            rows: months,
            rowKey: ({ year_month }) => year_month,
          }}
          {...trend}
        />
      ))}
    </div>
  );
}

function columnsOf({ series, show }: Trend, unfinished: string): readonly Column<Month>[] {
  return [
    { header: "Month", cell: ({ year_month }) => openMonth(year_month, unfinished) },
    ...series.map(({ key, name }) => ({
      header: name,
      numeric: true,
      cell: (month: Month) => (
        <Figure
          name={`kpis.months.${month.year_month}.${key}`}
          value={month[key] as number | null}
          show={show}
        />
      ),
    })),
  ];
}
