"""The client of bench-builds.sh: directory of the cluster, number of runs, and the two programs."""

import http.client
import json
import os
import secrets
import socket
import statistics
import subprocess
import sys
import time

WORK, RUNS, OTHER, OWN = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
BRANCHES = "/api/admin/branches"


def url(database):
    return f"postgresql://bench@/{database}?host={WORK}/pg"


class Connection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=600)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self.path)


class Server:
    def __init__(self, number, program):
        self.home = f"{WORK}/home-{number}"
        os.mkdir(self.home, 0o700)
        self.token = secrets.token_hex(32)
        environment = dict(
            os.environ, AYB_HOME=self.home, AYB_CONFIG="", AYB_ADMIN_TOKEN=self.token, AYB_DATABASE_URL=url("source"),
            AYB_SERVER_HOST="", AYB_DATABASE_ALLOW_SOCKET_SOURCES="true",
            AYB_BRANCHING_CONTROL_DATABASE=f"control_{number}")
        self.process = subprocess.Popen([program], env=environment, stderr=subprocess.DEVNULL)
        for _ in range(300):
            if os.path.exists(f"{self.home}/run/ayb.sock"):
                break
            time.sleep(0.1)
        self.name = f"b{number}"

    def ask(self, method, path, body=None):
        connection = Connection(f"{self.home}/run/ayb.sock")
        headers = {"Authorization": "Bearer " + self.token, "Content-Type": "application/json"}
        connection.request(method, path, body=json.dumps(body) if body else None, headers=headers)
        answer = connection.getresponse()
        content = answer.read()
        assert answer.status in (200, 201), (answer.status, content[:500])

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def measure(self, task):
        processor, clock = self.processor_seconds(), time.monotonic()
        task(self)
        return self.processor_seconds() - processor, time.monotonic() - clock


def diff(server):
    server.ask("POST", "/api/admin/diff", {"from": url("changing"), "to": url("changed")})


def stream(source):
    return lambda server: server.ask(
        "POST", BRANCHES, {"name": server.name, "from": url(source), "strategy": "stream"})


def clean(server):
    server.ask("DELETE", f"{BRANCHES}/{server.name}")


servers = [Server(0, OTHER), Server(1, OWN)]
print("| task | the other: processor, seconds | this tree | ratio: processor, seconds |")
print("|---|---|---|---|")
try:
    for title, task, after in [
        ("diff", diff, None), ("stream of 400 small tables", stream("small"), clean),
        ("stream of one large table", stream("large"), clean),
    ]:
        found = [[], []]
        for run in range(RUNS + 1):
            for server, costs in zip(servers, found):
                cost = server.measure(task)
                if run:
                    costs.append(cost)
                if after:
                    after(server)
        (a, b), (c, d) = [[statistics.median(each) for each in zip(*costs)] for costs in found]
        print(f"| {title} | {a:.2f} s, {b:.2f} s | {c:.2f} s, {d:.2f} s | {c / a:.2f}, {d / b:.2f} |", flush=True)
finally:
    for server in servers:
        server.process.terminate()
        server.process.wait()
