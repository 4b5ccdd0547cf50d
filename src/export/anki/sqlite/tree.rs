//! B-trees from sorted rows, bottom-up: leaves in one pass, then the levels above them.

use super::pages::{PAGE, Pages};
use super::record::{varint, varint_len};

const INDEX_INNER: u8 = 2;
const TABLE_INNER: u8 = 5;
const INDEX_LEAF: u8 = 10;
const TABLE_LEAF: u8 = 13;

/// The most bytes of a payload that stay on a leaf of a table.
const TABLE_LOCAL: usize = PAGE - 35;
/// The most bytes of a payload that stay on a page of an index.
const INDEX_LOCAL: usize = (PAGE - 12) * 64 / 255 - 23;
/// The fewest bytes of a payload that stay on its page when it overflows.
const LEAST_LOCAL: usize = (PAGE - 12) * 32 / 255 - 23;

/// A page being filled: pointers from its head down, cells from its foot up.
pub struct Node {
    bytes: Box<[u8; PAGE]>,
    /// Where the page's own header begins: after the file's on page 1.
    start: usize,
    head: usize,
    foot: usize,
    cells: u16,
}

impl Node {
    fn new(kind: u8) -> Self {
        Self::after(kind, 0)
    }

    /// A leaf of a table for the first page, after the `start` bytes of the file's header.
    pub fn first(start: usize) -> Self {
        Self::after(TABLE_LEAF, start)
    }

    fn after(kind: u8, start: usize) -> Self {
        let mut bytes = Box::new([0; PAGE]);
        bytes[start] = kind;
        let header = if matches!(kind, TABLE_INNER | INDEX_INNER) { 12 } else { 8 };
        Self { bytes, start, head: start + header, foot: PAGE, cells: 0 }
    }

    fn fits(&self, cell: usize) -> bool {
        self.head + 2 + cell <= self.foot
    }

    /// Adds a cell, which must fit.
    pub fn add(&mut self, cell: &[u8]) {
        self.foot -= cell.len();
        self.bytes[self.foot..self.foot + cell.len()].copy_from_slice(cell);
        self.bytes[self.head..self.head + 2].copy_from_slice(&(self.foot as u16).to_be_bytes());
        self.head += 2;
        self.cells += 1;
    }

    /// The page with its header complete; `right` is the last child of an inner page.
    pub fn finish(mut self, right: Option<u32>) -> Box<[u8; PAGE]> {
        let at = self.start;
        self.bytes[at + 3..at + 5].copy_from_slice(&self.cells.to_be_bytes());
        self.bytes[at + 5..at + 7].copy_from_slice(&(self.foot as u16).to_be_bytes());
        if let Some(right) = right {
            self.bytes[at + 8..at + 12].copy_from_slice(&right.to_be_bytes());
        }
        self.bytes
    }
}

/// What of a payload stays on its page; the rest goes to overflow pages, whose first number comes after it.
fn spill(pages: &mut Pages, cell: &mut Vec<u8>, payload: &[u8], most: usize) {
    if payload.len() <= most {
        return cell.extend_from_slice(payload);
    }
    let wanted = LEAST_LOCAL + (payload.len() - LEAST_LOCAL) % (PAGE - 4);
    let (local, mut rest) = payload.split_at(if wanted <= most { wanted } else { LEAST_LOCAL });
    cell.extend_from_slice(local);
    cell.extend_from_slice(&pages.next().to_be_bytes());
    while !rest.is_empty() {
        let here = rest.len().min(PAGE - 4);
        let mut page = [0; PAGE];
        let more = if rest.len() > here { pages.next() + 1 } else { 0 };
        page[..4].copy_from_slice(&more.to_be_bytes());
        page[4..4 + here].copy_from_slice(&rest[..here]);
        pages.add(&page);
        rest = &rest[here..];
    }
}

/// The cell of a row on a leaf of a table.
pub fn table_cell(pages: &mut Pages, row: i64, payload: &[u8]) -> Vec<u8> {
    let mut cell = Vec::with_capacity(payload.len().min(PAGE) + 18);
    varint(&mut cell, payload.len() as u64);
    varint(&mut cell, row as u64);
    spill(pages, &mut cell, payload, TABLE_LOCAL);
    cell
}

