import { WifiOff } from "lucide-react";
import { useConnection } from "@/features/live/live-provider";

/** Says that the server is away, and goes when it is back. */
export function ConnectionBanner() {
  const away = useConnection() === "away";
  return (
    // Over the page, not before it: nothing moves when it comes and goes.
    <div role="status" className="sticky top-16 z-20 h-0">
      {away && (
        <p className="flex animate-fade items-center justify-center gap-2.5 bg-warning-soft px-4 py-2 font-semibold text-warning shadow-card">
          <WifiOff aria-hidden className="size-5 shrink-0" />
          <span>
            Reconnecting to the portal.{" "}
            <span className="max-sm:sr-only">
              What you see may be a little old; nothing is lost.
            </span>
          </span>
        </p>
      )}
    </div>
  );
}
