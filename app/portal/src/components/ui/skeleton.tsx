import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A place held for what is still on its way; give it the size of what comes. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div aria-hidden className={cn("animate-breathe rounded-lg bg-muted", className)} {...props} />
  );
}
