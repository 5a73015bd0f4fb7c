"""Ce qu'une personne qui programme essaie depuis sa place : des adresses, puis des messages à son noyau."""

import json
import re
import socket
import uuid
from typing import Any
from urllib.parse import urlsplit

import websocket
from hub.rooms import MODULE
from hub.visitor import Visitor

KERNEL = re.compile(r'carnets\.noyau\("([-0-9a-f]{36})"\)')
EXERCISE = f"voila/render/{MODULE}/exercice.ipynb"
V1 = "v1.kernel.websocket.jupyter.org"
# Everything by which a server of Jupyter, nbgrader or Voilà runs code, or reads or writes a file.
ADDRESSES = (
    "GET lab",
    "GET tree",
    "GET doc",
    "GET api/contents",
    "PUT api/contents/pris.ipynb",
    f"GET api/contents/{MODULE}/reponses.json",
    "GET api/kernels",
    "POST api/kernels",
    "POST api/sessions",
    "GET api/kernelspecs",
    "POST api/terminals",
    "GET terminals/websocket/1",
    "GET api/config/x",
    "POST api/shutdown",
    f"GET files/{MODULE}/reponses.json",
    f"GET files/{MODULE}/feedback/../reponses.json",
    f"GET files/{MODULE}/feedback/2026%2f..%2f../exercice.html",
    f"GET view/{MODULE}/reponses.json",
    f"GET edit/{MODULE}/reponses.json",
    f"GET nbconvert/html/{MODULE}/exercice.ipynb",
    "GET assignments",
    "POST assignments/fetch",
    "POST assignments/submit",
    "GET formgrader",
    "GET voila",
    "GET voila/tree",
    f"GET voila/files/{MODULE}/reponses.json",
    "GET voila/render/notebooks/seance/application.ipynb",
    "GET voila/render/notebooks/textes/application.ipynb",
    f"GET voila/render/..%2f..%2f{MODULE}/exercice.ipynb",
    f"GET voila/render/%2e%2e/{MODULE}/exercice.ipynb",
    f"GET voila/render/{MODULE}/../../formation/notebooks/seance/application.ipynb",
    "GET metrics",
    "GET lsp/status",
)


def answered(visitor: Visitor, address: str) -> int:
    """The status of an address asked with a person's own session and token, as it is written."""
    method, _, path = address.partition(" ")
    asked = visitor.http.prepare_request(_request(method, visitor))
    asked.url = f"{visitor.own}/user/{visitor.name}/{path}"  # as it is: requests would tidy « .. » away
    return visitor.http.send(asked, allow_redirects=False, timeout=60).status_code


def _request(method: str, visitor: Visitor) -> Any:
    import requests

    prefix = f"{visitor.own}/user/{visitor.name}/"
    known = {"X-XSRFToken": visitor.own_token, "Referer": prefix}
    return requests.Request(method, prefix, headers=known, json={"name": "python3"})


def told_to_a_stranger(base: str, code: str) -> bytes:
    """All that who has not entered is answered at somebody's address, but the hour, the code and what is drawn anew."""
    where = urlsplit(base)
    with socket.create_connection((where.hostname, where.port), timeout=20) as wire:
        wire.sendall(f"GET /user/{code}/ HTTP/1.1\r\nHost: {where.netloc}\r\nConnection: close\r\n\r\n".encode())
        said = b"".join(iter(lambda: wire.recv(2**16), b""))
    return re.sub(rb"(?i)(date: |_xsrf=|-id=)[^\r;]*", rb"\1", said.replace(code.encode(), b"?"))


def kernel_of_the_exercise(visitor: Visitor) -> str:
    """Open one's exercise, and read which kernel runs it."""
    found = KERNEL.search(visitor.get(EXERCISE).text)
    assert found is not None
    return found.group(1)


def told_to_kernel(visitor: Visitor, kernel: str, code: str, protocol: str | None) -> set[str]:
    """Send by a browser's own way everything that runs code, then a question; the kinds of what the kernel answered."""
    channel = channel_to(visitor, kernel, protocol)
    heard: set[str] = set()
    try:
        for kind, content in running(code):
            for name in ("shell", "control"):
                channel.send_binary(message(name, kind, content)) if protocol else channel.send(
                    legacy(name, kind, content)
                )
        question = uuid.uuid4().hex
        channel.send_binary(message("shell", "kernel_info_request", {}, question)) if protocol else channel.send(
            legacy("shell", "kernel_info_request", {}, question)
        )
        while "kernel_info_reply" not in heard:
            heard |= kinds(channel.recv())
    finally:
        channel.close()
    return heard


