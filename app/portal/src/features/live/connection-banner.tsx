import { WifiOff } from "lucide-react";
import { useConnection } from "@/features/live/live-provider";

/** Says that the server is away, and goes when it is back. */
export function ConnectionBanner() {
  const away = useConnection() === "away";
  return (
    <div role="status" className="sticky top-16 z-20">
      {away && (
        <p className="flex animate-fade items-center justify-center gap-2.5 bg-warning-soft px-4 py-2 font-semibold text-warning">
          <WifiOff aria-hidden className="size-5 shrink-0" />
          Reconnecting to the portal. What you see may be a little old; nothing is lost.
        </p>
      )}
    </div>
  );
}
