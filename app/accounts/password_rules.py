"""Password rules: long rather than contrived, and not what everyone tries first.

Any characters will do, none are asked for. There is no list of leaked passwords to look in, as
the portal works offline: what is refused is made of known words, runs and repetitions.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr, ValidationInfo

SHORTEST = 12
LONGEST = 128
LEFT_OVER = 8
"""Characters that must be left of a new password without what is easily guessed."""

PRODUCT = "petinsure360 petinsure insurance insurer policy premium claims customer analyst"
FAVOURITES = """
passwort password passw0rd p@ssword p@ssw0rd changeme letmein welcome secret default administrator
admin login guest demo test user root presenter master iloveyou princess sunshine football baseball
superman batman dragon monkey shadow michael jordan trustno1 starwars whatever computer internet
liverpool chelsea arsenal charlie jessica summer winter autumn spring january february hello abc123
qwertyuiop asdfghjkl zxcvbnm qwertz azerty qwerty asdf zxcv qazwsx 1q2w3e4r 1qaz2wsx q1w2e3r4
"""
WORDS = sorted({*PRODUCT.split(), *FAVOURITES.split()}, key=len, reverse=True)
"""What the product, its people and half the world would take; the longest first."""

REPEATED = re.compile(r"(.{2,}?)\1+")


def readable(password: SecretStr) -> SecretStr:
    """The password, unless it has halves of characters, which no keyboard writes."""
    try:
        password.get_secret_value().encode()
    except UnicodeEncodeError:
        msg = "there is a character in it that cannot be read"
        raise ValueError(msg) from None
    return password


def hard_to_guess(password: SecretStr, info: ValidationInfo) -> SecretStr:
    """The password, unless little is left of it without what is easily guessed."""
    email = str(info.data.get("email", ""))
    if len(unguessed(password.get_secret_value(), email)) < LEFT_OVER:
        msg = "it is too easy to guess; join a few words that have nothing to do with each other"
        raise ValueError(msg)
    return password


def unguessed(password: str, email: str = "") -> str:
    """What is left of a password without known words, its owner's e-mail, runs and repetitions."""
    left = password.casefold()
    own = [part for part in re.split(r"\W+|_", email.partition("@")[0].casefold()) if len(part) > 1]
    for word in [*WORDS, *sorted(own, key=len, reverse=True)]:
        left = left.replace(word, "")
    return REPEATED.sub(r"\1", _without_runs(left))


def _without_runs(text: str) -> str:
    """The text without three and more characters in a row that are alike or follow each other."""
    kept, run = "", text[:1]
    step: int | None = None
    for char in text[1:]:
        here = ord(char) - ord(run[-1])
        if here in (-1, 0, 1) and step in (None, here):
            run, step = run + char, here
        else:
            kept, run, step = kept + _short(run), char, None
    return kept + _short(run)


def _short(run: str) -> str:
    return run if len(run) < 3 else ""


GivenPassword = Annotated[
    SecretStr, Field(min_length=1, max_length=LONGEST), AfterValidator(readable)
]
"""A password that somebody signs in with."""
NewPassword = Annotated[
    SecretStr,
    Field(min_length=SHORTEST, max_length=LONGEST),
    AfterValidator(readable),
    AfterValidator(hard_to_guess),
]
"""A password that somebody chooses; after the field `email`, if the model has one."""
