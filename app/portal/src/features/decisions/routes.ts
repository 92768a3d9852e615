import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import * as z from "zod";
import { only, signedInRoute } from "@/features/shell/routes";

/** Which claim lies on the desk, and which page of the queue is open beside it. */
const search = z.object({
  claim: z.string().optional().catch(undefined),
  page: z.number().int().min(1).optional().catch(undefined),
});

export const decisionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/decisions",
  validateSearch: search,
  beforeLoad: only("presenter"),
  component: lazyRouteComponent(
    () => import("@/features/decisions/decisions-page"),
    "DecisionsPage",
  ),
});
