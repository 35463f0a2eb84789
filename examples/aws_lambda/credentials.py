# SPDX-License-Identifier: MIT
"""Where the API key comes from: a variable, a file, or AWS Secrets Manager.

| variable             | the key                                                                       |
|----------------------|-------------------------------------------------------------------------------|
| OPENAI_API_KEY       | is the value; whoever may look at the function sees it                        |
| OPENAI_API_KEY_FILE  | is in this file, for example of a mounted volume                              |
| OPENAI_SECRET_ID     | is the secret of this name or ARN: plain text, or JSON with "OPENAI_API_KEY"  |

A secret is read through AWS's extension "Parameters and Secrets", a layer that answers on the loopback interface and
keeps the secret for five minutes. So neither boto3 nor a signature is needed, and a rotated key needs no deployment.
"""

from __future__ import annotations

import json
import os
from http.client import HTTPConnection, HTTPException

from openai_stdlib import ConfigError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Optional

EXTENSION_TIMEOUT = 5  # seconds


def find_api_key() -> Optional[Callable[[], str]]:
    """Return what the client calls before each attempt to get the key; None if the key is in OPENAI_API_KEY.

    Nothing is read before the first call: the extension does not answer while the function is initialized.
    """
    if os.environ.get("OPENAI_API_KEY"):
        return None
    if os.environ.get("OPENAI_API_KEY_FILE"):
        return read_key_file
    if os.environ.get("OPENAI_SECRET_ID"):
        return read_secret
    return None  # the client says what is missing


def read_key_file() -> str:
    """Return the key in a file. Raises ConfigError."""
    path = os.environ["OPENAI_API_KEY_FILE"]
    try:
        with open(path, encoding="utf-8") as file:
            return file.read().strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not text"
        raise ConfigError("OPENAI_API_KEY_FILE: {}: {}; check the path".format(path, reason)) from None


def read_secret() -> str:
    """Return the key in a secret. Raises ConfigError."""
    from urllib.parse import quote

    secret_id = os.environ["OPENAI_SECRET_ID"]
    port = int(os.environ.get("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", "2773"))
    connection = HTTPConnection("localhost", port, timeout=EXTENSION_TIMEOUT)
    try:
        connection.request(
            "GET",
            "/secretsmanager/get?secretId=" + quote(secret_id, safe=""),
            headers={"X-Aws-Parameters-Secrets-Token": os.environ.get("AWS_SESSION_TOKEN", "")},
        )
        response = connection.getresponse()
        status, body = response.status, response.read()
    except (OSError, HTTPException) as error:
        message = "OPENAI_SECRET_ID: the extension does not answer on port {} ({}); add its layer to the function"
        raise ConfigError(message.format(port, type(error).__name__)) from None
    finally:
        connection.close()
    if status != 200:
        message = "OPENAI_SECRET_ID: no secret {} (status {}); check the name, and secretsmanager:GetSecretValue"
        raise ConfigError(message.format(secret_id, status))
    return parse_secret(body)


def parse_secret(body: bytes) -> str:
    """Return the key in a response of the extension. Raises ConfigError, which does not show what was there."""
    try:
        secret: str = json.loads(body)["SecretString"].strip()
        return str(json.loads(secret)["OPENAI_API_KEY"]) if secret.startswith("{") else secret
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ConfigError(
            "OPENAI_SECRET_ID: the secret has no key; store the plain key, or JSON with OPENAI_API_KEY"
        ) from None
