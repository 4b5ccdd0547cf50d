//! Ids that last: each entry is matched to `passerelle.lock` by its text and place.
//!
//! Anki scheduling, permalinks and redirects hang on an entry's id. An id given by the author wins; every other entry
//! takes the id of the record that is most probably the same question (same text here, same text elsewhere, similar
//! text), or a new one. What disappears stays as a tombstone, so that its id is never given to something else.

mod assign;
mod changes;
mod fingerprint;
mod instant;
mod lock;
mod matching;
mod name;
mod similar;
mod wishes;

pub use assign::{Assigned, assign};
pub use changes::{Change, ChangeKind, later};
pub(crate) use fingerprint::{Digest, edited};
pub use instant::{parse_rfc3339, rfc3339};
pub use lock::{AnkiNames, Lock, LockError, LockProblem, Pair, Record, Shipped};
pub use name::is_valid_id;
