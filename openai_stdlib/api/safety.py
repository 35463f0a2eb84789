# SPDX-License-Identifier: MIT
"""Safety cases and alerts. https://platform.openai.com/docs/api-reference/safety"""

from .rows import GET, Resource, Sub


class Alerts(Resource):
    """Alerts about misuse."""

    retrieve = GET("/safety/alerts/{id}", gives="SafetyAlert")


class Cases(Resource):
    """Cases of misuse, and what was decided."""

    retrieve = GET("/safety/cases/{id}", gives="SafetyCase")


class Safety(Resource):
    """The safety family."""

    alerts = Sub("Alerts")
    cases = Sub("Cases")
