import { CircleCheck, FileJson2, Flag, OctagonX, TriangleAlert } from "lucide-react";
import type { OpenClaim } from "@/api/types";
import { Badge } from "@/components/ui/badge";
import { plural } from "@/format/numbers";

type Marks = Pick<OpenClaim, "is_valid" | "rules_broken" | "fraud_flags" | "suspected_fraud">;

/** What the lake says of a claim, the gravest of it. */
export function MarkBadge({ claim }: { claim: Marks }) {
  const { is_valid, rules_broken, fraud_flags, suspected_fraud } = claim;
  if (is_valid === false) {
    return (
      <Badge tone="destructive">
        <OctagonX aria-hidden /> Not valid
      </Badge>
    );
  }
  if (fraud_flags?.length) {
    return (
      <Badge tone="coral">
        <Flag aria-hidden />
        {suspected_fraud
          ? "Suspected fraud"
          : plural(fraud_flags.length, "sign of fraud", "signs of fraud")}
      </Badge>
    );
  }
  if (rules_broken?.length) {
    return (
      <Badge tone="warning">
        <TriangleAlert aria-hidden /> {plural(rules_broken.length, "rule broken", "rules broken")}
      </Badge>
    );
  }
  return rules_broken === null ? (
    <Badge tone="raw">
      <FileJson2 aria-hidden /> Not checked yet
    </Badge>
  ) : (
    <Badge tone="good">
      <CircleCheck aria-hidden /> Passed its checks
    </Badge>
  );
}
