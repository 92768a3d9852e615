import type { Coat } from "@/features/pets/avatar/coat";
import { DogEars } from "@/features/pets/avatar/dog-ears";
import { dogLook } from "@/features/pets/avatar/looks";

const MUZZLE = {
  short: { y: 64, rx: 18, ry: 11, nose: 56 },
  medium: { y: 65, rx: 14, ry: 13, nose: 58 },
  long: { y: 66, rx: 12, ry: 15, nose: 60 },
} as const;

/** A dog's face, drawn from its breed and its coat. */
export function DogFace({ breed, coat }: { breed: string; coat: Coat }) {
  const look = dogLook(breed);
  const muzzle = MUZZLE[look.face];
  const muzzleFill =
    coat.pattern === "points" ? coat.shade : coat.pattern === "speckled" ? coat.base : coat.second;
  const dark = coat.base === "#34363c";
  const width = look.face === "short" ? "translate(-6.7 0) scale(1.14 1)" : undefined;
  return (
    <g transform={width}>
      {look.coat === "curly" && <Curls fill={coat.base} />}
      {look.coat === "fluffy" && (
        <path
          d="M21 48 11 62l9 0-5 12 11-1 1 10 11-1c3 4 7 6 10 6s7-2 10-6l11 1 1-10 11 1-5-12h9L75 48z"
          fill={coat.base}
        />
      )}
      <DogEars kind={look.ears} fill={coat.pattern === "patches" ? coat.second : coat.shade} />
      <path
        d="M48 20c17 0 26 11 26 27 0 19-10 34-26 34S22 66 22 47c0-16 9-27 26-27z"
        fill={coat.base}
      />
      {coat.pattern === "blaze" && (
        <path
          d="M48 20c4 0 5 10 5 20l7 28c0 8-6 13-12 13s-12-5-12-13l7-28c0-10 1-20 5-20z"
          fill={coat.second}
        />
      )}
      {coat.pattern === "patches" && (
        <path d="M50 21c16 1 24 11 24 27 0 6-7 12-15 10-9-2-12-12-11-22z" fill={coat.second} />
      )}
      {coat.pattern === "speckled" && <Specks fill={coat.second} />}
      {coat.pattern === "tan" && (
        <g fill={coat.second}>
          <ellipse cx="37" cy="38" rx="4" ry="2.6" />
          <ellipse cx="59" cy="38" rx="4" ry="2.6" />
        </g>
      )}
      {look.coat === "bearded" && (
        <path d="M30 58c2 20 8 28 18 28s16-8 18-28c-6 4-30 4-36 0z" fill={coat.second} />
      )}
      <ellipse cx="48" cy={muzzle.y} rx={muzzle.rx} ry={muzzle.ry} fill={muzzleFill} />
      <Eyes ring={dark} />
      <path
        d={`M48 ${muzzle.nose + 4}v6m0 0c-2 4-7 4-9 1m9-1c2 4 7 4 9 1`}
        fill="none"
        stroke="#2a201b"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
      <path d={`M42 ${muzzle.nose - 2}h12c1 4-3 8-6 8s-7-4-6-8z`} fill="#231a17" />
    </g>
  );
}

function Eyes({ ring }: { ring: boolean }) {
  return (
    <g>
      {[37, 59].map((x) => (
        <g key={x}>
          <circle cx={x} cy="47" r="4.2" fill={ring ? "#7a4d2b" : "#231a17"} />
          {ring && <circle cx={x} cy="47" r="2.7" fill="#17110f" />}
          <circle cx={x + 1.4} cy="45.6" r="1.3" fill="#fff" />
        </g>
      ))}
    </g>
  );
}

function Curls({ fill }: { fill: string }) {
  const curls: [number, number, number][] = [
    [36, 20, 9],
    [48, 16, 10],
    [60, 20, 9],
    [28, 28, 8],
    [68, 28, 8],
  ];
  return (
    <g fill={fill}>
      {curls.map(([x, y, r]) => (
        <circle key={x} cx={x} cy={y} r={r} />
      ))}
    </g>
  );
}

function Specks({ fill }: { fill: string }) {
  return (
    <g fill={fill} opacity="0.75">
      <path d="M30 32c5-4 9-2 9 2s-8 6-9-2z" />
      <path d="M58 27c6 0 9 5 6 9s-9-1-6-9z" />
      <path d="M26 52c4-1 6 3 4 7s-6-2-4-7z" />
      <path d="M66 54c4 0 4 6 1 8s-5-5-1-8z" />
    </g>
  );
}
