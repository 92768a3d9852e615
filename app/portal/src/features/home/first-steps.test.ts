import { describe, expect, it } from "vitest";
import type { Pet, Policy } from "@/api/types";
import { firstSteps } from "@/features/home/first-steps";

const pet = { pet_id: "PET-1", is_active: true } as Pet;

describe("firstSteps", () => {
  it("begins with a pet, goes on with a policy", () => {
    expect(firstSteps([], [])).toMatchObject({ pet: "next", policy: "later" });
    expect(firstSteps([pet], [])).toMatchObject({ pet: "done", policy: "next" });
  });

  it("counts no pet that is only remembered", () => {
    expect(firstSteps([{ ...pet, is_active: false }], [])?.pet).toBe("next");
  });

  it("is over once there is a policy, whenever it begins", () => {
    expect(firstSteps([pet], [{ pet_id: "PET-1", in_force: false } as Policy])).toBeNull();
  });
});
