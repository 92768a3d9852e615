import { Link } from "@tanstack/react-router";
import { Coins, Hourglass, OctagonX } from "lucide-react";
import type { Journey } from "@/api/types";
import { Alert } from "@/components/ui/alert";
import { timeOfDay } from "@/format/dates";
import { dollars } from "@/format/money";

type GoldFollowsProps = { journey: Journey; revision: number };

/** Whether gold counts a revision yet; it changes before one's eyes once a run has built it. */
export function GoldFollows({ journey: { gold, silver }, revision }: GoldFollowsProps) {
  const judged = silver.find((row) => row.revision === revision);
  if (gold && gold.revision >= revision) {
    return (
      <Alert tone="good" role="status">
        <Coins aria-hidden />
        <p>
          <strong>Gold has followed:</strong> {gold.status}, {dollars(gold.paid_amount)} paid
          {gold.commit &&
            `, since version ${gold.commit.version} of claims_analytics (${timeOfDay(gold.commit.at)})`}
          .
        </p>
      </Alert>
    );
  }
  if (judged && !judged.is_valid) {
    return (
      <Alert tone="warning" role="status">
        <OctagonX aria-hidden />
        <p>
          Silver calls the claim invalid, so gold does not count it. The decision stands in raw.
        </p>
      </Alert>
    );
  }
  return (
    <Alert tone="info" role="status">
      <Hourglass aria-hidden />
      <p>
        {gold ? `Gold still has it as ${gold.status}.` : "Gold does not count it yet."} The next run
        brings the decision there:{" "}
        <Link to="/pipeline" className="font-semibold underline underline-offset-4">
          to the pipeline
        </Link>
        .
      </p>
    </Alert>
  );
}
