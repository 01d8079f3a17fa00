"""Procedural mine landscapes with pixel-exact LAMES truth, for tests, the demo, benchmarks and training."""

from mining_monitor.engine.sample_world.files import write_large_scene, write_scene
from mining_monitor.engine.sample_world.scene import Scene, generate_scene

__all__ = ["Scene", "generate_scene", "write_large_scene", "write_scene"]
