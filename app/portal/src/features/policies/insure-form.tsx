import { zodResolver } from "@hookform/resolvers/zod";
import { FormProvider, useForm } from "react-hook-form";
import type { Problem } from "@/api/problem";
import type { Catalog, Pet } from "@/api/types";
import { RadioCard } from "@/components/radio-card";
import { Refusal } from "@/components/refusal";
import { useServerErrors } from "@/components/server-errors";
import { PetAvatar } from "@/features/pets/avatar/pet-avatar";
import { PlanChoice } from "@/features/policies/plan-choice";
import { emptyPolicy, type PolicyForm, policyForm } from "@/features/policies/policy-form";
import { PolicyTerms } from "@/features/policies/policy-terms";

type InsureFormProps = {
  /** Who can be insured; at least one. */
  pets: readonly Pet[];
  wanted: string | undefined;
  catalog: Catalog;
  problem: Problem | undefined;
  word: string | undefined;
  onSubmit: (form: PolicyForm) => void;
};

/** Whom, under which plan, from when on. */
export function InsureForm(props: InsureFormProps) {
  const { pets, wanted, catalog, problem, word, onSubmit } = props;
  const first = pets.find(({ pet_id }) => pet_id === wanted) ?? pets[0];
  const form = useForm<PolicyForm>({
    resolver: zodResolver(policyForm),
    defaultValues: emptyPolicy(catalog, first?.pet_id ?? ""),
  });
  useServerErrors(form, problem);
  const chosen = pets.find(({ pet_id }) => pet_id === form.watch("pet_id"));
  return (
    <FormProvider {...form}>
      <form
        noValidate
        aria-label="Policy"
        onSubmit={form.handleSubmit(onSubmit)}
        className="flex flex-col gap-8"
      >
        {problem && (
          <Refusal
            key={problem.requestId}
            problem={problem}
            title="We cannot take out this policy"
            passing="The policy could not be stored"
            advice="Send it again: it will not be taken out twice."
          />
        )}
        <fieldset>
          <legend className="mb-3 font-display font-semibold text-2xl">Who is it for?</legend>
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {pets.map((pet) => (
              <RadioCard
                key={pet.pet_id}
                value={pet.pet_id}
                className="items-center gap-4 py-3"
                {...form.register("pet_id")}
              >
                <PetAvatar
                  id={pet.pet_id}
                  species={pet.species}
                  breed={pet.breed}
                  color={pet.color}
                  className="size-14"
                />
                <span className="min-w-0">
                  <span className="block truncate font-display font-semibold text-xl">
                    {pet.pet_name}
                  </span>
                  <span className="block truncate text-muted-foreground">{pet.breed}</span>
                </span>
              </RadioCard>
            ))}
          </div>
        </fieldset>
        {chosen && <PlanChoice pet={chosen} />}
        <PolicyTerms catalog={catalog} pet={chosen} word={word} />
      </form>
    </FormProvider>
  );
}
