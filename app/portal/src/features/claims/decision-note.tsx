import { CircleCheck, CircleX, Hourglass } from "lucide-react";
import type { Claim } from "@/api/types";
import { Alert } from "@/components/ui/alert";
import { isOpen } from "@/features/claims/queries";
import { dollars } from "@/format/money";

/** What was decided, in a sentence; or that it is still open. */
export function DecisionNote({ claim }: { claim: Claim }) {
  if (isOpen(claim)) {
    return (
      <Alert tone="info" role="status">
        <Hourglass aria-hidden />
        <p>
          We are looking at this claim of <strong>{dollars(claim.claim_amount)}</strong>. You will
          see our decision here the moment it is made.
        </p>
      </Alert>
    );
  }
  const isDenied = claim.status === "Denied";
  const Icon = isDenied ? CircleX : CircleCheck;
  return (
    <Alert tone={isDenied ? "destructive" : "good"} role="status">
      <Icon aria-hidden />
      <p>
        <strong>{claim.status}.</strong>{" "}
        {isDenied
          ? `We cannot pay this claim of ${dollars(claim.claim_amount)}.`
          : `We pay ${dollars(claim.paid_amount ?? 0)} of ${dollars(claim.claim_amount)}.`}
        {claim.denial_reason && ` Reason: ${claim.denial_reason}.`}
      </p>
    </Alert>
  );
}
