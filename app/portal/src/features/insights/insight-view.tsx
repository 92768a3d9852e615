import { Link } from "@tanstack/react-router";
import { Database } from "lucide-react";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { Code } from "@/components/code";
import { EmptyState } from "@/components/empty-state";
import { QueryView } from "@/components/query-view";
import { Button } from "@/components/ui/button";
import { useMe } from "@/features/accounts/session";

type InsightViewProps<Data> = {
  query: { data: Data | undefined; error: unknown; refetch: () => unknown };
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
};

/** An insight's faces: skeleton, numbers, error with a retry, or a lake that is still empty. */
export function InsightView<Data>({ query, skeleton, children }: InsightViewProps<Data>) {
  const problem = query.error ? asProblem(query.error) : undefined;
  if (query.data === undefined && problem?.isEmptyLake) {
    return <LakeEmpty sentence={problem.message} retry={query.refetch} />;
  }
  return (
    <QueryView query={query} skeleton={skeleton}>
      {children}
    </QueryView>
  );
}

/** Before the first run: what is missing, in the server's words, and who can mend it. */
function LakeEmpty({ sentence, retry }: { sentence: string; retry: () => unknown }) {
  const runs = useMe().role === "presenter";
  return (
    <EmptyState
      title="Nothing to count yet"
      picture={<Database aria-hidden className="size-12 text-muted-foreground" />}
      action={
        runs ? (
          <Button asChild>
            <Link to="/pipeline">To the pipeline</Link>
          </Button>
        ) : (
          <Button variant="outline" onClick={() => void retry()}>
            Look again
          </Button>
        )
      }
    >
      {/* The server sets commands in backquotes. */}
      {sentence
        .split("`")
        .map((part, place) => (place % 2 ? <Code key={part}>{part}</Code> : part))}{" "}
      This page fills by itself as soon as the tables are in gold.
    </EmptyState>
  );
}
