import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { ArrowLeft, Gavel } from "lucide-react";
import { EmptyState } from "@/components/empty-state";
import { ListSkeleton } from "@/components/list-skeleton";
import { PageHeader } from "@/components/page-header";
import { QueryView } from "@/components/query-view";
import { Button } from "@/components/ui/button";
import { Desk } from "@/features/decisions/desk";
import { OpenClaims } from "@/features/decisions/open-claims";
import { PAGE_SIZE, queueQuery } from "@/features/decisions/queries";
import { plural } from "@/format/numbers";
import { cn } from "@/lib/cn";

/** The claims that wait, and the one on the desk beside them; on a phone one or the other. */
export function DecisionsPage() {
  const { claim, page = 1 } = useSearch({ from: "/signed-in/decisions" });
  const query = useQuery({ ...queueQuery(page), placeholderData: keepPreviousData });
  const next = query.data?.items.find(({ claim_id }) => claim_id !== claim);
  return (
    <>
      <PageHeader
        title="Decisions"
        lead={
          <span role="status">
            {query.data ? waiting(query.data.total) : "Claims that wait for a decision."}
          </span>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[21rem_minmax(0,1fr)]">
        <div className={cn("lg:sticky lg:top-24", claim && "max-lg:hidden")}>
          <QueryView query={query} skeleton={<ListSkeleton rows={PAGE_SIZE} />}>
            {(queue) => <OpenClaims queue={queue} page={page} chosen={claim} />}
          </QueryView>
        </div>
        {claim ? (
          <div className="flex min-w-0 flex-col gap-4">
            <Button variant="outline" size="sm" className="self-start lg:hidden" asChild>
              <Link to="/decisions" search={{ page }}>
                <ArrowLeft aria-hidden /> All open claims
              </Link>
            </Button>
            <Desk key={claim} claimId={claim} next={next?.claim_id} />
          </div>
        ) : (
          <div className="max-lg:hidden">
            <EmptyState
              title="Which claim?"
              picture={<Gavel aria-hidden className="size-12 text-muted-foreground" />}
            >
              Choose one of the list: its invoice, what its plan would pay and what speaks against
              it appear here.
            </EmptyState>
          </div>
        )}
      </div>
    </>
  );
}

const waiting = (total: number): string =>
  total === 0
    ? "No claim waits for a decision."
    : `${plural(total, "claim waits", "claims wait")} for a decision, the newest first.`;
