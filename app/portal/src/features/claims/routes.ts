import { createRoute } from "@tanstack/react-router";
import * as z from "zod";
import { ClaimPage } from "@/features/claims/claim-page";
import { ClaimsPage } from "@/features/claims/claims-page";
import { only, signedInRoute } from "@/features/shell/routes";

/** What the list is narrowed to; it stands in the address, so that going back brings it back. */
const search = z.object({
  page: z.number().int().min(1).optional().catch(undefined),
  status: z.string().optional().catch(undefined),
  pet: z.string().optional().catch(undefined),
  search: z.string().optional().catch(undefined),
});

const claimsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/claims",
  validateSearch: search,
  beforeLoad: only("customer", "presenter"),
  component: ClaimsPage,
});

const claimRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/claims/$claimId",
  beforeLoad: only("customer", "presenter"),
  component: ClaimPage,
});

export const claimsRoutes = [claimsRoute, claimRoute] as const;
