from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.accounts import accounts, passwords
from app.accounts.accounts import EmailTaken, account_of, register
from lakehouse.settings import DEMO_PASSWORD, Settings
from tests.app.server import Portal, serving

LOGIN = "/api/accounts/login"
WRONG = {"email": "demo1@demologin.com", "password": "not the password"}


@pytest.fixture
def fresh(tmp_path: Path) -> Settings:
    """Settings of a portal at which nobody has tried anything yet."""
    return Settings(home=tmp_path, storage="local")


def test_a_wrong_password_and_an_unknown_email_are_told_alike(fresh: Settings) -> None:
    with serving(fresh) as portal:
        client = portal.visitor()
        answers = [
            client.post(LOGIN, json=WRONG),
            client.post(LOGIN, json=WRONG | {"email": "nobody@demologin.com"}),
        ]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].json()["detail"] == answers[1].json()["detail"]
    assert not client.cookies


def test_an_unknown_email_costs_a_check_of_a_password_as_well(
    fresh: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = []

    def counted(password: str, stored: str | None) -> bool:
        checked.append(stored)
        return passwords.fits(password, stored)

    monkeypatch.setattr(accounts, "fits", counted)
    with serving(fresh) as portal:
        checked.clear()
        portal.visitor().post(LOGIN, json=WRONG | {"email": "nobody@demologin.com"})
    assert checked == [None]


def test_passwords_are_kept_as_argon2_hashes_of_their_own(portal: Portal) -> None:
    one, other = (
        passwords.hashed("correct horse battery"),
        passwords.hashed("correct horse battery"),
    )
    assert one.startswith("$argon2id$")
    assert one != other
    with portal.services.sessions() as session:
        account = account_of(session, "demo1@demologin.com")
        assert account is not None
        assert account.password_hash.startswith("$argon2id$")


def test_the_throttle_of_an_email_lets_no_one_guess_on(fresh: Settings) -> None:
    with serving(fresh) as portal:
        client = portal.visitor()
        statuses = [client.post(LOGIN, json=WRONG).status_code for _ in range(12)]
        assert statuses == [401] * 10 + [429] * 2
        answer = client.post(LOGIN, json=WRONG | {"password": DEMO_PASSWORD})
        assert answer.status_code == 429
        assert 0 < int(answer.headers["retry-after"]) <= 300
        assert client.post(LOGIN, json=WRONG | {"email": " DEMO1@demologin.com"}).status_code == 429
        portal.daniel()  # the others still get in


def test_guesses_at_the_same_time_are_no_more(fresh: Settings) -> None:
    with serving(fresh) as portal, ThreadPoolExecutor(20) as guessers:

        def guess(_: int) -> int:
            return portal.visitor().post(LOGIN, json=WRONG).status_code

        assert sorted(guessers.map(guess, range(20))) == [401] * 10 + [429] * 10


def test_the_right_password_forgets_the_wrong_ones(fresh: Settings) -> None:
    with serving(fresh) as portal:
        client = portal.visitor()
        for _ in range(2):
            for _ in range(8):
                assert client.post(LOGIN, json=WRONG).status_code == 401
            portal.maya()


def test_the_throttle_of_an_address_covers_all_emails(fresh: Settings) -> None:
    with serving(fresh) as portal:
        client = portal.visitor()
        for _ in range(58):
            portal.services.throttle.wrong("127.0.0.1")
        statuses = [
            client.post(LOGIN, json=WRONG | {"email": f"somebody{number}@example.com"}).status_code
            for number in range(4)
        ]
        assert statuses == [401, 401, 429, 429]
        # Nobody names an address of their own choice.
        elsewhere = {"X-Forwarded-For": "203.0.113.7", "X-Real-IP": "203.0.113.7"}
        assert client.post(LOGIN, json=WRONG, headers=elsewhere).status_code == 429


NEW = {
    "email": "jo.march@example.com",
    "password": "correct horse battery",
    "first_name": "Jo",
    "last_name": "March",
    "phone": "(978) 555-0100",
    "address_line1": "399 Lexington Road",
    "city": "Concord",
    "state": "MA",
    "zip_code": "01742",
    "date_of_birth": "1990-11-29",
}


@pytest.mark.parametrize(
    "password",
    [
        "eleven char",
        "password1234",
        "PetInsure360!!",
        "aaaaaaaaaaaa",
        "123456789012",
        "abcabcabcabc",
        "qwertyuiop12",
        "monkeymonkey",
        "jo.march.1990",
        "x" * 129,
    ],
)
def test_a_new_password_that_is_soon_guessed_is_refused(portal: Portal, password: str) -> None:
    body = NEW | {"password": password}
    answer = portal.visitor().post("/api/customers", json=body)
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] == ["password"]
    assert password not in answer.text


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery",
        "839201748291",
        "zwölf Boxkämpfer",
        "子犬と子猫と小鳥と金魚と亀",
        "".join(map(chr, range(0x4E00, 0x4E00 + 2 * 128, 2))),
    ],
)
def test_any_characters_make_a_password_of_up_to_128(portal: Portal, password: str) -> None:
    email = f"jo.{len(password)}@example.com"
    answer = portal.visitor().post(
        "/api/customers", json=NEW | {"password": password, "email": email}
    )
    assert answer.status_code == 201, answer.text
    portal.sign_in(email, password)


def registered(portal: Portal, email: str) -> Callable[[int], str]:
    def make(number: int) -> str:
        try:
            with portal.services.sessions.begin() as session:
                register(
                    session,
                    email=email,
                    password="correct horse battery",
                    name="Jo March",
                    customer_id=f"CUST-P-{number}",
                )
        except EmailTaken:
            return "taken"
        return "made"

    return make


def test_an_email_has_one_account_however_many_ask_at_once(portal: Portal) -> None:
    with ThreadPoolExecutor(6) as askers:
        made = list(askers.map(registered(portal, "twin@example.com"), range(6)))
    assert sorted(made) == ["made"] + ["taken"] * 5
    assert registered(portal, " Twin@Example.com ")(7) == "taken"


def test_new_accounts_of_an_address_are_throttled(fresh: Settings) -> None:
    with serving(fresh) as portal:
        for _ in range(60):
            assert portal.services.throttle.registration("127.0.0.1") == 0
        answer = portal.visitor().post("/api/customers", json=NEW)
        assert answer.status_code == 429
        assert 0 < int(answer.headers["retry-after"]) <= 600
