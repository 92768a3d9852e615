import { useEffect, useState } from "react";

/** Seconds since a moment, ticking: "12 s", "2 min 5 s". */
export function Elapsed({ since }: { since: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(Math.floor((now - Date.parse(since)) / 1_000), 0);
  return <span aria-hidden>{seconds < 60 ? `${seconds} s` : inMinutes(seconds)}</span>;
}

const inMinutes = (seconds: number): string => `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
