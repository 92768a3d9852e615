import { Link } from "@tanstack/react-router";
import type { Landed } from "@/api/use-landing";
import { LandedCard } from "@/components/landed-card";
import { Button } from "@/components/ui/button";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import type { PetForm } from "@/features/pets/pet-form";
import { duration } from "@/format/numbers";

type PetAddedProps = { pet: PetForm; landed: Landed; onAgain: () => void };

/** The pet is in the lake; insuring it comes next. */
export function PetAdded({ pet, landed, onAgain }: PetAddedProps) {
  const { id } = landed.receipt;
  const name = pet.pet_name.trim();
  return (
    <LandedCard
      landed={landed}
      title={`Welcome, ${name}`}
      picture={
        <PetAvatar
          id={id}
          species={pet.species}
          breed={pet.breed}
          color={pet.color}
          className="size-20"
        />
      }
      lead={`Stored in ${duration(landed.took)}; one of yours from now on.`}
    >
      <Button size="lg" variant="coral" asChild>
        <Link to="/policies/new" search={{ pet: id }}>
          <span className="truncate">Insure {name}</span>
        </Link>
      </Button>
      <Button size="lg" variant="outline" onClick={onAgain}>
        Add another
      </Button>
      <Button size="lg" variant="ghost" asChild>
        <Link to="/pets/$petId" params={{ petId: id }}>
          See the pet
        </Link>
      </Button>
    </LandedCard>
  );
}
