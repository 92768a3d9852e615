import { Database, FileJson2, OctagonX } from "lucide-react";
import type { Claim } from "@/api/types";
import { Badge } from "@/components/ui/badge";

/** How far a claim's record has come in the lake, as far as the list knows. */
export function StageBadge({ claim }: { claim: Pick<Claim, "in_lake" | "is_valid"> }) {
  if (claim.in_lake === "landed") {
    return (
      <Badge tone="raw">
        <FileJson2 aria-hidden /> Landed in raw
      </Badge>
    );
  }
  if (claim.is_valid === false) {
    return (
      <Badge tone="destructive">
        <OctagonX aria-hidden /> Stopped in silver
      </Badge>
    );
  }
  return (
    <Badge tone="silver">
      <Database aria-hidden /> Checked in silver
    </Badge>
  );
}
