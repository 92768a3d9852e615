import type { ClaimsSearch } from "@/features/insights/search";
import type { ClaimGroup } from "@/features/insights/types";
import { dollars, shortDollars } from "@/format/money";
import { count } from "@/format/numbers";

export type Measure = NonNullable<ClaimsSearch["measure"]>;

type Shown = {
  label: string;
  show: (value: number) => string;
  /** Shorter, for an axis. */
  tick: (value: number) => string;
};

/** What the claims are measured by. */
export const MEASURES: Readonly<Record<Measure, Shown>> = {
  claims: { label: "Claims", show: count, tick: count },
  claim_amount: { label: "Claimed", show: dollars, tick: shortDollars },
  paid_amount: { label: "Paid out", show: dollars, tick: shortDollars },
};

export const MEASURE_OPTIONS = (Object.keys(MEASURES) as Measure[]).map((value) => ({
  value,
  label: MEASURES[value].label,
}));

/** Groups with the largest first; those whose names have an order of their own keep it. */
export const largestFirst = (groups: readonly ClaimGroup[], measure: Measure): ClaimGroup[] =>
  groups.toSorted((a, b) => b[measure] - a[measure]);
