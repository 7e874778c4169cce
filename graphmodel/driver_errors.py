"""What the driver's and the server's errors mean for the user, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConnectionAcquisitionTimeoutError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    UnsupportedServerProduct,
)

from graphmodel.errors import GraphmodelError
from graphmodel.settings import Settings

STATEMENT_ERRORS = {
    "Neo.ClientError.Statement.AccessMode": (
        "the query would change the graph, and here it may only read",
        "the graph is changed by `graphmodel load` alone; ask with MATCH … RETURN",
    ),
    "Neo.ClientError.Statement.ExternalResourceFailed": (
        "the query wanted to load a file or an address, which is not allowed here",
        "load data with `graphmodel load`",
    ),
    "Neo.ClientError.Statement.ParameterMissing": (
        "the query needs a parameter that was not given",
        "give it with `--param name=value`",
    ),
    "Neo.ClientError.Statement.SyntaxError": ("the query is not Cypher that the server understands", None),
    "Neo.ClientError.Database.DatabaseNotFound": (
        "the server has no such database",
        "leave out `--database` and NEO4J_DATABASE, or name one that `SHOW DATABASES` lists",
    ),
    "Neo.TransientError.General.DatabaseUnavailable": ("the database is not available now", "try again in a while"),
}


@contextmanager
def explained(settings: Settings) -> Iterator[None]:
    """Raise what the driver raises as a GraphmodelError that a person can act on."""
    try:
        yield
    except AuthError as error:
        raise _not_signed_in(settings, error) from error
    except UnsupportedServerProduct as error:
        raise GraphmodelError(
            f"the server at `{settings.uri}` is not a Neo4j, or one far too old: {_first_line(error)}",
            "use Neo4j 5.26 or later",
        ) from error
    except (ServiceUnavailable, SessionExpired, ConnectionAcquisitionTimeoutError) as error:
        raise _unreachable(settings, error) from error
    except Neo4jError as error:
        raise _refused(error) from error
    except (ConfigurationError, DriverError, ValueError) as error:
        raise GraphmodelError(f"the connection to `{settings.uri}` failed: {_first_line(error)}") from error


def _not_signed_in(settings: Settings, error: AuthError) -> GraphmodelError:
    if error.code == "Neo.ClientError.Security.AuthenticationRateLimit":
        return GraphmodelError(
            f"the Neo4j at `{settings.uri}` takes no more attempts to sign in for now",
            "wait some seconds, then use the right password",
        )
    return GraphmodelError(
        f"the Neo4j at `{settings.uri}` refuses the user name or password (user `{settings.username}`)",
        "check NEO4J_USERNAME and NEO4J_PASSWORD, or the file that `--credentials` names",
    )


def _unreachable(settings: Settings, error: Exception) -> GraphmodelError:
    return GraphmodelError(
        f"no Neo4j answers at `{settings.uri}` ({_root_cause(error)})",
        "see that it runs and that the address is right, then run the same command again; "
        "without `--uri` and NEO4J_URI, graphmodel starts a local one by itself",
    )


def _root_cause(error: BaseException) -> str:
    cause: BaseException = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    reason = cause.strerror if isinstance(cause, OSError) else None
    return reason or _first_line(cause)


def _refused(error: Neo4jError) -> GraphmodelError:
    said = error.message or "it gave no reason"
    message, hint = STATEMENT_ERRORS.get(error.code or "", (None, None))
    if message is None:
        message = "the server refused the query" if isinstance(error, ClientError) else "the server could not do it"
    return GraphmodelError(f"{message}: {said}", hint)


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
