/** One field that the server refused, with its reason. */
export type FieldError = { field: string; message: string };

/** What went wrong, in the server's own words (RFC 9457 problem+json). */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly requestId: string | undefined;
  readonly errors: readonly FieldError[];

  constructor(fields: {
    type?: string | undefined;
    status: number;
    title: string;
    detail: string;
    requestId?: string | undefined;
    errors?: readonly FieldError[];
  }) {
    super(fields.detail);
    this.type = fields.type ?? "about:blank";
    this.status = fields.status;
    this.title = fields.title;
    this.requestId = fields.requestId;
    this.errors = fields.errors ?? [];
  }

  /** Whether the same request may well succeed a moment later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Whether the lake has no tables yet: its first run mends that. */
  get isEmptyLake(): boolean {
    return this.type === "urn:petinsure360:problem:lake-empty";
  }
}

/** The server could not be reached at all. */
export function unreachable(): Problem {
  return new Problem({
    status: 0,
    title: "No answer",
    detail: "The portal's server does not answer. It may be starting; we keep trying.",
  });
}

/** The problem of a response that is not ok, whatever its body holds. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const text = (name: string): string | undefined => {
    const value = isRecord(body) ? body[name] : undefined;
    return typeof value === "string" && value ? value : undefined;
  };
  if (!isRecord(body) && [502, 503, 504].includes(response.status)) return unreachable();
  return new Problem({
    type: text("type"),
    status: response.status,
    title: text("title") ?? (response.statusText || `Error ${response.status}`),
    detail: text("detail") ?? `The server answered with status ${response.status}.`,
    requestId: text("request_id"),
    errors: isRecord(body) ? fieldErrors(body.errors) : [],
  });
}

/** Whatever was thrown, as a problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const detail = error instanceof Error ? error.message : "Something went wrong here.";
  return new Problem({ status: -1, title: "Something went wrong", detail });
}

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((entry) => ({
    field: String(entry.field ?? ""),
    message: String(entry.message ?? ""),
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
