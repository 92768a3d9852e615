import { describe, expect, it } from "vitest";
import { largestFirst } from "@/features/insights/claims/measures";

const group = (name: string, claims: number, paid_amount: number) => ({
  name,
  claims,
  claim_amount: 0,
  paid_amount,
  average_claim_amount: null,
  approval_rate: null,
});

describe("largestFirst", () => {
  it("goes by what is measured, and leaves the answer itself alone", () => {
    const groups = [group("Wellness", 50, 1), group("Accident", 10, 9)];
    expect(largestFirst(groups, "claims").map(({ name }) => name)).toEqual([
      "Wellness",
      "Accident",
    ]);
    expect(largestFirst(groups, "paid_amount")[0]?.name).toBe("Accident");
    expect(groups[0]?.name).toBe("Wellness");
  });
});
