"""The files of a product, in a folder or inside a .zip that is never unpacked; only names below its root count."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mining_monitor.contract.errors import ImageError
from mining_monitor.engine.files import is_device
from mining_monitor.engine.imagery.sentinel2.xmltree import LARGEST_BYTES

#: A product of one tile has about 120 files, the oldest with a whole orbit's tiles some thousands.
_MOST_FILES = 50_000

#: ``MTD_MSIL2A.xml``; before format 14 ``S2A_OPER_MTD_SAFL1C_PDMC_20160101T....xml``.
MAIN_METADATA = re.compile(r"(?:MTD_MSIL(?:1C|2A)|S2[A-D]_\w{4}_MTD_SAFL(?:1C|2A)_\w+)\.xml", re.IGNORECASE)

_SUBDATASET = re.compile(r"SENTINEL2_L(?:1C|2A)(?:_TILE)?:(.*?\.xml)(?::.*)?", re.IGNORECASE)


@dataclass(frozen=True)
class ProductFiles:
    """Names of the files of a product, with "/" between folders, relative to its root.

    Attributes
    ----------
    path : str
        What the user named, for messages.
    main : str
        The main metadata file.
    names : tuple of str
    folder : Path or None
        Root of a product that lies in a folder.
    archive : Path or None
    prefix : str
        Root of the product inside ``archive``.
    """

    path: str
    main: str
    names: tuple[str, ...]
    folder: Path | None = None
    archive: Path | None = None
    prefix: str = ""

    @property
    def root_name(self) -> str:
        """Name of the product's folder or archive, without its ending."""
        if self.archive is not None and not self.prefix:
            return self.archive.name.split(".")[0]
        name = PurePosixPath(self.prefix).name if self.folder is None else self.folder.resolve().name
        return name[:-5] if name.upper().endswith(".SAFE") else name

    def gdal_path(self, name: str) -> str:
        """Return the path of a file as GDAL opens it."""
        if self.folder is not None:
            return str(self.folder / name)
        return f"/vsizip/{{{Path(str(self.archive)).resolve()}}}/{self.prefix}{name}"

    def read(self, name: str) -> bytes:
        """Read a small file; more than ``LARGEST_BYTES`` are never read, whatever the archive says.

        Raises
        ------
        ImageError
            The file is missing, too large or damaged.
        """
        try:
            if self.folder is not None:
                with (self.folder / name).open("rb") as file:
                    content = file.read(LARGEST_BYTES + 1)
            else:
                with zipfile.ZipFile(str(self.archive)) as archive, archive.open(self.prefix + name) as member:
                    content = member.read(LARGEST_BYTES + 1)
        except (OSError, ValueError, KeyError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error) as error:
            raise _broken(self.path, f"{name}: {error}") from error
        if len(content) > LARGEST_BYTES:
            raise _broken(self.path, f"{name} is larger than metadata are")
        return content


def plain_path(path: str) -> str:
    """Return the file behind names that GDAL and QGIS use for a product's parts.

    ``SENTINEL2_L2A:/a/MTD_MSIL2A.xml:10m:EPSG_32719`` gives ``/a/MTD_MSIL2A.xml``; ``/vsizip//a/b.zip/...`` gives
    ``/a/b.zip``.
    """
    match = _SUBDATASET.fullmatch(path)
    path = match.group(1) if match else path
    if path.startswith("/vsizip/"):
        inner = path[len("/vsizip/") :]
        braced = re.match(r"\{(.*?)\}", inner)
        if braced:
            return braced.group(1)
        match = re.match(r"(.*?\.zip)(?:/.*)?$", inner, re.IGNORECASE)
        if match:
            return match.group(1)
    return path


def is_product(path: str) -> bool:
    """Tell whether a path names a product: by its name where that says so, else by what a folder or .zip holds."""
    try:
        if "\0" in path or "://" in path or is_device(plain_path(path)):
            return False
        place = Path(plain_path(path))
        if place.suffix.lower() == ".xml":
            return MAIN_METADATA.fullmatch(place.name) is not None
        if place.suffix.upper() == ".SAFE":
            return place.exists()
        if place.is_dir():
            return bool(_folder_with_metadata(place))
        if place.suffix.lower() == ".zip" and place.is_file():
            return bool(_root_in_archive(_archive_names(place)))
    except (OSError, ValueError, ImageError):
        return False
    return False


