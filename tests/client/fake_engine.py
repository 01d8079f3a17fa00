"""An engine that speaks the lines of the door and does what a request's ``output`` names.

Run as ``python fake_engine.py [GREETING]``. It imports nothing of the project, so it also checks the words on the wire.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time

GREETING = sys.argv[1] if len(sys.argv) > 1 else "ready"
OUT = sys.stdout.buffer
CANCELLED = set()
HAS_NEWS = threading.Condition()
REQUESTS = []


def say(number, kind, **body):
    raw(json.dumps({"id": number, "type": kind, **body}).encode() + b"\n")


def raw(data):
    OUT.write(data)
    OUT.flush()


def result(number, image="made.tif"):
    say(number, "result", result={"image": image, "truth": f"pid {os.getpid()}"})


def until_cancelled(number, seconds=30.0):
    with HAS_NEWS:
        HAS_NEWS.wait_for(lambda: number in CANCELLED, timeout=seconds)


def act_ok(n):
    result(n)


def act_progress(n):
    for tile in range(3):
        say(n, "progress", fraction=(tile + 1) / 3, stage="tiles", done=tile + 1, total=3, newer_member="ignored")
    say(n, "log", level="warning", message="a cloud")
    say(n, "partial", path="part.geojson", sectors=2)
    result(n)


def act_slow(n):
    say(n, "progress", fraction=0.1)
    until_cancelled(n)
    say(n, "cancelled")


def act_quiet_slow(n):
    until_cancelled(n)
    say(n, "cancelled")


def act_deaf(n):
    say(n, "progress", fraction=0.1)
    time.sleep(60)


def act_error(n):
    say(n, "error", code="model-missing", message="There is no model x.onnx.", facts={"model": "x.onnx"})


def act_bad_facts(n):
    say(n, "error", code="image", message="Broken.", facts=["no", "object"])


def act_unknown_code(n):
    say(n, "error", code="of-the-future", message="Something new.", facts={})


def act_exit(n):
    say(n, "progress", fraction=0.5)
    print("Traceback: the last words", file=sys.stderr, flush=True)
    os._exit(3)


def act_segfault(n):
    os.kill(os.getpid(), signal.SIGSEGV)


def act_oom(n):
    os.kill(os.getpid(), signal.SIGKILL)


def act_memory_error(n):
    print("MemoryError: Unable to allocate 40 GiB", file=sys.stderr, flush=True)
    os._exit(1)


def act_garbage(n):
    raw(b'Warning 1: a library prints\n\n[1, 2]\n{"id": true, "type": "result"}\n\xff\xfe\x00\n{"id": 1\n')
    say(999, "result", result={})
    say(n, "of-the-future", anything=1)
    say(n, "progress", fraction="half")
    result(n)


def act_two_finals(n):
    result(n, "first.tif")
    result(n, "second.tif")
    say(n, "error", code="failed", message="late", facts={})


def act_wrong_result(n):
    say(n, "result", result={"image": 7, "truth": "t"})


def act_huge_number(n):
    say(n, "progress", fraction=10**400)
    result(n)


def act_bad_utf8(n):
    raw(b'{"id":%d,"type":"result","result":{"image":"caf\xe9.tif","truth":"t"}}\n' % n)


def act_too_long(n):
    raw(b'{"id":%d,"type":"result","result":{"image":"' % n)
    for _ in range(40):
        raw(b"x" * 1024 * 1024)
    raw(b'"}}\n')


def act_partial_line(n):
    raw(b'{"id":%d,"type":"result","resu' % n)
    os._exit(0)


def act_byte_by_byte(n):
    line = json.dumps({"id": n, "type": "result", "result": {"image": "cañón.tif", "truth": "t"}}, ensure_ascii=False)
    for byte in line.encode() + b"\r\n":
        raw(bytes([byte]))


def act_grandchild(n):
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    result(n, str(child.pid))


def act_chatter(n):
    for i in range(3000):
        print(f"line {i} " + "x" * 1000, file=sys.stderr)
    result(n)


def act_environment(n):
    result(n, json.dumps(dict(os.environ)))


def act_deaf_to_the_end(n):
    result(n)
    threading.Thread(target=lambda: time.sleep(60)).start()


def greet(hello):
    assert hello == {"id": 0, "type": "hello", "protocol": 1, "version": hello["version"]}, hello
    if GREETING == "silent":
        time.sleep(60)
    if GREETING == "crash":
        print("ImportError: DLL load failed", file=sys.stderr, flush=True)
        os._exit(1)
    if GREETING == "refuse":
        say(0, "error", code="protocol-version", message="Update the plugin.", facts={})
        time.sleep(60)
    if GREETING == "noisy":
        raw(b"a library says hello\n")
    protocol = {"newer": 2, "older": 0, "nonsense": "x"}.get(GREETING, 1)
    say(0, "ready", protocol=protocol, version="9.9", pid=os.getpid())


def work():
    while True:
        with HAS_NEWS:
            HAS_NEWS.wait_for(lambda: REQUESTS)
            number, act = REQUESTS.pop(0)
        globals()[f"act_{act}"](number)


def main():
    greet(json.loads(sys.stdin.readline()))
    threading.Thread(target=work, daemon=True).start()
    for line in sys.stdin:
        message = json.loads(line)
        with HAS_NEWS:
            if message["type"] == "cancel":
                CANCELLED.add(message["id"])
            elif message["type"] == "shutdown":
                return
            else:
                REQUESTS.append((message["id"], message["request"]["output"]))
            HAS_NEWS.notify_all()


main()
