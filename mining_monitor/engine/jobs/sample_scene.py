"""A sample scene on disk: image and truth, for the first click, the demo and the tests."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.requests import SampleSceneRequest
from mining_monitor.contract.results import SampleSceneResult
from mining_monitor.engine.files import whole_file
from mining_monitor.engine.progress import Job
from mining_monitor.engine.sample_world import Scene, generate_scene, write_scene

_MAX_SIDE = 20_000

#: Seconds between two looks for Cancel.
_POLL_S = 0.1


def make_sample_scene(request: SampleSceneRequest, job: Job) -> SampleSceneResult:
    """Make a scene; ``<output>`` holds the image, ``<stem>_truth.tif`` beside it the class raster.

    Raises
    ------
    ParameterError, OutputError
    """
    if not (1 <= request.width <= _MAX_SIDE and 1 <= request.height <= _MAX_SIDE):
        raise ParameterError(f"Width and height must lie between 1 and {_MAX_SIDE} pixels.", name="width")
    if not 0.1 <= request.gsd_m <= 100:
        raise ParameterError(f"The ground sampling distance is {request.gsd_m:g} m; it must lie between 0.1 and 100.")
    image = Path(request.output)
    if not image.name:
        raise ParameterError("The output is empty; name the file to write.", name="output")
    truth = image.with_name(f"{image.stem}_truth.tif")
    scene = _generate(request, job)
    with whole_file(truth) as truth_partial, whole_file(image) as image_partial:
        write_scene(scene, image_partial, truth_partial)
    return SampleSceneResult(str(image), str(truth))


def _generate(request: SampleSceneRequest, job: Job) -> Scene:
    """Generate beside this thread: a block takes seconds, and Cancel is answered at once all the same.

    A cancelled generator ends at its next block.
    """

    def on_block(share: float) -> None:
        job.check()
        job.report(Progress(share, "scene"))

    pool = ThreadPoolExecutor(1)
    size = {"gsd_m": request.gsd_m, "width": request.width, "height": request.height}
    future = pool.submit(generate_scene, request.seed, on_block=on_block, **size)
    pool.shutdown(wait=False)
    while not wait([future], _POLL_S).done:
        job.check()
    return future.result()
