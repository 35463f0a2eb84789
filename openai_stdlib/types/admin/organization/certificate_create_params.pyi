# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing_extensions import Required, TypedDict

class CertificateCreateParams(TypedDict, total=False):
    certificate: Required[str]
    name: str
