"""Shapes as signed distances in metres: negative inside, 0 on the outline, positive outside."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from mining_monitor.engine.sample_world.frame import FloatArray, Frame


@dataclass(frozen=True)
class Place:
    """Where a thing lies: centre in metres and rotation in radians (counter-clockwise from east)."""

    x: float
    y: float
    angle: float


def local_axes(frame: Frame, place: Place) -> tuple[FloatArray, FloatArray]:
    """Return the coordinates u, v (metres) of a frame's points in a place's own axes."""
    dx = (frame.x - place.x).astype(np.float32)[None, :]
    dy = (frame.y - place.y).astype(np.float32)[:, None]
    c, s = np.float32(math.cos(place.angle)), np.float32(math.sin(place.angle))
    return dx * c + dy * s, dy * c - dx * s


def blob(
    frame: Frame, place: Place, size_m: tuple[float, float], rng: np.random.Generator, *, rough: float = 0.25
) -> FloatArray:
    """Return the distance to an irregular oval with half axes `size_m`; `rough` sets how much it bulges."""
    u, v = local_axes(frame, place)
    u, v = u / np.float32(size_m[0]), v / np.float32(size_m[1])
    theta = np.arctan2(v, u)
    outline = np.ones_like(u)
    for k in range(2, 10):
        amplitude = rough * float(rng.uniform(0.2, 1.0)) / k
        outline += np.float32(amplitude) * np.cos(k * theta + np.float32(rng.uniform(0, 2 * math.pi)))
    return (np.hypot(u, v) - outline) * np.float32(min(size_m))


def rounded_box(u: FloatArray, v: FloatArray, half_u: float, half_v: float, radius_m: float = 0.0) -> FloatArray:
    """Return the distance to a rectangle with rounded corners around the origin of u, v."""
    qu = np.abs(u) - np.float32(half_u - radius_m)
    qv = np.abs(v) - np.float32(half_v - radius_m)
    outside = np.hypot(np.maximum(qu, 0.0), np.maximum(qv, 0.0))
    return (outside + np.minimum(np.maximum(qu, qv), 0.0) - np.float32(radius_m)).astype(np.float32)


def polyline(frame: Frame, points: list[tuple[float, float]]) -> FloatArray:
    """Return the distance (not signed) to a polyline through points in world metres."""
    x, y = frame.x.astype(np.float32)[None, :], frame.y.astype(np.float32)[:, None]
    best = np.full(frame.shape, np.float32(1e9))
    for (x0, y0), (x1, y1) in zip(points[:-1], points[1:], strict=True):
        ex, ey = x1 - x0, y1 - y0
        length2 = max(ex * ex + ey * ey, 1e-6)
        t = np.clip(((x - np.float32(x0)) * ex + (y - np.float32(y0)) * ey) / length2, 0.0, 1.0)
        np.minimum(best, np.hypot(x - np.float32(x0) - t * ex, y - np.float32(y0) - t * ey), out=best)
    return best


def smooth_union(a: FloatArray, b: FloatArray, softness_m: float) -> FloatArray:
    """Return the distance to the union of two shapes with rounded seams (Quilez, polynomial smooth minimum)."""
    h = np.clip(0.5 + 0.5 * (b - a) / np.float32(softness_m), 0.0, 1.0)
    return b + (a - b) * h - np.float32(softness_m) * h * (1.0 - h)


def cover(distance: FloatArray, step_m: float) -> FloatArray:
    """Return the share of a pixel of size `step_m` that lies inside the shape, 0..1."""
    return np.asarray(np.clip(0.5 - distance / np.float32(step_m), 0.0, 1.0))
