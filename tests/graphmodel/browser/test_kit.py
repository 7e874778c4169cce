from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from graphmodel import server
from graphmodel.browser.kit import kit_version, place_kit
from graphmodel.errors import GraphmodelError
from graphmodel.server.lines import chosen_line


@pytest.fixture
def jar(local_server: server.LocalServer) -> Path:
    return server.chosen_home().jars / chosen_line().browser_jar().path


def test_the_server_serves_the_browser_with_our_script_first(local_server: server.LocalServer, jar: Path) -> None:
    with zipfile.ZipFile(server.chosen_home().browser) as archive:
        names = archive.namelist()
        page = archive.read("browser/index.html").decode()
    assert names[0] == "browser/"
    assert all(
        any(name.startswith(folder) for folder in names[:index] if folder.endswith("/"))
        for index, name in enumerate(names[1:], 1)
    )
    assert page.index('src="kit/first.js"') < page.index("<script src=", page.index('src="kit/first.js"'))
    assert page.count("kit/first.js") == 1
    assert not [name for name in names if "preview" in name]


def test_it_holds_nothing_secret(local_server: server.LocalServer) -> None:
    with zipfile.ZipFile(server.chosen_home().browser) as archive:
        assert not [name for name in archive.namelist() if local_server.password.encode() in archive.read(name)]


def test_it_is_made_again_only_where_it_is_another(jar: Path, tmp_path: Path) -> None:
    target = tmp_path / "web" / "neo4j-browser.zip"
    place_kit(jar, target)
    first = target.stat().st_mtime_ns
    place_kit(jar, target)
    assert target.stat().st_mtime_ns == first
    with zipfile.ZipFile(target, "a") as archive:
        archive.comment = b"an older kit"
    place_kit(jar, target)
    with zipfile.ZipFile(target) as archive:
        assert archive.comment.decode() == kit_version(jar)
    target.write_bytes(b"cut short")
    place_kit(jar, target)
    assert zipfile.is_zipfile(target)
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_file_that_is_not_the_browser_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.jar", "w") as archive:
        archive.writestr("browser/index.html", "<html></html>")
    with pytest.raises(GraphmodelError, match="not one that graphmodel knows"):
        place_kit(tmp_path / "other.jar", tmp_path / "out.zip")


def test_a_folder_that_cannot_be_written_is_named(jar: Path, tmp_path: Path) -> None:
    (tmp_path / "web").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(GraphmodelError, match="cannot be put together"):
        place_kit(jar, tmp_path / "web" / "neo4j-browser.zip")
