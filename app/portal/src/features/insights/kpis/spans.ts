/** How many months the charts go back. */
export const SPANS = [12, 24, "all"] as const;
export type Span = (typeof SPANS)[number];

export const SPAN_OPTIONS: readonly { value: Span; label: string }[] = [
  { value: 12, label: "12 months" },
  { value: 24, label: "24 months" },
  { value: "all", label: "All" },
];

/** The newest months of a span. */
export const within = <Row>(months: readonly Row[], span: Span): readonly Row[] =>
  span === "all" ? months : months.slice(-span);

/** The month that is not over when the data ends within it. */
export const unfinishedMonth = (asOf: string): string => asOf.slice(0, 7);
