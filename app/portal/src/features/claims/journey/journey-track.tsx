import { Check, OctagonX } from "lucide-react";
import type { Journey } from "@/api/types";
import { type Progress, progressAt, STAGES } from "@/features/claims/journey/stages";
import { cn } from "@/lib/cn";

const WORDS: Readonly<Record<Progress, string>> = {
  reached: "reached",
  stopped: "stops here",
  next: "waiting",
  ahead: "not yet",
};

/** The whole way at a glance: four stations, lit as far as the claim has come. */
export function JourneyTrack({ journey }: { journey: Pick<Journey, "reached" | "stops_at"> }) {
  return (
    <ol className="grid grid-cols-4" aria-label="Journey through the lake">
      {STAGES.map(({ stage, name, Icon, disc, text }, index) => {
        const progress = progressAt(journey, stage);
        const isLit = progress === "reached" || progress === "stopped";
        const isStopped = progress === "stopped";
        return (
          <li key={stage} className="relative flex flex-col items-center gap-2 text-center">
            {index > 0 && (
              <span
                aria-hidden
                className={cn(
                  "absolute top-7 right-1/2 h-1 w-full -translate-y-1/2 rounded-full transition-colors duration-500 lg:top-8",
                  isLit ? "bg-primary" : "bg-muted",
                )}
              />
            )}
            <span
              className={cn(
                "relative z-10 grid size-14 place-items-center rounded-full border-2 bg-card transition-colors duration-500 lg:size-16",
                isLit ? disc : "border-border border-dashed text-muted-foreground",
                isStopped && "border-destructive bg-destructive-soft text-destructive",
                progress === "next" && "animate-breathe border-primary text-primary",
              )}
            >
              <Icon aria-hidden className="size-6 lg:size-7" />
              {isLit && (
                <span
                  className={cn(
                    "absolute -right-1 -bottom-1 grid size-6 animate-rise place-items-center rounded-full",
                    isStopped
                      ? "bg-destructive text-destructive-foreground"
                      : "bg-primary text-primary-foreground",
                  )}
                >
                  {isStopped ? (
                    <OctagonX aria-hidden className="size-4" />
                  ) : (
                    <Check aria-hidden className="size-4" />
                  )}
                </span>
              )}
            </span>
            <span className={cn("font-display font-semibold text-lg", isLit && !isStopped && text)}>
              {name}
            </span>
            <span className="-mt-2 text-muted-foreground text-sm">{WORDS[progress]}</span>
          </li>
        );
      })}
    </ol>
  );
}
