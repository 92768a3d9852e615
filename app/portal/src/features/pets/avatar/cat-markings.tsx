import type { Coat } from "@/features/pets/avatar/coat";

/** What lies on a cat's face: stripes, a mask, patches, a white chin. */
export function CatMarkings({ coat, bare }: { coat: Coat; bare: boolean }) {
  if (bare) {
    return (
      <path
        d="M36 32c6 3 18 3 24 0M38 37c5 2 15 2 20 0"
        fill="none"
        stroke={coat.shade}
        strokeWidth="1.5"
        strokeLinecap="round"
        opacity="0.6"
      />
    );
  }
  switch (coat.pattern) {
    case "tabby":
      return (
        <g>
          <Chin fill={coat.second} light />
          <path
            d="M48 26v11M40 27l2 10M56 27l-2 10M20 52l9 1M22 59l8-1M76 52l-9 1M74 59l-8-1"
            fill="none"
            stroke={coat.second}
            strokeWidth="3.2"
            strokeLinecap="round"
          />
        </g>
      );
    case "points":
      return <ellipse cx="48" cy="58" rx="17" ry="17" fill={coat.second} opacity="0.82" />;
    case "blaze":
      return (
        <path
          d="M48 30c3 0 4 9 5 18 8 4 13 11 12 18-4 8-10 13-17 13s-13-5-17-13c-1-7 4-14 12-18 1-9 2-18 5-18z"
          fill={coat.second}
        />
      );
    case "patches":
      return (
        <g>
          <path d="M50 24c18 0 27 10 27 26 0 4-6 9-14 8-10-2-14-14-13-34z" fill={coat.second} />
          <path d="M24 36c6-8 14-8 15-2s-9 14-17 11z" fill="#3a3029" />
          <Chin fill={coat.second} light />
        </g>
      );
    case "speckled":
      return (
        <g>
          <g fill={coat.second}>
            <circle cx="40" cy="31" r="2.6" />
            <circle cx="48" cy="34" r="2.8" />
            <circle cx="56" cy="31" r="2.6" />
            <circle cx="26" cy="56" r="2.4" />
            <circle cx="70" cy="56" r="2.4" />
          </g>
          <Chin fill={coat.second} light />
        </g>
      );
    default:
      return <Chin fill={coat.second} />;
  }
}

function Chin({ fill, light = false }: { fill: string; light?: boolean }) {
  return <ellipse cx="48" cy="66" rx="12" ry="9" fill={light ? "#f7f1e6" : fill} opacity="0.75" />;
}
