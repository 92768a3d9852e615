import { useQuery } from "@tanstack/react-query";
import { $api } from "@/api/client";
import { ErrorState } from "@/components/error-state";
import { PageHeader } from "@/components/page-header";
import { useMe } from "@/features/accounts/session";
import { openCountQuery } from "@/features/claims/by-status";
import { Beginning } from "@/features/home/beginning";
import { Call } from "@/features/home/call";
import { Cover } from "@/features/home/cover";
import { firstSteps } from "@/features/home/first-steps";
import { firstName, greetingAt, living, standing } from "@/features/home/greeting";
import { HomeSkeleton } from "@/features/home/home-skeleton";
import { LatestClaims } from "@/features/home/latest-claims";
import { Notices } from "@/features/home/notices";
import { petsQuery } from "@/features/pets/queries";
import { policiesQuery } from "@/features/policies/queries";

const SHOWN = 5;

/** Where a customer begins: the one thing to do, and how everything of theirs stands. */
export function HomePage() {
  const { name } = useMe();
  const pets = useQuery(petsQuery);
  const policies = useQuery(policiesQuery);
  const claims = $api.useQuery("get", "/api/claims", {
    params: { query: { page: 1, page_size: SHOWN } },
  });
  const open = useQuery(openCountQuery).data;
  const failed = [pets, policies, claims].find(({ error, data }) => error && !data);
  const isNew = pets.data && policies.data && firstSteps(pets.data, policies.data) !== null;
  const isReady = pets.data && policies.data && claims.data;
  const here = living(pets.data ?? []);
  const lead = isNew
    ? "Good to have you with us."
    : isReady && open !== undefined && standing(pets.data, policies.data, open);
  return (
    <>
      <PageHeader
        title="Home"
        heading={`${isNew ? "Welcome" : greetingAt(new Date().getHours())}, ${firstName(name)}`}
        lead={lead || "\u00a0"}
      />
      {isReady ? (
        <div className="flex flex-col gap-6">
          {isNew ? <Beginning pets={pets.data} policies={policies.data} /> : <Call pets={here} />}
          {!isNew && (
            <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem] xl:grid-rows-[auto_1fr]">
              <LatestClaims claims={claims.data.items} total={claims.data.total} pets={pets.data} />
              <div className="xl:row-span-2">
                <Cover pets={here} policies={policies.data} />
              </div>
              <Notices />
            </div>
          )}
        </div>
      ) : failed ? (
        <ErrorState error={failed.error} retry={failed.refetch} />
      ) : (
        <HomeSkeleton />
      )}
    </>
  );
}
