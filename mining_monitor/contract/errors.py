"""Errors that a user can act on.

One root; a child for each failure. ``code`` goes over the wire and is what the adapter translates; ``facts`` are
the numbers and names that the sentence needs.
"""

from __future__ import annotations

from typing import Any, Dict, Type


class MiningMonitorError(Exception):
    """Root of all errors that a user can act on.

    Parameters
    ----------
    message : str
        One sentence: what, which, where, and what to do.
    **facts
        JSON values that the sentence is made of.
    """

    code = "failed"

    def __init__(self, message: str, **facts: Any) -> None:
        super().__init__(message)
        self.message = message
        self.facts: Dict[str, Any] = facts


class ContractError(MiningMonitorError):
    """A message does not have the form that the contract says."""

    code = "contract"

    def __init__(self, message: str, where: str = "", **facts: Any) -> None:
        super().__init__(message, where=where, **facts)


class ProtocolVersionError(MiningMonitorError):
    """Plugin and engine speak different versions of the protocol."""

    code = "protocol-version"


class EngineMissingError(MiningMonitorError):
    """There is no engine environment, or it is damaged."""

    code = "engine-missing"


class EngineDiedError(MiningMonitorError):
    """The engine's process ended in the middle of a request."""

    code = "engine-died"


class EnvironmentSetupError(MiningMonitorError):
    """The engine's environment could not be made."""

    code = "environment-setup"


class CancelledError(MiningMonitorError):
    """The user cancelled the request."""

    code = "cancelled"


class ImageError(MiningMonitorError):
    """The image cannot be opened or read."""

    code = "image"


class ImageWithoutCrsError(ImageError):
    """The image has no coordinate reference system."""

    code = "image-without-crs"


class BandsError(MiningMonitorError):
    """The bands that the model needs are not those that the image has."""

    code = "bands"


class ExtentError(MiningMonitorError):
    """The extent does not meet the image, or cannot be transformed to it."""

    code = "extent"


class ModelError(MiningMonitorError):
    """The model or its card cannot be used."""

    code = "model"


class ModelCardError(ModelError):
    """The model's card is missing or wrong; facts name the members."""

    code = "model-card"


class ModelMissingError(ModelError):
    """There is no model where one was expected."""

    code = "model-missing"


class OutputError(MiningMonitorError):
    """A result cannot be written; nothing half-made was left."""

    code = "output"


class DiskFullError(OutputError):
    """The disk is full; nothing half-made was left."""

    code = "disk-full"


class AnnotationsError(MiningMonitorError):
    """An annotation file or layer cannot be read as sectors."""

    code = "annotations"


class ParameterError(MiningMonitorError):
    """A parameter is out of its range; facts name it."""

    code = "parameter"


class NetworkError(MiningMonitorError):
    """A host did not answer, or answered with something else than what was asked; facts name host and problem."""

    code = "network"


class SignInError(NetworkError):
    """A host wants credentials, or refuses those that it got."""

    code = "sign-in"


class CatalogueError(MiningMonitorError):
    """A catalogue or an item of one does not say what is needed, or says what cannot be."""

    code = "catalogue"


def _all_children(root: Type[MiningMonitorError]) -> Dict[str, Type[MiningMonitorError]]:
    found = {root.code: root}
    for child in root.__subclasses__():
        found.update(_all_children(child))
    return found


def error_from_code(code: str, message: str, facts: Dict[str, Any]) -> MiningMonitorError:
    """Rebuild the error that came over the wire; an unknown code gives the root class."""
    kind = _all_children(MiningMonitorError).get(code, MiningMonitorError)
    error = MiningMonitorError.__new__(kind)
    MiningMonitorError.__init__(error, message, **facts)
    return error
