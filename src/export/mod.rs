//! The library in other programs' formats: one file a format.
