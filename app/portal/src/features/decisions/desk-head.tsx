import { Link } from "@tanstack/react-router";
import { Siren } from "lucide-react";
import type { Ref } from "react";
import type { Claim } from "@/api/types";
import { Code } from "@/components/code";
import { Money } from "@/components/money";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { StageBadge } from "@/features/claims/stage-badge";
import { StatusBadge } from "@/features/claims/status-badge";

type DeskHeadProps = { claim: Claim; ref: Ref<HTMLHeadingElement> };

/** Which claim it is, in a glance; its heading takes the focus when it is put on the desk. */
export function DeskHead({ claim, ref }: DeskHeadProps) {
  const what = claim.diagnosis ?? claim.diagnosis_code ?? "No diagnosis";
  return (
    <Card className="flex flex-col justify-between gap-x-6 gap-y-3 p-5 sm:flex-row">
      <div className="min-w-0">
        <h2 ref={ref} tabIndex={-1} className="scroll-mt-36 text-2xl leading-tight outline-none">
          {claim.pet_name ? `${claim.pet_name}: ${what}` : what}
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground">
          <Code>{claim.claim_id}</Code>
          <span>of customer {claim.customer_id}</span>
        </p>
        <div className="mt-3 flex flex-wrap gap-2">
          <StatusBadge status={claim.status} />
          <StageBadge claim={claim} />
          {claim.is_emergency && (
            <Badge tone="coral">
              <Siren aria-hidden /> Emergency
            </Badge>
          )}
        </div>
      </div>
      <div className="flex shrink-0 flex-col items-start sm:items-end">
        <Money
          amount={claim.claim_amount}
          className="font-display font-semibold text-4xl tracking-tight"
        />
        <Button variant="link" size="inline" asChild>
          <Link to="/claims/$claimId" params={{ claimId: claim.claim_id }}>
            Its way through the lake
          </Link>
        </Button>
      </div>
    </Card>
  );
}
