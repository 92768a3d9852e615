import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { ClaimForm } from "@/features/submit/claim-form";

const MOST = 50;

/** The lines of the invoice; their sum stands in the summary and follows every key. */
export function LineItems() {
  const { control, register, setFocus, formState } = useFormContext<ClaimForm>();
  const { fields, append, remove } = useFieldArray({ control, name: "line_items" });
  const errors = formState.errors.line_items;
  const drop = (index: number): void => {
    remove(index);
    if (fields.length > 1) {
      setTimeout(() => setFocus(`line_items.${Math.max(index - 1, 0)}.description`));
    }
  };
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">Lines of the invoice</legend>
      <ul className="flex flex-col gap-2.5">
        {fields.map((field, index) => {
          const wrong = errors?.[index];
          const message = wrong?.description?.message ?? wrong?.amount?.message;
          const note = `line-${index}-note`;
          const described = message ? { "aria-describedby": note } : {};
          return (
            <li key={field.id}>
              <div className="flex gap-2">
                <Input
                  aria-label={`Line ${index + 1}, what for`}
                  aria-invalid={wrong?.description ? true : undefined}
                  placeholder="What for"
                  className="flex-1"
                  {...described}
                  {...register(`line_items.${index}.description`)}
                />
                <Input
                  aria-label={`Line ${index + 1}, amount in dollars`}
                  aria-invalid={wrong?.amount ? true : undefined}
                  placeholder="0.00"
                  inputMode="decimal"
                  autoComplete="off"
                  className="w-28 text-right tabular-nums sm:w-36"
                  {...described}
                  {...register(`line_items.${index}.amount`)}
                />
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={`Remove line ${index + 1}`}
                  onClick={() => drop(index)}
                >
                  <Trash2 aria-hidden />
                </Button>
              </div>
              {message && (
                <p id={note} className="mt-1 text-destructive text-sm">
                  {message}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {fields.length === 0 && (
        <p className="rounded-lg border border-dashed px-4 py-3 text-muted-foreground">
          No lines. The invoice is empty.
        </p>
      )}
      <Button
        variant="outline"
        size="sm"
        className="mt-3"
        disabled={fields.length >= MOST}
        onClick={() => append({ description: "", amount: "" })}
      >
        <Plus aria-hidden /> Add a line
      </Button>
    </fieldset>
  );
}
