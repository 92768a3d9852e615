"""What every insight's answer has: where its numbers come from, its pages, its kinds of number."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

AS_FLOAT = PlainSerializer(float, return_type=float, when_used="json")
Percent = Annotated[Decimal, Field(description="Per cent.", examples=[71.25]), AS_FLOAT]
Number = Annotated[Decimal, Field(examples=[34.5]), AS_FLOAT]

PageNumber = Annotated[int, Query(ge=1, le=100_000)]
PageSize = Annotated[int, Query(ge=1, le=100)]
Direction = Literal["asc", "desc"]
Search = Annotated[str | None, Query(max_length=100)]


class Source(BaseModel):
    """The query behind a part of an answer, to be shown and to be run again."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "part": "by_opportunity",
                    "view": "vw_cross_sell",
                    "version": 2,
                    "sql": "SELECT opportunity, count(*) AS customers\nFROM vw_cross_sell\n…",
                    "parameters": [],
                    "milliseconds": 41.3,
                    "remembered": False,
                }
            ]
        }
    )

    part: str = Field(description="Field of the answer that the query fills.")
    view: str
    version: int = Field(description="Version of the gold table behind the view.")
    sql: str
    parameters: list[str | int | float | bool | None] = Field(description="$1, $2 and so on.")
    milliseconds: float = Field(description="Time the query ran.")
    remembered: bool = Field(description="The rows were read earlier, from this very version.")


class Insight(BaseModel):
    """An answer from the SQL views."""

    sources: list[Source]


class Page(BaseModel):
    """One page of a list."""

    page: int = Field(examples=[1])
    page_size: int = Field(examples=[20])
    total: int = Field(description="Items on all pages.", examples=[4985])
