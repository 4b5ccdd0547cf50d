//! The site from memory, rebuilt when a source changes; loopback only.
