//! Numbers that look like chance and are the same everywhere, and syllables to make names of.

/// Any three or four of them are a name.
pub const SYLLABLES: [&str; 16] =
    ["ba", "ko", "ri", "ze", "mu", "ta", "vel", "gro", "shi", "pan", "dok", "lu", "fex", "nor", "qui", "jas"];

/// A stream of numbers that is the same everywhere (SplitMix64: Steele, Lea and Flood, 2014).
pub struct Numbers(pub u64);

impl Numbers {
    /// The next of 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `n`, each as likely as its rank says: the first twice as likely as the second.
    pub fn rank(&mut self, n: usize) -> usize {
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        ((n as f64).powf(share) as usize - 1).min(n - 1)
    }

    /// Below `n`, all alike.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
}
