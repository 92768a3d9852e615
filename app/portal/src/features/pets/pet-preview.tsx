import { useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import type { PetForm } from "@/features/pets/pet-form";
import { age } from "@/format/dates";

/** The pet as it will look in the portal, and the button that adds it. */
export function PetPreview({ word }: { word: string | undefined }) {
  const pet = useWatch<PetForm>();
  return (
    <Card
      aria-label="Portrait"
      className="flex flex-col items-center gap-5 p-6 text-center lg:sticky lg:top-24"
    >
      <PetAvatar
        id={pet.species || "new"}
        species={pet.species || "Cat"}
        breed={pet.breed ?? ""}
        color={pet.color}
        className={pet.species ? "size-40" : "size-40 opacity-40 grayscale"}
      />
      <div className="w-full min-w-0">
        <p className="truncate font-display font-semibold text-2xl leading-tight">
          {pet.pet_name?.trim() || "Your pet"}
        </p>
        <p className="min-h-6 text-muted-foreground">
          {[pet.breed, isDay(pet.date_of_birth) && age(pet.date_of_birth)]
            .filter(Boolean)
            .join(", ")}
        </p>
      </div>
      <Button type="submit" size="lg" className="w-full" aria-disabled={word !== undefined}>
        {word ?? "Add the pet"}
      </Button>
    </Card>
  );
}

/** Whether a day is whole and not to come: while it is typed it is neither. */
const isDay = (text: string | undefined): text is string => {
  const moment = Date.parse(text ?? "");
  return moment > Date.parse("1990-01-01") && moment <= Date.now();
};
