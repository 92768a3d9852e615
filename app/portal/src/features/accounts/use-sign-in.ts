import { useNavigate, useSearch } from "@tanstack/react-router";
import { $api } from "@/api/client";
import type { Me } from "@/api/types";
import { beginSession } from "@/features/accounts/session";
import { START } from "@/features/shell/navigation";

/** Go where somebody just signed in wants to be: where they were sent away from, or their start. */
export function useEnter(): (me: Me) => Promise<void> {
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false });
  return async (me) => {
    beginSession(me);
    await navigate({ to: next ?? START[me.role], replace: true });
  };
}

/** Sign in with e-mail and password. */
export function useSignIn() {
  const enter = useEnter();
  return $api.useMutation("post", "/api/accounts/login", {
    meta: { signsIn: true },
    onSuccess: (me) => enter(me),
  });
}
