import { useFormContext } from "react-hook-form";
import { RadioCard } from "@/components/radio-card";
import type { DecisionForm } from "@/features/decisions/form";
import { VERBS } from "@/features/decisions/wording";

/** The three decisions, one of which is chosen. */
export function VerbField() {
  const { register } = useFormContext<DecisionForm>();
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="sr-only">Decision</legend>
      {Object.entries(VERBS).map(([verb, { name, meaning }]) => (
        <RadioCard key={verb} value={verb} className="py-3" {...register("decision")}>
          <span>
            <span className="block font-semibold text-lg leading-snug">{name}</span>
            <span className="block text-muted-foreground">{meaning}</span>
          </span>
        </RadioCard>
      ))}
    </fieldset>
  );
}
