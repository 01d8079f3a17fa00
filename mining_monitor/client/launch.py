"""Start the engine from this copy of the plugin: ``python -I launch.py serve``.

The package is registered from the folder that this file lies in, whatever that folder is called. The folder above
it, where QGIS keeps its other plugins, never gets on ``sys.path``: a plugin named like a library would hide that
library. Worker processes that ``multiprocessing`` spawns run this file again under another name and so find the
package too.
"""

import importlib.util
import runpy
import sys
from pathlib import Path

PACKAGE = "mining_monitor"


def register_package() -> None:
    """Make ``mining_monitor`` importable from the folder above this file's."""
    if PACKAGE in sys.modules:
        return
    folder = Path(__file__).resolve().parent.parent
    spec = importlib.util.spec_from_file_location(
        PACKAGE, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"the plugin's folder {folder} is incomplete: reinstall the plugin")
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)


register_package()

if __name__ == "__main__":
    runpy.run_module(f"{PACKAGE}.engine", run_name="__main__", alter_sys=True)
