import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { asProblem } from "@/api/problem";
import { BrandMark } from "@/components/brand";
import { ErrorState } from "@/components/error-state";

/** Milliseconds between two tries while the server is away. */
const PAUSE = 2_500;

/** Instead of a page that could not be shown at all; tries again by itself if that may help. */
export function Away({ error }: ErrorComponentProps) {
  const router = useRouter();
  const isPassing = asProblem(error).isPassing;
  useEffect(() => {
    if (!isPassing) return;
    const timer = setInterval(() => void router.invalidate(), PAUSE);
    return () => clearInterval(timer);
  }, [router, isPassing]);
  return (
    <main className="mx-auto flex min-h-dvh max-w-2xl flex-col justify-center gap-6 px-5">
      <title>One moment · PetInsure360</title>
      <h1 className="flex items-center gap-4 text-3xl">
        <BrandMark className="size-12" /> One moment
      </h1>
      <ErrorState error={error} retry={() => router.invalidate()} />
    </main>
  );
}
