import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleCheckBig } from "lucide-react";
import type { Landed } from "@/api/use-landing";
import { LandedCard } from "@/components/landed-card";
import { Button } from "@/components/ui/button";
import { JourneyTrack } from "@/features/claims/journey/journey-track";
import { journeyQuery } from "@/features/claims/queries";
import { duration } from "@/format/numbers";

const LANDED = { reached: "raw", stops_at: null } as const;

/** The claim is in the lake; its journey begins before one's eyes. */
export function Confirmation({ landed, onAgain }: { landed: Landed; onAgain: () => void }) {
  const { id, number } = landed.receipt;
  const { data: journey } = useQuery(journeyQuery(id));
  return (
    <LandedCard
      landed={landed}
      title="Your claim is in the lake"
      picture={<CircleCheckBig aria-hidden className="size-10 shrink-0 animate-rise text-good" />}
      lead={`Claim ${number ?? id} was stored in ${duration(landed.took)}.`}
      more={
        <div className="border-t pt-8">
          <JourneyTrack journey={journey ?? LANDED} />
        </div>
      }
    >
      <Button size="lg" asChild>
        <Link to="/claims/$claimId" params={{ claimId: id }}>
          Follow the claim
        </Link>
      </Button>
      <Button size="lg" variant="outline" onClick={onAgain}>
        Submit another
      </Button>
    </LandedCard>
  );
}
