import { Link, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { $api } from "@/api/client";
import { asProblem } from "@/api/problem";
import { PageHeader } from "@/components/page-header";
import { Entrance } from "@/features/accounts/entrance";
import { RegisterForm } from "@/features/accounts/register-form";
import { newCustomer } from "@/features/accounts/registration";
import { useEnter } from "@/features/accounts/use-sign-in";

export function RegisterPage() {
  const enter = useEnter();
  const { next } = useSearch({ from: "/register" });
  const opening = $api.useMutation("post", "/api/customers", {
    meta: { signsIn: true },
    onSuccess: (me) => enter(me),
  });
  const problem = useMemo(
    () => (opening.error ? asProblem(opening.error) : undefined),
    [opening.error],
  );
  return (
    <Entrance>
      <PageHeader
        title="Open an account"
        lead={
          <>
            A minute, then your pets. You have one?{" "}
            <Link
              to="/login"
              search={{ next }}
              className="font-semibold text-primary underline underline-offset-4"
            >
              Sign in
            </Link>
          </>
        }
      />
      <RegisterForm
        problem={problem}
        busy={opening.isPending}
        onSubmit={(form) => {
          if (!opening.isPending) opening.mutate({ body: newCustomer(form) });
        }}
      />
    </Entrance>
  );
}
