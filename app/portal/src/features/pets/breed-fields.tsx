import { useController, useFormContext } from "react-hook-form";
import type { Catalog } from "@/api/types";
import { Combobox } from "@/components/combobox";
import { Field } from "@/components/field";
import { NativeSelect } from "@/components/ui/native-select";
import { coatsOf, type PetForm } from "@/features/pets/pet-form";

/** Breed, coat and sex: a breed comes in its own coats only. */
export function BreedFields({ catalog }: { catalog: Catalog }) {
  const { register, setValue, watch, formState } = useFormContext<PetForm>();
  const { field, fieldState } = useController<PetForm, "breed">({ name: "breed" });
  const { errors } = formState;
  const species = watch("species");
  const coats = coatsOf(catalog, species, field.value);
  const offered = catalog.breeds.filter((breed) => !species || breed.species === species);
  const groups = Object.entries(Object.groupBy(offered, (breed) => breed.species));
  const choose = (chosen: string, of: string): void => {
    if (!species) setValue("species", of, { shouldValidate: formState.isSubmitted });
    field.onChange(chosen);
    const only = coatsOf(catalog, of, chosen);
    const first = only[0] ?? "";
    setValue("color", first, { shouldValidate: formState.isSubmitted });
  };
  return (
    <>
      <Field label="Breed" error={fieldState.error?.message}>
        {(control) => (
          <Combobox
            label="Breed"
            placeholder="Search the breeds"
            searchPlaceholder="Breed"
            shown={field.value}
            groups={groups.map(([heading, members = []]) => ({
              ...(species ? {} : { heading: `${heading}s` }),
              options: members.map(({ name }) => ({ value: `${heading}/${name}`, label: name })),
            }))}
            onChoose={({ value, label }) => choose(label, value.split("/")[0] ?? "")}
            empty="We do not know this breed; a mixed breed or a domestic cat comes closest."
            control={{ ...control, ref: field.ref }}
          />
        )}
      </Field>
      <Field label="Coat" error={errors.color?.message}>
        {(control) => (
          <NativeSelect {...control} {...register("color")} disabled={coats.length === 0}>
            {coats.length === 0 && <option value="">The breed first</option>}
            {coats.map((coat) => (
              <option key={coat}>{coat}</option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <Field label="Sex" error={errors.gender?.message}>
        {(control) => (
          <NativeSelect {...control} {...register("gender")}>
            <option value="">Choose</option>
            {catalog.genders.map((gender) => (
              <option key={gender}>{gender}</option>
            ))}
          </NativeSelect>
        )}
      </Field>
    </>
  );
}
