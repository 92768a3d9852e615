import { Outlet } from "@tanstack/react-router";
import { ConnectionBanner } from "@/features/live/connection-banner";
import { LiveProvider } from "@/features/live/live-provider";
import { BottomNav } from "@/features/shell/bottom-nav";
import { CONTENT_ID } from "@/features/shell/focus";
import { SideNav } from "@/features/shell/side-nav";
import { SkipLink } from "@/features/shell/skip-link";
import { TopBar } from "@/features/shell/top-bar";
import { TurnedAway } from "@/features/shell/turned-away";

/** What stands around every page of someone signed in. */
export function AppShell() {
  return (
    <LiveProvider>
      <SkipLink />
      <div className="flex min-h-dvh">
        <SideNav />
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar />
          <ConnectionBanner />
          <main
            id={CONTENT_ID}
            tabIndex={-1}
            className="mx-auto w-full max-w-6xl flex-1 px-4 pt-6 pb-28 lg:px-8 lg:pt-10 lg:pb-16"
          >
            <TurnedAway />
            <Outlet />
          </main>
        </div>
      </div>
      <BottomNav />
    </LiveProvider>
  );
}
