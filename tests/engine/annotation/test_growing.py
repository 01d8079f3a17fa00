"""Magic select: a click becomes nested regions that follow the edges of the image and of a run's class map."""

from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from pyproj import Transformer
from rasterio.features import rasterize

from mining_monitor.contract.errors import (
    CancelledError,
    ExtentError,
    ImageError,
    ImageWithoutCrsError,
    ParameterError,
)
from mining_monitor.contract.growing import GrowRegionRequest
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.annotation.growing import grow_region
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job

UTM, WORLD = "EPSG:32719", "EPSG:4326"
TEN_M = Affine(10, 0, 400_000, 0, -10, 7_000_000)

#: A square of other colour in the middle, in rows and columns of a picture of 60 x 60.
SQUARE = (slice(20, 40), slice(15, 45))


def picture(bands=3, side=60):
    """Grainy ground with a brighter square."""
    values = np.random.default_rng(4).normal(60, 4, (bands, side, side))
    values[(slice(None), *SQUARE)] += 80
    return values.clip(0, 255)


def write(path, values, *, transform=TEN_M, crs=UTM, dtype="uint8", nodata=None):
    values = np.asarray(values, dtype)
    profile = {"count": len(values), "height": values.shape[1], "width": values.shape[2], "dtype": dtype}
    with rasterio.open(path, "w", driver="GTiff", crs=crs, transform=transform, nodata=nodata, **profile) as target:
        target.write(values)
    return str(path)


def lonlat(path, col, row):
    with rasterio.open(path) as source:
        x, y = source.transform * (col, row)
        return Transformer.from_crs(source.crs, WORLD, always_xy=True).transform(x, y)


def grow(path, *pixels, **options):
    points = tuple(lonlat(path, col, row) for col, row in pixels or [(30, 30)])
    return grow_region(GrowRegionRequest(ImageRef(path), points, **{"radius_m": 400.0, **options}), Job())


def shapes(result):
    return [shapely.from_wkt(step.wkt) for step in result.steps]


def cells(path, shape):
    """The pixels of an image whose centres a shape in EPSG:4326 holds."""
    with rasterio.open(path) as source:
        back = Transformer.from_crs(WORLD, source.crs, always_xy=True)
        moved = shapely.transform(shape, lambda points: np.column_stack(back.transform(points[:, 0], points[:, 1])))
        return rasterize([(moved, 1)], out_shape=source.shape, transform=source.transform).astype(bool)


def best_iou(path, result, truth):
    found = [cells(path, shape) for shape in shapes(result)]
    return max((each & truth).sum() / (each | truth).sum() for each in found)


@pytest.fixture
def square():
    truth = np.zeros((60, 60), bool)
    truth[SQUARE] = True
    return truth


@pytest.fixture
def image(tmp_path):
    return write(tmp_path / "image.tif", picture())


def test_one_of_the_regions_is_the_square_that_was_clicked_and_the_guess_is_it(image, square):
    result = grow(image)

    assert best_iou(image, result, square) > 0.95
    guess = cells(image, shapes(result)[result.guess])
    assert (guess & square).sum() / (guess | square).sum() > 0.9


def test_each_region_holds_the_one_before_and_the_click(image):
    found = shapes(grow(image))
    click = shapely.Point(lonlat(image, 30, 30))

    assert len(found) > 10 and all(shape.geom_type == "Polygon" and shape.is_valid for shape in found)
    for smaller, larger in zip(found, found[1:]):
        assert larger.area > smaller.area
        assert area_m2(shapely.difference(smaller, larger)) < 0.06 * area_m2(smaller) + 100  # outlines are simplified
    assert all(shape.buffer(1e-6).contains(click) for shape in found)


def test_areas_are_geodesic(image):
    result = grow(image)
    assert [step.area_m2 for step in result.steps] == pytest.approx([area_m2(shape) for shape in shapes(result)])


@pytest.mark.parametrize(
    ("transform", "crs"),
    [
        (Affine(1e-4, 0, -70.0, 0, -1e-4, -23.0), WORLD),
        (Affine(16.56, 0, -7_900_000, 0, -16.56, -6_900_000), "EPSG:3857"),
        (TEN_M @ Affine.rotation(30) if hasattr(Affine, "__matmul__") else TEN_M * Affine.rotation(30), UTM),
        (Affine(10, 0, 400_000, 0, 10, 7_000_000), UTM),
        (Affine(10, 0, 0, 0, -10, 0), "EPSG:3031"),
    ],
    ids=["degrees", "web-mercator", "rotated", "south-up", "polar"],
)
def test_it_grows_in_any_grid(tmp_path, square, transform, crs):
    path = write(tmp_path / "i.tif", picture(), transform=transform, crs=crs)
    assert best_iou(path, grow(path), square) > 0.95


