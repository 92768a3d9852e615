import { describe, expect, it } from "vitest";
import { billOf, payoutOf } from "@/features/policies/payout";

const standard = { annual_deductible: 250, coverage_limit: 10_000, reimbursement_percentage: 80 };

describe("payoutOf", () => {
  it.each([
    [180_000, 124_000],
    [25_000, 0],
    [10_000, 0],
    [25_001, 1],
    [2_000_000, 1_000_000],
  ])("pays of a bill of %i cents %i", (bill, paid) => {
    expect(payoutOf(standard, bill)).toBe(paid);
  });

  it("knows no limit where there is none", () => {
    expect(payoutOf({ ...standard, coverage_limit: null }, 2_000_000)).toBe(1_580_000);
  });
});

describe("billOf", () => {
  it("takes amounts as people write them, and nothing else", () => {
    expect(["$1,800", "0", "-5", "a lot", "9999999"].map(billOf)).toEqual([
      180_000,
      null,
      null,
      null,
      null,
    ]);
  });
});
