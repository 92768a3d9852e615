import { api } from "@/api/client";
import type { NewPolicy } from "@/api/types";
import { useLanding } from "@/api/use-landing";
import { newPolicy, type PolicyForm } from "@/features/policies/policy-form";

const send = (body: NewPolicy, key: string) =>
  api.POST("/api/policies", { body, params: { header: { "Idempotency-Key": key } } });

/** Takes out a policy; the same form sent twice is one policy. */
export function useInsure() {
  const landing = useLanding({ send, outdates: [["get", "/api/policies"]] });
  return { ...landing, submit: (form: PolicyForm): void => landing.submit(newPolicy(form)) };
}