@pytest.mark.parametrize(("west", "col"), [(179.997, 20), (179.997, 40), (-180.003, 20)])
def test_across_180_degrees_the_side_of_the_click_is_grown(tmp_path, west, col):
    path = write(tmp_path / "i.tif", picture(), transform=Affine(1e-4, 0, west, 0, -1e-4, -17.0), crs=WORLD)
    lon = (west + (col + 0.5) * 1e-4 + 180) % 360 - 180

    result = grow_region(GrowRegionRequest(ImageRef(path), ((lon, -17.003),), 400.0), Job())

    found = shapes(result)[-1]
    assert found.is_valid and -180 <= found.bounds[0] < found.bounds[2] <= 180
    assert found.buffer(1e-6).contains(shapely.Point(lon, -17.003)) and found.bounds[2] - found.bounds[0] < 0.0061


@pytest.mark.parametrize(
    ("bands", "dtype", "factor"), [(1, "uint8", 1), (4, "uint16", 40), (16, "float32", 0.001)],
)  # fmt: skip
def test_it_grows_on_any_bands(tmp_path, square, bands, dtype, factor):
    path = write(tmp_path / "i.tif", picture(bands) * factor, dtype=dtype)
    assert best_iou(path, grow(path), square) > 0.95


@pytest.mark.parametrize("kind", ["nodata", "nan", "mask"])
def test_ground_without_data_never_joins(tmp_path, kind):
    values = picture()
    hidden = np.zeros((60, 60), bool)
    hidden[28:34, 36:50] = True
    options = {}
    if kind == "nan":
        values[:, hidden] = np.nan
        path = write(tmp_path / "i.tif", values, dtype="float32")
    elif kind == "nodata":
        values[:, hidden] = 0
        path = write(tmp_path / "i.tif", values, nodata=0)
    else:
        path = write(tmp_path / "i.tif", values)
        options["valid_mask"] = write(tmp_path / "m.tif", ~hidden[None])
    for shape in shapes(grow(path, **options)):
        assert (cells(path, shape) & hidden).sum() <= 0.15 * hidden.sum()  # a simplified outline cuts corners
    assert (cells(path, shapes(grow(path, **options))[-1]) & ~hidden).sum() > 1000


def test_even_ground_grows_to_the_border_of_the_class_that_was_clicked(tmp_path, square):
    path = write(tmp_path / "i.tif", np.full((3, 60, 60), 90))
    classes = np.where(square, 5, 0)[None]
    with_map = write(tmp_path / "c.tif", classes, nodata=255)
    sure = write(tmp_path / "p.tif", np.full((1, 60, 60), 0.9), dtype="float32")

    guided = grow(path, class_raster=with_map, confidence_raster=sure)

    assert guided.has_scores and not grow(path).has_scores
    assert best_iou(path, guided, square) > 0.95 > best_iou(path, grow(path), square)


def test_a_class_map_of_another_grid_and_place_has_a_say_only_where_it_lies(tmp_path, square):
    path = write(tmp_path / "i.tif", picture())
    elsewhere = write(tmp_path / "c.tif", np.full((1, 9, 9), 5), transform=Affine(10, 0, 9e5, 0, -10, 1e6), nodata=255)

    result = grow(path, class_raster=elsewhere)

    assert not result.has_scores and best_iou(path, result, square) > 0.95


def test_two_places_make_one_region_across_what_separates_them(tmp_path):
    values = picture()
    values[:, :, 29:31] = 20  # a road through the square
    path = write(tmp_path / "i.tif", values)
    both = np.zeros((60, 60), bool)
    both[SQUARE] = True

    assert best_iou(path, grow(path, (20, 30), (40, 30)), both) > 0.9


@pytest.mark.parametrize("radius_m", [1e-3, 1e12], ids=["tiny", "huge"])
def test_the_window_has_limits(tmp_path, radius_m):
    path = write(tmp_path / "i.tif", picture())
    result = grow(path, radius_m=radius_m)
    assert 1 < len(result.steps) < 150 and result.cell_m == pytest.approx(10, rel=0.01)


