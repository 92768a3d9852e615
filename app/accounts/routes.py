"""Routes of accounts: sign in, sign out, who am I."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response

from app.accounts import cookie
from app.accounts.accounts import signed_in
from app.accounts.models import Account
from app.accounts.schemas import Credentials, DemoLogin, Me
from app.dependencies import ServicesDep, SessionDep, UserDep
from app.services import Services
from app.web.errors import problems
from insurance.identities import LOGINS

router = APIRouter(prefix="/accounts", tags=["accounts"])


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
    email = credentials.email.strip().lower()
    address = request.client.host if request.client else ""
    if pause := services.throttle.pause(email, address):
        msg = f"Too many wrong passwords; try again in {pause} s."
        raise HTTPException(429, msg, {"Retry-After": str(pause)})
    account = signed_in(session, email, credentials.password.get_secret_value())
    if account is None:
        services.throttle.failed(email, address)
        raise HTTPException(401, "E-mail and password do not fit.")
    services.throttle.succeeded(email)
    return welcome(account, response, services)


@router.post("/logout", status_code=204)
def logout(response: Response, services: ServicesDep) -> None:
    """Sign out: the cookie is taken back."""
    cookie.drop(response, services.settings)


@router.get("/me", responses=problems(401))
def me(user: UserDep) -> Me:
    """Who is signed in."""
    return Me(email=user.email, name=user.name, role=user.role, customer_id=user.customer_id)


def welcome(account: Account, response: Response, services: Services) -> Me:
    """Give an account its session, and say who it is."""
    cookie.put(response, services.tokens.of(account), services.tokens, services.settings)
    return Me.model_validate(account, from_attributes=True)
