from __future__ import annotations

import socket
from pathlib import Path

from graphmodel.server.ports import LOOPBACK, Ports, choose_ports, free_ports, keep_ports, kept_ports


def listening(address: str, family: int) -> socket.socket:
    owner = socket.socket(family)
    owner.bind((address, 0))
    owner.listen()
    return owner


def test_ports_that_are_free_are_kept(tmp_path: Path) -> None:
    ports = free_ports()
    keep_ports(tmp_path / "ports.json", ports)

    assert choose_ports(tmp_path / "ports.json") == ports


def test_a_busy_port_is_left_to_its_owner_and_the_new_one_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "ports.json"
    with listening(LOOPBACK, socket.AF_INET) as owner:
        busy = owner.getsockname()[1]
        free = free_ports()
        keep_ports(file, Ports(busy, free.http))
        chosen = choose_ports(file)

    assert chosen.bolt != busy
    assert chosen.http == free.http
    assert choose_ports(file) == chosen == kept_ports(file)


def test_a_port_that_somebody_bound_without_listening_is_left_alone(tmp_path: Path) -> None:
    with socket.socket() as owner:
        owner.bind((LOOPBACK, 0))
        keep_ports(tmp_path / "ports.json", Ports(owner.getsockname()[1], free_ports().http))

        assert choose_ports(tmp_path / "ports.json").bolt != owner.getsockname()[1]


def test_a_spoilt_note_of_ports_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "ports.json").write_text("{", encoding="utf-8")

    chosen = choose_ports(tmp_path / "ports.json")

    assert kept_ports(tmp_path / "ports.json") == chosen
