"""Processing algorithms: parameters in, one request to the engine, results as layers or files."""
