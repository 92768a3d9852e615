import { createRoute } from "@tanstack/react-router";
import { HomePage } from "@/features/home/home-page";
import { only, signedInRoute } from "@/features/shell/routes";

export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/",
  beforeLoad: only("customer"),
  component: HomePage,
});
