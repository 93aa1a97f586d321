"""The desk: the record in a browser, served on this machine."""
