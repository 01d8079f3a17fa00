"""The attribute form of a sectors layer: controlled vocabularies, read-only provenance, defaults and constraints."""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Tuple

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsFieldConstraints,
    QgsVectorLayer,
)

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.styles import class_titles, state_titles
from mining_monitor.schema.classes import LAMES_CLASSES
from mining_monitor.schema.review import EDITED, STATES

#: What nobody types by hand.
READ_ONLY = (
    "uuid", "class_key", "confidence", "area_m2", "source", "run_id", "scene_id", "gsd_m", "observed_at",
    "editor", "edited_at", "reviewer", "reviewed_at", "state",
)  # fmt: skip

#: What a person says of a sector, in the order of the form.
TYPED = ("class", "Name", "date", "system", "date2", "site_id", "comment")

#: Rows of the form that only a database reads.
HIDDEN = ("fid",)

#: Accepts an ISO date in the published files' padding too (DOMAIN 1.3).
_DATE_RULE = "regexp_match(coalesce(trim(\"{0}\"), ''), '^$|^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}$') > 0"

#: Works without the plugin too; the plugin puts the name of its settings in.
_USER = "coalesce(nullif(@user_full_name, ''), @user_account_name)"


_KEY_OF_CLASS = "CASE " + " ".join(f"WHEN \"class\" = {c.code} THEN '{c.key}'" for c in LAMES_CLASSES) + " END"


def set_scene(
    layer: QgsVectorLayer, scene_id: str, observed_at: str = "", *, date2: str = "", system: str = ""
) -> None:
    """Let polygons drawn by hand in a layer belong to a scene; its dates and agency are proposed as theirs."""
    proposals = {
        "scene_id": scene_id, "observed_at": observed_at, "date": observed_at[:10], "date2": date2[:10],
        "system": system,
    }  # fmt: skip
    for name, value in proposals.items():
        index = layer.fields().indexOf(name)
        if value and index >= 0:
            layer.setDefaultValueDefinition(index, QgsDefaultValue(QgsExpression.quotedValue(value), False))


def apply_form(layer: QgsVectorLayer, scene_id: str = "") -> None:
    """Give a sectors layer its form.

    Parameters
    ----------
    scene_id : str
        Scene that polygons drawn by hand in this layer belong to.
    """
    fields = layer.fields()
    present = {field.name(): index for index, field in enumerate(fields)}
    for name, alias in _aliases().items():
        if name in present:
            layer.setFieldAlias(present[name], alias)
    for name, setup in _widgets():
        if name in present:
            layer.setEditorWidgetSetup(present[name], setup)
    form = layer.editFormConfig()
    for name in READ_ONLY:
        if name in present:
            form.setReadOnly(present[name], True)
    _arrange(form, present)
    layer.setEditFormConfig(form)
    _set_defaults(layer, present)
    set_scene(layer, scene_id)
    _set_constraints(layer, present)
    layer.setDisplayExpression('coalesce(nullif(trim("Name"), \'\'), "class_key" || \' \' || left("uuid", 8))')


def _arrange(form: QgsEditFormConfig, present: Dict[str, int]) -> None:
    """Two tabs: what a person says of a sector, and where it comes from."""
    form.setLayout(getattr(QgsEditFormConfig, "TabLayout", None) or Qgis.AttributeFormLayout.DragAndDrop)
    form.clearTabs()
    others = tuple(name for name in present if name not in (*TYPED, *HIDDEN))
    for title, names in ((tr("Sector"), TYPED), (tr("Provenance"), others)):
        tab = QgsAttributeEditorContainer(title, form.invisibleRootContainer())
        if hasattr(tab, "setType"):  # QGIS 3.32 and newer; the older call is deprecated there
            tab.setType(Qgis.AttributeEditorContainerType.Tab)
        else:
            tab.setIsGroupBox(False)
        for name in names:
            if name in present:
                tab.addChildElement(QgsAttributeEditorField(name, present[name], tab))
        form.addTab(tab)


def _aliases() -> Dict[str, str]:
    return {
        "Name": tr("Name"), "class": tr("Class"), "date": tr("Image date"), "date2": tr("Second image date"),
        "system": tr("Image source"), "site_id": tr("Site"), "uuid": tr("Identifier"),
        "class_key": tr("Class key"), "state": tr("Review state"), "confidence": tr("Confidence"),
        "area_m2": tr("Area (m²)"), "source": tr("Drawn by"), "run_id": tr("Run"), "scene_id": tr("Scene"),
        "gsd_m": tr("Ground sampling distance (m)"), "observed_at": tr("Observed at"), "editor": tr("Editor"),
        "edited_at": tr("Edited at"), "reviewer": tr("Reviewer"), "reviewed_at": tr("Reviewed at"),
        "comment": tr("Comment"),
    }  # fmt: skip


def _value_map(choices: Iterable[Tuple[str, Any]]) -> QgsEditorWidgetSetup:
    return QgsEditorWidgetSetup("ValueMap", {"map": [{label: value} for label, value in choices]})


def _widgets() -> List[Tuple[str, QgsEditorWidgetSetup]]:
    titles = class_titles()
    classes = [(f"{titles[c.code]} ({c.key})", c.code) for c in LAMES_CLASSES]
    states = state_titles()
    sources = [(tr("Model"), "model"), (tr("Analyst"), "analyst")]
    return [
        ("class", _value_map(classes)),
        ("state", _value_map((states[state], state) for state in STATES)),
        ("source", _value_map(sources)),
        ("comment", QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True})),
        *((name, QgsEditorWidgetSetup("Hidden", {})) for name in HIDDEN),
    ]


def _set_defaults(layer: QgsVectorLayer, present: Dict[str, int]) -> None:
    defaults = {
        "uuid": "uuid('WithoutBraces')",
        "state": f"'{EDITED}'",
        "source": "'analyst'",
        "editor": _USER,
    }
    for name, expression in defaults.items():
        if name in present:
            layer.setDefaultValueDefinition(present[name], QgsDefaultValue(expression, False))
    if "class_key" in present:
        layer.setDefaultValueDefinition(present["class_key"], QgsDefaultValue(_KEY_OF_CLASS, True))


def _set_constraints(layer: QgsVectorLayer, present: Dict[str, int]) -> None:
    constraint, strength = QgsFieldConstraints.Constraint, QgsFieldConstraints.ConstraintStrength
    if "uuid" in present:
        layer.setFieldConstraint(present["uuid"], constraint.ConstraintUnique, strength.ConstraintStrengthSoft)
        layer.setFieldConstraint(present["uuid"], constraint.ConstraintNotNull, strength.ConstraintStrengthSoft)
    if "class" in present:
        layer.setFieldConstraint(present["class"], constraint.ConstraintNotNull, strength.ConstraintStrengthHard)
    for name in ("date", "date2"):
        if name in present:
            layer.setConstraintExpression(present[name], _DATE_RULE.format(name), tr("a date as 2024-03-14, or empty"))
            layer.setFieldConstraint(present[name], constraint.ConstraintExpression, strength.ConstraintStrengthSoft)
