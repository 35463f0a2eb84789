# SPDX-License-Identifier: MIT
"""Rows of requests on Ray Data, Dask and Spark: a `RowMapper` for the collections of an engine, one module for each.

    from openai_stdlib_engines.ray_data import map_dataset
    from openai_stdlib_engines.dask_collections import map_bag, map_dataframe
    from openai_stdlib_engines.spark import map_dataframe, map_rdd

A module imports its engine, which the program has already. These modules must not import the core: they get the mapper
from the program, so they work with every copy of the core, vendored or installed. Workers import both packages.
"""
