import { useFormContext } from "react-hook-form";
import type { Catalog } from "@/api/types";
import { RadioCard } from "@/components/radio-card";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import type { PetForm } from "@/features/pets/pet-form";

/** Dog or cat; another species is of another breed. */
export function SpeciesField({ catalog }: { catalog: Catalog }) {
  const { register, setValue, formState } = useFormContext<PetForm>();
  const error = formState.errors.species?.message;
  const species = register("species", {
    onChange: () => {
      setValue("breed", "");
      setValue("color", "");
    },
  });
  return (
    <fieldset aria-describedby={error ? "species-note" : undefined}>
      <legend className="mb-1.5 font-semibold">Who is it?</legend>
      <div className="grid grid-cols-2 gap-4">
        {catalog.species.map((name) => (
          <RadioCard key={name} value={name} className="items-center gap-4 py-3" {...species}>
            <PetAvatar id={name} species={name} breed="" className="size-14" />
            <span className="font-display font-semibold text-xl">{name}</span>
          </RadioCard>
        ))}
      </div>
      {error && (
        <p id="species-note" className="mt-1.5 text-destructive text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}
