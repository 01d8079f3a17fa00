"""The installed models: list them, find one, add one."""

from __future__ import annotations

from mining_monitor.engine.models.adding import add_model
from mining_monitor.engine.models.catalogue import MODELS_VARIABLE, list_models, locate, resolve, user_models

__all__ = ["MODELS_VARIABLE", "add_model", "list_models", "locate", "resolve", "user_models"]
