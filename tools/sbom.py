# SPDX-License-Identifier: MIT
"""Write the software bill of materials of the distributions: CycloneDX as JSON; `tools/dist.py` calls it.

The bill is short: one library, its licence and the hashes of its distributions. It depends on nothing. Equal
distributions give the same bytes.
"""

from __future__ import annotations

import hashlib
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import List
from uuid import NAMESPACE_URL, uuid5

NAME = "openai-stdlib"


def write_sbom(dists: List[Path], target: Path, version: str, date: int) -> Path:
    """Write the SBOM of a wheel and an sdist into the folder `target`, validate it, and return its path."""
    from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.model.contact import OrganizationalContact, OrganizationalEntity
    from cyclonedx.model.license import DisjunctiveLicense
    from cyclonedx.output.json import JsonV1Dot6
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator
    from packageurl import PackageURL

    authors = "The openai-stdlib authors"
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(dists)}
    component = Component(
        name=NAME,
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=NAME,
        supplier=OrganizationalEntity(name=authors),
        purl=PackageURL("pypi", None, NAME, version),
        licenses=[DisjunctiveLicense(id="MIT")],
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION,
                url=XsUri(name),
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
            )
            for name, digest in hashes.items()
        ],
    )
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, " ".join(hashes.values())))
    bom.metadata.timestamp = datetime.fromtimestamp(date, tz=timezone.utc)
    bom.metadata.authors = [OrganizationalContact(name=authors)]
    bom.metadata.component = component
    bom.register_dependency(component)
    text = JsonV1Dot6(bom).output_as_string(indent=2) + "\n"
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if error is not None:
        sys.exit("the SBOM is not valid: {}".format(error))
    path = target / "openai_stdlib-{}.cdx.json".format(version)
    path.write_text(text, encoding="utf-8")
    return path
