"""Portal: the customer portal's API, as any client over HTTP has it."""

from __future__ import annotations

import json
from types import TracebackType
from typing import Any, Self

import httpx

from lakehouse.errors import PetInsureError
from lakehouse.settings import Settings

PRESENTER = "presenter@demologin.com"
SECONDS = 15.0


class PortalUnavailable(PetInsureError):
    """The portal does not answer."""


class PortalRefused(PetInsureError):
    """The portal refuses; the message is its own."""


class Portal:
    """The API for one who is signed in with a demo login.

    Every call raises `PortalUnavailable` where the portal does not answer and `PortalRefused`
    with its own words where it says no.
    """

    def __init__(self, settings: Settings, email: str = PRESENTER) -> None:
        """Sign in."""
        self.url = portal_url(settings)
        self.email = email
        self._client = httpx.Client(base_url=self.url, timeout=SECONDS)
        password = settings.demo_password.get_secret_value()
        self._login = {"email": email, "password": password}
        self._sign_in()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    @property
    def cookies(self) -> str:
        """The session as a header `Cookie` has it."""
        return "; ".join(f"{name}={value}" for name, value in self._client.cookies.items())

    def get(self, path: str, **query: str | int) -> Any:
        """What the API says of a path."""
        return self.call("GET", path, query=query)

    def post(self, path: str, body: Any) -> Any:
        """Hand something in."""
        return self.call("POST", path, body)

    def draft(self, scenario: str) -> dict[str, Any]:
        """The claim of a scenario of the signed-in customer, by its key, as the form has it."""
        offered = {each["key"]: each for each in self.get("/api/scenarios")}
        if scenario not in offered:
            msg = f"{self.email} has no scenario {scenario!r}; there are: {', '.join(offered)}."
            raise PortalRefused(msg)
        draft: dict[str, Any] = offered[scenario]["draft"]
        return draft

    def submit(self, draft: dict[str, Any]) -> dict[str, Any]:
        """Submit a claim of the signed-in customer: the receipt."""
        receipt: dict[str, Any] = self.post("/api/claims", draft)
        return receipt

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        query: dict[str, str | int] | None = None,
    ) -> Any:
        """One request; its answer, parsed. A session that has ended is begun anew."""
        answer = self._request(method, path, body, query)
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            self._sign_in()
            answer = self._request(method, path, body, query)
        if answer.is_error:
            raise PortalRefused(_words(answer))
        return answer.json() if answer.content else None

    def _sign_in(self) -> None:
        answer = self._request("POST", "/api/accounts/login", self._login, None)
        if answer.is_error:
            raise PortalRefused(_words(answer))

    def _request(
        self, method: str, path: str, body: Any, query: dict[str, str | int] | None
    ) -> httpx.Response:
        try:
            return self._client.request(method, path, json=body, params=query or None)
        except httpx.HTTPError as error:
            msg = f"The portal at {self.url} does not answer; `./petinsure status` shows why."
            raise PortalUnavailable(msg) from error


def portal_url(settings: Settings) -> str:
    """Address of the portal."""
    return f"http://{settings.host}:{settings.app_port}"


def posted(url: str, email: str, draft: dict[str, Any]) -> str:
    """The request that submits a claim, as a page shows it."""
    body = json.dumps(draft, indent=1, ensure_ascii=False)
    return f"POST {url}/api/claims\nCookie: the session of {email}\n\n{body}"


def _words(answer: httpx.Response) -> str:
    try:
        problem = answer.json()
        return str(problem.get("detail") or problem["title"])
    except (ValueError, KeyError, AttributeError):
        return f"The portal answers {answer.status_code} to {answer.request.url.path}."
