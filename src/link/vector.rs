//! Sparse vectors: sums in a fixed order, so that every machine gets the same figures.

/// A sparse vector of length 1, sorted by index.
pub type Vector = Vec<(u32, f32)>;

/// The pairs with equal indices added up, sorted by index.
pub fn merged(mut pairs: Vec<(u32, f64)>) -> Vec<(u32, f64)> {
    // Stable, so that the sums are taken in the order of the text.
    pairs.sort_by_key(|pair| pair.0);
    pairs.dedup_by(|next, first| {
        next.0 == first.0 && {
            first.1 += next.1;
            true
        }
    });
    pairs
}

/// The heaviest `keep` of `pairs` as a vector of length 1.
pub fn unit_vector(mut pairs: Vec<(u32, f64)>, keep: usize) -> Vector {
    pairs.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    pairs.truncate(keep);
    pairs.sort_by_key(|pair| pair.0);
    let length = pairs.iter().map(|(_, w)| w * w).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
    pairs.into_iter().map(|(id, weight)| (id, (weight / length) as f32)).collect()
}

/// Cosine of two unit vectors.
pub fn cosine(a: &Vector, b: &Vector) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0_f64);
    while i < a.len() && j < b.len() {
        let (x, y) = (a[i], b[j]);
        if x.0 == y.0 {
            sum += f64::from(x.1) * f64::from(y.1);
        }
        // Without branches: which side is behind is a coin's toss that no processor predicts.
        i += usize::from(x.0 <= y.0);
        j += usize::from(y.0 <= x.0);
    }
    sum
}

/// Rounded to 4 decimals, so that records have the same bytes everywhere.
pub fn round(score: f64) -> f64 {
    (score * 1e4).round() / 1e4
}
