import { Link } from "@tanstack/react-router";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Button } from "@/components/ui/button";

export function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-3xl flex-col justify-center px-5">
      <PageHeader title="Page not found" />
      <EmptyState
        title="There is nothing at this address"
        action={
          <Button asChild>
            <Link to="/">To the start</Link>
          </Button>
        }
      >
        It may have moved, or it was mistyped.
      </EmptyState>
    </main>
  );
}
