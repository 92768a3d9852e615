import { useId } from "react";
import type { Pipeline } from "@/api/types";
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
  const id = useId();
  const { every_minutes: every } = schedule;
  const minutes =
    every === null || OFFERED.includes(every) ? OFFERED : [...OFFERED, every].sort(up);
  return (
    <div className="grid items-center gap-x-5 gap-y-1.5 px-5 py-4 sm:grid-cols-[minmax(0,1fr)_13rem]">
      <label htmlFor={id} className="min-w-0">
        <span className="block font-semibold text-lg leading-snug">Schedule</span>
        <span className="block text-muted-foreground">{hintOf(schedule)}</span>
      </label>
      <NativeSelect
        id={id}
        value={every ?? ""}
        onChange={({ target }) => onChange(target.value ? Number(target.value) : null)}
      >
        <option value="">Off</option>
        {minutes.map((each) => (
          <option key={each} value={each}>
            Every {spell(each)}
          </option>
        ))}
      </NativeSelect>
    </div>
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
  next_at === null ? "Runs start by hand." : `The next run starts at ${timeOfDay(next_at)}.`;
