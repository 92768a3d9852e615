"""Routes of accounts: sign in, sign out, who am I."""

from __future__ import annotations

import structlog
from fastapi import APIRouter, HTTPException, Request, Response

from app.accounts import cookie
from app.accounts.accounts import signed_in
from app.accounts.models import Account
from app.accounts.schemas import Credentials, DemoLogin, Me
from app.dependencies import ServicesDep, SessionDep, UserDep, user_of
from app.services import Services
from app.web.errors import problems, request_id
from insurance.identities import LOGINS

router = APIRouter(prefix="/accounts", tags=["accounts"])
log = structlog.get_logger("petinsure")


@router.get("/demo")
def demo_logins(services: ServicesDep) -> list[DemoLogin]:
    """The demo's logins; their password only where the machine is one's own."""
    local = services.settings.deployment == "local"
    password = services.settings.demo_password.get_secret_value() if local else None
    return [
        DemoLogin(email=x.email, name=x.name, role=x.role, story=x.story, password=password)
        for x in LOGINS
    ]


@router.post("/login", responses=problems(401, 429))
def login(
    credentials: Credentials,
    request: Request,
    response: Response,
    services: ServicesDep,
    session: SessionDep,
) -> Me:
    """Sign in: the session comes as a cookie that lasts 30 minutes and is renewed by use."""
    email, address = credentials.email.strip().lower(), address_of(request)
    wait_first(services.throttle.sign_in(email, address))
    account = signed_in(session, email, credentials.password.get_secret_value())
    if account is None:
        services.throttle.wrong(address)
        log.warning("sign-in refused", address=address, request_id=request_id(request))
        raise HTTPException(401, "E-mail and password do not fit.")
    services.throttle.right(email)
    if before := user_of(request):
        services.ended.end(before)
    request.state.account_id = account.id
    return welcome(account, response, services)


@router.post("/logout", status_code=204)
def logout(request: Request, response: Response, services: ServicesDep) -> None:
    """Sign out: the cookie is taken back, and its session is good for nothing any more."""
    if user := user_of(request):
        request.state.account_id = user.account_id
        services.ended.end(user)
    cookie.drop(response, services.settings)


@router.get("/me", responses=problems(401))
def me(user: UserDep) -> Me:
    """Who is signed in."""
    return Me(email=user.email, name=user.name, role=user.role, customer_id=user.customer_id)


def welcome(account: Account, response: Response, services: Services) -> Me:
    """Give an account its session, and say who it is."""
    cookie.put(response, services.tokens.of(account), services.settings)
    return Me.model_validate(account, from_attributes=True)


def address_of(request: Request) -> str:
    """Where a request comes from, as far as the network says."""
    return request.client.host if request.client else ""


def wait_first(seconds: int) -> None:
    """Answer 429 where there are seconds to wait."""
    if seconds:
        detail = f"Too many attempts; try again in {seconds} s."
        raise HTTPException(429, detail, {"Retry-After": str(seconds)})
