"""The desk: the record as pages in a browser, and as a REST interface."""
