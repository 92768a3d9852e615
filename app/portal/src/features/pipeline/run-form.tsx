import { Play } from "lucide-react";
import { useId, useState } from "react";
import type { RunOrder } from "@/api/types";
import { Field } from "@/components/field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { NativeSelect } from "@/components/ui/native-select";
import { Switch } from "@/components/ui/switch";

type RunFormProps = { isTaken: boolean; onRun: (order: RunOrder) => void };

type Choice = NonNullable<RunOrder["layer"]> | "";

const LAYERS: readonly [value: Choice, name: string][] = [
  ["", "All layers"],
  ["bronze", "Bronze only"],
  ["silver", "Silver only"],
  ["gold", "Gold only"],
];

/** What to run, and the button that starts it. */
export function RunForm({ isTaken, onRun }: RunFormProps) {
  const [layer, setLayer] = useState<Choice>("");
  const [full, setFull] = useState(false);
  const fullId = useId();
  return (
    <Card className="p-5">
      <form
        aria-label="Run"
        className="flex flex-wrap items-end gap-x-5 gap-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isTaken) onRun({ layer: layer || null, full });
        }}
      >
        <Field label="What" className="w-40">
          {(control) => (
            <NativeSelect
              value={layer}
              onChange={(event) => setLayer(event.target.value as Choice)}
              {...control}
            >
              {LAYERS.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
        <div className="flex h-11 items-center gap-3">
          <Switch id={fullId} checked={full} onCheckedChange={setFull} />
          <label htmlFor={fullId}>
            <span className="block font-semibold leading-tight">Full</span>
            <span className="block text-muted-foreground text-sm leading-tight">
              rebuild what is up to date too
            </span>
          </label>
        </div>
        <Button type="submit" variant="coral" className="max-sm:w-full" aria-disabled={isTaken}>
          <Play aria-hidden /> Run now
        </Button>
      </form>
    </Card>
  );
}
