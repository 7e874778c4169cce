from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.errors import GraphmodelError
from graphmodel.settings import Settings, resolve_settings
from graphmodel.versions import check_version

AURA = """\ufeff# Wait 60 seconds before connecting using these details
NEO4J_URI=neo4j+s://0abc1234.databases.neo4j.io
NEO4J_USERNAME=0abc1234
NEO4J_PASSWORD=pa#ss$word-${HOME}
NEO4J_DATABASE=0abc1234
AURA_INSTANCEID=0abc1234
AURA_INSTANCENAME=Instance01
"""
INHERITED = {"NEO4J_URI": "bolt://inherited:7687", "NEO4J_USERNAME": "u", "NEO4J_PASSWORD": "p", "NEO4J_DATABASE": "d"}


@pytest.fixture
def aura(tmp_path: Path) -> Path:
    file = tmp_path / "Neo4j-0abc1234.txt"
    file.write_text(AURA, encoding="utf-8")
    return file


def fields(settings: Settings | None) -> tuple[str | None, ...]:
    assert settings is not None
    return settings.uri, settings.username, settings.password, settings.database


def test_nothing_named_means_the_local_server() -> None:
    assert resolve_settings(environment={}) is None


def test_the_environment_names_a_server() -> None:
    assert fields(resolve_settings(environment=INHERITED)) == ("bolt://inherited:7687", "u", "p", "d")


def test_the_file_that_aura_hands_out_is_read_as_it_is_and_goes_before_the_environment(aura: Path) -> None:
    assert fields(resolve_settings(credentials=aura, environment=INHERITED)) == (
        "neo4j+s://0abc1234.databases.neo4j.io",
        "0abc1234",
        "pa#ss$word-${HOME}",
        "0abc1234",
    )


def test_arguments_go_before_the_file(aura: Path) -> None:
    settings = resolve_settings(uri="bolt://mine", password="other", credentials=aura, environment=INHERITED)

    assert fields(settings) == ("bolt://mine", "0abc1234", "other", "0abc1234")


def test_the_user_name_is_the_usual_one_where_none_is_given() -> None:
    assert fields(resolve_settings(uri="bolt://h", environment={})) == ("bolt://h", "neo4j", None, None)


def test_a_password_does_not_show_where_settings_are_printed() -> None:
    assert "secret" not in repr(Settings("bolt://h", "neo4j", "secret"))


@pytest.mark.parametrize("uri", ["http://h:7474", "localhost:7687", "bolt://", "bolt+x://h", "neo4j"])
def test_what_is_no_address_of_a_neo4j_is_refused(uri: str) -> None:
    with pytest.raises(GraphmodelError, match="not the address of a Neo4j") as refusal:
        resolve_settings(uri=uri, environment={})

    assert "bolt://localhost:7687" in str(refusal.value.hint)


def test_a_credentials_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphmodelError, match=r"cannot be read: .*none\.env.*No such file"):
        resolve_settings(credentials=tmp_path / "none.env", environment=INHERITED)


def test_a_credentials_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.env").write_bytes(b"\xff\xfe\x00\x80")

    with pytest.raises(GraphmodelError, match="not text in UTF-8"):
        resolve_settings(credentials=tmp_path / "x.env", environment={})


def test_a_credentials_file_without_a_server_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.env").write_text("NEO4J_PASSWORD=p\n", encoding="utf-8")

    with pytest.raises(GraphmodelError, match="names no server"):
        resolve_settings(credentials=tmp_path / "x.env", environment={})


def test_a_password_without_a_server_is_refused() -> None:
    with pytest.raises(GraphmodelError, match="but no server"):
        resolve_settings(password="p", environment={})


@pytest.mark.parametrize("uri", ["bolt://localhost:7687", "neo4j://127.0.0.1", "bolt://127.9.9.9", "bolt://[::1]:7687"])
def test_loopback_is_this_machine(uri: str) -> None:
    assert Settings(uri, "neo4j", None).is_loopback


@pytest.mark.parametrize(
    "uri", ["bolt://192.168.0.2", "neo4j+s://x.databases.neo4j.io", "bolt://localhost.example.org", "bolt://[::2]"]
)
def test_everything_else_is_not(uri: str) -> None:
    assert not Settings(uri, "neo4j", None).is_loopback


@pytest.mark.parametrize(
    ("uri", "encrypted"), [("bolt://h", False), ("neo4j://h", False), ("neo4j+s://h", True), ("bolt+ssc://h", True)]
)
def test_the_scheme_says_whether_the_connection_is_encrypted(uri: str, encrypted: bool) -> None:
    assert Settings(uri, "neo4j", None).is_encrypted is encrypted


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2025.01.0", "Neo4j/2026.08.1"])
def test_a_server_of_5_26_or_later_will_do(agent: str) -> None:
    check_version(agent, Settings("bolt://h", "neo4j", None))


@pytest.mark.parametrize("agent", ["Neo4j/4.4.41", "Neo4j/5.9.0", "Neo4j/5.25.1"])
def test_an_older_server_is_refused_with_its_version(agent: str) -> None:
    with pytest.raises(GraphmodelError, match=f"too old: it is {agent[6:]}, and 5.26 is needed"):
        check_version(agent, Settings("bolt://h", "neo4j", None))


def test_another_product_is_refused_by_its_name() -> None:
    with pytest.raises(GraphmodelError, match=r"calls itself `Other/1\.0`"):
        check_version("Other/1.0", Settings("bolt://h", "neo4j", None))
