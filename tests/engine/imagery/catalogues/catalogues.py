"""The three catalogues as their answers are shaped: items, landing pages, search with its ways of paging."""

import json
from urllib.parse import urlencode

import shapely
from shapely.geometry import shape

from tests.engine.imagery.catalogues.scene_files import GSD, NORTH, WEST, band_values, cog, footprint, jp2

ROOTS = {"earth-search": "/v1", "planetary-computer": "/api/stac/v1", "copernicus": "/stac/v1"}

BANDS = ("B02", "B03", "B04", "B08", "B11", "SCL")

#: Where the files lie; those of Planetary Computer open with a signature.
FOLDERS = {"earth-search": "/sentinel-s2-l2a-cogs", "planetary-computer": "/sentinel2-l2", "copernicus": "/odata"}

CORE = "https://api.stacspec.org/v1.0.0/core"
SEARCH = "https://api.stacspec.org/v1.0.0/item-search"
CONFORMS = {
    "earth-search": [CORE, SEARCH, f"{SEARCH}#query", f"{SEARCH}#sort"],
    "planetary-computer": [CORE, SEARCH, f"{SEARCH}#query", f"{SEARCH}#filter"],
    "copernicus": [CORE, SEARCH, f"{SEARCH}#filter"],
}

EARTH_SEARCH_KEYS = {"B02": "blue", "B03": "green", "B04": "red", "B08": "nir", "B11": "swir16", "SCL": "scl"}
COMMON = {"B02": "blue", "B03": "green", "B04": "red", "B08": "nir", "B11": "swir16"}


def product_name(day="20240517", baseline="05.10", tile="19KEP", satellite="S2B", level="L2A"):
    number = baseline.replace(".", "")
    return f"{satellite}_MSI{level}_{day}T143729_N{number}_R096_T{tile}_{day}T190142"


def item_of(
    kind, name, base, geometry, *, cloud=7.5, applied=None, offset="usual", collection="sentinel-2-l2a", **more
):
    """Return an item; ``base`` is the URL under which its files lie.

    ``applied``: ``earthsearch:boa_offset_applied``; ``offset``: as declared for each reflectance band, ``usual`` for
    what the catalogue does, None for nothing.
    """
    day, baseline = name[11:19], f"{name[28:30]}.{name[30:32]}"
    properties = {
        "datetime": f"{day[:4]}-{day[4:6]}-{day[6:]}T14:37:29.024000Z",
        "platform": f"sentinel-2{name[2].lower()}",
        "eo:cloud_cover": cloud,
    }
    makers = {"earth-search": _earth_search, "planetary-computer": _planetary_computer, "copernicus": _copernicus}
    extra, assets = makers[kind](name, base, baseline, applied, offset)
    return {
        "type": "Feature",
        "stac_version": "1.1.0" if kind == "copernicus" else "1.0.0",
        "id": more.get("item_id", name),
        "collection": collection,
        "geometry": geometry,
        "bbox": list(shape(geometry).bounds),
        "properties": {**properties, **extra, **more.get("properties", {})},
        "assets": assets,
        "links": [],
    }


def _earth_search(name, base, baseline, applied, offset):
    offset = -0.1 if offset == "usual" else offset
    extra = {
        "s2:processing_baseline": baseline,
        "s2:product_uri": f"{name}.SAFE",
        "mgrs:utm_zone": 19,
        "mgrs:latitude_band": "K",
        "mgrs:grid_square": "EP",
        "grid:code": "MGRS-19KEP",
        "proj:epsg": 32719,
        "earthsearch:payload_id": "roda/x",
        "earthsearch:boa_offset_applied": applied,
    }
    if applied is None:
        del extra["earthsearch:boa_offset_applied"]
    assets = {"thumbnail": {"href": f"{base}/preview.jpg", "type": "image/jpeg", "roles": ["thumbnail"]}}
    for band, key in EARTH_SEARCH_KEYS.items():
        raster = {"nodata": 0, "spatial_resolution": GSD[band], "scale": 0.0001}
        if offset is not None and band != "SCL":
            raster["offset"] = offset
        asset = {
            "href": f"{base}/{band}.tif",
            "type": "image/tiff; application=geotiff; profile=cloud-optimized",
            "raster:bands": [raster],
            "gsd": GSD[band],
            "roles": ["data"],
        }
        if band != "SCL":
            asset["eo:bands"] = [{"name": key, "common_name": COMMON[band]}]
        assets[key] = asset
        assets[f"{key}-jp2"] = {**asset, "href": f"s3://sentinel-s2-l2a/tiles/{band}.jp2", "type": "image/jp2"}
    return extra, assets


def _planetary_computer(name, base, baseline, applied, offset):
    extra = {
        "s2:processing_baseline": baseline,
        "s2:product_uri": f"{name}.SAFE",
        "s2:mgrs_tile": "19KEP",
        "proj:epsg": 32719,
    }
    assets = {"rendered_preview": {"href": f"{base}/preview.png", "type": "image/png", "roles": ["overview"]}}
    for band in ("B02", "B03", "B04", "B08", "B11", "SCL"):
        asset = {
            "href": f"{base}/{band}.tif",
            "type": "image/tiff; application=geotiff; profile=cloud-optimized",
            "proj:transform": [GSD[band], 0, WEST, 0, -GSD[band], NORTH],
            "gsd": GSD[band],
            "roles": ["data"],
        }
        if band != "SCL":
            asset["eo:bands"] = [{"name": band, "common_name": COMMON[band]}]
        assets[band] = asset
    assets["visual"] = {
        "href": f"{base}/TCI.tif",
        "roles": ["data"],
        "gsd": 10,
        "eo:bands": [{"name": b, "common_name": COMMON[b]} for b in ("B04", "B03", "B02")],
    }
    return extra, assets


