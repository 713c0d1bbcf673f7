"""Drives a headless Chromium over its debugging pipe, with the standard library alone.

with Browser() as browser:
    page = browser.open("/tmp/report.html", width=1400, height=900)
    page.value("document.title"); page.press("Tab"); page.move("css selector"); page.click("css selector")
    page.faults     what the console got: errors, refused loads, exceptions
    page.requests   every address that was asked for, the page's own left out
"""

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

WAIT = 240  # seconds for one answer: a loaded machine is slow
SWITCHES = """--headless=new --disable-gpu --no-first-run --disable-background-networking --disable-component-update
    --disable-sync --disable-default-apps --disable-extensions --disable-dev-shm-usage --hide-scrollbars --mute-audio
    --remote-debugging-pipe""".split()
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32}


class Browser:
    def __init__(self):
        program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if not program:
            raise SystemExit("chromium is missing; ./check installs it")
        self.folder = tempfile.mkdtemp()
        theirs_in, self.ours_out = os.pipe()
        self.ours_in, theirs_out = os.pipe()

        def set_up():  # the browser reads at 3 and writes at 4
            read, write = fcntl.fcntl(theirs_in, fcntl.F_DUPFD, 20), fcntl.fcntl(theirs_out, fcntl.F_DUPFD, 20)
            os.dup2(read, 3)
            os.dup2(write, 4)

        switches = SWITCHES + ["--user-data-dir=" + self.folder] + (["--no-sandbox"] if os.geteuid() == 0 else [])
        self.process = subprocess.Popen(
            [program, *switches, "about:blank"],
            preexec_fn=set_up,
            pass_fds=(3, 4),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self.pending, self.number, self.pages = b"", 0, {}

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.process.terminate()
        self.process.wait()
        os.close(self.ours_in)
        os.close(self.ours_out)
        shutil.rmtree(self.folder, ignore_errors=True)

    def message(self):
        end = time.monotonic() + WAIT
        while b"\0" not in self.pending:
            if not select.select([self.ours_in], [], [], max(0, end - time.monotonic()))[0]:
                raise SystemExit("the browser does not answer: " + str(self.asked))
            piece = os.read(self.ours_in, 1 << 20)
            if not piece:
                raise SystemExit("the browser ended")
            self.pending += piece
        line, self.pending = self.pending.split(b"\0", 1)
        return json.loads(line)

    def call(self, method, session=None, **parameters):
        self.number += 1
        order = {"id": self.number, "method": method, "params": parameters}
        if session:
            order["sessionId"] = session
        self.asked = order
        os.write(self.ours_out, json.dumps(order).encode() + b"\0")
        while True:
            message = self.message()
            if message.get("id") == self.number:
                if "error" in message:
                    raise SystemExit(f"{method}: {message['error']}")
                return message["result"]
            page = self.pages.get(message.get("sessionId"))
            if page:
                page.happened(message["method"], message["params"])

    def open(self, path, width=1400, height=900, dark=False, touch=False, script=True):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = self.pages[session] = Page(self, session, "file://" + os.path.abspath(path), script)
        for domain in ("Page", "Runtime", "Log", "Network", "DOM"):
            page.call(domain + ".enable")
        page.call("Performance.enable", timeDomain="threadTicks")
        page.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=touch)
        page.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}],
        )
        page.call("Emulation.setTouchEmulationEnabled", enabled=touch)
        page.call("Emulation.setScriptExecutionDisabled", value=not script)
        page.call("Page.navigate", url=page.address)
        page.wait_for_load()
        return page


class Page:
    def __init__(self, browser, session, address, script):
        self.browser, self.session, self.address, self.script = browser, session, address, script
        self.loaded, self.faults, self.requests = False, [], []

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def happened(self, method, parameters):
        if method == "Page.loadEventFired":
            self.loaded = True
        elif method == "Network.requestWillBeSent" and parameters["request"]["url"] != self.address:
            self.requests.append(parameters["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.faults.append(str(parameters["exceptionDetails"].get("exception", parameters["exceptionDetails"])))
        elif method == "Log.entryAdded":
            self.faults.append(parameters["entry"]["text"])
        elif method == "Runtime.consoleAPICalled":
            self.faults.append("console." + parameters["type"] + ": " + str(parameters["args"]))
        elif method == "Page.javascriptDialogOpening":
            self.faults.append("dialog: " + parameters["message"])

    def wait_for_load(self):
        while not self.loaded:
            message = self.browser.message()
            if message.get("sessionId") == self.session and "method" in message:
                self.happened(message["method"], message["params"])
        self.settle()

    def settle(self):
        """Until the page has been drawn again."""
        if not self.script:
            return
        self.call(
            "Runtime.evaluate",
            awaitPromise=True,
            expression="new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
        )

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise SystemExit(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def press(self, key):
        code = KEYS[key]
        text = {"Enter": "\r", " ": " "}.get(key)
        more = {"text": text} if text else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **more)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def middle(self, selector):
        self.value(
            f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center', behavior: 'instant'}})"
        )
        self.settle()
        box = self.value(
            f"(() => {{ const r = document.querySelector({json.dumps(selector)}).getClientRects()[0];"
            " return [r.left + r.width / 2, r.top + r.height / 2]; })()"
        )
        return {"x": box[0], "y": box[1]}

    def move(self, selector):
        self.call("Input.dispatchMouseEvent", type="mouseMoved", **self.middle(selector))

    def click(self, selector):
        place = self.middle(selector)
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

    def tap(self, selector):
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[self.middle(selector)])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
        self.settle()

    def picture(self, path, **options):
        with open(path, "wb") as out:
            out.write(base64.b64decode(self.call("Page.captureScreenshot", **options)["data"]))

    def paper(self, path=None):
        """The page as printed; gives the number of bytes."""
        data = base64.b64decode(self.call("Page.printToPDF", printBackground=True)["data"])
        if path:
            with open(path, "wb") as out:
                out.write(data)
        return data
