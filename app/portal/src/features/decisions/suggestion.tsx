import { ThumbsDown, ThumbsUp } from "lucide-react";
import type { Proposal } from "@/api/types";
import { Alert } from "@/components/ui/alert";

/** What the rules of the plan suggest; the presenter decides. */
export function Suggestion({ proposal }: { proposal: Proposal }) {
  const { suggestion, denial_reason, findings } = proposal;
  const isCautious = findings.some(({ ok }) => ok !== true);
  if (suggestion === "deny") {
    return (
      <Alert tone="destructive">
        <ThumbsDown aria-hidden />
        <p>
          The plan suggests to <strong>deny</strong> it: {denial_reason}.
        </p>
      </Alert>
    );
  }
  return (
    <Alert tone={isCautious ? "warning" : "good"}>
      <ThumbsUp aria-hidden />
      <p>
        The plan suggests to <strong>approve</strong> it
        {isCautious ? "; look at what is noted first." : "."}
      </p>
    </Alert>
  );
}