def _copernicus(name, base, baseline, applied, offset):
    offset = (-0.1 if baseline >= "04" else 0) if offset == "usual" else offset
    extra = {
        "processing:version": baseline,
        "processing:level": "L2",
        "grid:code": "MGRS-19KEP",
        "proj:code": "EPSG:32719",
    }
    assets = {"thumbnail": {"href": f"{base}/preview.jpg", "type": "image/jpeg", "roles": ["thumbnail"]}}
    for band in ("B02", "B03", "B04", "B08", "B11", "SCL"):
        key = f"{band}_{GSD[band]}m"
        asset = {
            "href": f"s3://eodata/Sentinel-2/{name}.SAFE/{key}.jp2",
            "type": "image/jp2",
            "gsd": GSD[band],
            "nodata": 0,
            "alternate": {"https": {"href": f"{base}/{band}.jp2", "name": "HTTPS"}},
            "roles": ["data"],
        }
        if band != "SCL":
            asset["bands"] = [{"name": band, "eo:common_name": COMMON[band]}]
            asset["raster:scale"] = 0.0001
            if offset is not None:
                asset["raster:offset"] = offset
        assets[key] = asset
    return extra, assets


def put_scene(host, kind, day="20240517", *, size=512, baseline="05.10", bands=BANDS, levels=None, scl=None, **more):
    """Put the files of some bands of a scene and its item on a host; returns the item."""
    name = product_name(day, baseline)
    west, north = more.pop("west", WEST), more.pop("north", NORTH)
    base = f"{FOLDERS[kind]}/{name}"
    for band in bands:
        values = band_values(band, size, level=(levels or {}).get(band))
        if band == "SCL" and scl is not None:
            values = scl
        is_jp2 = kind == "copernicus"
        data = (jp2 if is_jp2 else cog)(values, GSD[band], west=west, north=north)
        host.files[f"{base}/{band}.{'jp2' if is_jp2 else 'tif'}"] = data
    item = item_of(kind, name, host.url + base, footprint(size, west, north), **more)
    serve_item(host, kind, item)
    return item


def band_path(kind, item, band):
    """Return the path of a band's file on the host."""
    return f"{FOLDERS[kind]}/{item['id']}/{band}.{'jp2' if kind == 'copernicus' else 'tif'}"


def serve_item(host, kind, item):
    """Answer for an item's own address, which is returned."""
    path = f"{ROOTS[kind]}/collections/{item['collection']}/items/{item['id']}"
    host.answers[path] = lambda _: json.dumps(item).encode()
    return host.url + path


class Catalogue:
    """A STAC API over items."""

    methods = ("GET", "POST")

    def __init__(self, host, kind, items, page=100):
        self.host, self.kind, self.items, self.page = host, kind, list(items), page
        self.root = ROOTS[kind]
        self.url = host.url + self.root
        host.answers[self.root] = self.landing
        host.answers[f"{self.root}/search"] = self.search
        for item in self.items[:50]:
            serve_item(host, kind, item)

    def landing(self, _):
        links = [
            {"rel": "search", "href": f"{self.url}/search", "type": "application/geo+json", "method": m}
            for m in self.methods
        ]
        return json.dumps(
            {
                "type": "Catalog",
                "id": self.kind,
                "stac_version": "1.0.0",
                "description": "x",
                "conformsTo": CONFORMS[self.kind],
                "links": [{"rel": "self", "href": self.url}, *links],
            }
        ).encode()

    def search(self, asked):
        body = json.loads(asked.body) if asked.body else {k: v[0] for k, v in asked.query.items()}
        if isinstance(body.get("collections"), str):
            body["collections"] = body["collections"].split(",")
        if isinstance(body.get("bbox"), str):
            body["bbox"] = body["bbox"].split(",")
        for name in ("query", "filter"):
            if isinstance(body.get(name), str) and body[name].startswith("{"):
                body[name] = json.loads(body[name])
        found = [item for item in self.items if self._fits(item, body)]
        start = int(str(body.get("token", "0")).removeprefix("next:"))
        size = min(int(body.get("limit", 10)), self.page)
        links = []
        if start + size < len(found):
            links = [self._next(body, start + size)]
        page = {"type": "FeatureCollection", "features": found[start : start + size], "links": links}
        if self.kind != "planetary-computer":
            page["numberMatched"] = len(found)
        return json.dumps(page).encode()

    def _next(self, body, start):
        """Return the next link as each catalogue has it: whole body, body to merge, GET."""
        href = f"{self.url}/search"
        if self.kind == "earth-search":
            return {"rel": "next", "method": "POST", "href": href, "merge": False, "body": {**body, "token": start}}
        if self.kind == "planetary-computer":
            body = {"token": f"next:{start}"}
            return {"rel": "next", "method": "POST", "href": href, "merge": True, "body": body}
        query = {"collections": ",".join(body["collections"]), "limit": body.get("limit", 10), "token": start}
        return {"rel": "next", "method": "GET", "href": f"{href}?{urlencode(query)}"}

    def _fits(self, item, body):
        cloud = item["properties"].get("eo:cloud_cover", 0)
        most = body.get("query", {}).get("eo:cloud_cover", {}).get("lte", 100)
        if isinstance(body.get("filter"), dict):
            most = body["filter"]["args"][1]
        if item["collection"] not in body.get("collections", []) or cloud > most:
            return False
        if "bbox" in body:
            return shape(item["geometry"]).intersects(shapely.box(*map(float, body["bbox"])))
        return True
