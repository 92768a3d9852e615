import type { Proposal } from "@/api/types";
import { Money } from "@/components/money";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { dollars, wholeDollars } from "@/format/money";
import { cn } from "@/lib/cn";

/** How the plan comes from the amount that is claimed to the one that is paid, step by step. */
export function Settlement({ proposal }: { proposal: Proposal }) {
  const { plan_name, claim_amount, eligible_amount, reimbursement_percentage } = proposal;
  const cut = claim_amount - eligible_amount;
  return (
    <Card>
      <CardHeader>
        <CardTitle>What the plan would pay</CardTitle>
      </CardHeader>
      <CardContent>
        {plan_name === null ? (
          <p>The claim names no policy that is known, so nothing can be paid.</p>
        ) : (
          <dl className="flex flex-col gap-2.5">
            <Step name="Claimed" amount={claim_amount} />
            {cut > 0 && <Step name="Not approved" amount={-cut} />}
            <Step
              name="Deductible"
              note={deductible(proposal)}
              amount={-proposal.deductible_applied}
            />
            <Step
              name={`${plan_name} pays ${reimbursement_percentage}% of`}
              amount={proposal.covered_amount}
            />
            <Step name="We pay" note={limit(proposal)} amount={proposal.paid_amount} strong />
          </dl>
        )}
      </CardContent>
    </Card>
  );
}

type StepProps = { name: string; note?: string; amount: number; strong?: boolean };

function Step({ name, note, amount, strong = false }: StepProps) {
  return (
    <div className={cn("flex items-start justify-between gap-4", strong && "mt-1 border-t pt-3.5")}>
      <dt className="min-w-0">
        <span className={cn(strong && "font-semibold text-lg")}>{name}</span>
        {note && <span className="block text-muted-foreground text-sm">{note}</span>}
      </dt>
      <dd className={cn(strong && "font-display font-semibold text-2xl text-primary")}>
        <Money amount={amount === 0 ? 0 : amount} />
      </dd>
    </div>
  );
}

/** What was left of the year's deductible before this claim. */
function deductible({ annual_deductible, deductible_left }: Proposal): string {
  if (deductible_left === 0) return "used up this year";
  return `${dollars(deductible_left ?? 0)} of ${wholeDollars(annual_deductible ?? 0)} a year left`;
}

function limit({ coverage_limit, coverage_left }: Proposal): string {
  if (coverage_limit === null) return "no yearly limit";
  return `${dollars(coverage_left ?? 0)} of ${wholeDollars(coverage_limit)} a year left`;
}
