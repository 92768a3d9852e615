import type { ReactNode } from "react";
import type { Journey, Stage } from "@/api/types";
import { BronzeHop } from "@/features/claims/journey/bronze-hop";
import { GoldHop } from "@/features/claims/journey/gold-hop";
import { HopSection } from "@/features/claims/journey/hop-section";
import { RawHop } from "@/features/claims/journey/raw-hop";
import { SilverHop } from "@/features/claims/journey/silver-hop";
import { progressAt, STAGES } from "@/features/claims/journey/stages";

/** Every station of the journey with its record: file, batch, verdict, versions and times. */
export function JourneyTimeline({ journey }: { journey: Journey }) {
  return (
    <ol>
      {STAGES.map((look, index) => (
        <HopSection
          key={look.stage}
          look={look}
          progress={progressAt(journey, look.stage)}
          isLast={index === STAGES.length - 1}
        >
          <Revisions hops={hopsAt(journey, look.stage)} />
        </HopSection>
      ))}
    </ol>
  );
}

type Hop = { revision: number; content: ReactNode };

function hopsAt(journey: Journey, stage: Stage): Hop[] {
  switch (stage) {
    case "raw":
      return journey.raw.map((file) => ({
        revision: file.revision,
        content: <RawHop file={file} />,
      }));
    case "bronze":
      return journey.bronze.map((row) => ({
        revision: row.revision,
        content: <BronzeHop row={row} />,
      }));
    case "silver":
      return journey.silver.map((row) => ({
        revision: row.revision,
        content: <SilverHop row={row} claimId={journey.claim_id} />,
      }));
    case "gold":
      return journey.gold
        ? [{ revision: journey.gold.revision, content: <GoldHop row={journey.gold} /> }]
        : [];
  }
}

/** One record a revision; revision 1 is the claim, later ones decide it. */
function Revisions({ hops }: { hops: readonly Hop[] }) {
  const many = hops.length > 1;
  return (
    <div className="flex flex-col gap-5">
      {hops.map(({ revision, content }) => (
        <div key={revision}>
          {many && (
            <h4 className="mb-1.5 font-semibold">
              {revision === 1 ? "As it was handed in" : `Revision ${revision}: the decision`}
            </h4>
          )}
          {content}
        </div>
      ))}
    </div>
  );
}
