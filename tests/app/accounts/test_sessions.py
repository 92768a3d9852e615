from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from sqlalchemy import delete, update

from app.accounts.cookie import COOKIE
from app.accounts.models import Account
from app.accounts.signing import signing_key
from app.accounts.tokens import ALGORITHM, AUDIENCE, ISSUER, LONGEST
from app.places import secret_file
from insurance.identities import LOGINS, Login
from lakehouse.settings import DEMO_PASSWORD, Settings
from tests.app.server import Portal, serving

DEMO = {"email": "demo1@demologin.com", "password": DEMO_PASSWORD}
ME = "/api/accounts/me"
LOGOUT = "/api/accounts/logout"


def claims(**changed: Any) -> dict[str, Any]:
    """What a good token says, with changes; None takes a claim away."""
    now = datetime.now(UTC)
    good = {
        "sub": "1",
        "email": "demo1@demologin.com",
        "name": "Maya Brooks",
        "role": "customer",
        "customer_id": "DEMO-001",
        "sid": "a-session",
        "auth_time": int(now.timestamp()),
        "iat": now,
        "exp": now + timedelta(minutes=30),
        "aud": AUDIENCE,
        "iss": ISSUER,
    }
    return {name: value for name, value in {**good, **changed}.items() if value is not None}


def token_of(portal: Portal, **changed: Any) -> str:
    """A token of that portal's own key."""
    return jwt.encode(claims(**changed), signing_key(portal.settings), algorithm=ALGORITHM)


def status_with(portal: Portal, token: str) -> int:
    client = portal.visitor()
    client.cookies.set(COOKIE, token)
    return client.get(ME).status_code


@pytest.mark.parametrize("login", LOGINS, ids=lambda login: login.email)
def test_every_demo_login_signs_in(portal: Portal, login: Login) -> None:
    assert portal.sign_in(login.email).get(ME).json() == {
        "email": login.email,
        "name": login.name,
        "role": login.role,
        "customer_id": login.customer_id,
    }


def test_the_demo_logins_are_listed_for_one_click(portal: Portal) -> None:
    listed = portal.visitor().get("/api/accounts/demo").json()
    assert [each["email"] for each in listed] == [login.email for login in LOGINS]
    assert {each["password"] for each in listed} == {DEMO_PASSWORD}


def test_the_case_of_an_email_does_not_matter(portal: Portal) -> None:
    assert portal.sign_in(" Demo1@DemoLogin.com").get(ME).status_code == 200


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(portal: Portal) -> None:
    answer = portal.visitor().post("/api/accounts/login", json=DEMO)
    name, *flags = answer.headers["set-cookie"].lower().split("; ")
    assert name.startswith(f"{COOKIE}=")
    assert {"httponly", "samesite=strict", "path=/", "max-age=1800"} <= set(flags)
    assert answer.cookies[COOKIE] not in answer.text


def test_a_header_signs_nobody_in(portal: Portal) -> None:
    bearer = {"Authorization": f"Bearer {portal.maya().cookies[COOKIE]}"}
    assert portal.visitor().get(ME, headers=bearer).status_code == 401


def test_signing_out_ends_the_session_for_whoever_kept_its_token(portal: Portal) -> None:
    client = portal.maya()
    token = client.cookies[COOKIE]
    assert client.post(LOGOUT).status_code == 204
    assert COOKIE not in client.cookies
    assert status_with(portal, token) == 401
    assert portal.visitor().post(LOGOUT).status_code == 204


def test_signing_out_ends_renewed_tokens_of_the_session_as_well(portal: Portal) -> None:
    soon = datetime.now(UTC) + timedelta(minutes=10)
    client = portal.visitor()
    client.headers["Cookie"] = f"{COOKIE}={token_of(portal, sid='a-long-one', exp=soon)}"
    renewed = client.get(ME).cookies[COOKIE]
    assert status_with(portal, renewed) == 200
    client.post(LOGOUT)
    assert status_with(portal, renewed) == 401


def test_signing_in_again_ends_the_session_before(portal: Portal) -> None:
    client = portal.maya()
    before = client.cookies[COOKIE]
    assert client.post("/api/accounts/login", json=DEMO).status_code == 200
    assert client.cookies[COOKIE] != before
    assert status_with(portal, before) == 401
    assert client.get(ME).status_code == 200


