import { useId } from "react";
import { useFormContext } from "react-hook-form";
import type { Catalog } from "@/api/types";
import { Field } from "@/components/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Switch } from "@/components/ui/switch";
import type { PetForm } from "@/features/pets/pet-form";
import { today } from "@/format/dates";

/** What a vet would ask next; everything here may stay as it is. */
export function HealthFields({ catalog }: { catalog: Catalog }) {
  const { register, setValue, watch, formState } = useFormContext<PetForm>();
  const { errors } = formState;
  const neutered = useId();
  const hasMore = errors.microchip_id ?? errors.adoption_date ?? errors.pre_existing_conditions;
  return (
    <>
      <div className="grid grid-cols-1 items-end gap-5 sm:grid-cols-2">
        <Field label="Vaccinations" error={errors.vaccination_status?.message}>
          {(control) => (
            <NativeSelect {...control} {...register("vaccination_status")}>
              {catalog.vaccination_statuses.map((status) => (
                <option key={status}>{status}</option>
              ))}
            </NativeSelect>
          )}
        </Field>
        <div className="flex h-11 items-center gap-3">
          <Switch
            id={neutered}
            checked={watch("is_neutered")}
            onCheckedChange={(isOn) => setValue("is_neutered", isOn)}
          />
          <label htmlFor={neutered} className="font-semibold">
            Neutered or spayed
          </label>
        </div>
      </div>
      <details className="group" open={hasMore ? true : undefined}>
        <summary className="w-fit font-semibold text-primary">
          Microchip, first day at home and what is known
        </summary>
        <div className="mt-4 grid grid-cols-1 items-start gap-5 sm:grid-cols-2">
          <Field label="Microchip" hint="If it has one." error={errors.microchip_id?.message}>
            {(control) => (
              <Input
                inputMode="numeric"
                autoComplete="off"
                className="tabular-nums"
                {...control}
                {...register("microchip_id")}
              />
            )}
          </Field>
          <Field label="At home since" error={errors.adoption_date?.message}>
            {(control) => (
              <Input type="date" max={today()} {...control} {...register("adoption_date")} />
            )}
          </Field>
          <Field
            label="Known conditions"
            hint="Empty: none that you know of."
            error={errors.pre_existing_conditions?.message}
            className="sm:col-span-2"
          >
            {(control) => <Input {...control} {...register("pre_existing_conditions")} />}
          </Field>
        </div>
      </details>
    </>
  );
}
