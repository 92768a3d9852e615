import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

export type Bar = {
  name: string;
  /** What stands for the name, where it is more than words. */
  label?: ReactNode;
  size: number;
  value: ReactNode;
  note?: ReactNode;
  colour?: string;
};

type BarListProps = {
  label: string;
  bars: readonly Bar[];
  /** The size of a full bar; the largest one's if left out. */
  full?: number;
  className?: string;
};

/** Lying bars with their names and numbers in words: read by all, drawn beside. */
export function BarList({ label, bars, full, className }: BarListProps) {
  const most = full ?? Math.max(...bars.map(({ size }) => size), 0);
  return (
    <ul aria-label={label} className={cn("flex flex-col gap-3.5", className)}>
      {bars.map(({ name, label: shown, size, value, note, colour = "var(--chart-1)" }) => (
        <li key={name} className="break-inside-avoid">
          <div className="flex items-baseline justify-between gap-4">
            <span className="min-w-0 font-medium">{shown ?? name}</span>
            <span className="whitespace-nowrap font-semibold tabular-nums">{value}</span>
          </div>
          <div aria-hidden className="mt-1 h-2.5 overflow-hidden rounded-full bg-muted">
            <div
              className="h-full rounded-full transition-[width] duration-500"
              style={{ width: `${most > 0 ? (100 * size) / most : 0}%`, background: colour }}
            />
          </div>
          {note && <p className="mt-0.5 text-muted-foreground text-sm">{note}</p>}
        </li>
      ))}
    </ul>
  );
}
