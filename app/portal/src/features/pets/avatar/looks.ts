/** What a breed's face is made of. */
export type DogLook = {
  ears: "floppy" | "long" | "pricked" | "bat" | "folded";
  face: "short" | "medium" | "long";
  coat: "smooth" | "fluffy" | "curly" | "bearded";
};

export type CatLook = {
  ears: "pricked" | "large" | "folded";
  coat: "smooth" | "fluffy" | "bare";
  face: "round" | "slim";
};

const DOGS: readonly [RegExp, Partial<DogLook>][] = [
  [/french bulldog|boston/i, { ears: "bat", face: "short" }],
  [/^bulldog|pug|boxer|cane corso/i, { face: "short" }],
  [/australian shepherd|border collie/i, { ears: "folded", coat: "fluffy" }],
  [/german shepherd$|husky|corgi|chihuahua|doberman/i, { ears: "pricked", face: "long" }],
  [/poodle|doodle/i, { ears: "long", coat: "curly" }],
  [/yorkshire/i, { ears: "pricked", coat: "fluffy" }],
  [/shih tzu|havanese/i, { ears: "long", coat: "bearded", face: "short" }],
  [/schnauzer/i, { ears: "folded", coat: "bearded" }],
  [/cavalier|cocker|dachshund|beagle|pointer/i, { ears: "long" }],
  [/golden|bernese|newfoundland/i, { coat: "fluffy" }],
  [/jack russell|pit bull|dane/i, { ears: "folded" }],
];

const CATS: readonly [RegExp, Partial<CatLook>][] = [
  [/maine coon|norwegian|siberian$/i, { ears: "large", coat: "fluffy" }],
  [/ragdoll|persian|longhair|mediumhair/i, { coat: "fluffy" }],
  [/siamese|abyssinian|russian blue/i, { ears: "large", face: "slim" }],
  [/sphynx/i, { ears: "large", coat: "bare", face: "slim" }],
  [/fold/i, { ears: "folded" }],
];

/** The face of a dog of this breed; an unknown breed looks like a friendly mongrel. */
export function dogLook(breed: string): DogLook {
  const found = DOGS.find(([pattern]) => pattern.test(breed))?.[1];
  return { ears: "floppy", face: "medium", coat: "smooth", ...found };
}

/** The face of a cat of this breed; an unknown breed looks like a house cat. */
export function catLook(breed: string): CatLook {
  const found = CATS.find(([pattern]) => pattern.test(breed))?.[1];
  return { ears: "pricked", coat: "smooth", face: "round", ...found };
}
