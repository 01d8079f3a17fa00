"""What the user reads, where the plugin keeps what the user set, and the proxy that QGIS uses."""

import threading
from pathlib import Path

import pytest
from qgis.core import Qgis, QgsSettings
from qgis.PyQt.QtCore import QThread

from mining_monitor.adapter import messages, sentences, settings
from mining_monitor.contract import errors
from mining_monitor.contract.door import Progress
from mining_monitor.contract.results import Notice

ALL_ERRORS = [errors.MiningMonitorError, *errors._all_children(errors.MiningMonitorError).values()]


class Bar:
    def __init__(self):
        self.shown = []

    def pushMessage(self, title, text, level, seconds):
        self.shown.append((title, text, level, seconds, QThread.currentThread()))


@pytest.fixture
def bar(qgis_app):
    bar = Bar()
    messages.messenger().set_bar(bar)
    yield bar
    messages.messenger().set_bar(None)


@pytest.fixture
def spanish(qgis_app):
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", "es")
    yield
    QgsSettings().remove("locale")


@pytest.mark.parametrize("kind", ALL_ERRORS, ids=lambda kind: kind.code)
def test_every_error_has_a_first_sentence(qgis_app, kind):
    assert sentences.error_leads()[kind.code]


def test_in_english_the_engines_own_sentence_is_shown(qgis_app):
    error = errors.BandsError("The model wants nir; the image has red, green, blue.")

    assert messages.error_sentence(error) == "The model wants nir; the image has red, green, blue."


def test_in_another_language_the_first_sentence_is_translated_and_the_facts_follow(spanish):
    sentence = messages.error_sentence(errors.ModelError("identity.onnx has 10 classes."))

    assert sentence == "The model cannot be used. (identity.onnx has 10 classes.)"  # no .qm file in this test


@pytest.mark.parametrize(("locale", "is_english"), [("en_GB", True), ("C", True), ("cs", False), ("ca", False)])
def test_czech_and_catalan_are_not_english(qgis_app, locale, is_english):
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", locale)
    assert messages.is_english() is is_english
    QgsSettings().remove("locale")


def test_an_unknown_notice_is_shown_as_it_came(spanish):
    assert messages.notice_sentence(Notice("brand-new", "Something new.")) == "Something new."


def test_a_known_notice_takes_its_numbers_from_the_facts(spanish):
    notice = Notice("gsd-coarser", "x", {"image": "a.tif", "image_gsd_m": 30.0, "model_gsd_m": 10.0})

    assert messages.notice_sentence(notice).startswith(
        "'a.tif' has 30 m on the ground and the model was made for 10 m."
    )
    assert messages.notice_sentence(Notice("gsd-coarser", "plain", {})) == "plain"


def test_a_stage_has_a_name(qgis_app):
    assert messages.stage_sentence(Progress(0.9, "store")) == "Saving the sectors"
    assert messages.stage_sentence(Progress(0.9, "new-stage", "Doing it")) == "Doing it"


def test_a_slot_that_fails_shows_one_sentence_and_goes_on(bar):
    @messages.guarded_slot
    def clicked():
        raise errors.ExtentError("The extent misses the image.")

    assert clicked(True) is None
    title, text, level, seconds, _ = bar.shown[0]
    assert (title, text, level, seconds) == (
        "Mining Monitor",
        "The extent misses the image.",
        Qgis.MessageLevel.Critical,
        0,
    )


def test_an_unexpected_error_is_logged_with_its_traceback(bar, qgis_app):
    heard = []
    qgis_app.messageLog().messageReceived.connect(lambda text, tag, level: heard.append((tag, text)))

    with messages.guarded():
        raise ZeroDivisionError("oops")

    assert "ZeroDivisionError: oops" in bar.shown[0][1]
    assert any(tag == "Mining Monitor" and "Traceback" in text for tag, text in heard)


def test_a_cancellation_is_no_message(bar):
    messages.report(errors.CancelledError("The run was cancelled."))
    assert bar.shown == []


def test_a_message_from_a_worker_is_shown_by_the_main_thread(bar, qgis_app, wait_until):
    worker = threading.Thread(target=lambda: messages.warn("From a worker"))
    worker.start()
    worker.join()
    wait_until(lambda: bar.shown)

    assert bar.shown[0][1] == "From a worker" and bar.shown[0][4] == qgis_app.thread()


def test_the_plugins_log_goes_to_qgis_once(qgis_app):
    import logging

    heard = []
    qgis_app.messageLog().messageReceived.connect(lambda text, tag, level: heard.append((tag, text, level)))
    messages.install_log_handler()
    messages.install_log_handler()
    logging.getLogger("mining_monitor.client").warning("the engine %s", "ended")
    messages.remove_log_handler()
    logging.getLogger("mining_monitor.client").warning("nobody hears")

    assert [(tag, text) for tag, text, _ in heard] == [("Mining Monitor", "the engine ended")]


def test_settings_keep_their_types_and_the_default_leaves_no_entry(qgis_app):
    settings.THREADS.set(3)
    settings.SHOW_LABELS.set(True)
    settings.EDITOR_NAME.set("Ana Pérez")

    assert (settings.THREADS.get(), settings.SHOW_LABELS.get(), settings.editor()) == (3, True, "Ana Pérez")
    settings.THREADS.set(0)
    assert not QgsSettings().contains("mining_monitor/engine/threads")


def test_a_damaged_setting_counts_as_unset(qgis_app):
    QgsSettings().setValue("mining_monitor/engine/threads", "many")
    assert settings.THREADS.get() == 0


def test_without_a_name_the_logins_name_edits(qgis_app):
    assert settings.editor()


def test_the_engines_folder_lies_in_the_profile(qgis_app):
    assert settings.models_folder() == Path(qgis_app.qgisSettingsDirPath()) / "mining_monitor" / "models"


@pytest.fixture
def proxy_settings(qgis_app):
    store = QgsSettings()
    store.setValue("proxy/proxyEnabled", True)
    store.setValue("proxy/proxyType", "HttpProxy")
    store.setValue("proxy/proxyHost", "192.0.2.7")
    store.setValue("proxy/proxyPort", "3128")
    yield store
    store.remove("proxy")
    settings.qgis_proxy()


def test_the_proxy_is_qgis_own_with_its_exceptions(proxy_settings):
    proxy_settings.setValue("proxy/proxyUser", "ana")
    proxy_settings.setValue("proxy/proxyPassword", "s")
    proxy_settings.setValue("proxy/noProxyUrls", ["http://intra.example/x"])

    proxy = settings.qgis_proxy()

    assert (proxy.url, proxy.user, proxy.exclusions) == ("http://192.0.2.7:3128", "ana", ("intra.example",))


def test_no_proxy_is_no_proxy(qgis_app):
    assert settings.qgis_proxy() == settings.QgisProxy()