/// A table that is given its rows in the order of their numbers.
pub struct Table {
    leaf: Node,
    last: i64,
    /// The leaves, each with the number of its last row.
    children: Vec<(u32, i64)>,
}

impl Table {
    /// A table without rows.
    pub fn new() -> Self {
        Self { leaf: Node::new(TABLE_LEAF), last: 0, children: Vec::new() }
    }

    /// Adds a row, whose number is larger than that of every row before.
    pub fn push(&mut self, pages: &mut Pages, row: i64, payload: &[u8]) {
        let cell = table_cell(pages, row, payload);
        if !self.leaf.fits(cell.len()) {
            let full = std::mem::replace(&mut self.leaf, Node::new(TABLE_LEAF));
            self.children.push((pages.add(&full.finish(None)), self.last));
        }
        self.leaf.add(&cell);
        self.last = row;
    }

    /// The number of the page that the table begins at.
    pub fn finish(mut self, pages: &mut Pages) -> u32 {
        self.children.push((pages.add(&self.leaf.finish(None)), self.last));
        while self.children.len() > 1 {
            // A child takes at most 4 + 9 bytes and a pointer; pages share them evenly, so that none has a single one.
            let count = self.children.len().div_ceil((PAGE - 12) / 15);
            let share = self.children.len().div_ceil(count).max(2);
            let mut above = Vec::with_capacity(count);
            for group in self.children.chunks(share) {
                let (&(right, last), before) = group.split_last().expect("chunks are never empty");
                let mut node = Node::new(TABLE_INNER);
                for &(child, last) in before {
                    let mut cell = child.to_be_bytes().to_vec();
                    varint(&mut cell, last as u64);
                    node.add(&cell);
                }
                above.push((pages.add(&node.finish(Some(right))), last));
            }
            self.children = above;
        }
        self.children[0].0
    }
}

/// Writes an index, or a table without row numbers, of sorted payloads; the number of the page that it begins at.
pub fn index(pages: &mut Pages, payloads: &[Vec<u8>]) -> u32 {
    let mut cells: Vec<Vec<u8>> = Vec::with_capacity(payloads.len());
    for payload in payloads {
        let mut cell = Vec::with_capacity(payload.len().min(PAGE) + varint_len(payload.len() as u64) + 4);
        varint(&mut cell, payload.len() as u64);
        spill(pages, &mut cell, payload, INDEX_LOCAL);
        cells.push(cell);
    }
    let (mut level, mut kind) = (cells, INDEX_LEAF);
    let mut children: Vec<u32> = Vec::new();
    loop {
        let groups = groups(&level, if kind == INDEX_LEAF { 0 } else { 4 });
        let mut above = Vec::new();
        let mut made = Vec::new();
        for &(start, end) in &groups {
            let mut node = Node::new(kind);
            for (at, cell) in level.iter().enumerate().take(end).skip(start) {
                match children.get(at) {
                    Some(child) => node.add(&[child.to_be_bytes().as_slice(), cell].concat()),
                    None => node.add(cell),
                }
            }
            made.push(pages.add(&node.finish(children.get(end).copied())));
            // What stands between two pages goes up.
            above.extend(level.get(end).cloned());
        }
        if let [root] = made[..] {
            return root;
        }
        (level, kind, children) = (above, INDEX_INNER, made);
    }
}

/// Stretches of cells that fit on a page each, with one cell left out between them; none is empty, but for no cells.
/// `extra` are the bytes that each cell has more.
fn groups(cells: &[Vec<u8>], extra: usize) -> Vec<(usize, usize)> {
    let mut groups = Vec::new();
    let (mut start, mut free) = (0, PAGE - 12);
    for (at, cell) in cells.iter().enumerate() {
        let size = cell.len() + extra + 2;
        if size > free {
            // A last cell alone cannot go up: it has no page after it. Then the one before it does.
            let end = if at + 1 == cells.len() { at - 1 } else { at };
            groups.push((start, end));
            (start, free) = (end + 1, PAGE - 12);
            if end < at {
                free -= size;
            }
        } else {
            free -= size;
        }
    }
    groups.push((start, cells.len()));
    groups
}
