import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { FIELD_CLASSES } from "@/components/ui/input";
import { cn } from "@/lib/cn";

/** The browser's own select: the surest one on a phone and for a screen reader. */
export function NativeSelect({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span className={cn("relative block", className)}>
      <select className={cn(FIELD_CLASSES, "appearance-none pr-10")} {...props}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted-foreground"
      />
    </span>
  );
}
