import { useFormContext } from "react-hook-form";
import type { Catalog, Pet } from "@/api/types";
import { Field } from "@/components/field";
import { Money } from "@/components/money";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { PolicyForm } from "@/features/policies/policy-form";
import { useQuotes } from "@/features/policies/quotes";
import { today } from "@/format/dates";

type PolicyTermsProps = {
  catalog: Catalog;
  pet: Pet | undefined;
  /** What the button says while the policy is on its way. */
  word: string | undefined;
};

/** From when on and how it is paid, with the price once more beside the button. */
export function PolicyTerms({ catalog, pet, word }: PolicyTermsProps) {
  const { register, watch, formState } = useFormContext<PolicyForm>();
  const { errors } = formState;
  const quotes = useQuotes(pet?.pet_id ?? "").data ?? [];
  const quote = quotes.find(({ plan_name }) => plan_name === watch("plan_name"));
  return (
    <Card
      aria-label="Terms"
      className="flex flex-wrap items-end justify-between gap-x-8 gap-y-6 p-6"
    >
      <div className="grid grid-cols-1 flex-1 basis-96 gap-5 sm:grid-cols-3">
        <Field label="From" error={errors.effective_date?.message}>
          {(control) => (
            <Input type="date" min={today()} {...control} {...register("effective_date")} />
          )}
        </Field>
        <Field label="Paid by" error={errors.payment_method?.message}>
          {(control) => (
            <NativeSelect {...control} {...register("payment_method")}>
              {catalog.payment_methods.map((method) => (
                <option key={method}>{method}</option>
              ))}
            </NativeSelect>
          )}
        </Field>
        <Field label="How often" error={errors.payment_frequency?.message}>
          {(control) => (
            <NativeSelect {...control} {...register("payment_frequency")}>
              {catalog.payment_frequencies.map((frequency) => (
                <option key={frequency}>{frequency}</option>
              ))}
            </NativeSelect>
          )}
        </Field>
      </div>
      <div className="ml-auto flex min-w-0 flex-wrap items-center justify-end gap-x-6 gap-y-3">
        <output className="min-w-40 text-right">
          <span className="block text-muted-foreground">{quote?.plan_name ?? "No plan yet"}</span>
          <span className="font-display font-semibold text-3xl">
            <Money amount={quote?.monthly_premium ?? null} />
          </span>
          <span className={quote ? "text-muted-foreground" : "invisible"}> a month</span>
        </output>
        <Button type="submit" variant="coral" size="lg" aria-disabled={word !== undefined}>
          <span className="max-w-64 truncate">
            {word ?? `Insure ${pet?.pet_name ?? "the pet"}`}
          </span>
        </Button>
      </div>
    </Card>
  );
}
