import { OctagonX, TriangleAlert, Wrench } from "lucide-react";
import type { BrokenRule } from "@/api/types";
import { Alert } from "@/components/ui/alert";

const LOOKS = {
  error: { tone: "destructive", Icon: OctagonX, word: "Stops here" },
  warning: { tone: "warning", Icon: TriangleAlert, word: "Noted" },
  repair: { tone: "info", Icon: Wrench, word: "Repaired" },
} as const;

/** The rules that a row breaks, in words. */
export function RuleList({ rules }: { rules: readonly BrokenRule[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {rules.map(({ name, severity, meaning }) => {
        const { tone, Icon, word } = LOOKS[severity];
        return (
          <li key={name}>
            <Alert tone={tone}>
              <Icon aria-hidden />
              <div>
                <p className="font-semibold">
                  {word}: {meaning}
                </p>
                <p className="text-sm">Rule {name}</p>
              </div>
            </Alert>
          </li>
        );
      })}
    </ul>
  );
}
