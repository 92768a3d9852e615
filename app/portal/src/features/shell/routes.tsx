import { createRootRoute, createRoute, Outlet, redirect } from "@tanstack/react-router";
import { queryClient } from "@/api/query-client";
import type { Me, Role } from "@/api/types";
import { sessionQuery } from "@/features/accounts/session";
import { AppShell } from "@/features/shell/app-shell";
import { Away } from "@/features/shell/away";
import { START } from "@/features/shell/navigation";
import { NotFound } from "@/features/shell/not-found";

export const rootRoute = createRootRoute({
  component: Outlet,
  errorComponent: Away,
  notFoundComponent: NotFound,
});

/** Parent of every page that only someone signed in may see. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "signed-in",
  beforeLoad: async ({ location }): Promise<{ me: Me }> => {
    const me = await queryClient.ensureQueryData(sessionQuery);
    if (me) return { me };
    const next = location.href === "/" ? undefined : location.href;
    throw redirect({ to: "/login", search: { next } });
  },
  component: AppShell,
});

type Entered = { context: { me: Me }; location: { pathname: string } };

/** For a route's `beforeLoad`: others than these roles go to their own start, and are told so. */
export function only(...roles: Role[]) {
  return ({ context, location }: Entered): void => {
    const { role } = context.me;
    if (roles.includes(role)) return;
    // The bare address is everybody's: staff who open it are not turned away, only led on.
    const turnedAwayFrom = location.pathname === "/" ? undefined : location.pathname;
    throw redirect({ to: START[role], state: { turnedAwayFrom } });
  };
}
