"""Sentinel-2 products with the real structure, small: XML metadata and JPEG 2000 bands through GDAL."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine

#: Pixels a side at 10 m; 20 m and 60 m fit into it.
SIDE = 240

GSD = {"B01": 60, "B02": 10, "B03": 10, "B04": 10, "B05": 20, "B06": 20, "B07": 20, "B08": 10, "B8A": 20, "B09": 60,
       "B10": 60, "B11": 20, "B12": 20}  # fmt: skip
BAND_ID = {name: index for index, name in enumerate(GSD)}

#: What L2A holds at each size (DOMAIN 2.1).
L2A_FILES = {
    10: ("B02", "B03", "B04", "B08", "AOT", "TCI", "WVP"),
    20: ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B8A", "B11", "B12", "AOT", "SCL", "TCI", "WVP"),
    60: ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B8A", "B09", "B11", "B12", "AOT", "SCL", "TCI", "WVP"),
}

#: name, x, y (of pixel centres, metres) -> numbers
Pixels = Callable[[str, np.ndarray, np.ndarray], np.ndarray]


def plain(name: str, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """1718 in every spectral band, plus 100 for each band after B04 and less before: each band is its own number."""
    if name == "SCL":
        return np.full(x.shape, 5)
    if name in ("CLD", "SNW"):
        return np.zeros(x.shape)
    if name in ("AOT", "WVP"):
        return np.full(x.shape, 150)
    return np.full(x.shape, 1718 + 100 * (BAND_ID[name] - BAND_ID["B04"]))


@dataclass(frozen=True)
class Recipe:
    """How a product is to be.

    ``origin`` is the upper left corner; ``offset`` None: what the baseline has (-1000 from 04.00 on).
    """

    level: str = "L2A"
    baseline: str = "05.10"
    tile: str = "19KEP"
    crs: str = "EPSG:32719"
    origin: tuple[float, float] = (499_980.0, 7_400_020.0)
    sensed_at: str = "2021-02-27T14:37:29"
    pixels: Pixels = plain
    offset: float | None = None
    offsets: Mapping[str, float] = field(default_factory=dict)
    quantification: float = 10_000
    special: Mapping[str, int] = field(default_factory=lambda: {"NODATA": 0, "SATURATED": 65_535})
    has_offset_list: bool | None = None
    side: int = SIDE
    cloud_percent: float = 12.5

    @property
    def number(self) -> str:
        return "N" + self.baseline.replace(".", "")

    @property
    def stamp(self) -> str:
        return self.sensed_at.replace("-", "").replace(":", "")

    @property
    def name(self) -> str:
        return f"S2B_MSI{self.level}_{self.stamp}_{self.number}_R096_T{self.tile}_{self.stamp}.SAFE"


def make_product(folder: Path, recipe: Recipe | None = None, *, files: Sequence[str] = ()) -> Path:
    """Write a product below ``folder`` and return its SAFE folder; ``files``: only these bands (default: all)."""
    recipe = recipe or Recipe()
    root = folder / recipe.name
    granule = f"{recipe.level}_T{recipe.tile}_A020000_{recipe.stamp}"
    inside = root / "GRANULE" / granule
    (inside / "IMG_DATA").mkdir(parents=True)
    (inside / "QI_DATA").mkdir()
    images = []
    for name, gsd_m, relative in _listing(recipe):
        if files and name not in files:
            continue
        write_band(inside / relative, name, gsd_m, recipe)
        if "IMG_DATA" in relative:
            images.append(f"GRANULE/{granule}/{relative[:-4]}")
    main = "MTD_MSIL1C.xml" if recipe.level == "L1C" else "MTD_MSIL2A.xml"
    (root / main).write_text(main_xml(recipe, granule, images), encoding="utf-8")
    (inside / "MTD_TL.xml").write_text(tile_xml(recipe), encoding="utf-8")
    return root


def zipped(product: Path, *, inside: str | None = None) -> Path:
    """Zip a product as its keepers do, remove the folder, return the archive."""
    archive = product.with_name(product.name[:-5] + ".zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as target:
        for path in sorted(product.rglob("*")):
            if path.is_file():
                target.write(path, f"{inside or product.name}/{path.relative_to(product).as_posix()}")
    shutil.rmtree(product)
    return archive


def _listing(recipe: Recipe):
    """Yield (band, pixel size, path in the granule)."""
    stem = f"T{recipe.tile}_{recipe.stamp}"
    if recipe.level == "L1C":
        for name, gsd_m in (*GSD.items(), ("TCI", 10)):
            yield name, gsd_m, f"IMG_DATA/{stem}_{name}.jp2"
        if recipe.baseline >= "04.00":
            yield "CLASSI", 60, "QI_DATA/MSK_CLASSI_B00.jp2"
        return
    for gsd_m, names in L2A_FILES.items():
        for name in names:
            if not (name == "B01" and gsd_m == 20 and recipe.baseline < "04.00"):
                yield name, gsd_m, f"IMG_DATA/R{gsd_m}m/{stem}_{name}_{gsd_m}m.jp2"
    for gsd_m in (20, 60):
        yield "CLD", gsd_m, f"QI_DATA/MSK_CLDPRB_{gsd_m}m.jp2"
        yield "SNW", gsd_m, f"QI_DATA/MSK_SNWPRB_{gsd_m}m.jp2"


def write_band(path: Path, name: str, gsd_m: float, recipe: Recipe) -> None:
    """Write one band without loss; numbers come from ``recipe.pixels`` at the pixels' centres."""
    path.parent.mkdir(parents=True, exist_ok=True)
    side = round(recipe.side * 10 / gsd_m)
    x = recipe.origin[0] + gsd_m * (np.arange(side) + 0.5)[None, :].repeat(side, 0)
    y = recipe.origin[1] - gsd_m * (np.arange(side) + 0.5)[:, None].repeat(side, 1)
    if name == "TCI":
        bands = [_true_colour(recipe.pixels(part, x, y), recipe) for part in ("B04", "B03", "B02")]
    elif name == "CLASSI":  # opaque cloud, cirrus, snow; told by the scene classes that the recipe has
        classes = recipe.pixels("SCL", x, y)
        bands = [np.isin(classes, codes).astype(np.uint8) for codes in ((8, 9), (10,), (11,))]
    else:
        bands = [recipe.pixels(name, x, y)]
    dtype = "uint8" if name in ("TCI", "SCL", "CLD", "SNW", "CLASSI") else "uint16"
    with rasterio.open(
        path, "w", driver="JP2OpenJPEG", width=side, height=side, count=len(bands), dtype=dtype, crs=recipe.crs,
        transform=Affine(gsd_m, 0, recipe.origin[0], 0, -gsd_m, recipe.origin[1]), QUALITY=100, REVERSIBLE="YES",
    ) as dataset:  # fmt: skip
        dataset.write(np.stack(bands).astype(dtype))


