"""Small wheels under the names of the engine's libraries: real pip and real environments without 160 MB."""

import base64
import hashlib
import zipfile

#: Module files of each package; just enough for the checks that the client makes of the real ones.
PACKAGES = {
    "numpy": {"numpy/__init__.py": ""},
    "onnxruntime": {"onnxruntime/__init__.py": ""},
    "onnx": {"onnx/__init__.py": ""},
    "rasterio": {
        "rasterio/__init__.py": "",
        "rasterio/crs.py": "class CRS:\n    from_epsg = classmethod(lambda cls, code: code)\n",
        "rasterio/warp.py": "def transform_bounds(*args):\n    return args\n",
    },
    "shapely": {"shapely/__init__.py": "geos_version = (3, 14, 0)\ncoverage_simplify = len\n"},
    "pyproj": {
        "pyproj/__init__.py": "class CRS:\n    from_epsg = classmethod(lambda cls, code: cls())\n"
        "    to_epsg = lambda self: 32719\n"
    },
    "pyogrio": {"pyogrio/__init__.py": ""},
    "scipy": {"scipy/__init__.py": ""},
}


def make_wheel(folder, name, files, version="1.0"):
    """Write ``name-version-py3-none-any.whl`` and return its path."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    contents = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    lines = []
    with zipfile.ZipFile(path, "w") as archive:
        for member, text in contents.items():
            archive.writestr(_entry(member), text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            lines.append(f"{member},sha256={digest},{len(text.encode())}")
        archive.writestr(_entry(f"{info}/RECORD"), "\n".join([*lines, f"{info}/RECORD,,"]))
    return path


def _entry(member):
    return zipfile.ZipInfo(member, (2024, 3, 14, 12, 0, 0))  # the same bytes each time


def make_wheels(folder, **changed_files):
    """Write a wheel of each package into ``folder``; ``changed_files`` replaces a package's files."""
    folder.mkdir(parents=True, exist_ok=True)
    return [make_wheel(folder, name, changed_files.get(name, files)) for name, files in PACKAGES.items()]


def write_lock(path, wheels, extra=""):
    """Write hash-pinned requirements for some wheels."""
    lines = []
    for wheel in wheels:
        name, version, *_ = wheel.name.split("-")
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        lines.append(f"{name}=={version} \\\n    --hash=sha256:{digest}")
    path.write_text("\n".join(lines) + f"\n{extra}\n")
    return path
