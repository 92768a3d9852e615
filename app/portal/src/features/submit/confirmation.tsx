import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleCheckBig } from "lucide-react";
import { useEffect } from "react";
import { Code } from "@/components/code";
import { Facts } from "@/components/facts";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { JourneyTrack } from "@/features/claims/journey/journey-track";
import { journeyQuery } from "@/features/claims/queries";
import { focusTitle } from "@/features/shell/focus";
import type { Landed } from "@/features/submit/use-submit";
import { moment } from "@/format/dates";
import { duration, fileSize } from "@/format/numbers";

const LANDED = { reached: "raw", stops_at: null } as const;

/** The claim is in the lake: where, how large, how fast; its journey begins before one's eyes. */
export function Confirmation({ landed, onAgain }: { landed: Landed; onAgain: () => void }) {
  const { receipt, took } = landed;
  const { data: journey } = useQuery(journeyQuery(receipt.id));
  useEffect(focusTitle, []);
  return (
    <>
      <PageHeader
        title="Your claim is in the lake"
        heading={
          <span className="flex items-center gap-4">
            <CircleCheckBig aria-hidden className="size-10 animate-rise text-good" />
            Your claim is in the lake
          </span>
        }
        lead={`Claim ${receipt.number ?? receipt.id} was stored in ${duration(took)}.`}
      />
      <Card className="flex flex-col gap-8 p-6 lg:p-8">
        <div>
          <p className="mb-2 text-muted-foreground">One JSON file, exactly as you sent it</p>
          <Code className="block w-fit max-w-full rounded-lg bg-raw-soft px-4 py-3 font-semibold text-raw text-xl lg:text-2xl">
            {receipt.path}
          </Code>
        </div>
        <Facts
          facts={[
            ["Size", fileSize(receipt.size)],
            ["Landed", moment(receipt.landed_at)],
          ]}
          className="text-lg"
        />
        <div className="border-t pt-8">
          <JourneyTrack journey={journey ?? LANDED} />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button size="lg" asChild>
            <Link to="/claims/$claimId" params={{ claimId: receipt.id }}>
              Follow the claim
            </Link>
          </Button>
          <Button size="lg" variant="outline" onClick={onAgain}>
            Submit another
          </Button>
        </div>
      </Card>
    </>
  );
}
