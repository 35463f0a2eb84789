# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from typing import List
from typing_extensions import Literal, TypedDict

class CertificateRetrieveParams(TypedDict, total=False):
    include: List[Literal["content"]]
