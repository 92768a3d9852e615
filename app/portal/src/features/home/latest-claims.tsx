import { Link } from "@tanstack/react-router";
import type { Claim, Pet } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { ClaimRow } from "@/features/claims/claim-row";
import { JourneyTrack } from "@/features/claims/journey/journey-track";
import { isOpen } from "@/features/claims/queries";
import { useReached } from "@/features/claims/reached";

type LatestClaimsProps = { claims: readonly Claim[]; total: number; pets: readonly Pet[] };

/** The newest claims; the first shows its whole journey while it waits for its decision. */
export function LatestClaims({ claims, total, pets }: LatestClaimsProps) {
  const [newest] = claims;
  return (
    <Card className="overflow-hidden">
      <CardHeader className="pb-4">
        <CardTitle>Latest claims</CardTitle>
        {total > claims.length && (
          <Button variant="link" size="inline" asChild>
            <Link to="/claims">All {total}</Link>
          </Button>
        )}
      </CardHeader>
      {claims.length === 0 ? (
        <div className="p-5 pt-0">
          <EmptyState title="No claims yet">
            The first one takes a minute, and you see it here at once.
          </EmptyState>
        </div>
      ) : (
        <ul className="divide-y border-t">
          {claims.map((claim) => (
            <ClaimRow
              key={claim.claim_id}
              claim={claim}
              pet={pets.find(({ pet_id }) => pet_id === claim.pet_id)}
            >
              {claim === newest && isOpen(claim) && <Track claim={claim} />}
            </ClaimRow>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Track({ claim }: { claim: Claim }) {
  const reach = useReached(claim);
  return (
    <div className="px-2 pt-2 pb-5">
      {reach ? <JourneyTrack journey={reach} /> : <Skeleton className="mx-3 h-29 lg:h-31" />}
    </div>
  );
}
