import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { only, signedInRoute } from "@/features/shell/routes";

export const insightsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/insights",
  beforeLoad: only("analyst", "presenter"),
  component: lazyRouteComponent(() => import("@/features/insights/insights-page"), "InsightsPage"),
});
