"""``python -m mining_monitor.engine``."""

from __future__ import annotations

import sys

from mining_monitor.engine.cli import main
from mining_monitor.engine.memory import share_arenas

share_arenas()
sys.exit(main())
