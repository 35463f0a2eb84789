# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .client_secret_create_params import ClientSecretCreateParams as ClientSecretCreateParams
