import { Link } from "@tanstack/react-router";
import { $api } from "@/api/client";
import type { Pet } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { ListSkeleton } from "@/components/list-skeleton";
import { QueryView } from "@/components/query-view";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { ClaimRow } from "@/features/claims/claim-row";

const SHOWN = 5;

/** The newest claims of a pet, and how many there are. */
export const usePetClaims = (petId: string) =>
  $api.useQuery("get", "/api/claims", {
    params: { query: { pet_id: petId, page: 1, page_size: SHOWN } },
  });

/** The newest claims of a pet. */
export function PetClaims({ pet }: { pet: Pet }) {
  const query = usePetClaims(pet.pet_id);
  return (
    <Card className="overflow-hidden">
      <CardHeader className="pb-4">
        <CardTitle>Claims</CardTitle>
        {(query.data?.total ?? 0) > SHOWN && (
          <Button variant="link" size="inline" asChild>
            <Link to="/claims" search={{ pet: pet.pet_id }}>
              All {query.data?.total}
            </Link>
          </Button>
        )}
      </CardHeader>
      <QueryView query={query} skeleton={<ListSkeleton rows={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="p-5 pt-0">
              <EmptyState title="No claims">May it stay that way.</EmptyState>
            </div>
          ) : (
            <ul className="divide-y border-t">
              {items.map((claim) => (
                <ClaimRow key={claim.claim_id} claim={claim} pet={pet} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  );
}
