import type { Claim } from "@/api/types";
import { Facts } from "@/components/facts";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { day } from "@/format/dates";

/** What the claim says, as it was filed. */
export function ClaimFacts({ claim }: { claim: Claim }) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>The claim</CardTitle>
      </CardHeader>
      <CardContent>
        <Facts
          facts={[
            ["Treated", claim.service_date && day(claim.service_date)],
            ["Filed", claim.submitted_date && day(claim.submitted_date)],
            ["Clinic", claim.provider_name ?? claim.provider_id],
            ["Kind", [claim.claim_type, claim.claim_category].filter(Boolean).join(", ")],
            ["Emergency", claim.is_emergency ? "yes" : null],
            ["Plan", claim.plan_name],
            ["Invoice", claim.invoice_number],
            ["Notes", claim.treatment_notes],
          ]}
        />
      </CardContent>
    </Card>
  );
}
