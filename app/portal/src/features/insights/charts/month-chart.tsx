import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import { ChartContainer, ChartTooltip } from "@/components/ui/chart";
import { isOpen, openMonth, shortMonth } from "@/features/insights/format";

export type Series = {
  key: string;
  name: string;
  colour: string;
  kind: "bar" | "line";
  /** Bars of the same stack stand on each other. */
  stack?: string;
};

export type MonthChartProps = {
  /** One a month, with its `name` as yyyy-MM. */
  rows: readonly Record<string, string | number | null>[];
  series: readonly Series[];
  show: (value: number) => string;
  /** Shorter, for the axis. */
  tick: (value: number) => string;
  /** A line to compare with. */
  mark?: { at: number; label: string };
  /** The axis from here to there; from nothing to the most if left out. */
  domain?: [number, number];
  /** The month that is not over: from it on bars are pale, and lines end before it. */
  unfinished?: string | undefined;
};

const TICK = { fill: "var(--muted-foreground)" };

/** Months in their order, as bars and lines. */
export function MonthChart(props: MonthChartProps) {
  const { series, show, tick, mark, domain, unfinished } = props;
  const lines = series.filter(({ kind }) => kind === "line").map(({ key }) => key);
  const rows = props.rows.map((row) =>
    isOpen(String(row.name), unfinished)
      ? { ...row, ...Object.fromEntries(lines.map((key) => [key, null])), fillOpacity: 0.45 }
      : row,
  );
  return (
    <ChartContainer>
      <ComposedChart
        data={rows}
        accessibilityLayer={false}
        barCategoryGap="20%"
        margin={{ top: 12, right: 24, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="name"
          tickFormatter={shortMonth}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          tickMargin={8}
          minTickGap={24}
        />
        <YAxis
          tickFormatter={tick}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          width={60}
          {...(domain && { domain })}
        />
        <ChartTooltip
          labelFormatter={(label) => openMonth(String(label), unfinished)}
          formatter={(value) => show(Number(value))}
        />
        {mark && (
          <ReferenceLine
            y={mark.at}
            stroke="var(--destructive)"
            strokeDasharray="6 4"
            label={{
              value: mark.label,
              position: "insideBottomLeft",
              fill: "var(--destructive)",
            }}
          />
        )}
        {series.map(({ key, name, colour, kind, stack }) =>
          kind === "bar" ? (
            <Bar
              key={key}
              dataKey={key}
              name={name}
              fill={colour}
              {...(stack && { stackId: stack })}
              maxBarSize={36}
            />
          ) : (
            <Line
              key={key}
              dataKey={key}
              name={name}
              stroke={colour}
              strokeWidth={3}
              dot={false}
              activeDot={{ r: 5 }}
              type="monotone"
            />
          ),
        )}
      </ComposedChart>
    </ChartContainer>
  );
}
