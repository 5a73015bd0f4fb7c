"""L'adresse de l'ordinateur dans la salle, et le port : trouvés, choisis, refusés avec une phrase."""

import socket

import pytest

from app.room import network
from app.room.network import NetworkError, chosen_address, chosen_port, free_ports, is_free, room_addresses


def test_the_network_by_which_packets_leave_comes_first() -> None:
    found = room_addresses({"eth0": ["10.0.0.5"], "wlan0": ["192.168.1.20"]}, way_out="192.168.1.20")
    assert found == ["192.168.1.20", "10.0.0.5"]


def test_a_shared_connection_without_internet_is_found() -> None:
    assert room_addresses({"lo": ["127.0.0.1"], "ap0": ["10.42.0.1"]}, way_out=None) == ["10.42.0.1"]


def test_addresses_that_no_room_reaches_are_left_out() -> None:
    machine = {"lo": ["127.0.0.1"], "docker0": ["172.17.0.1"], "wlan0": ["169.254.3.4"], "wg0": ["10.8.0.2"]}
    assert room_addresses(machine, way_out="10.8.0.2") == []


def test_no_network_is_said_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_interfaces", lambda: {"lo": ["127.0.0.1"]})
    with pytest.raises(NetworkError, match="partage de connexion"):
        chosen_address(None)


def test_this_machine_s_own_address_is_taken_and_another_refused() -> None:
    assert chosen_address(" 127.0.0.1 ") == "127.0.0.1"
    with pytest.raises(NetworkError, match="pas une adresse de cet ordinateur"):
        chosen_address("192.0.2.55")


@pytest.mark.parametrize("asked", ["0.0.0.0", "salle", "::1", ""])
def test_what_a_sheet_could_not_print_is_refused(asked: str) -> None:
    with pytest.raises(NetworkError):
        chosen_address(asked)


def test_a_port_that_is_taken_is_refused_by_name_and_passed_over_otherwise() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        assert not is_free("127.0.0.1", taken)
        with pytest.raises(NetworkError, match=f"Le port {taken} est déjà pris"):
            chosen_port("127.0.0.1", taken)
    assert chosen_port("127.0.0.1", taken) == taken


def test_the_next_port_is_taken_when_the_first_is_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "is_free", lambda _address, port: port >= 8002)
    assert chosen_port("127.0.0.1", None) == 8002
    monkeypatch.setattr(network, "is_free", lambda _address, _port: False)
    with pytest.raises(NetworkError, match="Aucun port libre entre 8000 et 8019"):
        chosen_port("127.0.0.1", None)


def test_places_have_the_free_ports_that_follow_that_of_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "is_free", lambda _address, port: port != 8002)
    assert free_ports("127.0.0.1", 8000, 3) == [8001, 8003, 8004]
    assert free_ports("127.0.0.1", 65533, 2) == [65534, 65535]
    with pytest.raises(NetworkError, match="Aucun port libre entre 65534 et 65535"):
        free_ports("127.0.0.1", 65533, 3)


@pytest.mark.parametrize(("port", "fits"), [(1023, False), (1024, True), (65535, True), (65536, False)])
def test_only_ports_that_a_person_may_take_are_accepted(port: int, fits: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "is_free", lambda _address, _port: True)
    if fits:
        assert chosen_port("127.0.0.1", port) == port
    else:
        with pytest.raises(NetworkError, match="entre 1024 et 65535"):
            chosen_port("127.0.0.1", port)
