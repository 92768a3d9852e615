import { $api } from "@/api/client";
import type { Policy } from "@/api/types";

/** The customer's own policies, the newest first. */
export const policiesQuery = $api.queryOptions("get", "/api/policies");

/** The policy that covers a pet today. */
export const coverOf = (policies: readonly Policy[], petId: string): Policy | undefined =>
  policies.find(({ pet_id, in_force }) => pet_id === petId && in_force);

/** Whether a policy is yet to begin, and nothing has stopped it. */
export const isPlanned = (policy: Policy): boolean =>
  Date.parse(policy.effective_date) > Date.now() && policy.cancellation_date === null;

/** The policy that is to cover a pet soon. */
export const plannedOf = (policies: readonly Policy[], petId: string): Policy | undefined =>
  policies.find((policy) => policy.pet_id === petId && isPlanned(policy));
