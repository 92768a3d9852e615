from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest

from app.accounts.cookie import COOKIE
from app.accounts.signing import InsecureDeployment, signing_key
from app.accounts.tokens import ALGORITHM, AUDIENCE, ISSUER
from insurance.identities import LOGINS, Login
from lakehouse.settings import DEMO_PASSWORD, Settings
from tests.app.server import Portal, serving

WRONG = {"email": "demo1@demologin.com", "password": "not the password"}


@pytest.mark.parametrize("login", LOGINS, ids=lambda login: login.email)
def test_every_demo_login_signs_in(portal: Portal, login: Login) -> None:
    assert portal.sign_in(login.email).get("/api/accounts/me").json() == {
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
    assert portal.sign_in(" Demo1@DemoLogin.com").get("/api/accounts/me").status_code == 200


def test_a_wrong_password_and_an_unknown_email_are_told_alike(portal: Portal) -> None:
    client = portal.visitor()
    answers = [
        client.post("/api/accounts/login", json=WRONG),
        client.post("/api/accounts/login", json=WRONG | {"email": "nobody@demologin.com"}),
    ]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].json()["detail"] == answers[1].json()["detail"]
    assert not client.cookies


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(portal: Portal) -> None:
    login = {"email": "demo1@demologin.com", "password": DEMO_PASSWORD}
    answer = portal.visitor().post("/api/accounts/login", json=login)
    flags = answer.headers["set-cookie"].lower()
    assert flags.startswith(f"{COOKIE}=")
    assert "; httponly" in flags
    assert "; samesite=strict" in flags
    assert "; max-age=1800" in flags


def test_signing_out_ends_the_session_in_the_browser(portal: Portal) -> None:
    client = portal.maya()
    assert client.post("/api/accounts/logout").status_code == 204
    assert client.get("/api/accounts/me").status_code == 401


def claims(**changed: Any) -> dict[str, Any]:
    """What a good token says, with changes; None takes a claim away."""
    now = datetime.now(UTC)
    good = {
        "sub": "1",
        "email": "demo1@demologin.com",
        "name": "Maya Brooks",
        "role": "customer",
        "customer_id": "DEMO-001",
        "iat": now,
        "exp": now + timedelta(minutes=30),
        "aud": AUDIENCE,
        "iss": ISSUER,
    }
    return {name: value for name, value in {**good, **changed}.items() if value is not None}


def status_with(portal: Portal, token: str) -> int:
    client = portal.visitor()
    client.cookies.set(COOKIE, token)
    return client.get("/api/accounts/me").status_code


def test_a_token_signed_by_our_key_is_a_session(portal: Portal) -> None:
    key = signing_key(portal.settings)
    assert status_with(portal, jwt.encode(claims(), key, algorithm=ALGORITHM)) == 200


@pytest.mark.parametrize(
    "changed",
    [
        {"exp": datetime(2026, 1, 1, tzinfo=UTC)},
        {"exp": None},
        {"aud": "someone-else"},
        {"aud": None},
        {"iss": "someone-else"},
        {"iat": None},
        {"role": None},
    ],
    ids=repr,
)
def test_a_token_that_lacks_something_is_none(portal: Portal, changed: dict[str, Any]) -> None:
    key = signing_key(portal.settings)
    assert status_with(portal, jwt.encode(claims(**changed), key, algorithm=ALGORITHM)) == 401


def test_another_key_or_algorithm_signs_nobody_in(portal: Portal) -> None:
    key = signing_key(portal.settings)
    assert status_with(portal, jwt.encode(claims(), "k" * 40, algorithm=ALGORITHM)) == 401
    assert status_with(portal, jwt.encode(claims(), key * 2, algorithm="HS512")) == 401
    assert status_with(portal, jwt.encode(claims(), "", algorithm="none")) == 401
    assert status_with(portal, "not.a.token") == 401


def test_a_session_is_renewed_once_half_of_it_is_spent(portal: Portal) -> None:
    key, now = signing_key(portal.settings), datetime.now(UTC)
    for minutes, renewed in ((20, False), (10, True)):
        client = portal.visitor()
        token = claims(exp=now + timedelta(minutes=minutes))
        client.cookies.set(COOKIE, jwt.encode(token, key, algorithm=ALGORITHM))
        answer = client.get("/api/accounts/me")
        assert (COOKIE in answer.cookies) is renewed


def test_sessions_survive_a_restart_of_the_server(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, storage="local")
    with serving(settings) as portal:
        token = portal.maya().cookies[COOKIE]
    with serving(settings) as portal:
        assert status_with(portal, token) == 200
    assert stat.S_IMODE((tmp_path / "app" / "secret").stat().st_mode) == 0o600


def test_wrong_passwords_are_throttled_until_the_right_one_comes(tmp_path: Path) -> None:
    with serving(Settings(home=tmp_path, storage="local")) as portal:
        client = portal.visitor()
        statuses = [client.post("/api/accounts/login", json=WRONG).status_code for _ in range(12)]
        assert statuses == [401] * 10 + [429] * 2
        answer = client.post("/api/accounts/login", json=WRONG | {"password": DEMO_PASSWORD})
        assert answer.status_code == 429
        assert 0 < int(answer.headers["retry-after"]) <= 300
        portal.daniel()  # the others still get in


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "PETINSURE_APP_SECRET"),
        ({"app_secret": "short", "demo_password": "another one"}, "too short"),
        ({"app_secret": "s" * 32}, "PETINSURE_DEMO_PASSWORD"),
    ],
)
def test_a_shared_deployment_refuses_secrets_that_everyone_knows(
    tmp_path: Path, given: dict[str, Any], sentence: str
) -> None:
    settings = Settings(home=tmp_path, deployment="shared", **given)
    with pytest.raises(InsecureDeployment, match=sentence):
        signing_key(settings)
