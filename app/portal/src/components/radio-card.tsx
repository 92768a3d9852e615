import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

type RadioCardProps = Omit<ComponentProps<"input">, "type"> & { children: ReactNode };

/** One choice of a few, as a card that can be clicked anywhere. */
export function RadioCard({ className, children, ...props }: RadioCardProps) {
  return (
    <label
      className={cn(
        "relative flex cursor-pointer rounded-xl border-2 border-border bg-card p-4 transition-colors hover:border-input",
        "has-checked:border-primary has-checked:bg-accent has-focus-visible:outline-3 has-focus-visible:outline-ring has-focus-visible:outline-offset-2",
        className,
      )}
    >
      <input type="radio" className="absolute opacity-0" {...props} />
      {children}
    </label>
  );
}
