import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CheckCheck } from "lucide-react";
import { $api } from "@/api/client";
import type { NotificationList } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { QueryView } from "@/components/query-view";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { notificationsQuery } from "@/features/notifications/cache";
import { NotificationItem } from "@/features/notifications/notification-item";
import { plural } from "@/format/numbers";

export function NotificationsPage() {
  const client = useQueryClient();
  const query = useQuery(notificationsQuery);
  const read = $api.useMutation("post", "/api/notifications/read", {
    onSuccess: ({ unread }) =>
      client.setQueryData<NotificationList>(
        notificationsQuery.queryKey,
        (list) =>
          list && { ...list, unread, items: list.items.map((item) => ({ ...item, read: true })) },
      ),
  });
  const unread = query.data?.unread ?? 0;
  const newest = query.data?.items[0]?.cursor;
  return (
    <>
      <PageHeader
        title="Notifications"
        lead={unread > 0 ? plural(unread, "unread notification") : "You are up to date."}
        actions={
          unread > 0 &&
          newest !== undefined && (
            <Button variant="outline" onClick={() => read.mutate({ body: { up_to: newest } })}>
              <CheckCheck aria-hidden /> Mark all as read
            </Button>
          )
        }
      />
      <QueryView query={query} skeleton={<Skeleton className="h-96 rounded-xl" />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Nothing yet">
              What happens to your claims appears here the moment it happens.
            </EmptyState>
          ) : (
            <Card className="overflow-hidden">
              <ul className="divide-y">
                {items.map((item) => (
                  <NotificationItem key={item.cursor} notification={item} />
                ))}
              </ul>
            </Card>
          )
        }
      </QueryView>
    </>
  );
}
