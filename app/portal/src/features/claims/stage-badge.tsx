import { OctagonX } from "lucide-react";
import type { Claim, Stage } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { Skeleton } from "@/components/ui/skeleton";
import { STAGES } from "@/features/claims/journey/stages";
import { useReached } from "@/features/claims/reached";

const WORDS: Readonly<Record<Stage, string>> = {
  raw: "Landed in raw",
  bronze: "Taken into bronze",
  silver: "Checked in silver",
  gold: "Counted in gold",
};

/** As wide as its longest words, so that nothing moves when a claim does. */
const WIDE = "min-w-44 justify-center";

/** How far a claim's record has come in the lake; it moves on by itself. */
export function StageBadge({ claim }: { claim: Claim }) {
  const reach = useReached(claim);
  if (!reach) return <Skeleton className="h-6 w-44 rounded-full" />;
  const { reached, stops_at } = reach;
  if (stops_at !== null) {
    return (
      <Badge tone="destructive" className={WIDE}>
        <OctagonX aria-hidden /> Stopped in {stops_at}
      </Badge>
    );
  }
  const Icon = STAGES.find(({ stage }) => stage === reached)?.Icon;
  return (
    <Badge tone={reached} className={WIDE}>
      {Icon && <Icon aria-hidden />} {WORDS[reached]}
    </Badge>
  );
}
