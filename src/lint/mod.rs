//! Rules about content: one file a rule.
