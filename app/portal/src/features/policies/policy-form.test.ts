import { describe, expect, it } from "vitest";
import type { Catalog, Pet, Policy } from "@/api/types";
import { emptyPolicy, newPolicy, policyForm, uninsured } from "@/features/policies/policy-form";
import { today } from "@/format/dates";

const catalog = {
  payment_methods: ["Credit Card"],
  payment_frequencies: ["Monthly"],
} as unknown as Catalog;

const pet = (pet_id: string, is_active = true) => ({ pet_id, is_active }) as Pet;
const policy = (pet_id: string, expiration_date: string, cancellation_date: string | null = null) =>
  ({ pet_id, expiration_date, cancellation_date }) as Policy;

describe("the policy form", () => {
  it("wants a pet and a plan, and supposes the rest", () => {
    const issues = policyForm.safeParse(emptyPolicy(catalog, "")).error?.issues ?? [];
    expect(issues.map(({ path }) => path[0])).toEqual(["pet_id", "plan_name"]);
  });

  it("lets the server say what today is, and sends every other day", () => {
    const form = { ...emptyPolicy(catalog, "PET-1"), plan_name: "Standard" };
    expect(newPolicy(form).effective_date).toBeNull();
    expect(newPolicy({ ...form, effective_date: "2999-01-01" }).effective_date).toBe("2999-01-01");
  });
});

describe("uninsured", () => {
  it("offers who is with us and has no policy that runs or is to begin", () => {
    const pets = [pet("runs"), pet("ended"), pet("cancelled"), pet("gone", false), pet("new")];
    const policies = [
      policy("runs", "2999-01-01"),
      policy("ended", "2020-01-01"),
      policy("cancelled", "2999-01-01", today()),
    ];
    const offered = uninsured(pets, policies).map(({ pet_id }) => pet_id);
    expect(offered).toEqual(["ended", "cancelled", "new"]);
  });
});
