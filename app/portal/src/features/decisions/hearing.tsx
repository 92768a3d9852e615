import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { Claim } from "@/api/types";
import { QueryView } from "@/components/query-view";
import { Skeleton } from "@/components/ui/skeleton";
import { DecisionForm } from "@/features/decisions/decision-form";
import { Findings } from "@/features/decisions/findings";
import { proposalQuery } from "@/features/decisions/queries";
import { Settlement } from "@/features/decisions/settlement";
import type { Deciding } from "@/features/decisions/use-decide";

type HearingProps = { claim: Claim; deciding: Deciding };

/** What the plan would pay and what speaks against it, beside the decision. */
export function Hearing({ claim, deciding }: HearingProps) {
  const claimId = claim.claim_id;
  const whole = useQuery(proposalQuery(claimId));
  const [part, setPart] = useState<string>();
  const asked = useDeferredValue(part);
  const partly = useQuery({
    ...proposalQuery(claimId, asked),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <QueryView query={whole} skeleton={<Skeleton className="h-[32rem] rounded-xl" />}>
      {(proposal) => {
        const shown = (part !== undefined && partly.data) || proposal;
        return (
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-2">
            <div className="flex min-w-0 flex-col gap-6">
              <Settlement proposal={shown} />
              <Findings findings={proposal.findings} />
            </div>
            <DecisionForm
              claim={claim}
              proposal={proposal}
              paid={shown.paid_amount}
              onPart={setPart}
              deciding={deciding}
            />
          </div>
        );
      }}
    </QueryView>
  );
}
