"""Images with a palette: the numbers stay as band 1, the colours they stand for follow as red, green and blue."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

import rasterio
from rasterio.enums import ColorInterp

#: Colours of the bands that follow the numbers, as GDAL names them, and the component of the palette that each shows.
_COMPONENTS = (("Red", 1), ("Green", 2), ("Blue", 3))


def is_paletted(dataset: Any) -> bool:
    """Tell whether an open dataset is one band of bytes whose values are places in a palette."""
    return bool(dataset.count == 1 and dataset.dtypes[0] == "uint8" and dataset.colorinterp[0] == ColorInterp.palette)


def is_colour(dataset: Any, index: int) -> bool:
    """Tell whether a band was made by ``with_colours``: a nodata value speaks of the numbers, not of it."""
    return index > 1 and str(dataset.name).startswith("<VRTDataset")


def with_colours(dataset: Any, path: str, nodata: float | None) -> Any:
    """Open a paletted image with five bands: numbers, red, green, blue, transparency; the given dataset is closed.

    A model of colours takes bands 2 to 4, one of class codes takes band 1. Nothing is computed before it is read.

    Parameters
    ----------
    dataset : rasterio dataset
        ``is_paletted``.
    path : str
        What it was opened from.
    nodata : float or None
        What takes the place of the file's own nodata value.

    Returns
    -------
    rasterio dataset
        Band 5 is 0 where the image holds nodata or the palette is transparent.
    """
    document = _document(dataset, path, dataset.nodatavals[0] if nodata is None else nodata)
    dataset.close()
    return rasterio.open(document)


def _document(dataset: Any, path: str, nodata: float | None) -> str:
    """Return the VRT as XML."""
    transform = ", ".join(repr(float(number)) for number in dataset.transform.to_gdal())
    place = f"<SRS>{escape(dataset.crs.to_wkt())}</SRS>" if dataset.crs else ""
    tags = "".join(f"<MDI key={quoteattr(key)}>{escape(value)}</MDI>" for key, value in dataset.tags().items())
    source = f'<SourceFilename relativeToVRT="0" shared="0">{escape(path)}</SourceFilename><SourceBand>1</SourceBand>'
    own = f"<NoDataValue>{nodata:g}</NoDataValue>" if nodata is not None else ""
    skipped = f"<NODATA>{nodata:g}</NODATA>" if nodata is not None else ""
    bands = [
        f'<VRTRasterBand dataType="Byte" band="1">{own}<ColorInterp>Gray</ColorInterp>'
        f"<SimpleSource>{source}</SimpleSource></VRTRasterBand>"
    ]
    for band, (colour, component) in enumerate(_COMPONENTS, start=2):
        bands.append(
            f'<VRTRasterBand dataType="Byte" band="{band}"><ColorInterp>{colour}</ColorInterp><ComplexSource>{source}'
            f"<ColorTableComponent>{component}</ColorTableComponent></ComplexSource></VRTRasterBand>"
        )
    bands.append(
        f'<VRTRasterBand dataType="Byte" band="5"><ColorInterp>Alpha</ColorInterp><ComplexSource>{source}{skipped}'
        f"<LUT>{_opacity(dataset, nodata)}</LUT></ComplexSource></VRTRasterBand>"
    )
    return (
        f'<VRTDataset rasterXSize="{dataset.width}" rasterYSize="{dataset.height}">{place}'
        f"<GeoTransform>{transform}</GeoTransform><Metadata>{tags}</Metadata>{''.join(bands)}</VRTDataset>"
    )


def _opacity(dataset: Any, nodata: float | None) -> str:
    """Return the transparency of each number as a look-up table; GDAL makes a file's own nodata value transparent."""
    own = dataset.nodatavals[0]
    alphas = {number: colour[3] for number, colour in dataset.colormap(1).items()}
    if own is not None and own != nodata:
        alphas[int(own)] = 255
    return ",".join(f"{number}:{alphas.get(number, 255)}" for number in range(256))
