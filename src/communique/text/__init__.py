"""Pure functions on strings: numbers, quotations, names, stems, times. Nothing here knows of an article."""
