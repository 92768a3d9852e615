import { CircleAlert } from "lucide-react";
import { asProblem } from "@/api/problem";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

const HEADINGS: Readonly<Record<number, string>> = {
  401: "That did not fit",
  403: "Not yours to see",
  404: "Not found",
  409: "That does not go together",
  422: "Please look again",
  429: "One moment",
  503: "Not available right now",
};

/** What asking again does not change. */
const FINAL: ReadonlySet<number> = new Set([403, 404]);

type ErrorStateProps = { error: unknown; retry?: () => unknown };

/** What went wrong in the server's words, the request's id for the log, and another try. */
export function ErrorState({ error, retry }: ErrorStateProps) {
  const problem = asProblem(error);
  return (
    <Alert tone="destructive" role="alert">
      <CircleAlert aria-hidden />
      <div className="flex flex-1 flex-wrap items-center justify-between gap-3">
        <div>
          <p className="font-semibold">{HEADINGS[problem.status] ?? problem.title}</p>
          <p>{problem.message}</p>
          {problem.requestId && <p className="text-sm">Request {problem.requestId}</p>}
        </div>
        {retry && !FINAL.has(problem.status) && (
          <Button variant="outline" size="sm" onClick={() => void retry()}>
            Try again
          </Button>
        )}
      </div>
    </Alert>
  );
}
