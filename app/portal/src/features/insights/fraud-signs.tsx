import { Badge } from "@/components/ui/badge";
import type { ClaimRow } from "@/features/insights/types";

type Flag = ClaimRow["fraud_flags"][number];

/** Signs of fraud in a word or two. */
export const SIGNS: Readonly<Record<Flag, string>> = {
  is_repeated_invoice: "Repeated invoice",
  is_early_claim: "Early claim",
  is_amount_outlier: "Unusual amount",
  is_claim_burst: "Burst of claims",
  is_provider_ring: "Provider ring",
};

/** The signs of fraud that a claim shows; stronger where it is suspected for them. */
export function FraudSigns({ claim }: { claim: ClaimRow }) {
  return (
    <span className="flex flex-wrap gap-1">
      {claim.fraud_flags.map((flag) => (
        <Badge key={flag} tone={claim.suspected_fraud ? "coral" : "neutral"}>
          {SIGNS[flag]}
        </Badge>
      ))}
    </span>
  );
}
