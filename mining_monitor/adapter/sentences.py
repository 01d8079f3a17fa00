"""The engine's codes in the words of the user: errors, notices, stages of a run."""

from __future__ import annotations

from typing import Dict

from qgis.PyQt.QtCore import QCoreApplication

#: Context of all texts in ``i18n/*.ts``.
CONTEXT = "MiningMonitor"


def tr(text: str) -> str:
    """Translate a literal; the context is ``MiningMonitor`` everywhere."""
    return QCoreApplication.translate(CONTEXT, text)


def error_leads() -> Dict[str, str]:
    """Return first sentences by error code; in English the engine's own sentence says it all."""
    return {
        "failed": tr("The work could not be finished."),
        "contract": tr("Plugin and engine misunderstood each other. Please report this with the log."),
        "protocol-version": tr("Plugin and engine have different versions. Set up the engine again."),
        "engine-missing": tr("The engine is not set up yet. Open the settings of Mining Monitor and set it up."),
        "engine-died": tr("The engine stopped unexpectedly. It starts again with the next request."),
        "environment-setup": tr("The engine could not be set up."),
        "cancelled": tr("Cancelled."),
        "image": tr("The image cannot be opened or read."),
        "image-without-crs": tr("The image has no coordinate reference system. Assign one in the layer properties."),
        "bands": tr("The image lacks bands that the model needs. Assign the bands under Options."),
        "extent": tr("The extent does not meet the image. Choose another extent."),
        "model": tr("The model cannot be used."),
        "model-card": tr("The model's card is missing or wrong."),
        "model-missing": tr("The model was not found. Choose another model."),
        "output": tr("The result could not be written. Nothing half-made was left."),
        "disk-full": tr("The disk is full. Free some space; nothing half-made was left."),
        "annotations": tr("The annotations cannot be read as sectors."),
        "parameter": tr("A parameter is out of its range."),
        "network": tr("A host on the network did not answer as expected. Check the connection and try again."),
        "sign-in": tr("The host asks for a sign-in. Choose an authentication for it and try again."),
        "catalogue": tr("The catalogue or one of its items cannot be used."),
    }


