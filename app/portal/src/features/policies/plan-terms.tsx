import { Check, X } from "lucide-react";
import type { Policy, Quote } from "@/api/types";
import { wholeDollars } from "@/format/money";
import { cn } from "@/lib/cn";

type Terms = Pick<
  Policy & Quote,
  | "annual_deductible"
  | "coverage_limit"
  | "reimbursement_percentage"
  | "waiting_period_days"
  | "includes_wellness"
  | "includes_dental"
  | "includes_behavioral"
>;

/** What a plan pays and what it includes. */
export function PlanTerms({ terms }: { terms: Terms }) {
  const limit =
    terms.coverage_limit === null ? "no limit" : `${wholeDollars(terms.coverage_limit)} a year`;
  return (
    <div className="flex flex-col gap-3">
      <dl className="flex flex-col gap-1">
        <Row name="Pays" value={`${terms.reimbursement_percentage}%`} />
        <Row name="Deductible" value={`${wholeDollars(terms.annual_deductible)} a year`} />
        <Row name="Up to" value={limit} />
        <Row
          name="Waiting"
          value={terms.waiting_period_days === 0 ? "none" : `${terms.waiting_period_days} days`}
        />
      </dl>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        <Extra name="Dental" isIncluded={terms.includes_dental} />
        <Extra name="Wellness" isIncluded={terms.includes_wellness} />
        <Extra name="Behavior" isIncluded={terms.includes_behavioral} />
      </ul>
    </div>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex justify-between gap-3">
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="text-right font-semibold tabular-nums">{value}</dd>
    </div>
  );
}

function Extra({ name, isIncluded }: { name: string; isIncluded: boolean }) {
  const Icon = isIncluded ? Check : X;
  return (
    <li className={cn("flex items-center gap-1.5", !isIncluded && "text-muted-foreground")}>
      <Icon aria-hidden className={cn("size-4", isIncluded && "text-good")} />
      {name}
      <span className="sr-only">{isIncluded ? "included" : "not included"}</span>
    </li>
  );
}
