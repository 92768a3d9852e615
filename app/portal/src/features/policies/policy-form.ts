import * as z from "zod";
import type { Catalog, NewPolicy, Pet, Policy } from "@/api/types";
import { today } from "@/format/dates";

/** Only what cannot even be sent is stopped here; the rest is the insurer's to say. */
export const policyForm = z.object({
  pet_id: z.string().min(1, "Which pet?"),
  plan_name: z.string().min(1, "Which plan?"),
  payment_method: z.string(),
  payment_frequency: z.string(),
  effective_date: z.string().min(1, "From when on?"),
});

export type PolicyForm = z.infer<typeof policyForm>;

/** The form as it is opened: from today on, paid as most pay. */
export const emptyPolicy = (catalog: Catalog, petId: string): PolicyForm => ({
  pet_id: petId,
  plan_name: "",
  payment_method: catalog.payment_methods[0] ?? "",
  payment_frequency: catalog.payment_frequencies[0] ?? "",
  effective_date: today(),
});

/** The policy as the API takes it; today is the server's to name, as its day may be another. */
export const newPolicy = (form: PolicyForm): NewPolicy => ({
  ...form,
  effective_date: form.effective_date === today() ? null : form.effective_date,
});

/** The pets that can be insured: with us still, and under no policy that runs or is to begin. */
export function uninsured(pets: readonly Pet[], policies: readonly Policy[]): readonly Pet[] {
  const day = today();
  const isCovered = (pet: Pet): boolean =>
    policies.some(
      ({ pet_id, expiration_date, cancellation_date }) =>
        pet_id === pet.pet_id && (cancellation_date ?? expiration_date) > day,
    );
  return pets.filter((pet) => pet.is_active !== false && !isCovered(pet));
}