def notice_templates() -> Dict[str, str]:
    """Return sentences by notice code, with the names of the notice's facts in braces.

    Used where QGIS does not speak English; a code that is not here is shown in English.
    """
    return {
        "catalogue-broken-items": tr(
            "{count} entries of the catalogue are no scenes that can be read; they were left out."
        ),
        "catalogue-loop": tr("The catalogue sent the same page again and again; the list may be incomplete."),
        "catalogue-more": tr(
            "There may be more than these {count} scenes. Choose a shorter period or a smaller extent."
        ),
        "gsd-coarser": tr(
            "'{image}' has {image_gsd_m:.3g} m on the ground and the model was made for {model_gsd_m:.3g} m. Small "
            "sectors will be missed; use finer imagery or a model for this distance."
        ),
        "reflectance-from-bytes": tr(
            "'{image}' has 8-bit values; reflectance was taken as value / {divisor}, the true-colour rule. A model "
            "for reflectance does better on the original bands."
        ),
        "reflectance-assumed": tr(
            "'{image}' has no scale tags; reflectance was taken as value / {divisor} without an offset. Sentinel-2 "
            "scenes of baseline 04.00 and later need -1,000 first."
        ),
        "values-unlike-reflectance": tr(
            "The values of '{image}' do not look like reflectance: 1 % of them are above {p99:.4g}. Set scale tags on "
            "the image."
        ),
        "bytes-assumed": tr(
            "'{image}' has wide numbers that lie within 0 to 255; they were taken for 8-bit true colour as they are."
        ),
        "rendered-true-colour": tr(
            "'{image}' has {dtype} values; the model wants 8-bit true colour, so they were rendered as 255 x {gain} x "
            "reflectance, clipped to 0..255."
        ),
        "outside-region": tr("'{image}' lies outside the region that '{model}' learned from: expect more errors."),
        "gsd-finer": tr(
            "'{image}' has {image_gsd_m:.3g} m on the ground and '{model}' was made for {model_gsd_m:.3g} m: the image "
            "is averaged to that, and small sectors are lost. A model for finer imagery would see more."
        ),
        "model-experimental": tr("'{model}' is experimental: check everything that it draws."),
        "clouds-masked": tr(
            "{model} found cloud or shadow on {percent:.1f} % of the image; that ground counts as not observed."
        ),
        "own-mask": tr(
            "What the mask '{mask}' of '{image}' hides (cloud, shadow and the like) counts as not observed."
        ),
        "product-mask": tr(
            "By the scene classes of '{image}' cloud, shadow and the like hide {percent:g} % of the extent; that "
            "ground counts as not observed."
        ),
        "mask-lost": tr(
            "'{image}' was loaded with the mask '{mask}', which is no longer there: clouds count as ground. Put it "
            "beside the image again, or load the scene again."
        ),
        "mask-none": tr("'{image}' was loaded without a mask: clouds count as ground. Load the scene again with one."),
        "mask-moved": tr(
            "'{image}' was given another coordinate system than its file has, so its own mask does not lie on it: "
            "clouds count as ground."
        ),
        "no-cloud-model": tr(
            "No cloud model suits '{image}', so clouds are not masked: ukis-csmask must be installed in the engine, "
            "and the image needs blue, green, red and near infrared."
        ),
        "suggest-problem": tr("It cannot be used: {problem}"),
        "suggest-bands": tr("It needs bands that the image does not have."),
        "suggest-region": tr("It learned elsewhere."),
        "suggest-picture": tr("It wants measured reflectance, and the image is an 8-bit picture."),
        "suggest-screening": tr("It only screens: one answer a patch, no outlines."),
        "suggest-experimental": tr("It is experimental."),
        "suggest-real": tr("It learned from real mines, and this scene is made up."),
        "suggest-made-up": tr("All mines that it learned from are made up."),
        "suggest-unmeasured": tr("Its card gives no test result."),
        "suggest-any-gsd": tr("Its card does not say for which pixel size it was made."),
        "suggest-finer": tr(
            "It is made for pixels of {low_m:.3g} to {high_m:.3g} m; the image has {image_gsd_m:.3g} m and would be "
            "averaged."
        ),
        "suggest-coarser": tr(
            "It is made for pixels of {low_m:.3g} to {high_m:.3g} m; the image has {image_gsd_m:.3g} m: detail that it "
            "looks for is not there."
        ),
        "chips-unreviewed": tr(
            "{count} of {total} sectors are a model's drafts that nobody reviewed; a model would learn its own "
            "mistakes. Review them, or choose reviewed states."
        ),
        "chips-unknown-ground": tr(
            "The sectors do not say what ground was looked at: chips without a sector were left out, and what lies "
            "beside sectors counts as 'other'."
        ),
        "chips-empty-part": tr(
            "There are too few sites for every part: {parts} got no chip. Add images of other sites."
        ),
        "kept-pixel-edges": tr(
            "{polygons} polygons keep their pixel edges: simplified by {simplify_px:g} pixels they would vanish."
        ),
        "without-position": tr(
            "{polygons} polygons lie where the image's coordinate system has no position on the earth; they are left "
            "out."
        ),
        "already-mapped": tr(
            "The model found {found} sectors; {hectares:.1f} ha of them lie where someone has worked already. What was "
            "edited, approved or rejected there stays as it is."
        ),
        "artisanal-generalised": tr(
            "{count} artisanal sites were written as cells of {grid} degrees. To release where they are, choose no "
            "generalisation, or state the purpose and the recipient."
        ),
        "artisanal-withheld": tr("{count} artisanal sites are counted by binned area only; their places are withheld."),
        "image-behind-no-map": tr("{path} lies behind none of the maps: no site is on it."),
        "several-dates": tr(
            "Sectors of {count} images lie over each other: areas are those of all dates together. Filter by image for "
            "one date, or compare dates with 'Detect change'."
        ),
        "left-out-no-class": tr(
            "{count} sectors have none of the classes 0 to 9 and count nowhere; give them a class."
        ),
        "left-out-no-polygon": tr(
            "{count} sectors have no polygon on the earth and count nowhere; mend or delete them."
        ),
        "overlay-overlaps": tr(
            "{count} pairs of overlay polygons overlap ('{first}', '{second}'): their rows do not add up."
        ),
        "observed-unknown": tr("The file does not say what was observed: everything here counts as observed."),
        "observed-unknown-at": tr(
            "The sectors of one date do not say what was observed: everything counts as observed then."
        ),
        "sample-without-strata": tr(
            "The points do not say by which strata they were drawn; the map's classes are taken for them."
        ),
        "strata-too-small": tr(
            "{empty} strata have no labelled point and {single} only one: areas and intervals stay undefined until "
            "they have two. Label more points."
        ),
        "sample-undecided": tr(
            "Two readers differ on {count} points and nobody has decided yet; the second reader's label counts until "
            "then. Decide them in the labelling window."
        ),
        "background-unknown": tr(
            "Neither file says what was observed and there is no extent: ground that neither maps counts nowhere."
        ),
        "dates-unknown": tr("A date has no image date: rates per year stay undefined."),
        "dates-reversed": tr(
            "The sectors before ({before}) are not older than those after ({after}); check the order."
        ),
        "other-season": tr(
            "The dates lie in different seasons ({before}, {after}); plants and shadows may pass for change."
        ),
        "bad-dates": tr(
            "{count} dates are no ISO dates and were written as they are; correct them before you publish."
        ),
        "product-incomplete": tr(
            "{count} images of '{product}' are missing. The other bands can be used; get the product again for all."
        ),
        "no-scene-classes": tr(
            "'{scene}' has no scene classes (L1C before 04.00, or a file is missing): clouds and shadow are not masked "
            "there. Detect can look for them itself: 'Leave out clouds and their shadows'."
        ),
        "keep-unproven": tr(
            "Inside the polygons to keep, cloud counts as ground. {dates} date(s) cannot tell bright tailings from a "
            "cloud that passed; {least} or more loaded together can."
        ),
        "mixed-offsets": tr(
            "The scenes are stored with and without an offset; all were brought to one, as their tags say."
        ),
        "mixed-levels": tr(
            "The scenes are of {levels}: top-of-atmosphere and surface reflectance do not fit together."
        ),
        "nothing-observed": tr(
            "Nothing of the extent is observed: clouds, shadow or your polygons hide all of it, or the scenes hold no "
            "data there. Choose another date."
        ),
        "index-empty": tr("Nothing of '{image}' is observed there: {index} has no values. Choose another extent."),
        "index-not-applicable": tr(
            "{index} says little here: '{image}' shows hardly any vegetation whose loss or recovery it could tell."
        ),
        "proposals": tr(
            "Where people have worked, the run proposes {add} additions, {change} changes and {disappear} "
            "disappearances, and agrees with {agreed} sectors. Nothing was changed: take or refuse each."
        ),
        "duplicate-keys": tr("{count} objects of the file hold a key twice, first '{key}'; the last value counts."),
        "encoding": tr(
            "The file is not UTF-8 as GeoJSON must be; it was read as Windows-1252. Check accented letters."
        ),
        "network-links": tr("{count} network links were not followed: nothing is fetched."),
        "sites-joined": tr("Sites were joined from {files}."),
        "left-out": tr("{count} features of {file} became no sector ({reasons})."),
        "without-observed": tr(
            "What the images show is not in this layer: whether sectors lie in observed ground was not checked."
        ),
    }


def stage_titles() -> Dict[str, str]:
    """Return what an engine's stage is called."""
    return {
        "copy": tr("Fetching the image"),
        "model": tr("Loading the model"),
        "open": tr("Opening the image"),
        "detect": tr("Detecting sectors"),
        "clouds": tr("Looking for clouds"),
        "polygons": tr("Tracing polygons"),
        "store": tr("Saving the sectors"),
        "scene": tr("Making the sample scene"),
        "load": tr("Reading the scenes"),
        "chips": tr("Cutting chips"),
        "search": tr("Searching the catalogue"),
        "download": tr("Downloading"),
        "write": tr("Writing the image"),
        "index": tr("Computing the index"),
        "table": tr("Measuring the sectors"),
        "read": tr("Reading the sectors"),
        "check": tr("Checking the sectors"),
    }
