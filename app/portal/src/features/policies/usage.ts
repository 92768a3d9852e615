import type { Claim, Policy } from "@/api/types";
import { PAID_STATUSES } from "@/features/claims/queries";

/** What a policy year has seen so far, in cents: paid by us, and deductible used up. */
export type Usage = { paid: number; deductible: number };

type Settled = Pick<
  Claim,
  "policy_id" | "paid_amount" | "deductible_applied" | "is_valid" | "status"
>;

const PAID: ReadonlySet<string> = new Set(PAID_STATUSES);

/** The sums over a policy year's settled claims; a policy is one year. */
export function usageOf(
  { policy_id }: Pick<Policy, "policy_id">,
  claims: readonly Settled[],
): Usage {
  const usage = { paid: 0, deductible: 0 };
  for (const claim of claims) {
    if (claim.policy_id !== policy_id || claim.is_valid === false) continue;
    if (!PAID.has(claim.status)) continue;
    usage.paid += Math.round((claim.paid_amount ?? 0) * 100);
    usage.deductible += Math.round((claim.deductible_applied ?? 0) * 100);
  }
  return usage;
}
