"""An OAuth2 login of QGIS's authentication manager becomes the token that a catalogue is asked with."""

import http.server
import json
import threading
from urllib.parse import parse_qs

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig

from mining_monitor.adapter import catalogues
from mining_monitor.contract.errors import ParameterError


class _Tokens(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        asked = parse_qs(self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode())
        self.server.asked.append({key: values[0] for key, values in asked.items()})
        is_known = asked.get("password") == ["pass w0rd"]
        answer = {"access_token": "t0ken", "token_type": "bearer", "expires_in": 3600, "refresh_token": "r"}
        body = json.dumps(answer if is_known else {"error": "invalid_grant"}).encode()
        self.send_response(200 if is_known else 401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def tokens():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Tokens)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def login(qgis_app, tokens):
    """Store a login by user and password, as the Copernicus Data Space has it; return its id."""
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not manager.setMasterPassword("test-master", True):
        pytest.skip("this QGIS has no authentication database")
    if "OAuth2" not in manager.authMethodsKeys():
        pytest.skip("this QGIS has no OAuth2")
    made = []

    def store(password):
        url = f"http://127.0.0.1:{tokens.server_port}/token"
        facts = {
            "version": 1, "configType": 1, "grantFlow": 2, "name": "test", "tokenUrl": url, "refreshTokenUrl": url,
            "requestUrl": "", "username": "ana", "password": password, "clientId": "public", "clientSecret": "x",
            "scope": "", "accessMethod": 0, "persistToken": False, "requestTimeout": 10, "redirectPort": 7070,
            "redirectUrl": "", "apiKey": "", "description": "", "id": "", "queryPairs": {},
        }  # fmt: skip
        config = QgsAuthMethodConfig("OAuth2")
        config.setName("test")
        config.setConfig("oauth2config", json.dumps(facts))
        stored = manager.storeAuthenticationConfig(config)
        is_stored, config = stored if isinstance(stored, tuple) else (stored, config)
        assert is_stored
        made.append(config.id())
        return config.id()

    yield store
    for authcfg in made:
        manager.removeAuthenticationConfig(authcfg)


@pytest.fixture
def headers(qgis_app):
    """Return the headers of Copernicus; skips where this QGIS does not read the configuration as it is written here."""
    said = []
    log = QgsApplication.messageLog()

    def note(text, *_):
        said.append(text)

    def ask():
        try:
            return catalogues.headers("copernicus")
        except ParameterError:
            if any("null object for requestor" in text for text in said):
                pytest.skip("this QGIS writes OAuth2 configurations in another way")
            raise

    log.messageReceived.connect(note)
    yield ask
    log.messageReceived.disconnect(note)


def test_an_oauth2_login_becomes_a_bearer_token(login, tokens, headers):
    catalogues.set_login("copernicus", login("pass w0rd"))
    assert headers() == {"Authorization": "Bearer t0ken"}
    (asked,) = tokens.asked
    assert (asked["grant_type"], asked["username"], asked["password"]) == ("password", "ana", "pass w0rd")
    assert "t0ken" not in catalogues.LOGINS.get() and "pass w0rd" not in catalogues.LOGINS.get()


def test_a_token_is_asked_for_once_while_it_holds(login, tokens, headers):
    catalogues.set_login("copernicus", login("pass w0rd"))
    assert headers() == headers()
    assert len(tokens.asked) == 1


def test_a_refused_login_is_one_sentence_without_its_password(login, headers):
    catalogues.set_login("copernicus", login("wr0ng"))
    with pytest.raises(ParameterError, match="gives no HTTP header") as caught:
        headers()
    assert "wr0ng" not in str(caught.value)
