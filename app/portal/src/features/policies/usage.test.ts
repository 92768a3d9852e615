import { describe, expect, it } from "vitest";
import { usageOf } from "@/features/policies/usage";

const settled = (policy_id: string, paid_amount: number, deductible_applied: number) => ({
  policy_id,
  paid_amount,
  deductible_applied,
  is_valid: true,
  status: "Approved",
});

describe("usageOf", () => {
  it("sums a policy year's settled claims to the cent", () => {
    const claims = [settled("P1", 0.1, 250), settled("P1", 0.2, 0), settled("P2", 900, 250)];
    expect(usageOf({ policy_id: "P1" }, claims)).toEqual({ paid: 30, deductible: 25_000 });
  });

  it("counts what is denied, undecided or stopped in silver for nothing", () => {
    const claim = settled("P1", 90, 10);
    const none = [
      { ...claim, status: "Denied" },
      { ...claim, status: "Submitted" },
      { ...claim, is_valid: false },
    ];
    expect(usageOf({ policy_id: "P1" }, none)).toEqual({ paid: 0, deductible: 0 });
  });
});
