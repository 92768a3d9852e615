import { Link } from "@tanstack/react-router";
import type { Pet, Policy } from "@/api/types";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import { CoverBadge } from "@/features/pets/cover-badge";
import { CoverMeter } from "@/features/policies/cover-meter";
import { uninsured } from "@/features/policies/policy-form";
import { coverOf } from "@/features/policies/queries";
import { dollars } from "@/format/money";

type CoverProps = { pets: readonly Pet[]; policies: readonly Policy[] };

/** Every pet with its plan and how much of the year's cover is used; what all of it costs. */
export function Cover({ pets, policies }: CoverProps) {
  const inForce = policies.filter(({ in_force }) => in_force);
  const cents = inForce.reduce((sum, each) => sum + Math.round(each.monthly_premium * 100), 0);
  return (
    <Card>
      <CardHeader>
        <CardTitle>Your pets and their cover</CardTitle>
        {inForce.length > 0 && (
          <p className="text-muted-foreground">
            <strong className="text-foreground tabular-nums">{dollars(cents / 100)}</strong> a month
          </p>
        )}
      </CardHeader>
      <ul className="mt-4 divide-y border-t">
        {pets.map((pet) => (
          <Line key={pet.pet_id} pet={pet} policies={policies} />
        ))}
      </ul>
    </Card>
  );
}

function Line({ pet, policies }: { pet: Pet; policies: readonly Policy[] }) {
  const cover = coverOf(policies, pet.pet_id);
  const canBeInsured = uninsured([pet], policies).length > 0;
  return (
    <li className="flex flex-col gap-3 px-5 py-4">
      <div className="flex items-center gap-4">
        <PetAvatar
          id={pet.pet_id}
          species={pet.species}
          breed={pet.breed}
          color={pet.color}
          className="size-12"
        />
        <Link
          to="/pets/$petId"
          params={{ petId: pet.pet_id }}
          className="min-w-0 flex-1 truncate font-display font-semibold text-xl underline-offset-4 hover:underline"
        >
          {pet.pet_name}
        </Link>
        <CoverBadge pet={pet} policies={policies} />
      </div>
      {cover && <CoverMeter policy={cover} />}
      {canBeInsured && (
        <Button variant="outline" size="sm" className="self-start" asChild>
          <Link to="/policies/new" search={{ pet: pet.pet_id }}>
            <span className="truncate">Insure {pet.pet_name}</span>
          </Link>
        </Button>
      )}
    </li>
  );
}
