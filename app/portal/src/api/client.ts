import createFetchClient from "openapi-fetch";
import createClient from "openapi-react-query";
import { problemOf, unreachable } from "@/api/problem";
import type { paths } from "@/api/schema";

/** The API, typed by its OpenAPI; whatever is not ok is thrown as a Problem. */
export const api = createFetchClient<paths>({ baseUrl: "/", credentials: "same-origin" });

api.use({
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === "AbortError" ? error : unreachable();
  },
});

/** The same API as TanStack queries: `$api.useQuery("get", "/api/pets")`. */
export const $api = createClient(api);
