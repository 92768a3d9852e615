import { useEffect, useState } from "react";
import { ago, moment } from "@/format/dates";

const MINUTE = 60_000;

/** How long ago something was, kept true while one looks at it; the moment itself on hover. */
export function Ago({ at, className }: { at: string; className?: string }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={moment(at)} className={className}>
      {ago(at)}
    </time>
  );
}