def test_signing_out_leaves_the_sessions_of_other_browsers(portal: Portal) -> None:
    here, there = portal.maya(), portal.maya()
    here.post(LOGOUT)
    assert there.get(ME).status_code == 200


def test_a_token_signed_by_our_key_is_a_session(portal: Portal) -> None:
    assert status_with(portal, token_of(portal)) == 200


REQUIRED = ["exp", "iat", "aud", "iss", "sub", "sid", "auth_time", "role", "email", "name"]


@pytest.mark.parametrize(
    "changed",
    [
        *({name: None} for name in REQUIRED),
        {"exp": datetime(2026, 1, 1, tzinfo=UTC)},
        {"iat": datetime(2100, 1, 1, tzinfo=UTC)},
        {"aud": "someone-else"},
        {"iss": "someone-else"},
    ],
    ids=repr,
)
def test_a_token_that_lacks_something_is_none(portal: Portal, changed: dict[str, Any]) -> None:
    assert status_with(portal, token_of(portal, **changed)) == 401


def test_another_key_or_algorithm_signs_nobody_in(portal: Portal) -> None:
    key = signing_key(portal.settings)
    assert status_with(portal, jwt.encode(claims(), "k" * 40, algorithm=ALGORITHM)) == 401
    assert status_with(portal, jwt.encode(claims(), key * 2, algorithm="HS512")) == 401
    assert status_with(portal, jwt.encode(claims(), key, algorithm="HS384")) == 401
    assert status_with(portal, jwt.encode(claims(), "", algorithm="none")) == 401
    assert status_with(portal, "not.a.token") == 401


@pytest.mark.parametrize(("minutes", "renewed"), [(20, False), (10, True)])
def test_a_session_is_renewed_once_half_of_it_is_spent(
    portal: Portal, minutes: int, *, renewed: bool
) -> None:
    client = portal.visitor()
    ends = datetime.now(UTC) + timedelta(minutes=minutes)
    client.cookies.set(COOKIE, token_of(portal, exp=ends))
    assert (COOKIE in client.get(ME).cookies) is renewed


def test_no_session_outlives_its_password_by_more_than_a_day(portal: Portal) -> None:
    now = datetime.now(UTC)
    client = portal.visitor()
    began = now - LONGEST + timedelta(minutes=20)
    nearly = token_of(
        portal, auth_time=int(began.timestamp()), exp=now + timedelta(minutes=10), sid="nearly"
    )
    client.headers["Cookie"] = f"{COOKIE}={nearly}"
    renewed = client.get(ME).cookies[COOKIE]
    said = jwt.decode(renewed, options={"verify_signature": False})
    assert said["exp"] == said["auth_time"] + LONGEST.total_seconds()
    client.headers["Cookie"] = f"{COOKIE}={renewed}"
    assert COOKIE not in client.get(ME).cookies


def test_what_an_account_is_by_now_counts_at_the_next_renewal(tmp_path: Path) -> None:
    with serving(Settings(home=tmp_path, storage="local")) as portal:
        soon = datetime.now(UTC) + timedelta(minutes=10)
        kept, gone = token_of(portal, exp=soon), token_of(portal, exp=soon, sub="2")
        with portal.services.sessions.begin() as session:
            session.execute(update(Account).where(Account.id == 1).values(role="analyst"))
            session.execute(delete(Account).where(Account.id == 2))
        client = portal.visitor()
        client.cookies.set(COOKIE, kept)
        client.get(ME)
        assert client.get(ME).json()["role"] == "analyst"
        assert status_with(portal, gone) == 401


def test_sessions_survive_a_restart_and_ended_ones_do_not(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, storage="local")
    with serving(settings) as portal:
        going_on = portal.maya().cookies[COOKIE]
        client = portal.daniel()
        ended = client.cookies[COOKIE]
        client.post(LOGOUT)
    with serving(settings) as portal:
        assert status_with(portal, going_on) == 200
        assert status_with(portal, ended) == 401


def test_the_key_is_its_owners_alone_and_each_homes_own(tmp_path: Path) -> None:
    one, other = (Settings(home=tmp_path / name) for name in ("one", "other"))
    assert signing_key(one) == signing_key(one) != signing_key(other)
    file = secret_file(tmp_path / "one")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
