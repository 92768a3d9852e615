import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { QueryView } from "@/components/query-view";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import { CoverBadge } from "@/features/pets/cover-badge";
import { PetClaims, usePetClaims } from "@/features/pets/pet-claims";
import { PetFacts } from "@/features/pets/pet-facts";
import { petsQuery } from "@/features/pets/queries";
import { PolicyCard } from "@/features/policies/policy-card";
import { uninsured } from "@/features/policies/policy-form";
import { coverOf, policiesQuery } from "@/features/policies/queries";

export function PetPage() {
  const { petId } = useParams({ from: "/signed-in/pets/$petId" });
  const query = useQuery(petsQuery);
  const policies = useQuery(policiesQuery);
  const claims = usePetClaims(petId);
  // Shown in one piece, so that nothing on the page moves afterwards.
  const isReady = !query.isPending && !policies.isPending && !claims.isPending;
  const cover = coverOf(policies.data ?? [], petId);
  const pet = isReady ? query.data?.find(({ pet_id }) => pet_id === petId) : undefined;
  const canBeInsured = pet && uninsured([pet], policies.data ?? []).length > 0;
  return (
    <>
      <PageHeader
        key={petId}
        title={pet?.pet_name ?? "Pet"}
        heading={
          pet ? (
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
                <CoverBadge pet={pet} policies={policies.data} />
              </span>
            </span>
          ) : isReady ? undefined : (
            <HeadingSkeleton />
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
      <QueryView
        query={isReady ? query : { ...query, data: undefined }}
        skeleton={<Skeleton className="h-[36rem] rounded-xl" />}
      >
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

/** A name on its way; the heading is a line of text, so it is made of spans. */
function HeadingSkeleton() {
  return (
    <span className="flex items-center gap-5">
      <span className="size-20 animate-breathe rounded-full bg-muted lg:size-24" />
      <span className="h-16 w-48 animate-breathe rounded-lg bg-muted" />
      <span className="sr-only">Pet</span>
    </span>
  );
}
