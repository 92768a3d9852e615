import type { ReactNode } from "react";
import { ChartFrame } from "@/components/chart-frame";
import { type Column, DataTable } from "@/components/data-table";
import { Legend } from "@/features/insights/charts/legend";
import { MonthChart, type MonthChartProps } from "@/features/insights/charts/month-chart";
import { SqlButton } from "@/features/insights/sql/sql-button";
import type { Source } from "@/features/insights/types";

type MonthPanelProps<Row> = MonthChartProps & {
  title: string;
  lead?: ReactNode;
  summary: string;
  sources: readonly Source[];
  parts: readonly string[];
  className?: string;
  table: { columns: readonly Column<Row>[]; rows: readonly Row[]; rowKey: (row: Row) => string };
};

/** Months as a chart in its card, with legend, SQL, and the same figures as a table. */
export function MonthPanel<Row>(props: MonthPanelProps<Row>) {
  const { title, lead, summary, sources, parts, className, table, ...chart } = props;
  return (
    <ChartFrame
      title={title}
      lead={chart.series.length > 1 ? <Legend entries={chart.series} /> : lead}
      summary={summary}
      actions={<SqlButton title={title} sources={sources} parts={parts} />}
      table={<DataTable label={title} {...table} />}
      {...(className && { className })}
    >
      <MonthChart {...chart} />
    </ChartFrame>
  );
}
