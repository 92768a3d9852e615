import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const badgeVariants = cva(
  "inline-flex w-fit shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 font-semibold text-sm [&_svg]:size-[1.1em]",
  {
    variants: {
      tone: {
        neutral: "bg-muted text-foreground",
        brand: "bg-accent text-accent-foreground",
        coral: "bg-coral-soft text-coral-soft-foreground",
        info: "bg-info-soft text-info",
        good: "bg-good-soft text-good",
        warning: "bg-warning-soft text-warning",
        destructive: "bg-destructive-soft text-destructive",
        raw: "bg-raw-soft text-raw",
        bronze: "bg-bronze-soft text-bronze",
        silver: "bg-silver-soft text-silver",
        gold: "bg-gold-soft text-gold",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type Tone = NonNullable<VariantProps<typeof badgeVariants>["tone"]>;

export function Badge({ className, tone, ...props }: ComponentProps<"span"> & { tone?: Tone }) {
  return <span className={cn(badgeVariants({ tone }), className)} {...props} />;
}
