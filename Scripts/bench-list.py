"""The client of bench-list.sh. Its arguments are the process, the URL and the file with the token of each server."""

import http.client
import json
import os
import statistics
import sys

BRANCHES = 200
LISTS = 400
ROUNDS = 7


class Server:
    def __init__(self, process, url, token):
        self.process = process
        self.address = url.rsplit("/", 1)[1]
        with open(token) as file:
            self.headers = {"Authorization": "Bearer " + file.read(), "Content-Type": "application/json"}
        self.costs = []

    def ask(self, connection, method, path, body=None):
        connection.request(method, path, body=body, headers=self.headers)
        answer = connection.getresponse()
        content = answer.read()
        assert answer.status in (200, 201), (answer.status, content)
        return content

    def processor_seconds(self):
        with open(f"/proc/{self.process}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def fill(self):
        connection = http.client.HTTPConnection(self.address)
        for number in range(BRANCHES):
            self.ask(connection, "POST", "/api/admin/branches", json.dumps({"name": f"b{number}"}))

    def measure(self):
        connection = http.client.HTTPConnection(self.address)
        start = self.processor_seconds()
        for _ in range(LISTS):
            content = self.ask(connection, "GET", "/api/admin/branches")
        cost = (self.processor_seconds() - start) / LISTS
        assert len(json.loads(content)["branches"]) == BRANCHES
        self.costs.append(cost)


arguments = sys.argv[1:]
servers = [Server(*arguments[index : index + 3]) for index in range(0, len(arguments), 3)]
for server in servers:
    server.fill()
for _ in range(ROUNDS):
    for server in servers:
        server.measure()
# The first round warms up.
medians = [statistics.median(server.costs[1:]) for server in servers]
print(f"| a list of {BRANCHES} branches over HTTP | processor time of ayb-server |")
print("|---|---|")
print(f"| this tree | {medians[0] * 1000:.2f} ms |")
if len(medians) > 1:
    print(f"| the other | {medians[1] * 1000:.2f} ms |")
    print(f"| ratio | {medians[0] / medians[1]:.2f} |")
