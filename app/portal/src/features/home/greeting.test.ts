import { describe, expect, it } from "vitest";
import type { Pet, Policy } from "@/api/types";
import { firstName, greetingAt, standing } from "@/features/home/greeting";

const pet = (pet_id: string, is_active = true) => ({ pet_id, is_active }) as Pet;
const cover = (pet_id: string) => ({ pet_id, in_force: true }) as Policy;

describe("the greeting", () => {
  it("suits the hour", () => {
    expect([2, 9, 14, 20].map(greetingAt)).toEqual([
      "Good evening",
      "Good morning",
      "Good afternoon",
      "Good evening",
    ]);
  });

  it("takes the first of the names", () => {
    expect(firstName("Maya Brooks")).toBe("Maya");
    expect(firstName("  Cher ")).toBe("Cher");
  });
});

describe("how things stand", () => {
  it("counts who lives with one, not who is remembered", () => {
    const pets = [pet("a"), pet("b"), pet("gone", false)];
    expect(standing(pets, [cover("a"), cover("b")], 0)).toBe(
      "Both of your pets are covered; no claim is open.",
    );
  });

  it("says who is not covered, and what is under way", () => {
    expect(standing([pet("a"), pet("b")], [cover("a")], 2)).toBe(
      "1 of 2 pets is covered; 2 claims under way.",
    );
    expect(standing([pet("a")], [cover("a")], 0)).toBe("Your pet is covered; no claim is open.");
  });
});
