import { COMPONENTS } from "@/features/insights/risk/components";
import type { RiskRow } from "@/features/insights/types";

/** A score of 100 at most, in the colours of its components. */
export function ScoreBar({ row }: { row: RiskRow }) {
  const words = COMPONENTS.map(({ key, name }) => `${name} ${row[key]}`).join(", ");
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className="flex h-3 w-full min-w-32 gap-px overflow-hidden rounded-full bg-muted"
    >
      {COMPONENTS.map(({ key, colour }) => (
        <span key={key} style={{ width: `${row[key]}%`, background: colour }} />
      ))}
    </span>
  );
}
