/** A place among the notifications, as `epoch:id`; the epoch is that of the server's database. */
type Place = { epoch: string; id: number };

function placeOf(cursor: string): Place | null {
  const at = cursor.lastIndexOf(":");
  const id = Number(cursor.slice(at + 1));
  return at > 0 && Number.isSafeInteger(id) && id >= 0 ? { epoch: cursor.slice(0, at), id } : null;
}

/**
 * Whether a message at `cursor` is news to one who stands at `last`.
 * A new epoch is a new database, where everything is news; what cannot be read is news too.
 */
export function isNews(cursor: string, last: string | null): boolean {
  const place = placeOf(cursor);
  const seen = last === null ? null : placeOf(last);
  if (!place || !seen || place.epoch !== seen.epoch) return true;
  return place.id > seen.id;
}

/** The cursor's home: one a reader and browser tab, so that a reload goes on where it was. */
export class CursorStore {
  readonly #key: string;

  constructor(reader: string) {
    this.#key = `petinsure360.cursor.${reader}`;
  }

  read(): string | null {
    return sessionStorage.getItem(this.#key);
  }

  write(cursor: string): void {
    sessionStorage.setItem(this.#key, cursor);
  }
}
