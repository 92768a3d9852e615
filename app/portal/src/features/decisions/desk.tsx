import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Claim, Decided } from "@/api/types";
import { QueryView } from "@/components/query-view";
import { Skeleton } from "@/components/ui/skeleton";
import { ClaimFacts } from "@/features/claims/claim-facts";
import { Invoice } from "@/features/claims/invoice";
import { claimQuery, isOpen } from "@/features/claims/queries";
import { DeskHead } from "@/features/decisions/desk-head";
import { Hearing } from "@/features/decisions/hearing";
import { Outcome } from "@/features/decisions/outcome";
import { useDecide } from "@/features/decisions/use-decide";

type DeskProps = { claimId: string; next: string | undefined };

/** The claim to decide with all that its decision rests on; what was decided, once it is. */
export function Desk({ claimId, next }: DeskProps) {
  const query = useQuery({ ...claimQuery(claimId), refetchInterval: 5_000 });
  const deciding = useDecide(claimId);
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = query.data !== undefined;
  useEffect(() => {
    if (!isThere) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [isThere]);
  return (
    <QueryView query={query} skeleton={<DeskSkeleton />}>
      {(claim) => (
        <article className="flex min-w-0 flex-col gap-6" aria-label="The claim on the desk">
          <DeskHead claim={claim} ref={heading} />
          {isDecided(claim, deciding.data) ? (
            <Outcome claim={claim} decided={deciding.data} next={next} />
          ) : (
            <Hearing claim={claim} deciding={deciding} />
          )}
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-2">
            <Invoice claim={claim} />
            <ClaimFacts claim={claim} />
          </div>
        </article>
      )}
    </QueryView>
  );
}

const isDecided = (claim: Claim, decided: Decided | undefined): boolean =>
  decided !== undefined || !isOpen(claim);

function DeskSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <Skeleton className="h-28 rounded-xl" />
      <div className="grid gap-6 xl:grid-cols-2">
        <Skeleton className="h-[32rem] rounded-xl" />
        <Skeleton className="h-96 rounded-xl" />
      </div>
    </div>
  );
}
