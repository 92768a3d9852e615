import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
  claimsSearch,
  crossSellSearch,
  customersSearch,
  kpisSearch,
  providersSearch,
  riskSearch,
} from "@/features/insights/search";
import { only, signedInRoute } from "@/features/shell/routes";

const layoutRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/insights",
  beforeLoad: only("analyst", "presenter"),
  component: lazyRouteComponent(
    () => import("@/features/insights/insights-layout"),
    "InsightsLayout",
  ),
});

const kpisRoute = createRoute({
  getParentRoute: () => layoutRoute,
  path: "/",
  validateSearch: kpisSearch,
  component: lazyRouteComponent(() => import("@/features/insights/kpis/kpis-page"), "KpisPage"),
});

const customersRoute = createRoute({
  getParentRoute: () => layoutRoute,
  path: "/customers",
  validateSearch: customersSearch,
  component: lazyRouteComponent(
    () => import("@/features/insights/customers/customers-page"),
    "CustomersPage",
  ),
});

/** Keeps the list's filters, so that the way back leads to the same list. */
const customerRoute = createRoute({
  getParentRoute: () => layoutRoute,
  path: "/customers/$customerId",
  validateSearch: customersSearch,
  component: lazyRouteComponent(
    () => import("@/features/insights/customers/customer-page"),
    "CustomerPage",
  ),
});

const claimsRoute = createRoute({
  getParentRoute: () => layoutRoute,
  path: "/claims",
  validateSearch: claimsSearch,
  component: lazyRouteComponent(
    () => import("@/features/insights/claims/claims-page"),
    "ClaimsPage",
  ),
});

const riskRoute = createRoute({
  getParentRoute: () => layoutRoute,
  path: "/risk",
  validateSearch: riskSearch,
  component: lazyRouteComponent(() => import("@/features/insights/risk/risk-page"), "RiskPage"),
});

const crossSellRoute = createRoute({
  getParentRoute: () => layoutRoute,
  path: "/cross-sell",
  validateSearch: crossSellSearch,
  component: lazyRouteComponent(
    () => import("@/features/insights/cross-sell/cross-sell-page"),
    "CrossSellPage",
  ),
});

const providersRoute = createRoute({
  getParentRoute: () => layoutRoute,
  path: "/providers",
  validateSearch: providersSearch,
  component: lazyRouteComponent(
    () => import("@/features/insights/providers/providers-page"),
    "ProvidersPage",
  ),
});

export const insightsRoute = layoutRoute.addChildren([
  kpisRoute,
  customersRoute,
  customerRoute,
  claimsRoute,
  riskRoute,
  crossSellRoute,
  providersRoute,
]);
