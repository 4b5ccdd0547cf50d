//! The search index: one for both languages, in shards loaded on demand.
