import type { Pet, Policy } from "@/api/types";
import { living } from "@/features/home/greeting";

export type StepState = "done" | "next" | "later";
type Steps = { pet: StepState; policy: StepState; claim: StepState };

/**
 * How far somebody new has come: a pet, a policy, a claim; null once a pet has ever been insured,
 * which is when the portal is theirs.
 */
export function firstSteps(pets: readonly Pet[], policies: readonly Policy[]): Steps | null {
  if (policies.length > 0) return null;
  const hasPet = living(pets).length > 0;
  return hasPet
    ? { pet: "done", policy: "next", claim: "later" }
    : { pet: "next", policy: "later", claim: "later" };
}
