import type { ReactNode } from "react";
import { ErrorState } from "@/components/error-state";

type Query<Data> = {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
};

type QueryViewProps<Data> = {
  query: Query<Data>;
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
};

/**
 * A query's three faces: its skeleton, its data, its error with a retry.
 * Data that is there stays there while it is fetched again, even if that fails.
 */
export function QueryView<Data>({ query, skeleton, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorState error={query.error} retry={query.refetch} />;
  return (
    <div aria-busy="true">
      <span className="sr-only" role="status">
        Loading
      </span>
      {skeleton}
    </div>
  );
}
