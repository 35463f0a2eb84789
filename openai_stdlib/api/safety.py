# SPDX-License-Identifier: MIT
"""Safety cases and alerts. https://platform.openai.com/docs/api-reference/safety"""

from .operation import GET, Resource, SubResource


class Alerts(Resource):
    """Alerts about misuse."""

    retrieve = GET("/safety/alerts/{id}", returns="SafetyAlert")


class Cases(Resource):
    """Cases of misuse, and what was decided."""

    retrieve = GET("/safety/cases/{id}", returns="SafetyCase")


class Safety(Resource):
    """The safety family."""

    alerts = SubResource("Alerts")
    cases = SubResource("Cases")
