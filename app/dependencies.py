"""Dependencies: what routes ask for by type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, HTTPException, Response
from fastapi.requests import HTTPConnection, Request
from sqlalchemy.orm import Session

from app.accounts import cookie
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
    return cookie.user_in(connection, services_of(connection).tokens)


def signed_in(request: Request, response: Response, services: ServicesDep) -> User:
    """The signed-in user (else 401); a session more than half spent is renewed."""
    user = user_of(request)
    if user is None:
        raise HTTPException(401, "Sign in first.")
    request.state.account_id = user.account_id
    if user.half_spent:
        renewed = services.tokens.renewed(user)
        cookie.put(response, renewed, services.tokens, services.settings)
    return user


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
