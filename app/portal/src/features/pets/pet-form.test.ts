import { describe, expect, it } from "vitest";
import type { Catalog } from "@/api/types";
import { coatsOf, emptyPet, newPet, type PetForm, petForm } from "@/features/pets/pet-form";

const catalog = {
  vaccination_statuses: ["Up to Date", "Due", "Overdue"],
  breeds: [
    { species: "Dog", name: "Beagle", colors: ["Tricolor", "Lemon and White"] },
    { species: "Cat", name: "Beagle", colors: ["Never"] },
  ],
} as unknown as Catalog;

const clover: PetForm = {
  ...emptyPet(catalog),
  pet_name: " Clover ",
  species: "Dog",
  breed: "Beagle",
  color: "Tricolor",
  gender: "Female",
  date_of_birth: "2023-05-01",
  weight_lbs: "24,5",
};

describe("the pet form", () => {
  it("asks for everything that an empty form lacks", () => {
    const issues = petForm.safeParse(emptyPet(catalog)).error?.issues ?? [];
    expect(issues.map(({ path }) => path[0])).toEqual([
      "pet_name",
      "species",
      "breed",
      "color",
      "gender",
      "date_of_birth",
      "weight_lbs",
    ]);
  });

  it("sends nothing for what was left open, and says that nothing was known before", () => {
    expect(petForm.safeParse(clover).success).toBe(true);
    expect(newPet(clover)).toMatchObject({
      pet_name: "Clover",
      weight_lbs: "24.5",
      vaccination_status: "Up to Date",
      microchip_id: null,
      adoption_date: null,
      pre_existing_conditions: "None",
    });
  });

  it.each(["12345678", "98511200000000345", "chip 985112000"])("takes no chip %s", (chip) => {
    expect(petForm.safeParse({ ...clover, microchip_id: chip }).success).toBe(false);
  });

  it("leaves it to the insurer to refuse a birth to come", () => {
    expect(petForm.safeParse({ ...clover, date_of_birth: "2999-01-01" }).success).toBe(true);
  });
});

describe("coatsOf", () => {
  it("knows the coats of a breed of that species", () => {
    expect(coatsOf(catalog, "Dog", "Beagle")).toEqual(["Tricolor", "Lemon and White"]);
    expect(coatsOf(catalog, "Dog", "Poodle")).toEqual([]);
  });
});
