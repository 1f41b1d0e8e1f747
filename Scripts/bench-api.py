"""The clients of bench-api.sh. Its argument is the process of the server; token and URL come by the environment."""

import asyncio
import http.client
import json
import os
import sys
import time

from bench_process import memory, processor_seconds

PROCESS = int(sys.argv[1])
TOKEN = os.environ["AYB_TOKEN"]
PORT = int(os.environ["AYB_CHECK_URL"].rsplit(":", 1)[1])
BRANCHES = int(os.environ.get("AYB_BENCH_BRANCHES", 200))
RATE = int(os.environ.get("AYB_BENCH_RATE", 1000))
SECONDS = int(os.environ.get("AYB_BENCH_SECONDS", 30))
STREAMS = int(os.environ.get("AYB_BENCH_STREAMS", 100))
REQUESTS = int(os.environ.get("AYB_BENCH_REQUESTS", 50_000))
# As many as a pool of clients has. Each asks again only when it has its answer; who finds none free waits, and that counts.
CONNECTIONS = 64

LIST = "/api/admin/branches"
FEED = "/api/admin/events"


def row(what, value):
    print(f"| {what} | {value} |", flush=True)


def head(method, path):
    return f"{method} {path} HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer {TOKEN}\r\n\r\n".encode()


def call(method, path, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=300)
    headers = {"Authorization": "Bearer " + TOKEN, "Content-Type": "application/json"}
    connection.request(method, path, json.dumps(body) if body else None, headers)
    answer = connection.getresponse()
    content = answer.read()
    assert answer.status in (200, 201), (answer.status, content)
    connection.close()


class Client:
    """One connection that is kept open."""

    async def open(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", PORT, limit=1 << 22)
        return self

    async def ask(self, request):
        self.writer.write(request)
        header = await self.reader.readuntil(b"\r\n\r\n")
        assert header.startswith(b"HTTP/1.1 200"), header
        lower = header.lower()
        start = lower.index(b"content-length:") + 15
        return await self.reader.readexactly(int(lower[start : lower.index(b"\r", start)]))


async def lists():
    """Sends a request every 1 / RATE seconds, and measures each answer from the time when its request was due."""
    free = asyncio.Queue()
    for _ in range(CONNECTIONS):
        free.put_nowait(await Client().open())
    request = head("GET", LIST)
    for _ in range(200):
        client = free.get_nowait()
        assert len(json.loads(await client.ask(request))["branches"]) == BRANCHES
        free.put_nowait(client)
    latencies = []

    async def one(due):
        client = await free.get()
        await client.ask(request)
        latencies.append(time.perf_counter() - due)
        free.put_nowait(client)

    cost = processor_seconds(PROCESS)
    start = time.perf_counter()
    tasks = []
    for number in range(RATE * SECONDS):
        due = start + number / RATE
        if (pause := due - time.perf_counter()) > 0:
            await asyncio.sleep(pause)
        tasks.append(asyncio.create_task(one(due)))
    await asyncio.gather(*tasks)
    elapsed = time.perf_counter() - start
    cost = processor_seconds(PROCESS) - cost
    latencies.sort()
    row(f"lists of {BRANCHES} branches asked for, each second", RATE)
    row("answered, each second", f"{len(latencies) / elapsed:.0f}")
    for name, part in (("median", 0.5), ("99 %", 0.99), ("99.9 %", 0.999)):
        row(f"latency, {name}", f"{latencies[int(part * (len(latencies) - 1))] * 1000:.1f} ms")
    row("latency, longest", f"{latencies[-1] * 1000:.1f} ms")
    row("processors of ayb-server", f"{cost / elapsed:.2f}")


async def streams():
    """Follows all branches many times over, and measures when each stream has a change."""
    opened = []
    for _ in range(STREAMS):
        client = await Client().open()
        client.writer.write(head("GET", FEED))
        opened.append(client)
    for client in opened:
        header = await client.reader.readuntil(b"\r\n\r\n")
        assert header.startswith(b"HTTP/1.1 200"), header
        # The last of all branches.
        await client.reader.readuntil(f'"name":"b{BRANCHES - 1}"'.encode())
    cost = processor_seconds(PROCESS)
    await asyncio.sleep(5)
    idle = (processor_seconds(PROCESS) - cost) / 5
    before = time.perf_counter()

    async def wait(client):
        await client.reader.readuntil(b'"name":"last"')
        return time.perf_counter() - before

    waits = [asyncio.create_task(wait(client)) for client in opened]
    await asyncio.to_thread(call, "POST", LIST, {"name": "last"})
    latencies = sorted(await asyncio.gather(*waits))
    for client in opened:
        client.writer.close()
    await asyncio.to_thread(call, "DELETE", LIST + "/last")
    row("streams of all branches at once", STREAMS)
    row("processors of ayb-server while nothing happens", f"{idle:.3f}")
    row("from the request for a branch until the first and the last stream had it", f"{latencies[0] * 1000:.0f} and {latencies[-1] * 1000:.0f} ms")


async def load(count):
    clients = [await Client().open() for _ in range(8)]
    requests = [head("GET", LIST), head("GET", LIST + "/b0"), head("GET", "/api/admin/status"), head("GET", "/metrics")]

    async def work(client):
        for number in range(count // len(clients)):
            await client.ask(requests[number % len(requests)])

    await asyncio.gather(*(work(client) for client in clients))
    for client in clients:
        client.writer.close()


async def main():
    for number in range(BRANCHES):
        call("POST", LIST, {"name": f"b{number}"})
    print("| | |\n|---|---|")
    # First, so that nothing else has grown it.
    await load(REQUESTS // 10)
    early = memory(PROCESS)
    await load(REQUESTS - REQUESTS // 10)
    late = memory(PROCESS)
    row(f"memory after {REQUESTS // 10} requests", f"{early:.1f} MB")
    row(f"memory after {REQUESTS} requests", f"{late:.1f} MB")
    await lists()
    await streams()


asyncio.run(main())
