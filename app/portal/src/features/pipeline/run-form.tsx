import { Play } from "lucide-react";
import { useId, useState } from "react";
import type { RunOrder } from "@/api/types";
import { Field } from "@/components/field";
import { Button } from "@/components/ui/button";
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
    <form
      aria-label="Run"
      className="grid flex-1 content-center items-end gap-x-5 gap-y-4 p-5 sm:grid-cols-[10rem_minmax(0,1fr)_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTaken) onRun({ layer: layer || null, full });
      }}
    >
      <Field label="Run what">
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
        <label htmlFor={fullId} className="font-semibold leading-tight">
          Full rebuild
        </label>
      </div>
      <Button type="submit" variant="coral" aria-disabled={isTaken}>
        <Play aria-hidden /> Run now
      </Button>
    </form>
  );
}
