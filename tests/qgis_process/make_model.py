"""Write a Processing model as the designer does: detectsectors, then exportgeojson (run with QGIS's own Python).

``make_model.py MODEL3 PLUGINS``: the file to write, and the folder that holds the plugin.
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, sys.argv[2])

from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
)

from mining_monitor.adapter.provider import MiningMonitorProvider

Source = QgsProcessingModelChildParameterSource


def child(algorithm: str, identity: str, sources: dict, outputs: dict) -> QgsProcessingModelChildAlgorithm:
    """Return one step of the model: its parameters by source, its final outputs by the name in the model."""
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(identity)
    step.setDescription(identity)
    for name, source in sources.items():
        step.addParameterSources(name, [source])
    finals = {}
    for name, output in outputs.items():
        final = QgsProcessingModelOutput(output)
        final.setChildId(identity)
        final.setChildOutputName(name)
        finals[output] = final
    step.setModelOutputs(finals)
    return step


application = QgsApplication([], False)
application.initQgis()
provider = MiningMonitorProvider()
QgsApplication.processingRegistry().addProvider(provider)
model = QgsProcessingModelAlgorithm("detectandexport", "Tests")
model.addModelParameter(QgsProcessingParameterRasterLayer("image", "Image"), QgsProcessingModelParameter("image"))
model.addModelParameter(QgsProcessingParameterFile("network", "Model"), QgsProcessingModelParameter("network"))
model.addChildAlgorithm(
    child(
        "miningmonitor:detectsectors",
        "detect",
        {
            "INPUT": Source.fromModelParameter("image"),
            "MODEL": Source.fromModelParameter("network"),
            "MIN_AREA": Source.fromStaticValue(500),
        },
        {"CLASS_RASTER": "Classes"},
    )
)
model.addChildAlgorithm(
    child(
        "miningmonitor:exportgeojson",
        "export",
        {"INPUT": Source.fromChildOutput("detect", "OUTPUT"), "PROFILE": Source.fromStaticValue("report")},
        {"OUTPUT": "GeoJSON"},
    )
)
if not model.toFile(sys.argv[1]):
    raise SystemExit(f"{sys.argv[1]} cannot be written")
print(sorted(parameter.name() for parameter in model.parameterDefinitions()))
QgsApplication.processingRegistry().removeProvider(provider)
application.exitQgis()
