import { useNavigate } from "@tanstack/react-router";
import { CircleCheckBig } from "lucide-react";
import { EmptyState } from "@/components/empty-state";
import { Pagination } from "@/components/pagination";
import { Card } from "@/components/ui/card";
import { OpenClaimRow } from "@/features/decisions/open-claim-row";
import { PAGE_SIZE, type Queue } from "@/features/decisions/queries";

type OpenClaimsProps = { queue: Queue; page: number; chosen: string | undefined };

/** One page of the queue; a claim that lands slides in on top. */
export function OpenClaims({ queue, page, chosen }: OpenClaimsProps) {
  const navigate = useNavigate({ from: "/decisions" });
  if (queue.total === 0) {
    return (
      <EmptyState
        title="All decided"
        picture={<CircleCheckBig aria-hidden className="size-12 text-good" />}
      >
        The next claim appears here the moment it lands.
      </EmptyState>
    );
  }
  return (
    <Card className="overflow-hidden">
      <ul className="divide-y" aria-label="Open claims">
        {queue.items.map((claim) => (
          <OpenClaimRow
            key={claim.claim_id}
            claim={claim}
            page={page}
            isChosen={claim.claim_id === chosen}
          />
        ))}
      </ul>
      <div className="border-t">
        <Pagination
          page={page}
          pageSize={PAGE_SIZE}
          total={queue.total}
          onPage={(to) =>
            void navigate({ search: { claim: chosen, page: to }, resetScroll: false })
          }
        />
      </div>
    </Card>
  );
}
