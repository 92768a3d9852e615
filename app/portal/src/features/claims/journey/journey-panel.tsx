import { useQuery } from "@tanstack/react-query";
import type { Journey } from "@/api/types";
import { QueryView } from "@/components/query-view";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { JourneyTimeline } from "@/features/claims/journey/journey-timeline";
import { JourneyTrack } from "@/features/claims/journey/journey-track";
import { journeyQuery } from "@/features/claims/queries";

/** A claim's way through the lake; it moves on by itself while one looks at it. */
export function JourneyPanel({ claimId }: { claimId: string }) {
  const query = useQuery(journeyQuery(claimId));
  return (
    <Card>
      <CardHeader>
        <CardTitle>Journey through the lake</CardTitle>
      </CardHeader>
      <CardContent>
        <QueryView query={query} skeleton={<Skeleton className="h-[34rem]" />}>
          {(journey) => (
            <>
              <JourneyTrack journey={journey} />
              <p role="status" className="my-6 text-center text-lg">
                {sentenceOf(journey)}
              </p>
              <JourneyTimeline journey={journey} />
            </>
          )}
        </QueryView>
      </CardContent>
    </Card>
  );
}

function sentenceOf({ reached, stops_at }: Journey): string {
  if (stops_at !== null) return `The claim stops in ${stops_at} and goes no further as it is.`;
  switch (reached) {
    case "raw":
      return "The file is in the lake; the next run takes it in.";
    case "bronze":
      return "The claim is taken in and waits to be checked.";
    case "silver":
      return "The claim is checked and waits to be counted.";
    case "gold":
      return "The claim counts in every figure.";
  }
}
