# SPDX-License-Identifier: MIT
"""Safety cases and alerts. https://platform.openai.com/docs/api-reference/safety"""

from .operation import GET, Resource, SubResource


class Alerts(Resource):
    """Safety alerts."""

    retrieve = GET("/safety/alerts/{id}", returns="SafetyAlert")


class Cases(Resource):
    """Safety cases."""

    retrieve = GET("/safety/cases/{id}", returns="SafetyCase")


class Safety(Resource):
    """Safety API."""

    alerts = SubResource("Alerts")
    cases = SubResource("Cases")
