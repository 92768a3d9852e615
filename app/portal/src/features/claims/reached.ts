import { useQuery } from "@tanstack/react-query";
import type { Claim, Journey } from "@/api/types";
import { isOpen, journeyQuery } from "@/features/claims/queries";

export type Reached = Pick<Journey, "reached" | "stops_at">;

/**
 * How far a claim has come as a list knows it; undefined where only its journey can tell, as lists
 * know nothing of gold.
 */
export function listedReach(claim: Pick<Claim, "in_lake" | "is_valid">): Reached | undefined {
  if (claim.in_lake === "landed") return { reached: "raw", stops_at: null };
  return claim.is_valid === false ? { reached: "silver", stops_at: "silver" } : undefined;
}

/** How far a claim has come; undefined until it is known. */
export function useReached(claim: Claim): Reached | undefined {
  const { data } = useQuery({
    ...journeyQuery(claim.claim_id),
    enabled: isOpen(claim),
    // Messages name the claims that move.
    refetchInterval: false,
    staleTime: 60_000,
  });
  return data ?? listedReach(claim);
}
