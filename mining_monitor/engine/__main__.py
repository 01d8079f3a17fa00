"""``python -m mining_monitor.engine``."""

from __future__ import annotations

import sys

from mining_monitor.engine.cli import main

sys.exit(main())
