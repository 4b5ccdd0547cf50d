//! The library as a site: pages in both languages, in memory.
