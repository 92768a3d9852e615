import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleCheckBig, CircleX } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Claim, Decided } from "@/api/types";
import { Code } from "@/components/code";
import { Facts } from "@/components/facts";
import { Money } from "@/components/money";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { journeyQuery } from "@/features/claims/queries";
import { GoldFollows } from "@/features/decisions/gold-follows";
import { moment } from "@/format/dates";
import { dollars } from "@/format/money";

type OutcomeProps = {
  claim: Claim;
  /** The answer to the decision made here just now; else what the lake says stands. */
  decided: Decided | undefined;
  next: string | undefined;
};

/** What was decided, the file that says so, and whether gold has followed. */
export function Outcome({ claim, decided, next }: OutcomeProps) {
  const { data: journey } = useQuery(journeyQuery(claim.claim_id));
  const heading = useRef<HTMLHeadingElement>(null);
  const isNew = decided !== undefined;
  useEffect(() => {
    if (!isNew) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start", behavior: "smooth" });
  }, [isNew]);
  const { status, denial_reason, paid_amount, deductible_applied, covered_amount } =
    decided ?? claim;
  const file = journey?.raw.at(-1);
  const path = decided?.path ?? file?.path;
  const revision = decided?.revision ?? file?.revision;
  const at = decided?.decided_at ?? claim.updated_at;
  const isDenied = status === "Denied";
  const Icon = isDenied ? CircleX : CircleCheckBig;
  return (
    <Card className="flex flex-col gap-6 p-6" aria-label="Decision">
      <div className="flex items-start gap-4">
        <Icon
          aria-hidden
          className={`size-10 shrink-0 animate-rise ${isDenied ? "text-destructive" : "text-good"}`}
        />
        <div>
          <h3
            ref={heading}
            tabIndex={-1}
            className="scroll-mt-64 text-2xl leading-tight outline-none"
          >
            {isDenied
              ? "Denied"
              : `${status}: ${dollars(paid_amount ?? 0)} of ${dollars(claim.claim_amount)}`}
          </h3>
          {denial_reason && <p className="text-lg text-muted-foreground">{denial_reason}</p>}
        </div>
      </div>
      {path !== undefined && (
        <div>
          <p className="mb-2 text-muted-foreground">
            {revision === 1 ? "The file that says so" : `Revision ${revision} of its file`}
          </p>
          <Code className="block w-fit max-w-full rounded-lg bg-raw-soft px-4 py-3 font-semibold text-raw text-lg">
            {path}
          </Code>
        </div>
      )}
      <Facts
        facts={[
          ["Decided", at && moment(at)],
          ["Deductible", <Money key="deductible" amount={deductible_applied} />],
          ["Covered", <Money key="covered" amount={covered_amount} />],
          ["Paid", <Money key="paid" amount={paid_amount} />],
        ]}
      />
      {journey && revision !== undefined && <GoldFollows journey={journey} revision={revision} />}
      {next !== undefined && (
        <Button className="self-start" asChild>
          <Link to="/decisions" search={{ claim: next }}>
            Next open claim
          </Link>
        </Button>
      )}
    </Card>
  );
}
