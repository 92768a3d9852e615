import type { Pipeline } from "@/api/types";
import { Field } from "@/components/field";
import { Card } from "@/components/ui/card";
import { NativeSelect } from "@/components/ui/native-select";
import { timeOfDay } from "@/format/dates";
import { plural } from "@/format/numbers";

type Schedule = Pipeline["schedule"];

type ScheduleFieldProps = {
  schedule: Schedule;
  onChange: (everyMinutes: number | null) => void;
};

const OFFERED: readonly number[] = [1, 5, 15, 30, 60, 240, 1_440];

/** How often runs start by themselves, or that they do not. */
export function ScheduleField({ schedule, onChange }: ScheduleFieldProps) {
  const { every_minutes: every } = schedule;
  const minutes =
    every === null || OFFERED.includes(every) ? OFFERED : [...OFFERED, every].sort(up);
  return (
    <Card className="p-5">
      <Field label={<span className="text-lg">Schedule</span>} hint={hintOf(schedule)}>
        {(control) => (
          <NativeSelect
            value={every ?? ""}
            onChange={({ target }) => onChange(target.value ? Number(target.value) : null)}
            {...control}
          >
            <option value="">Off: runs start by hand</option>
            {minutes.map((each) => (
              <option key={each} value={each}>
                Every {spell(each)}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
    </Card>
  );
}

const up = (one: number, other: number): number => one - other;

function spell(minutes: number): string {
  if (minutes === 1) return "minute";
  if (minutes === 60) return "hour";
  if (minutes === 1_440) return "day";
  return minutes % 60 === 0 ? `${minutes / 60} hours` : plural(minutes, "minute");
}

const hintOf = ({ next_at }: Schedule): string =>
  next_at === null
    ? "A scheduled run is left out while another goes on."
    : `The next one starts at ${timeOfDay(next_at)}, unless something goes on.`;
