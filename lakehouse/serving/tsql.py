"""Habits of T-SQL in a statement: `SELECT TOP n`, and names in [brackets]."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlglot.tokenizer_core import Token, TokenType

IN_BRACKETS = re.compile(r"\w+")


def is_tsql(tokens: Sequence[Token]) -> bool:
    """Whether a statement has what DuckDB would take for something else, or not at all."""
    return any(_is_top(tokens, i) or _is_bracketed_name(tokens, i) for i in range(len(tokens)))


def _is_top(tokens: Sequence[Token], i: int) -> bool:
    """Whether the token is the TOP of `SELECT [DISTINCT] TOP 10` or `TOP (10)`."""
    if i == 0 or tokens[i].text.upper() != "TOP":
        return False
    after = [token.token_type for token in tokens[i + 1 : i + 3]]
    number = after[:1] == [TokenType.NUMBER] or after == [TokenType.L_PAREN, TokenType.NUMBER]
    return number and tokens[i - 1].text.upper() in ("SELECT", "DISTINCT", "ALL")


def _is_bracketed_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a bracket opens a name, such as [order date]; not a list, nor a subscript."""
    if tokens[i].token_type != TokenType.L_BRACKET:
        return False
    before = tokens[i - 1] if i else None
    if before and before.end + 1 == tokens[i].start and re.search(r"[\w)\]\"']$", before.text):
        return False
    words: list[str] = []
    for token in tokens[i + 1 :]:
        if token.token_type == TokenType.R_BRACKET:
            return bool(words) and not words[0].isdigit()
        if token.token_type == TokenType.STRING or not IN_BRACKETS.fullmatch(token.text):
            return False
        words.append(token.text)
    return False
