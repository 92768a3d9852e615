import type { ComponentProps } from "react";
import { FIELD_CLASSES } from "@/components/ui/input";
import { cn } from "@/lib/cn";

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      className={cn(FIELD_CLASSES, "h-auto min-h-24 py-2.5 leading-snug", className)}
      {...props}
    />
  );
}
