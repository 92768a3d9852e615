import { createRoute, redirect } from "@tanstack/react-router";
import * as z from "zod";
import { queryClient } from "@/api/query-client";
import { LoginPage } from "@/features/accounts/login-page";
import { RegisterPage } from "@/features/accounts/register-page";
import { sessionQuery } from "@/features/accounts/session";
import { START } from "@/features/shell/navigation";
import { rootRoute } from "@/features/shell/routes";

/** Where to go on to; a path of ours, never another host. */
const search = z.object({
  next: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
});

async function skipIfSignedIn(): Promise<void> {
  const me = await queryClient.ensureQueryData(sessionQuery);
  if (me) throw redirect({ to: START[me.role] });
}

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/login",
  validateSearch: search,
  beforeLoad: skipIfSignedIn,
  component: LoginPage,
});

export const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/register",
  validateSearch: search,
  beforeLoad: skipIfSignedIn,
  component: RegisterPage,
});
