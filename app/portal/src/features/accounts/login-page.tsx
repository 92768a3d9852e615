import { Link } from "@tanstack/react-router";
import type { DemoLogin } from "@/api/types";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { DemoLogins } from "@/features/accounts/demo-logins";
import { Entrance } from "@/features/accounts/entrance";
import { type Credentials, LoginForm } from "@/features/accounts/login-form";
import { useSignIn } from "@/features/accounts/use-sign-in";

export function LoginPage() {
  const signIn = useSignIn();
  const enter = (body: Credentials): void => {
    if (!signIn.isPending) signIn.mutate({ body });
  };
  const choose = ({ email, password }: DemoLogin): void => {
    if (password) enter({ email, password });
    else document.querySelector<HTMLInputElement>("input[type=email]")?.focus();
  };
  return (
    <Entrance>
      <PageHeader title="Sign in" lead="Choose somebody of the demo, or use your own account." />
      <div className="flex flex-col gap-8">
        {signIn.error && <ErrorState error={signIn.error} />}
        <DemoLogins
          onChoose={choose}
          busy={signIn.isPending ? signIn.variables?.body.email : undefined}
        />
        <section aria-label="Your own account" className="border-t pt-6">
          <LoginForm onSubmit={enter} busy={signIn.isPending} />
          <p className="mt-5 text-muted-foreground">
            New here?{" "}
            <Link
              to="/register"
              className="font-semibold text-primary underline underline-offset-4"
            >
              Open an account
            </Link>
          </p>
        </section>
      </div>
    </Entrance>
  );
}
