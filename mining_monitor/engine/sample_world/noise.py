"""Noise that depends on position and seed alone, so that neighbouring blocks fit together."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.sample_world.frame import CoordArray, FloatArray, Frame

_DENSE_NODES = 160
#: A cubic B-spline damps the nodes; this factor gives the noise a standard deviation of about 0.5.
_SPLINE_GAIN = 1.8

_HEADINGS = 32
_COSINES = np.cos(2 * math.pi * np.arange(_HEADINGS) / _HEADINGS).astype(np.float32)
_SINES = np.sin(2 * math.pi * np.arange(_HEADINGS) / _HEADINGS).astype(np.float32)

NodeFunction = Callable[[CoordArray, CoordArray], npt.NDArray[np.floating]]


def mix_seed(seed: int, *parts: int) -> int:
    """Return a 31-bit seed made of a seed and integers (a cell, a purpose), well mixed."""
    value = (seed ^ 0x9E3779B9) & 0xFFFFFFFF
    for part in parts:
        value = ((value ^ (part & 0xFFFFFFFF)) * 0x85EBCA6B + 0x27220A95) & 0xFFFFFFFF
        value ^= value >> 15
        value = (value * 0xC2B2AE35) & 0xFFFFFFFF
        value ^= value >> 13
    return value & 0x7FFFFFFF


def hash_unit(i: npt.NDArray[np.int64], j: npt.NDArray[np.int64], seed: int) -> FloatArray:
    """Return numbers in [0, 1) that depend on integer cells (`i`, `j`) and the seed; the arrays broadcast."""
    a = (i.astype(np.uint32) * np.uint32(374761393)) ^ np.uint32(mix_seed(seed, 1))
    b = (j.astype(np.uint32) * np.uint32(668265263)) ^ np.uint32(mix_seed(seed, 2))
    h = a + (b ^ (b >> np.uint32(15)))
    h = (h ^ (h >> np.uint32(13))) * np.uint32(1274126177)
    h = (h ^ (h >> np.uint32(16))) * np.uint32(2246822519)
    h ^= h >> np.uint32(15)
    return (h >> np.uint32(8)).astype(np.float32) * np.float32(1.0 / (1 << 24))


def _spline_axis(coords: CoordArray, spacing_m: float) -> tuple[int, int, npt.NDArray[np.int64], FloatArray]:
    """Return the first node, the number of nodes, each point's first node and its four B-spline weights."""
    scaled = coords / spacing_m
    base = np.floor(scaled).astype(np.int64)
    t = scaled - base
    weights = np.stack([(1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3], axis=1) / 6.0
    first = int(base.min()) - 1
    count = int(base.max()) + 3 - first
    return first, count, base - 1 - first, weights.astype(np.float32)


def _spline_matrix(count: int, index: npt.NDArray[np.int64], weights: FloatArray) -> FloatArray:
    matrix = np.zeros((len(index), count), np.float32)
    rows = np.arange(len(index))
    for k in range(4):
        matrix[rows, index + k] = weights[:, k]
    return matrix


def _apply_axis(values: FloatArray, count: int, index: npt.NDArray[np.int64], weights: FloatArray) -> FloatArray:
    """Interpolate along the first axis; dense algebra for few nodes, gathers for many."""
    if count <= _DENSE_NODES:
        return _spline_matrix(count, index, weights) @ values
    out = weights[:, 0, None] * values[index]
    for k in range(1, 4):
        out += weights[:, k, None] * values[index + k]
    return out


def spline_field(frame: Frame, function: NodeFunction, spacing_m: float) -> FloatArray:
    """Sample a smooth function on a coarse world-fixed lattice and spread it over the frame.

    Parameters
    ----------
    frame : Frame
        Where the values are wanted.
    function : callable
        Takes 2-D arrays x, y in metres and returns values of that shape.
    spacing_m : float
        Distance of the lattice's nodes; the result is smooth over about twice that.

    Returns
    -------
    ndarray of float32, shape (row, col)
    """
    fx, nx, ix, wx = _spline_axis(frame.x, spacing_m)
    fy, ny, iy, wy = _spline_axis(frame.y, spacing_m)
    gx, gy = np.meshgrid((fx + np.arange(nx)) * spacing_m, (fy + np.arange(ny)) * spacing_m)
    nodes = np.asarray(function(gx, gy), np.float32)
    rows = _apply_axis(nodes, ny, iy, wy)
    return np.ascontiguousarray(_apply_axis(np.ascontiguousarray(rows.T), nx, ix, wx).T)


def value_noise(frame: Frame, seed: int, wavelength_m: float) -> FloatArray:
    """Return smooth noise, mean 0, standard deviation about 0.5, rarely beyond -1.5..1.5."""

    def nodes(gx: CoordArray, gy: CoordArray) -> FloatArray:
        i = np.rint(gx / wavelength_m).astype(np.int64)
        j = np.rint(gy / wavelength_m).astype(np.int64)
        return (hash_unit(i, j, seed) - 0.5) * np.float32(2 * _SPLINE_GAIN)

    return spline_field(frame, nodes, wavelength_m)


def octave_wavelengths(frame: Frame, wavelength_m: float, octaves: int) -> list[float]:
    """Return the wavelengths of a fractal that the frame can still show."""
    lengths = [wavelength_m / 2.03**k for k in range(octaves)]
    return [length for length in lengths if length >= 1.6 * frame.step_m]


def fractal_noise(frame: Frame, seed: int, wavelength_m: float, *, octaves: int = 6, gain: float = 0.5) -> FloatArray:
    """Return fractal noise whose coarsest octave has amplitude 1 and wavelength `wavelength_m`."""
    total = np.zeros(frame.shape, np.float32)
    for k, length in enumerate(octave_wavelengths(frame, wavelength_m, octaves)):
        total += np.float32(gain**k) * value_noise(frame, mix_seed(seed, 100 + k), length)
    return total


def noise_at(x: npt.NDArray[np.floating], y: npt.NDArray[np.floating], seed: int, wavelength_m: float) -> FloatArray:
    """Return smooth noise at free positions (for warped or polar coordinates), about -1..1.

    References
    ----------
    Gradient noise with quintic fades (Perlin 2002).
    """
    u, v = np.asarray(x, np.float64) / wavelength_m, np.asarray(y, np.float64) / wavelength_m
    i, j = np.floor(u).astype(np.int64), np.floor(v).astype(np.int64)
    s, t = (u - i).astype(np.float32), (v - j).astype(np.float32)
    fade_s, fade_t = s * s * s * (s * (s * 6 - 15) + 10), t * t * t * (t * (t * 6 - 15) + 10)
    corners = []
    for dj in (0, 1):
        for di in (0, 1):
            heading = (hash_unit(i + di, j + dj, seed) * _HEADINGS).astype(np.int64)
            corners.append(_COSINES[heading] * (s - di) + _SINES[heading] * (t - dj))
    south = corners[0] + (corners[1] - corners[0]) * fade_s
    north = corners[2] + (corners[3] - corners[2]) * fade_s
    return np.asarray((south + (north - south) * fade_t) * 1.6, np.float32)


def warped_ridges(frame: Frame, seed: int, wavelength_m: float, *, octaves: int = 4, warp: float = 0.35) -> FloatArray:
    """Return branching ridges, 0 in the valleys' bottoms to about 1 on the crests.

    The folds of a noise, bent by another one, look like drainage cut into a slope (Musgrave 1993, ridged multifractal).
    """

    def nodes(gx: CoordArray, gy: CoordArray) -> npt.NDArray[np.floating]:
        bend = warp * wavelength_m
        wx = gx + bend * noise_at(gx, gy, mix_seed(seed, 1), wavelength_m * 0.9)
        wy = gy + bend * noise_at(gx, gy, mix_seed(seed, 2), wavelength_m * 0.9)
        total, weight, norm = np.zeros(gx.shape, np.float32), np.float32(1.0), 0.0
        for k, length in enumerate(octave_wavelengths(frame, wavelength_m, octaves)):
            amplitude = 0.5**k
            c, s = math.cos(1.1 * k), math.sin(1.1 * k)
            fold = np.abs(noise_at(wx * c + wy * s, wy * c - wx * s, mix_seed(seed, 10 + k), length) * 1.5)
            total += amplitude * np.minimum(fold, 1.0) * weight
            weight = np.clip(fold * 2.2, 0.15, 1.0)
            norm += amplitude
        return total / max(norm, 1e-6)

    return spline_field(frame, nodes, 2.0 * frame.step_m)


def scatter(
    frame: Frame, seed: int, cell_m: float, *, jitter: float = 0.5, angle: float = 0.0
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Place one object in each cell of a rotated lattice.

    Parameters
    ----------
    jitter : float
        Share of the cell over which an object's centre moves, 0..1.
    angle : float
        Rotation of the lattice in radians.

    Returns
    -------
    du, dv : ndarray of float32
        Metres from the cell's object, along the lattice's axes.
    pick, shade : ndarray of float32
        Two random numbers in [0, 1) of the cell.
    """
    c, s = math.cos(angle), math.sin(angle)
    u = frame.x[None, :] * c + frame.y[:, None] * s
    v = frame.y[:, None] * c - frame.x[None, :] * s
    i, j = np.floor(u / cell_m).astype(np.int64), np.floor(v / cell_m).astype(np.int64)
    ju = (hash_unit(i, j, mix_seed(seed, 3)) - 0.5) * np.float32(jitter)
    jv = (hash_unit(i, j, mix_seed(seed, 4)) - 0.5) * np.float32(jitter)
    du = (u - (i + 0.5 + ju) * cell_m).astype(np.float32)
    dv = (v - (j + 0.5 + jv) * cell_m).astype(np.float32)
    return du, dv, hash_unit(i, j, mix_seed(seed, 5)), hash_unit(i, j, mix_seed(seed, 6))


def smoothstep(low: float, high: float, value: FloatArray) -> FloatArray:
    """Return 0 below `low`, 1 above `high` and a smooth rise between; `low` may exceed `high` for a fall."""
    t = np.clip((value - np.float32(low)) / np.float32(high - low), 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t), np.float32)
