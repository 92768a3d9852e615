import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

export const FIELD_CLASSES =
  "h-11 w-full min-w-0 rounded-lg border border-input bg-card px-3.5 text-foreground placeholder:text-muted-foreground disabled:bg-muted disabled:text-muted-foreground aria-invalid:border-destructive";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return <input type={type} className={cn(FIELD_CLASSES, className)} {...props} />;
}
