import { CircleAlert } from "lucide-react";
import { asProblem } from "@/api/problem";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

type ErrorStateProps = { error: unknown; retry?: () => unknown };

/** What went wrong in the server's words, the request's id for the log, and another try. */
export function ErrorState({ error, retry }: ErrorStateProps) {
  const problem = asProblem(error);
  return (
    <Alert tone="destructive" role="alert">
      <CircleAlert aria-hidden />
      <div className="flex flex-1 flex-wrap items-center justify-between gap-3">
        <div>
          <p className="font-semibold">{problem.title}</p>
          <p>{problem.message}</p>
          {problem.requestId && <p className="text-sm">Request {problem.requestId}</p>}
        </div>
        {retry && (
          <Button variant="outline" size="sm" onClick={() => void retry()}>
            Try again
          </Button>
        )}
      </div>
    </Alert>
  );
}
