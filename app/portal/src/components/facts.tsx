import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

export type Fact = [name: string, value: ReactNode];

/** Named facts; those without a value are left out. */
export function Facts({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return (
    <dl className={cn("grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5", className)}>
      {known.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
