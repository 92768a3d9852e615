import { createRouter } from "@tanstack/react-router";
import { loginRoute, registerRoute } from "@/features/accounts/routes";
import { claimsRoutes } from "@/features/claims/routes";
import { decisionsRoute } from "@/features/decisions/routes";
import { homeRoute } from "@/features/home/routes";
import { insightsRoute } from "@/features/insights/routes";
import { notificationsRoute } from "@/features/notifications/routes";
import { petsRoutes } from "@/features/pets/routes";
import { pipelineRoute } from "@/features/pipeline/routes";
import { policiesRoutes } from "@/features/policies/routes";
import { focusTitle } from "@/features/shell/focus";
import { rootRoute, signedInRoute } from "@/features/shell/routes";
import { submitRoute } from "@/features/submit/routes";

const routeTree = rootRoute.addChildren([
  loginRoute,
  registerRoute,
  signedInRoute.addChildren([
    homeRoute,
    ...petsRoutes,
    ...policiesRoutes,
    submitRoute,
    ...claimsRoutes,
    notificationsRoute,
    insightsRoute,
    pipelineRoute,
    decisionsRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
});

router.subscribe("onRendered", ({ pathChanged, fromLocation }) => {
  if (fromLocation && pathChanged) focusTitle();
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** The page of another role that was asked for, where that led here. */
    turnedAwayFrom?: string;
  }
}
