import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Problem } from "@/api/problem";
import { Alert } from "@/components/ui/alert";

type RefusalProps = {
  problem: Problem;
  /** What was refused: "We cannot take this claim". */
  title: string;
  /** What is said instead where it is only a matter of time. */
  passing: string;
  /** What sending it again does, where it is only a matter of time. */
  advice?: string;
};

/** A form's refusal in the server's own words; it takes the focus, so that nobody misses it. */
export function Refusal({ problem, title, passing, advice }: RefusalProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.focus({ preventScroll: true });
    ref.current?.scrollIntoView({ block: "center", behavior: "smooth" });
  }, []);
  return (
    <Alert ref={ref} tone="destructive" role="alert" tabIndex={-1}>
      <CircleAlert aria-hidden />
      <div className="min-w-0">
        <p className="font-semibold text-lg">{problem.isPassing ? passing : title}</p>
        <p className="break-words">{problem.message}</p>
        {problem.isPassing && advice && <p>{advice}</p>}
      </div>
    </Alert>
  );
}
