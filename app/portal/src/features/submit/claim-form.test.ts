import { describe, expect, it } from "vitest";
import type { FilledDraft } from "@/api/types";
import { claimForm, draftOf, emptyForm, formOf } from "@/features/submit/claim-form";

const scenario: FilledDraft = {
  pet_id: "DEMO-PET-001",
  policy_id: "DEMO-POL-001",
  provider_id: "DEMO-VET-01",
  diagnosis_code: "EAR-01",
  service_date: "2026-11-20",
  line_items: [
    { description: "Office exam", amount: "62" },
    { description: "Ear drops", amount: "72.4" },
  ],
  is_emergency: true,
  treatment_notes: "Ear canal red and painful.",
};

describe("the claim form", () => {
  it("sends a scenario as it was declared, amounts to the cent", () => {
    expect(draftOf(formOf(scenario))).toEqual({
      ...scenario,
      line_items: [
        { description: "Office exam", amount: "62.00" },
        { description: "Ear drops", amount: "72.40" },
      ],
      claim_amount: null,
      invoice_number: null,
    });
  });

  it("keeps another amount than the sum where one is claimed", () => {
    const stated = formOf({ ...scenario, claim_amount: "400.00" });
    expect(stated.claim_amount).toBe("400.00");
    expect(draftOf(stated).claim_amount).toBe("400.00");
  });

  it("leaves it to the insurer to refuse a refund, a missing line or a day to come", () => {
    const refund = { ...scenario, line_items: [{ description: "Refund", amount: "-72.00" }] };
    const empty = { ...scenario, line_items: [] };
    const future = { ...scenario, service_date: "2999-01-01" };
    for (const draft of [refund, empty, future]) {
      expect(claimForm.safeParse(formOf(draft)).success).toBe(true);
    }
  });

  it("does not send what cannot be read as an amount", () => {
    const form = { ...formOf(scenario), line_items: [{ description: "Exam", amount: "sixty" }] };
    const issues = claimForm.safeParse(form).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join("."))).toEqual(["line_items.0.amount"]);
  });

  it("asks for everything that an empty form lacks", () => {
    const issues = claimForm.safeParse(emptyForm()).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join("."))).toEqual([
      "pet_id",
      "provider_id",
      "diagnosis_code",
      "line_items.0.description",
      "line_items.0.amount",
    ]);
  });
});
