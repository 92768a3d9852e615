import { zodResolver } from "@hookform/resolvers/zod";
import { FormProvider, useForm } from "react-hook-form";
import type { Problem } from "@/api/problem";
import type { Catalog } from "@/api/types";
import { Field } from "@/components/field";
import { Refusal } from "@/components/refusal";
import { useServerErrors } from "@/components/server-errors";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { BreedFields } from "@/features/pets/breed-fields";
import { HealthFields } from "@/features/pets/health-fields";
import { emptyPet, type PetForm, petForm } from "@/features/pets/pet-form";
import { PetPreview } from "@/features/pets/pet-preview";
import { SpeciesField } from "@/features/pets/species-field";
import { today } from "@/format/dates";

type AddPetFormProps = {
  catalog: Catalog;
  problem: Problem | undefined;
  /** What the button says while the pet is on its way. */
  word: string | undefined;
  onSubmit: (form: PetForm) => void;
};

/** Who the pet is; its portrait is drawn as it is described. */
export function AddPetForm({ catalog, problem, word, onSubmit }: AddPetFormProps) {
  const form = useForm<PetForm>({
    resolver: zodResolver(petForm),
    defaultValues: emptyPet(catalog),
  });
  const { register, formState } = form;
  const { errors } = formState;
  useServerErrors(form, problem);
  return (
    <FormProvider {...form}>
      <form
        noValidate
        aria-label="Pet"
        onSubmit={form.handleSubmit(onSubmit)}
        className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]"
      >
        <Card className="flex flex-col gap-5 p-6">
          {problem && (
            <Refusal
              key={problem.requestId}
              problem={problem}
              title="We cannot add this pet"
              passing="The pet could not be stored"
              advice="Add it again: it will not be stored twice."
            />
          )}
          <SpeciesField catalog={catalog} />
          <div className="grid grid-cols-1 items-start gap-5 sm:grid-cols-2">
            <Field label="Name" error={errors.pet_name?.message}>
              {(control) => <Input autoComplete="off" {...control} {...register("pet_name")} />}
            </Field>
            <BreedFields catalog={catalog} />
            <Field label="Born" error={errors.date_of_birth?.message}>
              {(control) => (
                <Input type="date" max={today()} {...control} {...register("date_of_birth")} />
              )}
            </Field>
            <Field label="Weight in pounds" error={errors.weight_lbs?.message}>
              {(control) => (
                <Input
                  inputMode="decimal"
                  autoComplete="off"
                  className="tabular-nums"
                  {...control}
                  {...register("weight_lbs")}
                />
              )}
            </Field>
          </div>
          <HealthFields catalog={catalog} />
        </Card>
        <PetPreview word={word} />
      </form>
    </FormProvider>
  );
}
