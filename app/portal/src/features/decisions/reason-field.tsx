import { useFormContext } from "react-hook-form";
import { $api } from "@/api/client";
import { Field } from "@/components/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { DecisionForm } from "@/features/decisions/form";

type ReasonFieldProps = {
  hint?: string;
  /** What goes for none, where there need not be one. */
  none?: string;
};

/** One of the insurer's reasons. */
export function ReasonField({ hint, none }: ReasonFieldProps) {
  const { register, formState } = useFormContext<DecisionForm>();
  const { data: catalog } = $api.useQuery("get", "/api/catalog", {}, { staleTime: Infinity });
  return (
    <Field label="Reason" hint={hint} error={formState.errors.denial_reason?.message}>
      {(control) => (
        <NativeSelect {...control} {...register("denial_reason")} key={String(!catalog)}>
          <option value="">{none ?? "Choose"}</option>
          {catalog?.denial_reasons.map((reason) => (
            <option key={reason}>{reason}</option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
}
