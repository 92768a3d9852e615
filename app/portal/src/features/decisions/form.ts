import * as z from "zod";
import type { Decision, Proposal } from "@/api/types";
import { centsOf, decimalOf } from "@/format/cents";
import { dollars } from "@/format/money";

/** The form of a decision on a claim of so many cents. */
export const decisionForm = (claimed: number) =>
  z
    .object({
      decision: z.enum(["approve", "partly", "deny"]),
      approved_amount: z.string(),
      denial_reason: z.string(),
    })
    .superRefine(({ decision, approved_amount, denial_reason }, context) => {
      const wrong = (path: string, message: string): void =>
        context.addIssue({ code: "custom", path: [path], message });
      if (decision === "deny" && !denial_reason) wrong("denial_reason", "Why is it denied?");
      if (decision !== "partly") return;
      const cents = centsOf(approved_amount);
      if (cents === null || cents <= 0) {
        wrong("approved_amount", "An amount in dollars, such as 86.50.");
      } else if (cents >= claimed) {
        wrong("approved_amount", `Less than the ${dollars(claimed / 100)} that are claimed.`);
      }
    });

export type DecisionForm = z.infer<ReturnType<typeof decisionForm>>;

/** The form as the proposal suggests it. */
export const suggested = ({ suggestion, denial_reason }: Proposal): DecisionForm => ({
  decision: suggestion,
  approved_amount: "",
  denial_reason: denial_reason ?? "",
});

/** The part that is typed, as the API takes it ("120.00"); undefined while it is none. */
export function partOf(
  { decision, approved_amount }: DecisionForm,
  claimed: number,
): string | undefined {
  const cents = decision === "partly" ? centsOf(approved_amount) : null;
  return cents !== null && cents > 0 && cents < claimed ? decimalOf(cents) : undefined;
}

/** The decision as the API takes it. */
export function decisionOf(form: DecisionForm): Decision {
  const reason = (form.denial_reason || null) as Decision["denial_reason"] | null;
  switch (form.decision) {
    case "approve":
      return { decision: "approve" };
    case "partly":
      return {
        decision: "partly",
        approved_amount: decimalOf(centsOf(form.approved_amount) ?? 0),
        denial_reason: reason ?? null,
      };
    case "deny":
      return { decision: "deny", denial_reason: reason ?? null };
  }
}
