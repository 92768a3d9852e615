import type { QueryClient } from "@tanstack/react-query";
import { $api } from "@/api/client";
import type { Notification, NotificationList } from "@/api/types";

/** The newest notifications and how many are unread: for the bell and for the page. */
export const notificationsQuery = $api.queryOptions("get", "/api/notifications", {
  params: { query: { limit: 100 } },
});

/** Ask anew for the list. */
export const refreshNotifications = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: notificationsQuery.queryKey });

/** Put a message on top of the list at once, without asking for the rest again. */
export function prepend(client: QueryClient, notification: Notification): void {
  client.setQueryData<NotificationList>(notificationsQuery.queryKey, (list) => {
    if (!list || list.items.some(({ cursor }) => cursor === notification.cursor)) return list;
    return {
      items: [notification, ...list.items].slice(0, 200),
      unread: list.unread + (notification.read ? 0 : 1),
      cursor: notification.cursor,
    };
  });
}
