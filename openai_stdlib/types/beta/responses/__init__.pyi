# SPDX-License-Identifier: MIT
# Written by tools/write_stubs.py; do not edit.
from .input_item_list_params import InputItemListParams as InputItemListParams
from .beta_response_item_list import BetaResponseItemList as BetaResponseItemList
from .input_token_count_params import InputTokenCountParams as InputTokenCountParams
from .input_token_count_response import InputTokenCountResponse as InputTokenCountResponse
