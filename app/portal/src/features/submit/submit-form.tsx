import { useId } from "react";
import { FormProvider, type UseFormReturn } from "react-hook-form";
import type { Problem } from "@/api/problem";
import type { Catalog, Pet, Policy } from "@/api/types";
import { Field } from "@/components/field";
import { Refusal } from "@/components/refusal";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import type { ClaimForm } from "@/features/submit/claim-form";
import { ClaimSummary } from "@/features/submit/claim-summary";
import { DiagnosisField } from "@/features/submit/diagnosis-field";
import { LineItems } from "@/features/submit/line-items";
import { PetFields } from "@/features/submit/pet-fields";
import { ProviderField } from "@/features/submit/provider-field";

type SubmitFormProps = {
  form: UseFormReturn<ClaimForm>;
  pets: readonly Pet[];
  policies: readonly Policy[];
  catalog: Catalog;
  problem: Problem | undefined;
  sending: string | undefined;
  onSubmit: (form: ClaimForm) => void;
};

/** The claim's form: everything in it can be changed, wherever it came from. */
export function SubmitForm(props: SubmitFormProps) {
  const { form, pets, policies, catalog, problem, sending, onSubmit } = props;
  const { register, setValue, watch, formState } = form;
  const { errors } = formState;
  const emergency = useId();
  const hasMore = errors.claim_amount ?? errors.invoice_number ?? errors.treatment_notes;
  const pet = pets.find(({ pet_id }) => pet_id === watch("pet_id"));
  return (
    <FormProvider {...form}>
      <form
        noValidate
        aria-label="Claim"
        onSubmit={form.handleSubmit(onSubmit)}
        className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]"
      >
        <Card className="flex flex-col gap-5 p-6">
          {problem && (
            <Refusal
              key={problem.requestId}
              problem={problem}
              title="We cannot take this claim"
              passing="The claim could not be stored"
              advice="Submit it again: it will not be stored twice."
            />
          )}
          <PetFields pets={pets} policies={policies} />
          <ProviderField />
          <DiagnosisField diagnoses={catalog.diagnoses} species={pet?.species} />
          <div className="grid grid-cols-1 items-end gap-5 sm:grid-cols-2">
            <Field label="Day of treatment" error={errors.service_date?.message}>
              {(control) => <Input type="date" {...control} {...register("service_date")} />}
            </Field>
            <div className="flex h-11 items-center gap-3">
              <Switch
                id={emergency}
                checked={watch("is_emergency")}
                onCheckedChange={(isOn) => setValue("is_emergency", isOn)}
              />
              <label htmlFor={emergency} className="font-semibold">
                It was an emergency
              </label>
            </div>
          </div>
          <LineItems />
          <details className="group" open={hasMore ? true : undefined}>
            <summary className="w-fit font-semibold text-primary">
              Amount, invoice number and notes
            </summary>
            <div className="mt-4 grid grid-cols-1 gap-5 sm:grid-cols-2">
              <Field
                label="Amount claimed"
                hint="Empty: the sum of the lines."
                error={errors.claim_amount?.message}
              >
                {(control) => (
                  <Input
                    inputMode="decimal"
                    className="text-right tabular-nums"
                    {...control}
                    {...register("claim_amount")}
                  />
                )}
              </Field>
              <Field
                label="Invoice number"
                hint="Empty: we number it."
                error={errors.invoice_number?.message}
              >
                {(control) => <Input {...control} {...register("invoice_number")} />}
              </Field>
              <Field
                label="Notes of the vet"
                error={errors.treatment_notes?.message}
                className="sm:col-span-2"
              >
                {(control) => <Textarea {...control} {...register("treatment_notes")} />}
              </Field>
            </div>
          </details>
        </Card>
        <ClaimSummary pets={pets} policies={policies} sending={sending} />
      </form>
    </FormProvider>
  );
}
