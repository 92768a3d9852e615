import { useFormContext } from "react-hook-form";
import { Field } from "@/components/field";
import { Input } from "@/components/ui/input";
import type { DecisionForm } from "@/features/decisions/form";
import { ReasonField } from "@/features/decisions/reason-field";
import { dollars } from "@/format/money";

/** How much of the claim is approved, and why not all of it. */
export function PartFields({ claimed }: { claimed: number }) {
  const { register, formState } = useFormContext<DecisionForm>();
  return (
    <>
      <Field
        label="Approved amount"
        hint={`Less than the ${dollars(claimed)} that are claimed.`}
        error={formState.errors.approved_amount?.message}
      >
        {(control) => (
          <Input
            inputMode="decimal"
            autoComplete="off"
            placeholder="0.00"
            className="text-right text-lg tabular-nums"
            {...control}
            {...register("approved_amount")}
          />
        )}
      </Field>
      <ReasonField none="Items not covered by plan, unless the limit cuts it" />
    </>
  );
}
