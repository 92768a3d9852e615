"""Dependencies: what routes ask for by type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, HTTPException, Response, Security
from fastapi.requests import HTTPConnection, Request
from fastapi.security import APIKeyCookie
from sqlalchemy.orm import Session

from app.accounts import cookie
from app.accounts.accounts import account_of_user
from app.accounts.user import User
from app.services import Services


def services_of(connection: HTTPConnection) -> Services:
    """The services of the running application, for requests and WebSockets alike."""
    found: Services = connection.app.state.services
    return found


ServicesDep = Annotated[Services, Depends(services_of)]


def session(services: ServicesDep) -> Iterator[Session]:
    """A database session of the request, committed before its answer is sent."""
    with services.sessions.begin() as opened:
        yield opened


SessionDep = Annotated[Session, Depends(session, scope="function")]


def user_of(connection: HTTPConnection) -> User | None:
    """Who a request or a WebSocket's handshake is from; None where nobody is signed in."""
    services = services_of(connection)
    token = cookie.token_in(connection, services.settings)
    user = services.tokens.read(token) if token else None
    return None if user is None or user.session_id in services.ended else user


described = APIKeyCookie(name=cookie.COOKIE, scheme_name="session", auto_error=False)


def signed_in(
    request: Request,
    response: Response,
    services: ServicesDep,
    _: Annotated[str | None, Security(described)],
) -> User:
    """The signed-in user (else 401); a session more than half spent is renewed."""
    user = user_of(request)
    if user and user.renewable and not _renewed(user, response, services):
        user = None
    if user is None:
        raise HTTPException(401, "Sign in first.")
    request.state.account_id = user.account_id
    return user


def _renewed(user: User, response: Response, services: Services) -> bool:
    """Renew a session; False where its account is no longer what the session says."""
    with services.sessions() as opened:
        account = account_of_user(opened, user)
    if account is None:
        return False
    cookie.put(response, services.tokens.renewed(user, account), services.settings)
    return True


UserDep = Annotated[User, Depends(signed_in)]


def customer(user: UserDep) -> User:
    """A signed-in customer, else 403."""
    if user.role != "customer" or user.customer_id is None:
        raise HTTPException(403, "Only customers can do this; sign in as one.")
    return user


def analyst(user: UserDep) -> User:
    """A signed-in analyst or presenter, else 403."""
    if user.role not in ("analyst", "presenter"):
        raise HTTPException(403, "Only analysts and presenters see this.")
    return user


def presenter(user: UserDep) -> User:
    """A signed-in presenter, else 403."""
    if user.role != "presenter":
        raise HTTPException(403, "Only the presenter can do this.")
    return user


CustomerDep = Annotated[User, Depends(customer)]
AnalystDep = Annotated[User, Depends(analyst)]
PresenterDep = Annotated[User, Depends(presenter)]


def own_customer_id(user: CustomerDep) -> str:
    """The id of the signed-in customer."""
    return str(user.customer_id)


CustomerIdDep = Annotated[str, Depends(own_customer_id)]
