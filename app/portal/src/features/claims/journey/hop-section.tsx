import type { ReactNode } from "react";
import type { Progress, STAGES } from "@/features/claims/journey/stages";
import { cn } from "@/lib/cn";

type HopSectionProps = {
  look: (typeof STAGES)[number];
  progress: Progress;
  isLast: boolean;
  children: ReactNode;
};

const WAITING: Readonly<Partial<Record<Progress, string>>> = {
  next: "Waiting for the next run of the pipeline.",
  ahead: "Not reached yet.",
};

/** One station of the journey: what is there on record, or what it waits for. */
export function HopSection({ look, progress, isLast, children }: HopSectionProps) {
  const { name, what, Icon, disc } = look;
  const isLit = progress === "reached" || progress === "stopped";
  return (
    <li className="relative flex gap-5 pb-8 last:pb-0">
      {!isLast && (
        <span
          aria-hidden
          className={cn(
            "absolute top-12 bottom-0 left-[1.4rem] w-0.5",
            isLit ? "bg-primary" : "bg-border",
          )}
        />
      )}
      <span
        aria-hidden
        className={cn(
          "relative grid size-12 shrink-0 place-items-center rounded-full border-2 bg-card",
          isLit ? disc : "border-border border-dashed text-muted-foreground",
          progress === "next" && "animate-breathe",
        )}
      >
        <Icon className="size-6" />
      </span>
      <div className="min-w-0 flex-1 pt-1">
        <h3 className="text-xl leading-tight">{name}</h3>
        <p className="mb-3 text-muted-foreground">{what}</p>
        {isLit ? children : <p className="text-muted-foreground italic">{WAITING[progress]}</p>}
      </div>
    </li>
  );
}
