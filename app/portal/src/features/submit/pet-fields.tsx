import { useFormContext } from "react-hook-form";
import type { Pet, Policy } from "@/api/types";
import { Field } from "@/components/field";
import { NativeSelect } from "@/components/ui/native-select";
import { coverOf } from "@/features/policies/queries";
import type { ClaimForm } from "@/features/submit/claim-form";
import { day } from "@/format/dates";

type PetFieldsProps = { pets: readonly Pet[]; policies: readonly Policy[] };

/** Whose bill it is, and under which policy; choosing a pet chooses what covers it. */
export function PetFields({ pets, policies }: PetFieldsProps) {
  const { register, setValue, watch, formState } = useFormContext<ClaimForm>();
  const { errors } = formState;
  const petId = watch("pet_id");
  const policyId = watch("policy_id");
  const isForeign = petId !== "" && !pets.some(({ pet_id }) => pet_id === petId);
  const offered = policies.filter(({ pet_id }) => pet_id === petId);
  const isOther = policyId !== "" && !offered.some(({ policy_id }) => policy_id === policyId);
  const pet = register("pet_id", {
    onChange: ({ target }) => {
      setValue("policy_id", coverOf(policies, target.value)?.policy_id ?? "");
    },
  });
  return (
    <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
      <Field label="Pet" error={errors.pet_id?.message}>
        {(control) => (
          <NativeSelect {...control} {...pet}>
            <option value="">Choose</option>
            {pets.map(({ pet_id, pet_name, breed }) => (
              <option key={pet_id} value={pet_id}>
                {pet_name}, {breed}
              </option>
            ))}
            {isForeign && <option value={petId}>{petId} (not one of yours)</option>}
          </NativeSelect>
        )}
      </Field>
      <Field label="Policy" error={errors.policy_id?.message}>
        {(control) => (
          <NativeSelect {...control} {...register("policy_id")}>
            <option value="">None</option>
            {offered.map((policy) => (
              <option key={policy.policy_id} value={policy.policy_id}>
                {policy.plan_name}, {day(policy.effective_date)} to {day(policy.expiration_date)}
              </option>
            ))}
            {isOther && <option value={policyId}>{policyId}</option>}
          </NativeSelect>
        )}
      </Field>
    </div>
  );
}
