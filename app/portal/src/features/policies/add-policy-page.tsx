import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { $api } from "@/api/client";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import { petsQuery } from "@/features/pets/queries";
import { InsureFlow } from "@/features/policies/insure-flow";
import { policiesQuery } from "@/features/policies/queries";

export function AddPolicyPage() {
  const pets = useQuery(petsQuery);
  const policies = useQuery(policiesQuery);
  const catalog = $api.useQuery("get", "/api/catalog", {}, { staleTime: Infinity });
  const failed = [pets, policies, catalog].find(({ error, data }) => error && !data);
  if (pets.data && policies.data && catalog.data && pets.data.length > 0) {
    return <InsureFlow pets={pets.data} policies={policies.data} catalog={catalog.data} />;
  }
  return (
    <>
      <PageHeader title="Insure a pet" lead="Four plans, one price for each." />
      {failed ? (
        <ErrorState error={failed.error} retry={failed.refetch} />
      ) : pets.data?.length === 0 ? (
        <EmptyState
          title="Whom shall we insure?"
          picture={<PetAvatar id="new" species="Dog" breed="" color="Golden" />}
          action={
            <Button asChild>
              <Link to="/pets/new">Add a pet</Link>
            </Button>
          }
        >
          Tell us about your pet first; its prices follow at once.
        </EmptyState>
      ) : (
        <div aria-busy="true">
          <Skeleton className="mb-6 h-24 rounded-xl" />
          <Skeleton className="h-[32rem] rounded-xl" />
        </div>
      )}
    </>
  );
}
