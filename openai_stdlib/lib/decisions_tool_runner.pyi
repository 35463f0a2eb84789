# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from ..helpers.decisions_runner import AsyncDecisionActionCandidate as AsyncDecisionActionCandidate
from ..helpers.decisions_runner import AsyncDecisionCandidate as AsyncDecisionCandidate
from ..helpers.decisions_runner import AsyncDecisionsToolRunner as AsyncDecisionsToolRunner
from ..helpers.decisions_runner import DecisionActionCandidate as DecisionActionCandidate
from ..helpers.decisions_runner import DecisionCandidate as DecisionCandidate
from ..helpers.decisions_runner import DecisionDoneCandidate as DecisionDoneCandidate
from ..helpers.decisions_runner import DecisionObservation as DecisionObservation
from ..helpers.decisions_runner import DecisionsRunResult as DecisionsRunResult
from ..helpers.decisions_runner import DecisionsRunnerParams as DecisionsRunnerParams
from ..helpers.decisions_runner import DecisionsToolRunner as DecisionsToolRunner
from ..helpers.decisions_runner import DecisionsToolRunnerCancelledError as DecisionsToolRunnerCancelledError
from ..helpers.decisions_runner import DecisionsToolRunnerError as DecisionsToolRunnerError
