import { $api } from "@/api/client";
import type { Policy } from "@/api/types";

/** The customer's own policies, the newest first. */
export const policiesQuery = $api.queryOptions("get", "/api/policies");

/** The policy that covers a pet today. */
export const coverOf = (policies: readonly Policy[], petId: string): Policy | undefined =>
  policies.find(({ pet_id, in_force }) => pet_id === petId && in_force);
