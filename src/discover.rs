//! Disk to sources: the project's configuration, documents, concepts, lock file and templates.
