import { CatMarkings } from "@/features/pets/avatar/cat-markings";
import type { Coat } from "@/features/pets/avatar/coat";
import { type CatLook, catLook } from "@/features/pets/avatar/looks";

const EARS: Record<CatLook["ears"], string> = {
  pricked: "M20 46C15 30 16 17 19 11c9 3 18 11 23 18z",
  large: "M19 48C12 30 12 12 15 5c11 4 21 14 26 22z",
  folded: "M24 36c-3-7-1-14 3-16 6 1 12 5 15 9-6-1-14 2-18 7z",
};

const INNER: Record<CatLook["ears"], string> = {
  pricked: "M23 36c-2-8-2-14-1-18 5 3 9 7 12 11z",
  large: "M21 37c-3-10-4-19-3-24 6 4 11 9 14 14z",
  folded: "",
};

/** A cat's face, drawn from its breed and its coat. */
export function CatFace({ breed, coat }: { breed: string; coat: Coat }) {
  const look = catLook(breed);
  const ear = coat.pattern === "points" ? coat.second : coat.base;
  const head =
    look.face === "slim"
      ? "M48 23c18 0 26 11 26 25 0 16-12 31-26 31S22 64 22 48c0-14 8-25 26-25z"
      : "M48 24c20 0 29 10 29 26 0 17-13 29-29 29S19 67 19 50c0-16 9-26 29-26z";
  return (
    <g>
      {look.coat === "fluffy" && (
        <path
          d="M19 50 8 58l10 3-6 9 12-1 2 10 22 7 22-7 2-10 12 1-6-9 10-3-11-8z"
          fill={coat.base}
        />
      )}
      {["", "translate(96 0) scale(-1 1)"].map((transform) => (
        <g key={transform} transform={transform}>
          <path d={EARS[look.ears]} fill={ear} />
          <path d={INNER[look.ears]} fill="#e8b1a4" opacity="0.9" />
        </g>
      ))}
      <path d={head} fill={coat.base} />
      <CatMarkings coat={coat} bare={look.coat === "bare"} />
      <CatEyes blue={coat.pattern === "points"} />
      <path d="M44.5 59h7c.6 2.6-1.8 4.6-3.5 4.6s-4.1-2-3.5-4.6z" fill="#c9736b" />
      <path
        d="M48 63.5v3.5m0 0c-1.5 3.5-6 3.5-8 1m8-1c1.5 3.5 6 3.5 8 1"
        fill="none"
        stroke="#2a201b"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
      <path
        d="M33 62 17 59m16 7-15 2m45-6 16-3m-16 7 15 2"
        fill="none"
        stroke={coat.base === "#34363c" ? "#b9bdc0" : coat.shade}
        strokeWidth="1.2"
        strokeLinecap="round"
      />
    </g>
  );
}

function CatEyes({ blue }: { blue: boolean }) {
  return (
    <g>
      {[36, 60].map((x) => (
        <g key={x}>
          <ellipse cx={x} cy="49" rx="5.6" ry="5.2" fill={blue ? "#6fb2e0" : "#c6cf6a"} />
          <ellipse cx={x} cy="49" rx="2.2" ry="4.6" fill="#17120f" />
          <circle cx={x + 1.6} cy="47" r="1.2" fill="#fff" />
        </g>
      ))}
    </g>
  );
}
