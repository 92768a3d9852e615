import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import type { Claim } from "@/api/types";
import { Code } from "@/components/code";
import { PageHeader } from "@/components/page-header";
import { QueryView } from "@/components/query-view";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { ClaimFacts } from "@/features/claims/claim-facts";
import { DecisionNote } from "@/features/claims/decision-note";
import { Invoice } from "@/features/claims/invoice";
import { JourneyPanel } from "@/features/claims/journey/journey-panel";
import { claimQuery } from "@/features/claims/queries";
import { StatusBadge } from "@/features/claims/status-badge";

export function ClaimPage() {
  const { claimId } = useParams({ from: "/signed-in/claims/$claimId" });
  const query = useQuery(claimQuery(claimId));
  const claim = query.data;
  return (
    <>
      <PageHeader
        key={claimId}
        title={claim ? titleOf(claim) : "Claim"}
        lead={claim ? <ClaimLead claim={claim} /> : query.isPending && "\u00a0"}
        actions={
          <Button variant="outline" asChild>
            <Link to="/claims">
              <ArrowLeft aria-hidden /> All claims
            </Link>
          </Button>
        }
      />
      <QueryView query={query} skeleton={<ClaimSkeleton />}>
        {(claim) => (
          <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="flex min-w-0 flex-col gap-6">
              <DecisionNote claim={claim} />
              <JourneyPanel claimId={claimId} />
            </div>
            <div className="flex min-w-0 flex-col gap-6">
              <Invoice claim={claim} />
              <ClaimFacts claim={claim} />
            </div>
          </div>
        )}
      </QueryView>
    </>
  );
}

function ClaimLead({ claim }: { claim: Claim }) {
  return (
    <span className="flex flex-wrap items-center gap-3">
      <StatusBadge status={claim.status} />
      {claim.claim_number && <span>{claim.claim_number}</span>}
      <Code>{claim.claim_id}</Code>
    </span>
  );
}

function titleOf({ pet_name, diagnosis, diagnosis_code }: Claim): string {
  const what = diagnosis ?? diagnosis_code ?? "Claim";
  return pet_name ? `${pet_name}: ${what}` : what;
}

function ClaimSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Skeleton className="h-[44rem]" />
      <Skeleton className="h-80" />
    </div>
  );
}
