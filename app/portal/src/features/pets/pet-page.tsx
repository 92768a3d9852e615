import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { QueryView } from "@/components/query-view";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import { CoverBadge } from "@/features/pets/pet-card";
import { PetClaims } from "@/features/pets/pet-claims";
import { PetFacts } from "@/features/pets/pet-facts";
import { petsQuery } from "@/features/pets/queries";
import { PolicyCard } from "@/features/policies/policy-card";
import { coverOf, policiesQuery } from "@/features/policies/queries";

export function PetPage() {
  const { petId } = useParams({ from: "/signed-in/pets/$petId" });
  const query = useQuery(petsQuery);
  const cover = coverOf(useQuery(policiesQuery).data ?? [], petId);
  const pet = query.data?.find(({ pet_id }) => pet_id === petId);
  const canBeInsured = pet && !cover && pet.is_active !== false;
  return (
    <>
      <PageHeader
        key={petId}
        title={pet?.pet_name ?? "Pet"}
        heading={
          pet && (
            <span className="flex items-center gap-5">
              <PetAvatar
                id={pet.pet_id}
                species={pet.species}
                breed={pet.breed}
                color={pet.color}
                className="size-20 lg:size-24"
              />
              <span className="flex flex-col gap-1.5">
                {pet.pet_name}
                <CoverBadge pet={pet} cover={cover} />
              </span>
            </span>
          )
        }
        actions={
          <>
            {cover && (
              <Button variant="coral" asChild>
                <Link to="/submit" search={{ pet: petId }}>
                  Submit a claim
                </Link>
              </Button>
            )}
            {canBeInsured && (
              <Button variant="coral" asChild>
                <Link to="/policies/new" search={{ pet: petId }}>
                  <span className="max-w-64 truncate">Insure {pet.pet_name}</span>
                </Link>
              </Button>
            )}
          </>
        }
      />
      <QueryView query={query} skeleton={<Skeleton className="h-96 rounded-xl" />}>
        {() =>
          pet ? (
            <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
              <PetClaims pet={pet} />
              <div className="flex flex-col gap-6">
                {cover && <PolicyCard policy={cover} pet={pet} />}
                <PetFacts pet={pet} />
              </div>
            </div>
          ) : (
            <EmptyState
              title="There is no such pet"
              action={
                <Button asChild>
                  <Link to="/pets">All pets</Link>
                </Button>
              }
            />
          )
        }
      </QueryView>
    </>
  );
}