def test_a_large_view_is_looked_at_in_coarser_cells_within_the_limit(tmp_path):
    values = np.kron(picture(1), np.ones((1, 60, 60)))  # 3600 pixels a side
    path = write(tmp_path / "i.tif", values, transform=Affine(0.5, 0, 400_000, 0, -0.5, 7_000_000))

    result = grow(path, (1800, 1800), radius_m=5000.0)

    assert result.cell_m == pytest.approx(4, rel=0.01)  # 8 pixels of half a metre: 2560 pixels a side are read
    truth = shapely.box(400_000 + 450, 7_000_000 - 1200, 400_000 + 1350, 7_000_000 - 600)
    back = Transformer.from_crs(WORLD, UTM, always_xy=True)
    ious = []
    for shape in shapes(result):
        moved = shapely.transform(shape, lambda points: np.column_stack(back.transform(points[:, 0], points[:, 1])))
        ious.append(moved.intersection(truth).area / moved.union(truth).area)
    assert max(ious) > 0.9


def test_the_door_runs_it(image):
    request = GrowRegionRequest(ImageRef(image), (lonlat(image, 30, 30),), 400.0)
    assert len(handle(request, Job()).steps) == len(grow(image).steps)


def test_a_picture_of_one_pixel_is_one_region(tmp_path):
    path = write(tmp_path / "i.tif", np.full((3, 1, 1), 7))
    (step,) = grow(path, (0.5, 0.5)).steps
    assert step.area_m2 == pytest.approx(100, rel=0.01)


@pytest.mark.parametrize(
    ("pixel", "what"), [((-5, 30), "beside"), ((30, 70), "beside"), ((30, 30), "no data")], ids=["west", "south", "gap"]
)
def test_a_click_where_nothing_is_says_so(tmp_path, pixel, what):
    values = picture()
    values[:, 30, 30] = 0
    path = write(tmp_path / "i.tif", values, nodata=0)
    with pytest.raises(ExtentError, match=what):
        grow(path, (pixel[0] + 0.5, pixel[1] + 0.5))


@pytest.mark.parametrize(
    ("points", "radius_m", "error"),
    [((), 100.0, ParameterError), (((-70.0, -23.0),), 0.0, ParameterError), (((500.0, 95.0),), 100.0, ExtentError)],
    ids=["no-place", "no-radius", "no-position"],
)
def test_what_cannot_be_asked_is_refused(image, points, radius_m, error):
    with pytest.raises(error):
        grow_region(GrowRegionRequest(ImageRef(image), points, radius_m), Job())


def test_places_too_far_apart_are_refused(tmp_path):
    path = write(tmp_path / "i.tif", np.zeros((1, 4, 4000)))
    with pytest.raises(ExtentError, match="too far apart"):
        grow(path, (2, 2), (3990, 2))


def test_an_image_of_nothing_is_refused(tmp_path):
    path = write(tmp_path / "i.tif", np.zeros((3, 60, 60)), nodata=0)
    with pytest.raises(ExtentError, match="no data"):
        grow(path)


def test_an_image_without_crs_a_missing_and_a_truncated_one_are_named(tmp_path, image):
    bare = write(tmp_path / "bare.tif", picture(), crs=None)
    point = (lonlat(image, 30, 30),)
    with pytest.raises(ImageWithoutCrsError, match="bare"):
        grow_region(GrowRegionRequest(ImageRef(bare), point), Job())
    with pytest.raises(ImageError, match="gone"):
        grow_region(GrowRegionRequest(ImageRef(str(tmp_path / "gone.tif")), point), Job())
    Path(image).write_bytes(Path(image).read_bytes()[:3000])
    with pytest.raises(ImageError):
        grow_region(GrowRegionRequest(ImageRef(image), point, 400.0), Job())


@pytest.mark.parametrize("member", ["class_raster", "valid_mask"])
def test_a_raster_beside_the_image_that_cannot_be_read_is_named(tmp_path, image, member):
    (tmp_path / "torn.tif").write_bytes(b"II*\0torn")
    with pytest.raises(ImageError, match=r"torn\.tif"):
        grow(image, **{member: str(tmp_path / "torn.tif")})


def test_cancel_ends_it(image):
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        grow_region(GrowRegionRequest(ImageRef(image), (lonlat(image, 30, 30),)), job)


def test_even_ground_without_any_edge_grows_too(tmp_path):
    path = write(tmp_path / "i.tif", np.full((3, 60, 60), 9))
    assert len(grow(path).steps) > 5
