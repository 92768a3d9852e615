"""Terms of the lakehouse: storage, layers, pipeline, serving."""

from __future__ import annotations

from dashboards.glossary.term import Term

FIELD = "Lakehouse"
PLACE = 1

TERMS = (
    Term(
        "Lakehouse",
        "A data lake whose files behave like tables of a database: plain files in cheap storage, "
        "with transactions, schemas and versions on top.",
        "four-containers",
    ),
    Term(
        "Medallion architecture",
        "Data in layers of growing worth: bronze as delivered, silver cleaned and judged, gold "
        "ready for a question. Each layer is computed from the one before it.",
        "four-containers",
        ("layers",),
    ),
    Term(
        "Raw",
        "The files exactly as the source systems and the portal delivered them. Nothing changes "
        "them any more.",
        "browse-the-lake",
    ),
    Term(
        "Bronze",
        "Every delivered line as a row of text, with its file, its time and its batch. Nothing is "
        "judged, nothing dropped.",
        "bronze-ingestion",
    ),
    Term(
        "Silver",
        "Rows with types, repaired where that is safe, judged by rules and freed of duplicates. "
        "Bad rows stay, marked.",
        "silver-transformations",
    ),
    Term(
        "Gold",
        "Tables that answer a question of the business, computed from silver's valid rows.",
        "gold-aggregations",
    ),
    Term(
        "Batch",
        "What one run took in together. Its id is written on each row, so that a row tells when "
        "it came.",
        "bronze-ingestion",
    ),
    Term(
        "Quality rule",
        "A condition that a good row meets. It has a severity: an error makes the row invalid, a "
        "warning or a repair lowers its score.",
        "silver-transformations",
    ),
    Term(
        "Quality score",
        "Per cent of the weight of the rules that apply to a row and that it meets.",
        "silver-transformations",
    ),
    Term(
        "Planted defect",
        "An error that the generator put into the source files on purpose and noted in a ledger, "
        "so that what the rules miss can be counted.",
        "planted-defects",
    ),
    Term(
        "False alarm",
        "A good row that a rule flags.",
        "planted-defects",
        ("false positive",),
    ),
    Term(
        "Deduplication",
        "Of several rows of one key the latest valid one survives. The others stay and name it.",
        "silver-transformations",
        ("duplicate",),
    ),
    Term(
        "Grain",
        "What one row of a table stands for, such as a customer, a claim, a month.",
        "dictionary",
    ),
    Term(
        "Data dictionary",
        "What every table and column means, read from the declarations that build them.",
        "dictionary",
    ),
    Term(
        "Lineage",
        "Where each column comes from and what it goes into, as the engine was seen to compute it.",
        "lineage-of-a-column",
        ("provenance",),
    ),
    Term(
        "Serverless SQL",
        "A query service without a server of one's own: it reads the files where they lie, and "
        "each query is billed by the bytes it reads.",
        "sql-console",
        ("Synapse",),
    ),
    Term(
        "Bytes scanned",
        "The compressed columns that a query has to read. Fewer columns, fewer bytes, less to pay.",
        "bytes-scanned",
    ),
    Term(
        "View",
        "A query with a name. Each gold table is served by one.",
        "views-on-synapse",
    ),
)
