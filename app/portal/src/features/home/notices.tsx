import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { QueryView } from "@/components/query-view";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { notificationsQuery } from "@/features/notifications/cache";
import { NotificationItem } from "@/features/notifications/notification-item";

const SHOWN = 4;

/** What happened last; a new message comes in on top. */
export function Notices() {
  const query = useQuery(notificationsQuery);
  return (
    <Card className="overflow-hidden">
      <CardHeader className="pb-4">
        <CardTitle>What happened last</CardTitle>
        {(query.data?.items.length ?? 0) > SHOWN && (
          <Button variant="link" size="inline" asChild>
            <Link to="/notifications">All</Link>
          </Button>
        )}
      </CardHeader>
      <QueryView query={query} skeleton={<Skeleton className="m-5 mt-0 h-72" />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="px-5 pb-5 text-muted-foreground">
              What happens to your claims appears here the moment it happens.
            </p>
          ) : (
            <ul className="divide-y border-t">
              {items.slice(0, SHOWN).map((item) => (
                <NotificationItem key={item.cursor} notification={item} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  );
}
