# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .calls import (
    Calls as Calls,
    AsyncCalls as AsyncCalls,
    CallsWithRawResponse as CallsWithRawResponse,
    AsyncCallsWithRawResponse as AsyncCallsWithRawResponse,
    CallsWithStreamingResponse as CallsWithStreamingResponse,
    AsyncCallsWithStreamingResponse as AsyncCallsWithStreamingResponse,
)
from .realtime import (
    Realtime as Realtime,
    AsyncRealtime as AsyncRealtime,
    RealtimeWithRawResponse as RealtimeWithRawResponse,
    AsyncRealtimeWithRawResponse as AsyncRealtimeWithRawResponse,
    RealtimeWithStreamingResponse as RealtimeWithStreamingResponse,
    AsyncRealtimeWithStreamingResponse as AsyncRealtimeWithStreamingResponse,
)
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
