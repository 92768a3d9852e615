/** How many months the charts go back. */
export const SPANS = [12, 24, "all"] as const;
export type Span = (typeof SPANS)[number];

export const SPAN_OPTIONS: readonly { value: Span; label: string }[] = [
  { value: 12, label: "12 months" },
  { value: 24, label: "24 months" },
  { value: "all", label: "All" },
];

/** The month that is not over when the data ends within it, as yyyy-MM. */
export const unfinishedMonth = (asOf: string): string => asOf.slice(0, 7);

type InMonth = { year_month: string };

/** The newest months of a span, up to the one in which the data ends, and what is known ahead. */
export function within<Row extends InMonth>(
  months: readonly Row[],
  span: Span,
  unfinished: string,
): readonly Row[] {
  if (span === "all") return months;
  const ahead = months.filter(({ year_month }) => year_month > unfinished).length;
  return months.slice(-(span + ahead));
}
