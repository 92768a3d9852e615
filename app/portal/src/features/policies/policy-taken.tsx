import { Link } from "@tanstack/react-router";
import type { Pet } from "@/api/types";
import type { Landed } from "@/api/use-landing";
import { LandedCard } from "@/components/landed-card";
import { Button } from "@/components/ui/button";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import type { PolicyForm } from "@/features/policies/policy-form";
import { day, today } from "@/format/dates";
import { duration } from "@/format/numbers";

type PolicyTakenProps = {
  landed: Landed;
  form: PolicyForm;
  pet: Pet;
  /** Nobody else is left to be insured. */
  isLast: boolean;
  onAgain: () => void;
};

/** The policy is in the lake: whom it covers and from when on. */
export function PolicyTaken({ landed, form, pet, isLast, onAgain }: PolicyTakenProps) {
  const { number, id } = landed.receipt;
  const begins = form.effective_date > today() ? `from ${day(form.effective_date)} on` : "now";
  return (
    <LandedCard
      landed={landed}
      title={`${pet.pet_name} is insured ${begins}`}
      picture={
        <PetAvatar
          id={pet.pet_id}
          species={pet.species}
          breed={pet.breed}
          color={pet.color}
          className="size-20"
        />
      }
      lead={`Policy ${number ?? id}, ${form.plan_name}, was stored in ${duration(landed.took)}.`}
    >
      <Button size="lg" asChild>
        <Link to="/policies">See the policies</Link>
      </Button>
      {form.effective_date <= today() && (
        <Button size="lg" variant="outline" asChild>
          <Link to="/submit" search={{ pet: pet.pet_id }}>
            Submit a claim
          </Link>
        </Button>
      )}
      {!isLast && (
        <Button size="lg" variant="outline" onClick={onAgain}>
          Insure another
        </Button>
      )}
    </LandedCard>
  );
}
