import { Link } from "@tanstack/react-router";
import type { Notification } from "@/api/types";
import { Ago } from "@/components/ago";
import { Badge } from "@/components/ui/badge";
import { KINDS } from "@/features/notifications/kinds";
import { cn } from "@/lib/cn";

/** One notification; one of a claim leads to it. */
export function NotificationItem({ notification }: { notification: Notification }) {
  const { kind, title, body, claim_id, created_at, read } = notification;
  const { Icon, tone } = KINDS[kind];
  return (
    <li className={cn("flex gap-4 px-5 py-4", !read && "bg-accent/45")}>
      <Badge tone={tone} className="mt-0.5 size-10 justify-center p-0">
        <Icon aria-hidden />
      </Badge>
      <div className="min-w-0 flex-1 sm:flex sm:gap-4">
        <div className="min-w-0 flex-1">
          <p className="font-semibold text-lg leading-snug">
            {!read && <span className="sr-only">Unread: </span>}
            {claim_id ? (
              <Link
                to="/claims/$claimId"
                params={{ claimId: claim_id }}
                className="underline-offset-4 hover:underline"
              >
                {title}
              </Link>
            ) : (
              title
            )}
          </p>
          <p className="break-words text-muted-foreground">{body}</p>
        </div>
        <Ago at={created_at} className="shrink-0 text-muted-foreground text-sm" />
      </div>
    </li>
  );
}
