import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { QueryView } from "@/components/query-view";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import { PetCard } from "@/features/pets/pet-card";
import { petsQuery } from "@/features/pets/queries";
import { policiesQuery } from "@/features/policies/queries";

export function PetsPage() {
  const query = useQuery(petsQuery);
  const policies = useQuery(policiesQuery).data;
  return (
    <>
      <PageHeader
        title="Pets"
        lead="Everyone who is insured, and everyone who could be."
        actions={<AddPet />}
      />
      <QueryView query={query} skeleton={<PetsSkeleton />}>
        {(pets) =>
          pets.length === 0 ? (
            <EmptyState
              title="Nobody here yet"
              picture={<PetAvatar id="new" species="Cat" breed="" color="Orange Tabby" />}
              action={<AddPet />}
            >
              Tell us who lives with you; then we can insure them.
            </EmptyState>
          ) : (
            <ul className="grid grid-cols-1 gap-5 md:grid-cols-2 xl:grid-cols-3">
              {pets.map((pet) => (
                <li key={pet.pet_id}>
                  <PetCard pet={pet} policies={policies} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </>
  );
}

function AddPet() {
  return (
    <Button asChild>
      <Link to="/pets/new">
        <Plus aria-hidden /> Add a pet
      </Link>
    </Button>
  );
}

function PetsSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-5 md:grid-cols-2 xl:grid-cols-3">
      {["a", "b", "c"].map((key) => (
        <Skeleton key={key} className="h-34 rounded-xl" />
      ))}
    </div>
  );
}
