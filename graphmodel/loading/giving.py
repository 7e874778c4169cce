"""Who gave an interview, where no table says it: the participant whose pseudonym its name begins with."""

from __future__ import annotations

from neo4j import ManagedTransaction

from graphmodel.catalogue import Catalogue
from graphmodel.database import Database
from graphmodel.schema import local
from graphmodel.statements import statement


def derive_gave(database: Database, study: str, catalogue: Catalogue) -> None:
    """Bring the derived GAVE relationships to what the names say. Writes nothing where they are right already."""
    rows = database.read(statement("sync/read_gave"), {"study": study})
    said = {row["interview"] for row in rows if row["participant"] and not row["derived"]}
    held = {(row["participant"], row["interview"]): row["id"] for row in rows if row["derived"]}
    wanted = {
        (participant, row["interview"])
        for row in rows
        if row["interview"] not in said and (participant := catalogue.participant_of(local(row["interview"])))
    }
    new = [
        {"participant": participant, "interview": interview} for participant, interview in sorted(wanted - held.keys())
    ]
    old = [held[pair] for pair in held.keys() - wanted]
    if new or old:
        database.write(lambda tx: _write(tx, new, old))


def _write(tx: ManagedTransaction, new: list[dict[str, str]], old: list[str]) -> None:
    tx.run(statement("sync/delete_edges"), ids=old).consume()
    tx.run(statement("sync/create_gave"), rows=new).consume()
