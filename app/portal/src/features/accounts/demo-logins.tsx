import { ArrowRight } from "lucide-react";
import { $api } from "@/api/client";
import type { DemoLogin } from "@/api/types";
import { QueryView } from "@/components/query-view";
import { Skeleton } from "@/components/ui/skeleton";
import { Initials } from "@/features/accounts/initials";

type DemoLoginsProps = {
  onChoose: (login: DemoLogin) => void;
  /** E-mail of the one that is being signed in. */
  busy: string | undefined;
};

/** The demo's people, each one click away. */
export function DemoLogins({ onChoose, busy }: DemoLoginsProps) {
  const query = $api.useQuery("get", "/api/accounts/demo");
  return (
    <QueryView query={query} skeleton={<DemoSkeleton />}>
      {(logins) => (
        <div className="flex flex-col gap-6">
          <Group
            title="Customers"
            logins={logins.filter(({ role }) => role === "customer")}
            {...{ onChoose, busy }}
          />
          <Group
            title="Staff"
            logins={logins.filter(({ role }) => role !== "customer")}
            {...{ onChoose, busy }}
          />
        </div>
      )}
    </QueryView>
  );
}

function Group({
  title,
  logins,
  onChoose,
  busy,
}: DemoLoginsProps & { title: string; logins: DemoLogin[] }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-sans font-semibold text-muted-foreground text-sm tracking-normal">
        {title}
      </h2>
      <ul className="flex flex-col gap-2.5">
        {logins.map((login) => (
          <li key={login.email}>
            <button
              type="button"
              onClick={() => onChoose(login)}
              aria-disabled={busy !== undefined}
              className="group flex w-full items-center gap-4 rounded-xl border bg-card p-3.5 text-left shadow-card transition-colors hover:border-primary hover:bg-accent"
            >
              <Initials name={login.name} className="size-11 text-base" />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold text-lg leading-tight">
                  {login.name}
                  {login.role !== "customer" && (
                    <span className="font-normal text-muted-foreground"> · {login.role}</span>
                  )}
                </span>
                <span className="block text-muted-foreground leading-snug">{login.story}</span>
              </span>
              <ArrowRight
                aria-hidden
                className="size-5 shrink-0 text-primary transition-transform group-hover:translate-x-1"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DemoSkeleton() {
  return (
    <div className="flex flex-col gap-2.5">
      {["a", "b", "c", "d", "e"].map((key) => (
        <Skeleton key={key} className="h-19" />
      ))}
    </div>
  );
}
