"""pictures.py URL HOME DIRECTORY: what pictures.sh runs. The token is in AYB_TOKEN."""

import base64
import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

url, home, directory = sys.argv[1:]
token = os.environ["AYB_TOKEN"]


def send(method, address, body=None, headers={}):
    """Sends JSON, and returns what came back."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(
        address, data=data, method=method, headers={"Content-Type": "application/json", **headers}
    )
    with urllib.request.urlopen(request, timeout=120) as answer:
        text = answer.read()
    return json.loads(text) if text else None


def api(method, path, body=None):
    return send(method, url + "/api/admin" + path, body, {"Authorization": f"Bearer {token}"})


def psql(database, *arguments):
    """Runs psql on a database of the private cluster, by the connection of a branch."""
    connection = urllib.parse.urlsplit(api("GET", "/branches/probe/connection?password=true")["url"])
    query = dict(urllib.parse.parse_qsl(connection.query))
    environment = {
        **os.environ,
        "PGHOST": connection.hostname or query["host"],
        "PGPORT": str(connection.port or query["port"]),
        "PGUSER": urllib.parse.unquote(connection.username or ""),
        "PGPASSWORD": urllib.parse.unquote(connection.password or ""),
        "PGDATABASE": database,
        "PGOPTIONS": "--client-min-messages=warning",
    }
    subprocess.run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", *arguments], env=environment, check=True)


def fill():
    """Makes the shop, and branches of it in each state."""
    source = api("GET", "/status")["active_database"]
    api("POST", "/branches", {"name": "probe", "schema_only": True})
    psql(source, "-f", "Scripts/demo.sql")
    for name in ["feature-auth", "feature-search", "report-2026"]:
        api("POST", "/branches", {"name": name})
    psql(
        "ayb_branch_feature_auth",
        "-c", "ALTER TABLE customers ADD COLUMN password_hash text",
        "-c", "CREATE INDEX customers_created ON customers (created_at)",
        "-c", "ALTER TABLE products DROP COLUMN price CASCADE",
    )
    try:
        api("POST", "/branches", {"name": "staging-copy", "from": "postgresql://app@127.0.0.1:1/app"})
    except urllib.error.HTTPError as error:
        assert error.code == 502, error
    api("DELETE", "/branches/probe")


class Browser:
    """Chromium, over W3C WebDriver."""

    def __init__(self):
        log = os.path.join(home, "chromedriver.log")
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=open(log, "w"))
        found = None
        while not found:
            time.sleep(0.1)
            found = re.search(r"started successfully on port (\d+)", open(log).read())
        self.base = f"http://127.0.0.1:{found[1]}"
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]
        capabilities = {"alwaysMatch": {"goog:chromeOptions": {"args": arguments}}}
        session = send("POST", self.base + "/session", {"capabilities": capabilities})["value"]["sessionId"]
        self.base += f"/session/{session}"

    def command(self, method, path, body=None):
        return send(method, self.base + path, body if method == "GET" else body or {})["value"]

    def devtools(self, method, parameters):
        self.command("POST", "/goog/cdp/execute", {"cmd": method, "params": parameters})

    def run(self, script):
        return self.command("POST", "/execute/sync", {"script": script, "args": []})

    def open(self, path):
        self.command("POST", "/url", {"url": url + "/admin" + path})

    def picture(self, name, width=1100):
        """Takes a picture of the whole page, as high as it is."""
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 500, "deviceScaleFactor": 1, "mobile": False},
        )
        height = self.run("return Math.min(1400, document.documentElement.scrollHeight)")
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )
        with open(os.path.join(directory, name + ".png"), "wb") as file:
            file.write(base64.b64decode(self.command("GET", "/screenshot")))

    def close(self):
        send("DELETE", self.base)
        self.driver.terminate()
        self.driver.wait()


def look(browser):
    browser.open("/sign-in")
    # The token goes to the page as it would from a keyboard, not through a script.
    field = next(iter(browser.command("POST", "/element", {"using": "css selector", "value": "#key"}).values()))
    browser.command("POST", f"/element/{field}/value", {"text": token})
    browser.run("document.querySelector('#sign-in button').click()")
    while "Branches" not in browser.command("GET", "/title"):
        time.sleep(0.1)
    for theme in ["light", "dark"]:
        browser.devtools(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]}
        )
        browser.open("/branches")
        browser.run("for (const reason of document.querySelectorAll('details.reason')) reason.open = true")
        browser.picture(f"branches-{theme}")
        browser.open("/compare?from=main&to=feature-auth")
        browser.run("document.querySelector('[name=verify]').click(); document.querySelector('main form button').click()")
        while not browser.run("return document.getElementById('result') !== null"):
            time.sleep(0.1)
        browser.picture(f"compare-{theme}")
    browser.open("/branches/feature-auth")
    browser.picture("branch")
    browser.open("/add-branch")
    browser.run(
        "document.getElementById('name').value = 'feature-payments';"
        "document.getElementById('add').dispatchEvent(new Event('input'));"
        "document.querySelector('details').open = true; document.querySelector('[value=plan]').click()"
    )
    while browser.run("return document.getElementById('plan').hidden"):
        time.sleep(0.1)
    browser.picture("add-branch")
    browser.open("/branches")
    browser.picture("small-screen", width=360)


fill()
browser = Browser()
try:
    look(browser)
finally:
    browser.close()
