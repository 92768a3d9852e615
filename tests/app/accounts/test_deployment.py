from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from app.accounts.cookie import COOKIE
from app.accounts.signing import InsecureDeployment
from app.main import create_app
from lakehouse.settings import Settings
from tests.app.server import serving

OWN_KEY, OWN_PASSWORD = "k" * 32, "stage door at nine"


@pytest.fixture
def shared(tmp_path: Path) -> Settings:
    """Settings of a portal for others, with secrets of its own."""
    return Settings(
        home=tmp_path,
        storage="local",
        deployment="shared",
        app_secret=SecretStr(OWN_KEY),
        demo_password=SecretStr(OWN_PASSWORD),
    )


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "PETINSURE_APP_SECRET"),
        ({"app_secret": "short", "demo_password": OWN_PASSWORD}, "too short"),
        ({"app_secret": OWN_KEY}, "PETINSURE_DEMO_PASSWORD"),
        ({"app_secret": OWN_KEY, "demo_password": "too short"}, "at least 12 characters"),
    ],
)
def test_a_shared_deployment_refuses_secrets_that_everyone_knows(
    tmp_path: Path, given: dict[str, Any], sentence: str
) -> None:
    settings = Settings(home=tmp_path, deployment="shared", **given)
    with pytest.raises(InsecureDeployment, match=sentence):
        create_app(settings)


def test_a_weak_key_is_refused_everywhere(tmp_path: Path) -> None:
    with pytest.raises(InsecureDeployment, match="too short"):
        create_app(Settings(home=tmp_path, app_secret=SecretStr("short")))


def test_a_shared_portal_believes_its_proxy_who_asks(shared: Settings) -> None:
    wrong = {"email": "nobody@example.com", "password": "not the password"}
    with serving(shared) as portal:
        for _ in range(60):
            portal.services.throttle.wrong("203.0.113.7")
        for address, status in (("203.0.113.7", 429), ("203.0.113.8", 401)):
            answer = portal.visitor().post(
                "/api/accounts/login", json=wrong, headers={"X-Forwarded-For": address}
            )
            assert answer.status_code == status


def test_a_shared_portal_keeps_its_password_and_sends_its_cookie_encrypted(
    shared: Settings,
) -> None:
    login = {"email": "demo1@demologin.com", "password": OWN_PASSWORD}
    with serving(shared) as portal:
        client = portal.visitor()
        assert {each["password"] for each in client.get("/api/accounts/demo").json()} == {None}
        answer = client.post("/api/accounts/login", json=login)
        name, *flags = answer.headers["set-cookie"].split("; ")
        assert name.startswith(f"__Host-{COOKIE}=")
        assert "Secure" in flags
        session = {"Cookie": name}
        assert portal.visitor().get("/api/accounts/me", headers=session).status_code == 200
        plain = {"Cookie": name.removeprefix("__Host-")}
        assert portal.visitor().get("/api/accounts/me", headers=plain).status_code == 401


def test_demo_logins_follow_the_password_that_is_set(tmp_path: Path) -> None:
    before = Settings(home=tmp_path, storage="local")
    after = before.model_copy(update={"demo_password": SecretStr(OWN_PASSWORD)})
    with serving(before) as portal:
        portal.maya()
    with serving(after) as portal:
        portal.sign_in("demo1@demologin.com", OWN_PASSWORD)
        login = {"email": "demo1@demologin.com", "password": "petinsure360"}
        assert portal.visitor().post("/api/accounts/login", json=login).status_code == 401