def product_files(path: str) -> ProductFiles:
    """Find the files of a product that is named by its folder, its .zip or its main metadata.

    Raises
    ------
    ImageError
        There is no product, it is damaged, or it holds names that lead out of it.
    """
    place = Path(plain_path(path))
    try:
        if place.suffix.lower() == ".xml":
            place = place.parent
        if place.is_dir():
            return _in_folder(path, place)
        if place.is_file():
            return _in_archive(path, place)
    except (OSError, ValueError) as error:
        raise _broken(path, str(error)) from error
    raise ImageError(f"There is no product '{path}'. Check that the folder or file exists.", path=path)


def require_readable_archive(path: str) -> None:
    """Raise ``ImageError`` for a place that does not exist, and for a .zip that cannot be read or holds no product."""
    if "\0" in path or "://" in path or is_device(plain_path(path)):
        return
    place = Path(plain_path(path))
    if not path or not place.exists():
        product_files(path or "nothing")
    if place.suffix.lower() == ".zip" and place.is_file():
        product_files(path)


def is_safe_name(name: str) -> bool:
    """Tell whether a name in a product leads to a place below its root on any system."""
    parts = name.split("/")
    return bool(name) and not re.search(r'[\\:*?"<>|\x00-\x1f]', name) and not any(p in ("", ".", "..") for p in parts)


def _in_folder(path: str, folder: Path) -> ProductFiles:
    root = _folder_with_metadata(folder)
    if root is None:
        raise ImageError(
            f"'{path}' holds no MTD_MSIL1C.xml or MTD_MSIL2A.xml: it is no Sentinel-2 product, or not all of it was "
            "copied.",
            path=path,
        )  # fmt: skip
    names: list[str] = []
    for file in root.rglob("*"):
        if len(names) > _MOST_FILES:
            raise _broken(path, "it holds too many files")
        if file.is_file():
            names.append(file.relative_to(root).as_posix())
    names.sort()
    return ProductFiles(path, _main_of(names), tuple(names), folder=root)


def _folder_with_metadata(folder: Path) -> Path | None:
    """Return the folder itself, or its only .SAFE folder."""
    if any(MAIN_METADATA.fullmatch(child.name) for child in folder.iterdir()):
        return folder
    inner = [child for child in folder.iterdir() if child.suffix.upper() == ".SAFE" and child.is_dir()]
    return inner[0] if len(inner) == 1 and any(MAIN_METADATA.fullmatch(c.name) for c in inner[0].iterdir()) else None


def _in_archive(path: str, archive: Path) -> ProductFiles:
    names = _archive_names(archive)
    main = _root_in_archive(names)
    if main is None:
        raise ImageError(
            f"'{path}' holds no MTD_MSIL1C.xml or MTD_MSIL2A.xml: it is no .zip of a Sentinel-2 product.", path=path
        )
    prefix = main[: len(main) - len(PurePosixPath(main).name)]
    inside = tuple(sorted(name[len(prefix) :] for name in names if name.startswith(prefix)))
    return ProductFiles(path, main[len(prefix) :], inside, archive=archive, prefix=prefix)


def _archive_names(archive: Path) -> list[str]:
    try:
        with zipfile.ZipFile(archive) as file:
            names = file.namelist()
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile) as error:
        raise _broken(str(archive), str(error)) from error
    if len(names) > _MOST_FILES:
        raise _broken(str(archive), f"it holds {len(names)} files")
    return [name for name in names if is_safe_name(name)]


def _root_in_archive(names: list[str]) -> str | None:
    found = [name for name in names if MAIN_METADATA.fullmatch(PurePosixPath(name).name)]
    return min(found, key=lambda name: (name.count("/"), name)) if found else None


def _main_of(names: list[str]) -> str:
    return next(name for name in names if MAIN_METADATA.fullmatch(name))


def _broken(path: str, why: str) -> ImageError:
    return ImageError(f"The product '{path}' cannot be read ({why}). Get it again from its source.", path=path)