def listed_offset(recipe: Recipe) -> float:
    """The offset of all bands that the product lists."""
    return (-1000.0 if recipe.baseline >= "04.00" else 0.0) if recipe.offset is None else recipe.offset


def _true_colour(numbers: np.ndarray, recipe: Recipe) -> np.ndarray:
    reflectance = (numbers + listed_offset(recipe)) / recipe.quantification
    return np.clip(np.rint(255 * reflectance / 0.3558), 0, 255)


def main_xml(recipe: Recipe, granule: str, images: Sequence[str]) -> str:
    """Main metadata, as formats 14 and later have them."""
    level = {"L1C": "1C", "L2A": "2A"}[recipe.level]
    name, kind = ("Level-1C", "RADIO") if recipe.level == "L1C" else ("Level-2A", "BOA")
    quantification = (
        f'<QUANTIFICATION_VALUE unit="none">{recipe.quantification:g}</QUANTIFICATION_VALUE>'
        if recipe.level == "L1C"
        else f"""<QUANTIFICATION_VALUES_LIST>
          <BOA_QUANTIFICATION_VALUE unit="none">{recipe.quantification:g}</BOA_QUANTIFICATION_VALUE>
          <AOT_QUANTIFICATION_VALUE unit="none">1000.0</AOT_QUANTIFICATION_VALUE>
          <WVP_QUANTIFICATION_VALUE unit="cm">1000.0</WVP_QUANTIFICATION_VALUE>
        </QUANTIFICATION_VALUES_LIST>"""
    )
    list_name = "Radiometric_Offset_List" if recipe.level == "L1C" else "BOA_ADD_OFFSET_VALUES_LIST"
    offsets = "".join(
        f'<{kind}_ADD_OFFSET band_id="{index}">{recipe.offsets.get(band, listed_offset(recipe)):g}</{kind}_ADD_OFFSET>'
        for band, index in BAND_ID.items()
    )
    has_list = recipe.baseline >= "04.00" if recipe.has_offset_list is None else recipe.has_offset_list
    special = "".join(
        f"<Special_Values><SPECIAL_VALUE_TEXT>{text}</SPECIAL_VALUE_TEXT>"
        f"<SPECIAL_VALUE_INDEX>{value}</SPECIAL_VALUE_INDEX></Special_Values>"
        for text, value in recipe.special.items()
    )
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<n1:{name}_User_Product xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/User_Product_Level-{level}.xsd">
  <n1:General_Info>
    <Product_Info>
      <PRODUCT_START_TIME>{recipe.sensed_at}.024Z</PRODUCT_START_TIME>
      <PRODUCT_STOP_TIME>{recipe.sensed_at}.024Z</PRODUCT_STOP_TIME>
      <PRODUCT_URI>{recipe.name}</PRODUCT_URI>
      <PROCESSING_LEVEL>{name}</PROCESSING_LEVEL>
      <PRODUCT_TYPE>S2MSI{level}</PRODUCT_TYPE>
      <PROCESSING_BASELINE>{recipe.baseline}</PROCESSING_BASELINE>
      <Datatake datatakeIdentifier="GS2B_{recipe.stamp}_020000_{recipe.number}">
        <SPACECRAFT_NAME>Sentinel-2B</SPACECRAFT_NAME>
        <DATATAKE_SENSING_START>{recipe.sensed_at}.024Z</DATATAKE_SENSING_START>
        <SENSING_ORBIT_NUMBER>96</SENSING_ORBIT_NUMBER>
      </Datatake>
      <Product_Organisation><Granule_List>
        <Granule datastripIdentifier="D" granuleIdentifier="{granule}" imageFormat="JPEG2000">
          {"".join(f"<IMAGE_FILE>{image}</IMAGE_FILE>" for image in images)}
        </Granule>
      </Granule_List></Product_Organisation>
    </Product_Info>
    <Product_Image_Characteristics>
      {special}
      {quantification}
      {f"<{list_name}>{offsets}</{list_name}>" if has_list else ""}
    </Product_Image_Characteristics>
  </n1:General_Info>
  <n1:Geometric_Info><Product_Footprint><Product_Footprint><Global_Footprint>
    <EXT_POS_LIST>-23.5 -69.0 -23.5 -68.9 -23.6 -68.9 -23.6 -69.0 -23.5 -69.0 </EXT_POS_LIST>
  </Global_Footprint></Product_Footprint></Product_Footprint></n1:Geometric_Info>
  <n1:Quality_Indicators_Info>
    <Cloud_Coverage_Assessment>{recipe.cloud_percent}</Cloud_Coverage_Assessment>
  </n1:Quality_Indicators_Info>
