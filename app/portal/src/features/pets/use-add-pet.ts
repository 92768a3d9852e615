import { api } from "@/api/client";
import type { NewPet } from "@/api/types";
import { useLanding } from "@/api/use-landing";
import { newPet, type PetForm } from "@/features/pets/pet-form";

const send = (body: NewPet, key: string) =>
  api.POST("/api/pets", { body, params: { header: { "Idempotency-Key": key } } });

/** Adds a pet; the same form sent twice is one pet. */
export function useAddPet() {
  const landing = useLanding({ send, outdates: [["get", "/api/pets"]] });
  return { ...landing, submit: (form: PetForm): void => landing.submit(newPet(form)) };
}
