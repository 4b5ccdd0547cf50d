//! Ids that last: each entry is matched to `passerelle.lock` by its text and place.
