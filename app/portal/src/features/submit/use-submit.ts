import { api } from "@/api/client";
import type { ClaimDraft } from "@/api/types";
import { useLanding } from "@/api/use-landing";
import { type ClaimForm, draftOf } from "@/features/submit/claim-form";

const send = (body: ClaimDraft, key: string) =>
  api.POST("/api/claims", { body, params: { header: { "Idempotency-Key": key } } });

/** Sends a claim's form; the same filling sent twice is one claim. */
export function useSubmit() {
  const landing = useLanding({ send, outdates: [["get", "/api/claims"]] });
  return { ...landing, submit: (form: ClaimForm): void => landing.submit(draftOf(form)) };
}
