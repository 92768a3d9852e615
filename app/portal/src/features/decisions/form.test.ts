import { describe, expect, it } from "vitest";
import { type DecisionForm, decisionForm, decisionOf, partOf } from "@/features/decisions/form";

const form = (changes: Partial<DecisionForm>): DecisionForm => ({
  decision: "approve",
  approved_amount: "",
  denial_reason: "",
  ...changes,
});

const isTaken = (changes: Partial<DecisionForm>): boolean =>
  decisionForm(20_000).safeParse(form(changes)).success;

describe("decisionForm", () => {
  it("takes a part that is more than nothing and less than the claim", () => {
    const taken = ["0", "-5", "", "200", "200.01", "much"].filter((approved_amount) =>
      isTaken({ decision: "partly", approved_amount }),
    );
    expect(taken).toEqual([]);
    expect(isTaken({ decision: "partly", approved_amount: "$199.99" })).toBe(true);
  });

  it("asks for the reason of a denial", () => {
    expect(isTaken({ decision: "deny" })).toBe(false);
    expect(isTaken({ decision: "deny", denial_reason: "Duplicate invoice" })).toBe(true);
  });
});

describe("decisionOf", () => {
  it("sends what belongs to the decision and nothing that another choice left behind", () => {
    const left = { approved_amount: "1,20", denial_reason: "Duplicate invoice" };
    expect(decisionOf(form(left))).toEqual({ decision: "approve" });
    expect(decisionOf(form({ ...left, decision: "deny" }))).toEqual({
      decision: "deny",
      denial_reason: "Duplicate invoice",
    });
  });

  it("sends a part to the cent", () => {
    expect(decisionOf(form({ decision: "partly", approved_amount: "$1,120.5" }))).toEqual({
      decision: "partly",
      approved_amount: "1120.50",
      denial_reason: null,
    });
  });
});

describe("partOf", () => {
  it("is what can be asked about while it is typed", () => {
    const parts = ["", "12", "12.5", "200", "x"].map((approved_amount) =>
      partOf(form({ decision: "partly", approved_amount }), 20_000),
    );
    expect(parts).toEqual([undefined, "12.00", "12.50", undefined, undefined]);
    expect(partOf(form({ approved_amount: "12" }), 20_000)).toBeUndefined();
  });
});
