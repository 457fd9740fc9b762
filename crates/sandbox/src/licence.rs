//! A driver's licence, read from the text of its PDF417 barcode.
