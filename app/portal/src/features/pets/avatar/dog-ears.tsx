import type { DogLook } from "@/features/pets/avatar/looks";

const LEFT: Record<DogLook["ears"], string> = {
  floppy: "M30 23c-9-3-18 3-19 15-1 9 2 18 8 18 7 0 9-10 12-17z",
  long: "M29 24c-10-1-17 8-18 22-1 13 2 23 9 23 8 0 10-14 11-26z",
  pricked: "M22 42C17 28 17 14 20 8c8 3 17 10 22 17z",
  bat: "M24 38C17 28 17 10 24 7c8 0 14 10 17 19z",
  folded: "M24 38C15 32 13 21 20 15c7-2 15 4 19 9l-9 3c-5 1-6 6-6 11z",
};

/** Both ears; the right one is the left one mirrored. */
export function DogEars({ kind, fill }: { kind: DogLook["ears"]; fill: string }) {
  const upright = kind === "pricked" || kind === "bat";
  return (
    <g>
      {["", "translate(96 0) scale(-1 1)"].map((transform) => (
        <g key={transform} transform={transform}>
          <path d={LEFT[kind]} fill={fill} />
          {upright && (
            <path
              d={LEFT[kind]}
              fill="#e8b7a4"
              transform="translate(9 10) scale(0.68)"
              opacity="0.9"
            />
          )}
        </g>
      ))}
    </g>
  );
}
