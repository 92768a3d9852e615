import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import * as z from "zod";
import { only, signedInRoute } from "@/features/shell/routes";

export const submitRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/submit",
  validateSearch: z.object({ pet: z.string().optional().catch(undefined) }),
  beforeLoad: only("customer"),
  component: lazyRouteComponent(() => import("@/features/submit/submit-page"), "SubmitPage"),
});
