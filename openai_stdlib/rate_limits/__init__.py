# SPDX-License-Identifier: MIT
"""Limits of requests and tokens a minute, which clients keep instead of running into them: the option `rate_limiter`.

gate.py counts one limit, bucket.py the limits of a model and the calls that wait for them, and state.py all of them:
they are pure, and the time is passed in. limiter.py has the lock, the clock and, with state_file.py, the file that
several processes share; limited_call.py is what delays one call, token_estimate.py the rule for its size.
"""
