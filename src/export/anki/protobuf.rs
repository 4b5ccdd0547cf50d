//! Messages in the wire format of Protocol Buffers: the little of it that packages need.

/// A message being written.
#[derive(Debug, Clone, Default)]
pub struct Message(Vec<u8>);

impl Message {
    /// A message without fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// With a whole number, unless it is the default, zero.
    pub fn number(mut self, field: u32, value: i64) -> Self {
        if value != 0 {
            self.varint(u64::from(field) << 3);
            self.varint(value as u64);
        }
        self
    }

    /// With a text, unless it is the default, the empty one.
    pub fn text(self, field: u32, value: &str) -> Self {
        if value.is_empty() { self } else { self.bytes(field, value.as_bytes()) }
    }

    /// With bytes, or another message.
    pub fn bytes(mut self, field: u32, value: &[u8]) -> Self {
        self.varint(u64::from(field) << 3 | 2);
        self.varint(value.len() as u64);
        self.0.extend_from_slice(value);
        self
    }

    /// The message as it is stored.
    pub fn done(self) -> Vec<u8> {
        self.0
    }

    fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_in_the_specification() {
        let inner = Message::new().number(1, 150).number(2, 0).done();
        assert_eq!(inner, [0x08, 0x96, 0x01]);
        assert_eq!(Message::new().bytes(3, &inner).text(2, "hé").done(), b"\x1a\x03\x08\x96\x01\x12\x03h\xc3\xa9");
    }
}
