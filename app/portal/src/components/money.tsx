import { dollars } from "@/format/money";
import { cn } from "@/lib/cn";

/** An amount of dollars; a dash where there is none. */
export function Money({ amount, className }: { amount: number | null; className?: string }) {
  return (
    <span className={cn("whitespace-nowrap tabular-nums", className)}>
      {amount === null ? "–" : dollars(amount)}
    </span>
  );
}
