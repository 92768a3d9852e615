import * as z from "zod";
import type { ClaimDraft, FilledDraft } from "@/api/types";
import { centsOf, decimalOf } from "@/format/cents";
import { today } from "@/format/dates";

const UNREADABLE = "An amount in dollars, such as 86.50.";

const amount = z.string().refine((text) => centsOf(text) !== null, UNREADABLE);

/**
 * Only what cannot even be sent is stopped here. Whether a claim is acceptable is the insurer's to
 * say, and it says so in its own words.
 */
export const claimForm = z.object({
  pet_id: z.string().min(1, "Which pet?"),
  policy_id: z.string(),
  provider_id: z.string().min(1, "Which clinic?"),
  diagnosis_code: z.string().min(1, "Which diagnosis?"),
  service_date: z.string().min(1, "When was it?"),
  is_emergency: z.boolean(),
  line_items: z.array(
    z.object({ description: z.string().trim().min(1, "What was it for?"), amount }),
  ),
  claim_amount: z.union([z.literal(""), amount]),
  invoice_number: z.string(),
  treatment_notes: z.string().max(2_000, "At most 2,000 characters."),
});

export type ClaimForm = z.infer<typeof claimForm>;

/** A form to be filled, with one empty line. */
export function emptyForm(petId = "", policyId = ""): ClaimForm {
  return {
    pet_id: petId,
    policy_id: policyId,
    provider_id: "",
    diagnosis_code: "",
    service_date: today(),
    is_emergency: false,
    line_items: [{ description: "", amount: "" }],
    claim_amount: "",
    invoice_number: "",
    treatment_notes: "",
  };
}

/** The form as a scenario fills it. */
export function formOf(draft: FilledDraft): ClaimForm {
  return {
    pet_id: draft.pet_id,
    policy_id: draft.policy_id ?? "",
    provider_id: draft.provider_id,
    diagnosis_code: draft.diagnosis_code,
    service_date: draft.service_date,
    is_emergency: draft.is_emergency,
    line_items: draft.line_items.map(({ description, amount }) => ({
      description,
      amount: typed(amount),
    })),
    claim_amount: draft.claim_amount == null ? "" : typed(draft.claim_amount),
    invoice_number: draft.invoice_number ?? "",
    treatment_notes: draft.treatment_notes,
  };
}

/** The claim as the API takes it; amounts to the cent, as text. */
export function draftOf(form: ClaimForm): ClaimDraft {
  return {
    pet_id: form.pet_id,
    policy_id: form.policy_id || null,
    provider_id: form.provider_id,
    diagnosis_code: form.diagnosis_code,
    service_date: form.service_date,
    is_emergency: form.is_emergency,
    line_items: form.line_items.map(({ description, amount }) => ({
      description: description.trim(),
      amount: decimalOf(centsOf(amount) ?? 0),
    })),
    claim_amount: form.claim_amount ? decimalOf(centsOf(form.claim_amount) ?? 0) : null,
    invoice_number: form.invoice_number.trim() || null,
    treatment_notes: form.treatment_notes,
  };
}

function typed(amount: string | number): string {
  const cents = centsOf(String(amount));
  return cents === null ? String(amount) : decimalOf(cents);
}
