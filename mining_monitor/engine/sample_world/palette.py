"""Colours of the ground: reflectance of materials in six bands.

The numbers are typical surface reflectances (rounded by hand from open spectral libraries and Sentinel-2 scenes), good
for pictures and tests, not for spectroscopy.
"""

from __future__ import annotations

import numpy as np

from mining_monitor.engine.sample_world.frame import FloatArray

#: Bands of a material, common names in order.
BAND_NAMES: tuple[str, ...] = ("blue", "green", "red", "nir", "swir16", "swir22")

# fmt: off
MATERIALS: dict[str, tuple[float, float, float, float, float, float]] = {
    # ground
    "soil_tan":       (0.150, 0.205, 0.270, 0.330, 0.420, 0.370),
    "soil_pale":      (0.220, 0.270, 0.320, 0.370, 0.440, 0.390),
    "soil_orange":    (0.085, 0.145, 0.255, 0.330, 0.430, 0.360),
    "soil_red":       (0.045, 0.075, 0.155, 0.230, 0.310, 0.250),
    "soil_brown":     (0.060, 0.085, 0.115, 0.190, 0.260, 0.210),
    "soil_grey":      (0.120, 0.140, 0.160, 0.200, 0.250, 0.230),
    "rock_grey":      (0.125, 0.140, 0.150, 0.180, 0.210, 0.200),
    "rock_brown":     (0.085, 0.105, 0.130, 0.170, 0.220, 0.200),
    "rock_dark":      (0.055, 0.062, 0.070, 0.090, 0.110, 0.105),
    "rock_purple":    (0.085, 0.085, 0.110, 0.140, 0.180, 0.170),
    "salt":           (0.420, 0.450, 0.470, 0.480, 0.350, 0.280),
    # vegetation
    "forest":         (0.018, 0.033, 0.022, 0.300, 0.130, 0.060),
    "woodland":       (0.028, 0.045, 0.036, 0.260, 0.160, 0.085),
    "conifer":        (0.016, 0.026, 0.019, 0.220, 0.090, 0.040),
    "shrub":          (0.045, 0.062, 0.062, 0.220, 0.200, 0.120),
    "grass_dry":      (0.065, 0.095, 0.120, 0.250, 0.300, 0.210),
    "grass_green":    (0.030, 0.065, 0.045, 0.360, 0.210, 0.110),
    "crop_green":     (0.025, 0.070, 0.035, 0.430, 0.200, 0.090),
    "crop_pale":      (0.070, 0.110, 0.115, 0.300, 0.280, 0.190),
    "crop_straw":     (0.110, 0.155, 0.200, 0.300, 0.380, 0.290),
    # water
    "water_clear":    (0.030, 0.036, 0.022, 0.010, 0.004, 0.003),
    "water_green":    (0.028, 0.058, 0.040, 0.020, 0.006, 0.004),
    "water_brown":    (0.062, 0.092, 0.110, 0.070, 0.012, 0.008),
    "water_turbid":   (0.100, 0.150, 0.190, 0.120, 0.020, 0.012),
    "pond_turquoise": (0.105, 0.170, 0.120, 0.040, 0.010, 0.008),
    "pond_blue":      (0.095, 0.110, 0.070, 0.025, 0.006, 0.004),
    "pond_rust":      (0.045, 0.080, 0.140, 0.090, 0.030, 0.020),
    "pond_grey":      (0.090, 0.105, 0.105, 0.060, 0.020, 0.014),
    # mine
    "ore_oxide":      (0.070, 0.100, 0.165, 0.220, 0.280, 0.240),
    "ore_yellow":     (0.110, 0.165, 0.225, 0.280, 0.350, 0.300),
    "ore_green":      (0.100, 0.130, 0.120, 0.170, 0.220, 0.200),
    "ore_white":      (0.260, 0.290, 0.310, 0.340, 0.360, 0.330),
    "coal":           (0.032, 0.034, 0.037, 0.050, 0.070, 0.075),
    "gravel":         (0.165, 0.190, 0.210, 0.250, 0.300, 0.280),
    "dirt_road":      (0.185, 0.225, 0.260, 0.310, 0.380, 0.340),
    "tailings_pale":  (0.255, 0.285, 0.300, 0.330, 0.300, 0.250),
    "tailings_grey":  (0.165, 0.180, 0.190, 0.220, 0.220, 0.190),
    "tailings_tan":   (0.165, 0.215, 0.255, 0.300, 0.320, 0.270),
    "tailings_red":   (0.055, 0.080, 0.150, 0.200, 0.220, 0.190),
    "sand_wet":       (0.150, 0.185, 0.215, 0.240, 0.230, 0.180),
    "leach_ore":      (0.125, 0.145, 0.160, 0.200, 0.240, 0.220),
    "leach_brown":    (0.105, 0.130, 0.160, 0.210, 0.260, 0.230),
    "liner":          (0.035, 0.036, 0.038, 0.045, 0.050, 0.050),
    # built
    "concrete":       (0.230, 0.250, 0.265, 0.290, 0.310, 0.290),
    "asphalt":        (0.070, 0.075, 0.080, 0.100, 0.120, 0.115),
    "roof_white":     (0.460, 0.480, 0.490, 0.500, 0.480, 0.440),
    "roof_grey":      (0.220, 0.230, 0.240, 0.260, 0.280, 0.270),
    "roof_blue":      (0.230, 0.170, 0.110, 0.180, 0.260, 0.230),
    "roof_green":     (0.090, 0.130, 0.085, 0.160, 0.200, 0.180),
    "roof_rust":      (0.065, 0.085, 0.165, 0.220, 0.270, 0.240),
    "steel":          (0.300, 0.310, 0.320, 0.330, 0.340, 0.330),
    "rubber":         (0.040, 0.041, 0.043, 0.050, 0.055, 0.055),
    "yellow_paint":   (0.080, 0.240, 0.330, 0.400, 0.400, 0.360),
}
# fmt: on


def reflectance(name: str, bands: tuple[str, ...]) -> FloatArray:
    """Return a material's reflectance in the wanted bands.

    Raises
    ------
    KeyError
        When the material is unknown.
    ValueError
        When a band is unknown.
    """
    values = MATERIALS[name]
    return np.array([values[BAND_NAMES.index(band)] for band in bands], np.float32)


def tint_factors(bands: tuple[str, ...], rng: np.random.Generator, spread: float) -> FloatArray:
    """Return factors that change a colour's brightness and, less, its hue at random (`spread` = relative).

    All six bands are drawn whichever are wanted, so that pictures in different bands show the same world.
    """
    brightness = max(1.0 + spread * float(rng.standard_normal()), 0.5)
    hue = 1.0 + 0.25 * spread * rng.standard_normal(len(BAND_NAMES))
    return np.array([brightness * hue[BAND_NAMES.index(band)] for band in bands], np.float32)
