import { $api } from "@/api/client";
import type { Claim } from "@/api/types";

/** Statuses of a claim that waits for its decision. */
export const OPEN_STATUSES = ["Submitted", "In Review"] as const;
const OPEN: ReadonlySet<string> = new Set(OPEN_STATUSES);

/** Statuses of a claim that we pay. */
export const PAID_STATUSES = ["Approved", "Partially Approved"] as const;

/** Whether a claim waits for its decision. */
export const isOpen = ({ status }: Pick<Claim, "status">): boolean => OPEN.has(status);

/** One claim. */
export const claimQuery = (claimId: string) =>
  $api.queryOptions("get", "/api/claims/{claim_id}", {
    params: { path: { claim_id: claimId } },
  });

/** A claim's way through the lake. Messages refresh it; should one get lost, so does time. */
export const journeyQuery = (claimId: string) => ({
  ...$api.queryOptions("get", "/api/claims/{claim_id}/journey", {
    params: { path: { claim_id: claimId } },
  }),
  refetchInterval: 5_000,
});
