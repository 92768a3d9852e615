import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { only, signedInRoute } from "@/features/shell/routes";

export const pipelineRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/pipeline",
  beforeLoad: only("presenter"),
  component: lazyRouteComponent(() => import("@/features/pipeline/pipeline-page"), "PipelinePage"),
});
