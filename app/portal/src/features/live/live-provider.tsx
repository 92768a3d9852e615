import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { fetchSession, sessionQuery, useMe } from "@/features/accounts/session";
import { CursorStore } from "@/features/live/cursor";
import { outdatedBy } from "@/features/live/effects";
import { Refresher } from "@/features/live/refresher";
import { type Connection, NotificationSocket } from "@/features/live/socket";
import { toastOf } from "@/features/live/toasts";
import { prepend, refreshNotifications } from "@/features/notifications/cache";

const ConnectionContext = createContext<Connection>("connecting");

/** How the stream of notifications stands. */
export const useConnection = (): Connection => useContext(ConnectionContext);

function streamAddress(cursor: string | null): URL {
  const address = new URL("/api/notifications/stream", window.location.href);
  address.protocol = window.location.protocol === "https:" ? "wss:" : "ws:";
  if (cursor) address.searchParams.set("cursor", cursor);
  return address;
}

/** Keeps the one socket of whoever is signed in, and lets what it tells take effect. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { email } = useMe();
  const client = useQueryClient();
  const router = useRouter();
  const [connection, setConnection] = useState<Connection>("connecting");

  useEffect(() => {
    const refresher = new Refresher((queryKey) => void client.invalidateQueries({ queryKey }));
    const socket = new NotificationSocket({
      cursor: new CursorStore(email),
      open: (cursor) => new WebSocket(streamAddress(cursor)),
      signedIn: async () => {
        const me = await fetchSession();
        return me?.email === email;
      },
      onConnection: (state) => {
        setConnection(state);
        if (state !== "signed-out") return;
        client.setQueryData(sessionQuery.queryKey, null);
        void router.invalidate();
      },
      onWelcome: ({ again, skipped }) => {
        // Whatever happened while we were away may have outdated anything.
        void (again || skipped > 0 ? client.invalidateQueries() : refreshNotifications(client));
      },
      onNotification: (notification) => {
        prepend(client, notification);
        refresher.add(outdatedBy(notification));
        toastOf(notification, (claimId) =>
          router.navigate({ to: "/claims/$claimId", params: { claimId } }),
        );
      },
    });
    const hurry = (): void => {
      if (document.visibilityState === "visible") socket.hurry();
    };
    socket.start();
    window.addEventListener("online", hurry);
    document.addEventListener("visibilitychange", hurry);
    return () => {
      window.removeEventListener("online", hurry);
      document.removeEventListener("visibilitychange", hurry);
      socket.stop();
      refresher.stop();
    };
  }, [client, email, router]);

  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}
