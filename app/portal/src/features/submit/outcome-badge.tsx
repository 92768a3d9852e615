import { CircleCheck, Flag, OctagonX, TriangleAlert } from "lucide-react";
import type { ScenarioOption } from "@/api/types";
import { Badge } from "@/components/ui/badge";

/** What a scenario is meant to meet, in two words. */
export function OutcomeBadge({ outcome }: { outcome: ScenarioOption["outcome"] }) {
  if (outcome.kind === "refused") {
    return (
      <Badge tone="destructive">
        <OctagonX aria-hidden /> Refused
      </Badge>
    );
  }
  if (outcome.kind === "flagged") {
    return (
      <Badge tone={outcome.is_valid ? "warning" : "destructive"}>
        <TriangleAlert aria-hidden /> {outcome.is_valid ? "Noted in silver" : "Stops in silver"}
      </Badge>
    );
  }
  return outcome.fraud_flags?.length ? (
    <Badge tone="coral">
      <Flag aria-hidden /> Suspicious
    </Badge>
  ) : (
    <Badge tone="good">
      <CircleCheck aria-hidden /> Reaches gold
    </Badge>
  );
}
