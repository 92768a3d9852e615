import { Check, Scissors, X } from "lucide-react";
import { useFormContext } from "react-hook-form";
import { RadioCard } from "@/components/radio-card";
import type { DecisionForm } from "@/features/decisions/form";

const CHOICES = [
  { verb: "approve", name: "Approve", Icon: Check },
  { verb: "partly", name: "Partly", Icon: Scissors },
  { verb: "deny", name: "Deny", Icon: X },
] as const;

/** The three decisions, one of which is chosen. */
export function VerbField() {
  const { register } = useFormContext<DecisionForm>();
  return (
    <fieldset className="grid grid-cols-3 gap-2.5">
      <legend className="sr-only">Decision</legend>
      {CHOICES.map(({ verb, name, Icon }) => (
        <RadioCard
          key={verb}
          value={verb}
          className="flex-col items-center gap-1 px-2 py-3 font-semibold"
          {...register("decision")}
        >
          <Icon aria-hidden className="size-6" />
          {name}
        </RadioCard>
      ))}
    </fieldset>
  );
}
