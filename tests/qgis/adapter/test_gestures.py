"""A refused gesture fades and gives way to the next; what has really failed stays."""

import pytest
from qgis.core import Qgis, QgsSettings

from mining_monitor.adapter import gestures
from mining_monitor.contract.errors import AnnotationsError, DiskFullError, EngineDiedError, ExtentError, NetworkError


def shown(bar):
    return [(item.text(), item.level()) for item in bar.items()]


def refuse(error):
    with gestures.gesture():
        raise error


def test_the_next_refusal_takes_the_place_of_the_last_and_each_fades(bar):
    refuse(AnnotationsError("The line splits nothing."))
    refuse(AnnotationsError("There is no hole here."))
    assert shown(bar) == [("There is no hole here.", Qgis.MessageLevel.Warning)]
    assert bar.items()[0].duration() == gestures.SECONDS
    refuse(AnnotationsError("There is no hole here."))
    assert shown(bar) == [("There is no hole here.", Qgis.MessageLevel.Warning)]


def test_a_gesture_that_does_something_takes_the_refusal_away(bar):
    refuse(AnnotationsError("The line splits nothing."))
    with gestures.gesture():
        gestures.answer("Nothing has changed.")
    assert shown(bar) == [("Nothing has changed.", Qgis.MessageLevel.Info)]
    with gestures.gesture():
        pass
    assert shown(bar) == []


@pytest.mark.parametrize("error", [DiskFullError, EngineDiedError, NetworkError, RuntimeError])
def test_a_real_failure_is_red_and_stays(bar, error):
    refuse(error("It broke."))
    refuse(AnnotationsError("There is no hole here."))
    levels = {level: text for text, level in shown(bar)}
    assert "It broke." in levels[Qgis.MessageLevel.Critical]
    assert [item.duration() for item in bar.items() if item.level() == Qgis.MessageLevel.Critical] == [0]


def test_a_slot_answers_with_nothing_when_it_was_refused(bar):
    @gestures.gesture_slot
    def split(times):
        if times > 1:
            raise AnnotationsError("The line splits nothing.")
        return times

    assert (split(1), split(2)) == (1, None)
    assert shown(bar) == [("The line splits nothing.", Qgis.MessageLevel.Warning)]


def test_what_the_plugin_says_itself_is_said_once_in_every_language(bar):
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", "es")
    try:
        refuse(AnnotationsError("La línea no divide nada."))
        assert [text for text, _level in shown(bar)] == ["La línea no divide nada."]
        gestures.tell(ExtentError("The window is empty."))
        assert "(The window is empty.)" in shown(bar)[0][0]
    finally:
        QgsSettings().remove("locale")
