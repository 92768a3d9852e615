import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { only, signedInRoute } from "@/features/shell/routes";

export const decisionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/decisions",
  beforeLoad: only("presenter"),
  component: lazyRouteComponent(
    () => import("@/features/decisions/decisions-page"),
    "DecisionsPage",
  ),
});
