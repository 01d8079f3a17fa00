"""Every Qt name that the plugin uses exists in Qt 6, too."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.repository.qt6_names import findings
from tests.repository.sources import modules, place

STUBS = Path(os.environ.get("MINING_MONITOR_QT6_NAMES", Path(sys.prefix) / "qt6-names"))

pytestmark = pytest.mark.skipif(not (STUBS / "PyQt6").is_dir(), reason=f"no PyQt6 stubs in {STUBS}: make engine")


def is_the_field_helper(path: Path, line: str) -> bool:
    """The one place where Qt 5's QVariant types stand, for QGIS before 3.38 (QGIS_NOTES 1)."""
    return path.name == "compat.py" and "QVariant." in line


def test_the_plugin_names_nothing_that_qt6_lacks():
    lines = [
        f"{place(path)}:{line}"
        for path in modules("plugin.py", "gui", "adapter")
        for line in findings(STUBS, path.read_text(encoding="utf-8"))
        if not is_the_field_helper(path, line)
    ]
    assert lines == []


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("from qgis.PyQt.QtCore import Qt\nQt.UserRole", "Qt.UserRole"),
        ("from qgis.PyQt.QtCore import Qt\nQt.ItemDataRole.NoRole", "Qt.ItemDataRole.NoRole"),
        ("from qgis.PyQt.QtWidgets import QFrame\nQFrame.HLine", "QFrame.HLine"),
        ("from qgis.PyQt.QtWidgets import QDialog\nQDialog().exec_()", ".exec_()"),
        ("from qgis.PyQt.QtCore import QRegExp", "QtCore.QRegExp"),
        ("from qgis.PyQt.QtWidgets import QDesktopWidget", "QtWidgets.QDesktopWidget"),
    ],
    ids=["unscoped", "no-member", "unscoped-widget", "exec_", "gone-class", "gone-widget"],
)
def test_a_name_that_qt6_lacks_is_found(code, complaint):
    assert [line for line in findings(STUBS, code) if complaint in line]


@pytest.mark.parametrize(
    "code",
    [
        "from qgis.PyQt.QtCore import Qt\nQt.ItemDataRole.UserRole",
        "from qgis.PyQt.QtWidgets import QFrame\nQFrame.Shape.HLine",
        "from qgis.PyQt.QtWidgets import QAction, QSizePolicy\nQSizePolicy.Policy.Expanding",
        "from qgis.PyQt.QtWidgets import QLabel\nQLabel.deleteLater",
        "from qgis.PyQt.QtCore import QTimer, pyqtSignal\nQTimer.singleShot",
        "try:\n    from qgis.PyQt.QtCore import QMetaType\nexcept ImportError:\n    QMetaType = None",
    ],
    ids=["scoped", "scoped-widget", "moved", "inherited", "static", "guarded"],
)
def test_a_name_that_qt6_has_is_left_alone(code):
    assert findings(STUBS, code) == []
