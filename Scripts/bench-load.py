"""The clients of bench-load.sh. Its argument is the process of the server; token and URL come by the environment."""

import asyncio
import json
import os
import socket
import sys
import time

from bench_process import memory, processor_seconds

PROCESS = int(sys.argv[1])
TOKEN = os.environ["AYB_TOKEN"]
PORT = int(os.environ["AYB_CHECK_URL"].rsplit(":", 1)[1])
STREAMS = 500
REQUESTS = 5000
WORKERS = 8
# What an allocator may keep of a load that is over, in MB.
TOLERANCE = 12

BRANCHES = "/api/admin/branches"


def head(method, path, body=b"", key=TOKEN, more=""):
    lines = f"{method} {path} HTTP/1.1\r\nHost: h\r\nContent-Length: {len(body)}\r\n{more}"
    if key:
        lines += f"Authorization: Bearer {key}\r\n"
    if body:
        lines += "Content-Type: application/json\r\n"
    return lines.encode() + b"\r\n" + body


async def answer(reader):
    header = await reader.readuntil(b"\r\n\r\n")
    length = next(int(l.split(b":")[1]) for l in header.split(b"\r\n") if l.lower().startswith(b"content-length"))
    return int(header.split(b" ", 2)[1]), await reader.readexactly(length)


async def ask(*arguments, **named):
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    writer.write(head(*arguments, **named))
    result = await answer(reader)
    writer.close()
    return result


MIXED = [
    (("GET", BRANCHES), 200), (("GET", BRANCHES + "/b0"), 200), (("GET", "/api/admin/status"), 200),
    (("GET", "/health"), 200), (("GET", BRANCHES + "/none"), 404), (("GET", BRANCHES + "/b1/connection"), 200),
    (("POST", BRANCHES, b'{"name":"b0"}'), 409), (("POST", BRANCHES, b'{"name":'), 400), (("PUT", BRANCHES), 405),
    (("GET", "/readyz"), 200),
]


async def worker(numbers):
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    for number in numbers:
        arguments, expected = MIXED[number % len(MIXED)]
        writer.write(head(*arguments))
        status, body = await answer(reader)
        if status != expected:
            raise SystemExit(f"{arguments}: {status} in place of {expected}: {body[:300]}")
    writer.close()


async def mixed():
    await asyncio.gather(*(worker(range(first, REQUESTS, WORKERS)) for first in range(WORKERS)))


async def follow(name, turns):
    # Not all at once: until they have shown the key, only so many connections may come from one host.
    async with turns:
        reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
        writer.write(head("GET", f"{BRANCHES}/{name}/events"))
        text = await reader.readuntil(b"\n\n")
    if b"event: phase" not in text:
        raise SystemExit(f"no events: {text[:300]}")
    return writer


def row(what, note=""):
    print(f"| {what} | {memory(PROCESS):.1f} MB | {note} |", flush=True)


async def round_of_streams(number, silent):
    # The source takes the connection and says nothing, so that the create goes on until it is taken back.
    port = silent.getsockname()[1]
    body = json.dumps({"name": f"held{number}", "from": f"postgresql://u@127.0.0.1:{port}/d?connect_timeout=30"}).encode()
    status, _ = await ask("POST", BRANCHES, body, more="Prefer: respond-async\r\n")
    if status != 202:
        raise SystemExit(f"the create answered {status}")
    turns = asyncio.Semaphore(32)
    streams = await asyncio.gather(*(follow(f"held{number}", turns) for _ in range(STREAMS)))
    row(f"{STREAMS} event streams")
    before, start = processor_seconds(PROCESS), time.monotonic()
    await mixed()
    spent, elapsed = processor_seconds(PROCESS) - before, time.monotonic() - start
    row(f"and {REQUESTS} mixed requests", f"{REQUESTS / elapsed:.0f} a second, {spent / REQUESTS * 1e6:.0f} µs of processor each, streams included")
    for writer in streams:
        writer.close()
    await ask("DELETE", f"{BRANCHES}/held{number}")
    await asyncio.sleep(1)
    row("streams closed")
    return memory(PROCESS)


async def main():
    silent = socket.socket()
    silent.bind(("127.0.0.1", 0))
    silent.listen(64)
    for number in range(3):
        status, body = await ask("POST", BRANCHES, json.dumps({"name": f"b{number}"}).encode())
        if status != 201:
            raise SystemExit(f"the create answered {status}: {body[:300]}")
    print("| after | ayb-server, resident | |\n|---|---|---|")
    row("start")
    await mixed()
    first = memory(PROCESS)
    row(f"{REQUESTS} mixed requests")
    await mixed()
    second = memory(PROCESS)
    row(f"{REQUESTS} more")
    third = await round_of_streams(1, silent)
    fourth = await round_of_streams(2, silent)
    if second > first + TOLERANCE or fourth > third + TOLERANCE:
        raise SystemExit("the memory grows")


asyncio.run(main())
