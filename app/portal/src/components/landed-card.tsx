import { type ReactNode, useEffect } from "react";
import type { Landed } from "@/api/use-landing";
import { Code } from "@/components/code";
import { Facts } from "@/components/facts";
import { PageHeader } from "@/components/page-header";
import { Card } from "@/components/ui/card";
import { focusTitle } from "@/features/shell/focus";
import { moment } from "@/format/dates";
import { fileSize } from "@/format/numbers";

type LandedCardProps = {
  landed: Landed;
  title: string;
  /** Beside the title. */
  picture: ReactNode;
  lead?: ReactNode;
  /** More between the facts and the ways on, such as the journey that begins. */
  more?: ReactNode;
  /** The ways on, as buttons. */
  children: ReactNode;
};

/** Something is in the lake: where, how large, and what one may do next. */
export function LandedCard({ landed, title, picture, lead, more, children }: LandedCardProps) {
  const { receipt } = landed;
  useEffect(() => {
    focusTitle();
    window.scrollTo({ top: 0 });
  }, []);
  return (
    <>
      <PageHeader
        title={title}
        heading={
          <span className="flex items-center gap-4">
            {picture}
            <span className="min-w-0 break-words">{title}</span>
          </span>
        }
        lead={lead}
      />
      <Card className="flex flex-col gap-8 p-6 lg:p-8">
        <div>
          <p className="mb-2 text-muted-foreground">One JSON file, exactly as you sent it</p>
          <Code className="block w-fit max-w-full rounded-lg bg-raw-soft px-4 py-3 font-semibold text-raw text-xl lg:text-2xl">
            {receipt.path}
          </Code>
        </div>
        <Facts
          facts={[
            ["Size", fileSize(receipt.size)],
            ["Landed", moment(receipt.landed_at)],
          ]}
          className="text-lg"
        />
        {more}
        <div className="flex flex-wrap gap-3">{children}</div>
      </Card>
    </>
  );
}