</n1:{name}_User_Product>
"""


def tile_xml(recipe: Recipe) -> str:
    """Metadata of the tile."""
    name = "Level-1C" if recipe.level == "L1C" else "Level-2A"
    side = recipe.side * 10
    x, y = recipe.origin
    sizes = "".join(
        f'<Size resolution="{gsd}"><NROWS>{side // gsd}</NROWS><NCOLS>{side // gsd}</NCOLS></Size>'
        f'<Geoposition resolution="{gsd}"><ULX>{x:.0f}</ULX><ULY>{y:.0f}</ULY><XDIM>{gsd}</XDIM><YDIM>-{gsd}</YDIM>'
        "</Geoposition>"
        for gsd in (10, 20, 60)
    )
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<n1:{name}_Tile_ID xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/S2_PDI_Tile_Metadata.xsd">
  <n1:General_Info><SENSING_TIME metadataLevel="Standard">{recipe.sensed_at}.024Z</SENSING_TIME></n1:General_Info>
  <n1:Geometric_Info><Tile_Geocoding metadataLevel="Brief">
    <HORIZONTAL_CS_NAME>WGS84 / UTM</HORIZONTAL_CS_NAME>
    <HORIZONTAL_CS_CODE>{recipe.crs}</HORIZONTAL_CS_CODE>
    {sizes}
  </Tile_Geocoding></n1:Geometric_Info>
</n1:{name}_Tile_ID>
"""


def as_of_2015(product: Path) -> Path:
    """Rename an L1C product to the format before 14: long names, metadata of their own name, no PRODUCT_URI."""
    root = product.with_name("S2A_OPER_PRD_MSIL1C_PDMC_20160101T101010_R096_V20151230T143729_20151230T143729.SAFE")
    product.rename(root)
    text = (root / "MTD_MSIL1C.xml").read_text(encoding="utf-8")
    (root / "MTD_MSIL1C.xml").unlink()
    (root / "S2A_OPER_MTD_SAFL1C_PDMC_20160101T101010_R096_V20151230T143729_20151230T143729.xml").write_text(
        text.replace(f"<PRODUCT_URI>{product.name}</PRODUCT_URI>", "").replace("IMAGE_FILE", "IMAGE_ID"),
        encoding="utf-8",
    )
    for granule in list((root / "GRANULE").iterdir()):
        tile = granule.name.split("_")[1]
        stem = f"S2A_OPER_MSI_L1C_TL_EPA__20160101T101010_A002500_{tile}"
        for image in (granule / "IMG_DATA").iterdir():
            image.rename(image.with_name(f"{stem}_{image.stem.rsplit('_', 1)[1]}.jp2"))
        (granule / "MTD_TL.xml").rename(granule / f"{stem.replace('_MSI_', '_MTD_')}.xml")
        granule.rename(granule.with_name(f"{stem}_N02.01"))
    return root
