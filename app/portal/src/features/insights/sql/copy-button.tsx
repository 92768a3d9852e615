import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

/** Milliseconds for which it says that it has copied. */
const SAID = 2_000;

/** Copies a text, and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [state, setState] = useState<"ready" | "copied" | "refused">("ready");
  useEffect(() => {
    if (state === "ready") return;
    const timer = setTimeout(() => setState("ready"), SAID);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    // Browsers offer the clipboard on https and on this very machine only.
    const done = navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setState((await done) ? "copied" : "refused");
  };
  return (
    <Button variant="outline" size="sm" onClick={() => void copy()} aria-label={label}>
      {state === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span role="status">
        {{ ready: "Copy", copied: "Copied", refused: "Select it, please" }[state]}
      </span>
    </Button>
  );
}
