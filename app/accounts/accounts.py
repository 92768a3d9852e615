"""Accounts: found, made, signed in."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.accounts.models import Account
from app.accounts.passwords import fits, hashed
from app.accounts.user import User
from app.database import Sessions, utc_now
from insurance.identities import LOGINS
from insurance.identities.logins import Role
from lakehouse.errors import PetInsureError
from lakehouse.settings import Settings

TAKEN = "There is an account with this e-mail address already; sign in instead."


class EmailTaken(PetInsureError):
    """The e-mail address has an account already."""


def account_of(session: Session, email: str) -> Account | None:
    """The account of an e-mail address, in whatever case it is written."""
    return session.scalar(select(Account).where(Account.email == email.strip().lower()))


def account_of_user(session: Session, user: User) -> Account | None:
    """The account of a signed-in user; None where it is gone, or another's by now."""
    account = session.get(Account, user.account_id)
    return account if account and account.email == user.email else None


def signed_in(session: Session, email: str, password: str) -> Account | None:
    """The account whose e-mail and password these are; None where they are not."""
    account = account_of(session, email)
    right = fits(password, account.password_hash if account else None)
    return account if right else None


def require_free(session: Session, email: str) -> None:
    """Raise `EmailTaken` where an e-mail address has an account."""
    if account_of(session, email):
        raise EmailTaken(TAKEN)


def register(
    session: Session, *, email: str, password: str, name: str, customer_id: str
) -> Account:
    """Make a customer's account; raises `EmailTaken`, also where two come at the same time."""
    require_free(session, email)
    account = Account(
        email=email.strip().lower(),
        name=name,
        role="customer",
        customer_id=customer_id,
        password_hash=hashed(password),
        created_at=utc_now(),
    )
    session.add(account)
    try:
        session.flush()
    except IntegrityError as error:
        raise EmailTaken(TAKEN) from error
    return account


def ensure_demo_accounts(sessions: Sessions, settings: Settings) -> None:
    """Make the demo logins that are missing, and give all of them the settings' password."""
    password = settings.demo_password.get_secret_value()
    with sessions.begin() as session:
        known = {account.email: account for account in session.scalars(select(Account))}
        due = [
            login
            for login in LOGINS
            if login.email not in known or not fits(password, known[login.email].password_hash)
        ]
        stored = hashed(password) if due else ""
        for login in due:
            role: Role = login.role
            values = {"name": login.name, "role": role, "customer_id": login.customer_id}
            session.execute(
                insert(Account)
                .values(email=login.email, password_hash=stored, created_at=utc_now(), **values)
                .on_conflict_do_update(
                    index_elements=["email"], set_={"password_hash": stored, **values}
                )
            )
