import { useLocation } from "@tanstack/react-router";
import { Info } from "lucide-react";
import { Alert } from "@/components/ui/alert";

/** Says why one stands here: the page that was asked for is another role's. */
export function TurnedAway() {
  const page = useLocation({ select: ({ state }) => state.turnedAwayFrom });
  if (!page) return null;
  return (
    <Alert role="status" className="mb-6">
      <Info aria-hidden />
      <p>
        The page <code>{page}</code> is not for your role; this is where you begin.
      </p>
    </Alert>
  );
}
