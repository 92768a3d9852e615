import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BellIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { notificationsQuery } from "@/features/notifications/cache";
import { plural } from "@/format/numbers";

/** The way to the notifications, with how many are unread. */
export function Bell() {
  const { data } = useQuery(notificationsQuery);
  const unread = data?.unread ?? 0;
  return (
    <Button variant="ghost" size="icon" asChild className="relative">
      <Link to="/notifications">
        <BellIcon aria-hidden />
        <span className="sr-only">Notifications, {plural(unread, "unread one")}</span>
        {unread > 0 && (
          <span
            aria-hidden
            className="absolute top-0.5 right-0 grid h-5 min-w-5 animate-rise place-items-center rounded-full bg-coral px-1 font-bold text-coral-foreground text-xs tabular-nums"
          >
            {unread > 99 ? "99+" : unread}
          </span>
        )}
      </Link>
    </Button>
  );
}
