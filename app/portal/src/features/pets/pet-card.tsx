import { Link } from "@tanstack/react-router";
import type { Pet, Policy } from "@/api/types";
import { Card } from "@/components/ui/card";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import { CoverBadge } from "@/features/pets/cover-badge";
import { age } from "@/format/dates";

type PetCardProps = {
  pet: Pet;
  /** The customer's policies; undefined until they are known. */
  policies: readonly Policy[] | undefined;
};

/** A pet at a glance; the whole card leads to it. */
export function PetCard({ pet, policies }: PetCardProps) {
  return (
    <Card className="relative flex items-center gap-5 p-5 transition-colors hover:border-primary has-focus-visible:border-primary">
      <PetAvatar
        id={pet.pet_id}
        species={pet.species}
        breed={pet.breed}
        color={pet.color}
        className={pet.is_active === false ? "size-24 grayscale" : "size-24"}
      />
      <div className="min-w-0">
        <h2 className="line-clamp-2 break-words text-2xl leading-tight">
          <Link
            to="/pets/$petId"
            params={{ petId: pet.pet_id }}
            className="after:absolute after:inset-0 after:rounded-xl"
          >
            {pet.pet_name}
          </Link>
        </h2>
        <p className="mb-2.5 text-muted-foreground">
          {[pet.breed, pet.is_active !== false && pet.date_of_birth && age(pet.date_of_birth)]
            .filter(Boolean)
            .join(", ")}
        </p>
        <CoverBadge pet={pet} policies={policies} />
      </div>
    </Card>
  );
}
