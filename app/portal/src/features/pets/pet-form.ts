import * as z from "zod";
import type { Catalog, NewPet } from "@/api/types";

/** Only what cannot even be sent is stopped here; the rest is the insurer's to say. */
export const petForm = z.object({
  pet_name: z.string().trim().min(1, "What is its name?"),
  species: z.string().min(1, "Dog or cat?"),
  breed: z.string().min(1, "Which breed?"),
  color: z.string().min(1, "Which coat?"),
  gender: z.string().min(1, "Female or male?"),
  date_of_birth: z.string().min(1, "When was it born? Roughly will do."),
  weight_lbs: z.string().regex(/^\s*\d{1,3}([.,]\d)?\s*$/, "Pounds, such as 61.5."),
  is_neutered: z.boolean(),
  vaccination_status: z.string(),
  microchip_id: z.string().regex(/^\s*(\d{9,15})?\s*$/, "9 to 15 digits, or nothing."),
  adoption_date: z.string(),
  pre_existing_conditions: z.string().max(120, "At most 120 characters."),
});

export type PetForm = z.infer<typeof petForm>;

/** A form to be filled; everything that can be supposed is. */
export const emptyPet = (catalog: Catalog): PetForm => ({
  pet_name: "",
  species: "",
  breed: "",
  color: "",
  gender: "",
  date_of_birth: "",
  weight_lbs: "",
  is_neutered: false,
  vaccination_status: catalog.vaccination_statuses[0] ?? "",
  microchip_id: "",
  adoption_date: "",
  pre_existing_conditions: "",
});

/** The pet as the API takes it. */
export function newPet(form: PetForm): NewPet {
  const { microchip_id, adoption_date, pre_existing_conditions, weight_lbs, ...rest } = form;
  return {
    ...rest,
    pet_name: form.pet_name.trim(),
    weight_lbs: weight_lbs.trim().replace(",", "."),
    microchip_id: microchip_id.trim() || null,
    adoption_date: adoption_date || null,
    pre_existing_conditions: pre_existing_conditions.trim() || "None",
  };
}

/** The coats that a breed comes in. */
export const coatsOf = (catalog: Catalog, species: string, breed: string): readonly string[] =>
  catalog.breeds.find((each) => each.species === species && each.name === breed)?.colors ?? [];
