import type { Policy, Quote } from "@/api/types";
import { centsOf } from "@/format/cents";

type Terms = Pick<
  Policy & Quote,
  "annual_deductible" | "coverage_limit" | "reimbursement_percentage"
>;

/**
 * What a plan pays of the year's first bill, both in cents: the deductible goes off first, its share
 * of the rest is paid, up to the year's limit.
 */
export function payoutOf(terms: Terms, bill: number): number {
  const rest = Math.max(bill - Math.round(terms.annual_deductible * 100), 0);
  const share = Math.round((rest * terms.reimbursement_percentage) / 100);
  const limit = terms.coverage_limit === null ? share : Math.round(terms.coverage_limit * 100);
  return Math.min(share, limit);
}

/** A bill as typed, in cents; null for what is none or beyond all reason. */
export function billOf(text: string): number | null {
  const cents = centsOf(text);
  return cents !== null && cents > 0 && cents <= 100_000_000 ? cents : null;
}
