import { useQuery } from "@tanstack/react-query";
import type { Policy } from "@/api/types";
import { Skeleton } from "@/components/ui/skeleton";
import { settledQuery } from "@/features/claims/by-status";
import { usageOf } from "@/features/policies/usage";
import { dollars, wholeDollars } from "@/format/money";

/** How much of a policy year is used up: paid against its limit, and the deductible. */
export function CoverMeter({ policy }: { policy: Policy }) {
  const { data } = useQuery(settledQuery);
  if (!data) return <Skeleton className={policy.coverage_limit === null ? "h-13" : "h-17"} />;
  const { paid, deductible } = usageOf(policy, data);
  const left = Math.max(Math.round(policy.annual_deductible * 100) - deductible, 0);
  const limit = policy.coverage_limit;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span>
          <strong className="tabular-nums">{dollars(paid / 100)}</strong> paid so far
        </span>
        <span className="text-muted-foreground tabular-nums">
          {limit === null ? "no limit" : `of ${wholeDollars(limit)}`}
        </span>
      </p>
      {limit !== null && (
        <span aria-hidden className="h-2 overflow-hidden rounded-full bg-muted">
          <span
            className="block h-full rounded-full bg-primary"
            style={{ width: `${Math.min((paid / 100 / limit) * 100, 100)}%` }}
          />
        </span>
      )}
      <p className="text-muted-foreground text-sm">
        {left === 0 ? "Deductible used up" : `${dollars(left / 100)} of deductible left`}
      </p>
    </div>
  );
}
