import { useController } from "react-hook-form";
import type { Catalog } from "@/api/types";
import { Combobox } from "@/components/combobox";
import { Field } from "@/components/field";
import type { ClaimForm } from "@/features/submit/claim-form";

type DiagnosisFieldProps = {
  diagnoses: Catalog["diagnoses"];
  /** Species of the pet; only what it can have is offered. */
  species: string | undefined;
};

export function DiagnosisField({ diagnoses, species }: DiagnosisFieldProps) {
  const { field, fieldState } = useController<ClaimForm, "diagnosis_code">({
    name: "diagnosis_code",
  });
  const offered = diagnoses.filter(
    (diagnosis) => !species || diagnosis.species === "Any" || diagnosis.species === species,
  );
  const groups = Object.entries(Object.groupBy(offered, ({ category }) => category));
  return (
    <Field label="Diagnosis" error={fieldState.error?.message}>
      {(control) => (
        <Combobox
          label="Diagnosis"
          placeholder="Search the diagnoses"
          searchPlaceholder="Name or code"
          shown={shown(diagnoses, field.value)}
          groups={groups.map(([heading, members = []]) => ({
            heading,
            options: members.map(({ code, description }) => ({
              value: code,
              label: description,
              note: code,
            })),
          }))}
          onChoose={({ value }) => field.onChange(value)}
          control={{ ...control, ref: field.ref }}
        />
      )}
    </Field>
  );
}

function shown(diagnoses: Catalog["diagnoses"], code: string): string {
  if (!code) return "";
  const found = diagnoses.find((diagnosis) => diagnosis.code === code);
  return found ? found.description : `${code} (not in our catalog)`;
}
