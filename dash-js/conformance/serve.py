"""Serves every app of a folder with Dash's own renderer, and where a script is given with that as well.

`serve.py APPS [SCRIPT]` prints one JSON line, `{app: {renderer: url}}`, and serves until it is ended. With a
script some apps are there a second time, as `app@fastapi`, behind that server.
"""
import functools
import importlib.util
import json
import logging
import os
import pathlib
import pkgutil
import signal
import socket
import sys

import dash

# What most apps need is imported once, before the processes part.
import dash.dash_table
import dash.dcc
import dash.html
import diskcache
import plotly
from dash.backends import get_backend

for backend in ("flask", "fastapi"):
    get_backend(backend)

ON_FASTAPI = ("background", "chain", "pages", "persistence", "rows", "table")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def draw_with(script):
    """Every way to the renderer's file leads to `script`."""
    get_data = pkgutil.get_data

    def get(package, path):
        if path.endswith(("dash_renderer.min.js", "dash_renderer.dev.js")):
            return script.read_bytes()
        return get_data(package, path)

    pkgutil.get_data = get


def load(file, backend):
    if backend is not None:
        dash.Dash.__init__ = functools.partialmethod(dash.Dash.__init__, backend=backend)
    # An app may be called like a package that it imports.
    name = f"app_{file.stem}"
    spec = importlib.util.spec_from_file_location(name, file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module.app


def serve(file, port, script, backend):
    """In a process of its own, because Dash keeps pages and callbacks in globals."""
    if os.fork() != 0:
        return
    # What the server says is for whoever looks for a fault.
    os.dup2(2, 1)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    if script is not None:
        draw_with(script)
    run(load(file, backend), port)


def run(app, port):
    if app.backend.server_type == "fastapi":
        import uvicorn

        # `app.run` would import the app by the name of the first script, which is this one.
        uvicorn.run(app.server, host="127.0.0.1", port=port, log_level="error")
    else:
        app.run(host="127.0.0.1", port=port, debug=False)


def main(apps, script=None):
    renderers = [("upstream", None)]
    if script is not None:
        renderers.append(("ours", pathlib.Path(script)))
    files = sorted(pathlib.Path(apps).glob("*.py"))
    servers = [(file.stem, file, None) for file in files]
    if script is not None:
        servers += [(f"{file.stem}@fastapi", file, "fastapi") for file in files if file.stem in ON_FASTAPI]
    ports = {}
    for name, file, backend in servers:
        urls = ports[name] = {}
        for renderer, code in renderers:
            port = free_port()
            urls[renderer] = f"http://127.0.0.1:{port}/"
            serve(file, port, code, backend)
    print(json.dumps(ports), flush=True)
    # An app that ends alone is missed by its test; the others go on.
    signal.pause()


if __name__ == "__main__":
    main(*sys.argv[1:])