def run_in_place(visitor: Visitor, code: str) -> str:
    """What a line of code prints in a kernel of one's own place, until it is done or the kernel is killed."""
    started = visitor.http.post(
        f"{visitor.own}/user/{visitor.name}/api/kernels",
        headers={"X-XSRFToken": visitor.own_token},
        json={"name": "python3"},
    )
    started.raise_for_status()
    channel, printed = channel_to(visitor, started.json()["id"], None), ""
    question = uuid.uuid4().hex
    try:
        channel.send(legacy("shell", "execute_request", {"code": code, "silent": False}, question))
        state = ""
        while state not in ("idle", "restarting", "dead"):
            heard = json.loads(channel.recv())
            ours = heard["parent_header"].get("msg_id") == question
            if ours and heard["msg_type"] in ("stream", "error"):
                printed += heard["content"].get("text") or heard["content"]["evalue"]
            # What is printed may come after the answer; it is said before the kernel is idle again.
            if heard["msg_type"] == "status" and (ours or heard["content"]["execution_state"] != "idle"):
                state = heard["content"]["execution_state"]
    except websocket.WebSocketException:
        pass  # the whole place was killed
    finally:
        channel.close()
    return printed


def channel_to(visitor: Visitor, kernel: str, protocol: str | None) -> websocket.WebSocket:
    """The way of a browser to a kernel."""
    address = f"{visitor.own.replace('http', 'ws', 1)}/user/{visitor.name}/api/kernels/{kernel}/channels"
    cookies = "; ".join(f"{one.name}={one.value}" for one in visitor.http.cookies if one.path != "/hub/")
    return websocket.create_connection(
        address, cookie=cookies, subprotocols=[protocol] if protocol else None, timeout=60, origin=visitor.own
    )


def running(code: str) -> list[tuple[str, dict[str, Any]]]:
    """Every message by which a kernel evaluates what it is given."""
    execute = {
        "code": code,
        "silent": False,
        "store_history": False,
        "user_expressions": {"x": f"exec({code!r})"},
        "allow_stdin": False,
        "stop_on_error": False,
    }
    debug = {"type": "request", "seq": 1, "command": "evaluate", "arguments": {"expression": code}}
    return [
        ("execute_request", execute),
        ("inspect_request", {"code": "open", "cursor_pos": 4, "detail_level": 1}),
        ("complete_request", {"code": "open", "cursor_pos": 4}),
        ("history_request", {"output": True, "raw": True, "hist_access_type": "tail", "n": 10}),
        ("debug_request", debug),
        ("input_reply", {"value": code}),
    ]


def header(kind: str, number: str = "") -> dict[str, str]:
    """The head of a message, as a browser writes it."""
    return {
        "msg_id": number or uuid.uuid4().hex,
        "msg_type": kind,
        "username": "",
        "session": uuid.uuid4().hex,
        "date": "2026-11-27T10:00:00Z",
        "version": "5.3",
    }


def legacy(channel: str, kind: str, content: dict[str, Any], number: str = "") -> str:
    """A message in the older form, whose outer kind says something harmless."""
    outer = {"channel": channel, "msg_type": "comm_msg", "header": header(kind, number)}
    return json.dumps({**outer, "parent_header": {}, "metadata": {}, "content": content, "buffers": []})


def message(channel: str, kind: str, content: dict[str, Any], number: str = "") -> bytes:
    """A message in the newer form: offsets, then the parts."""
    parts = [channel.encode(), *(json.dumps(part).encode() for part in (header(kind, number), {}, {}, content))]
    offsets = [8 * (len(parts) + 2)]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return b"".join(number.to_bytes(8, "little") for number in (len(offsets), *offsets)) + b"".join(parts)


def kinds(frame: str | bytes) -> set[str]:
    """The kinds of message that a frame from the kernel names."""
    text = frame.decode("utf-8", "replace") if isinstance(frame, bytes) else frame
    return set(re.findall(r'"msg_type": ?"(\w+)"', text))
