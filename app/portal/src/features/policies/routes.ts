import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import * as z from "zod";
import { PoliciesPage } from "@/features/policies/policies-page";
import { only, signedInRoute } from "@/features/shell/routes";

const policiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/policies",
  beforeLoad: only("customer"),
  component: PoliciesPage,
});

const addPolicyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/policies/new",
  validateSearch: z.object({ pet: z.string().optional().catch(undefined) }),
  beforeLoad: only("customer"),
  component: lazyRouteComponent(
    () => import("@/features/policies/add-policy-page"),
    "AddPolicyPage",
  ),
});

export const policiesRoutes = [policiesRoute, addPolicyRoute] as const;
