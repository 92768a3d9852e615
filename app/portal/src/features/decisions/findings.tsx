import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from "lucide-react";
import type { Proposal } from "@/api/types";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { nameOf, objectionsFirst } from "@/features/decisions/wording";
import { plural } from "@/format/numbers";
import { cn } from "@/lib/cn";

type Finding = Proposal["findings"][number];

/** What plan, silver and gold say of the claim, objections first. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const against = findings.filter(({ ok }) => ok === false).length;
  const nothing = `Nothing speaks against it${findings.some(({ ok }) => ok === null) ? " so far" : ""}`;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{against === 0 ? nothing : plural(against, "objection")}</CardTitle>
      </CardHeader>
      <CardContent>
        <ul className="flex flex-col gap-3">
          {objectionsFirst(findings).map((finding) => (
            <FindingLine key={finding.name} finding={finding} />
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const { name, ok, text, denial_reason } = finding;
  const { Icon, word, tone } = lookOf(ok);
  return (
    <li className="flex gap-3">
      <Icon aria-hidden className={cn("mt-0.5 size-5 shrink-0", tone)} />
      <div className="min-w-0">
        <p className={cn("font-semibold", ok === false && tone)}>
          <span className="sr-only">{word}: </span>
          {nameOf(name)}
        </p>
        <p className="break-words text-muted-foreground">{text}</p>
        {ok === false && denial_reason && <p>Reason to deny: {denial_reason}</p>}
      </div>
    </li>
  );
}

function lookOf(ok: boolean | null): { Icon: LucideIcon; word: string; tone: string } {
  if (ok === null) return { Icon: CircleHelp, word: "Not known", tone: "text-warning" };
  if (ok) return { Icon: CircleCheck, word: "In order", tone: "text-good" };
  return { Icon: CircleX, word: "Objection", tone: "text-destructive" };
}
