# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .translations import (
    Translations as Translations,
    AsyncTranslations as AsyncTranslations,
    TranslationsWithRawResponse as TranslationsWithRawResponse,
    AsyncTranslationsWithRawResponse as AsyncTranslationsWithRawResponse,
    TranslationsWithStreamingResponse as TranslationsWithStreamingResponse,
    AsyncTranslationsWithStreamingResponse as AsyncTranslationsWithStreamingResponse,
)
from .client_secrets import (
    ClientSecrets as ClientSecrets,
    AsyncClientSecrets as AsyncClientSecrets,
    ClientSecretsWithRawResponse as ClientSecretsWithRawResponse,
    AsyncClientSecretsWithRawResponse as AsyncClientSecretsWithRawResponse,
    ClientSecretsWithStreamingResponse as ClientSecretsWithStreamingResponse,
    AsyncClientSecretsWithStreamingResponse as AsyncClientSecretsWithStreamingResponse,
)
