//! A page that is the same for each load but for a few words: compressed once, the words set in between.
use flate2::{Compress, Compression, Crc, FlushCompress};

use super::html::{Html, Load};

/// HTML whose pieces are compressed, each for itself.
#[derive(Debug)]
pub(super) struct Packed {
    pub(super) html: Html,
    pieces: Vec<Piece>,
}

#[derive(Debug)]
struct Piece {
    /// Blocks of a deflate stream that end on a byte.
    blocks: Vec<u8>,
    crc: Crc,
}

impl Packed {
    pub(super) fn new(html: Html) -> Self {
        let pieces = html.pieces.iter().map(|piece| Piece::new(piece.as_bytes())).collect();
        Self { html, pieces }
    }

    /// The page for this load, as gzip (RFC 1952).
    pub(super) fn gzip(&self, load: &Load<'_>) -> Vec<u8> {
        let mut stream = HEADER.to_vec();
        let mut crc = Crc::new();
        let words = self.html.gaps.iter().map(|gap| load.word(*gap)).chain([""]);
        for (piece, word) in self.pieces.iter().zip(words) {
            stream.extend_from_slice(&piece.blocks);
            crc.combine(&piece.crc);
            store(&mut stream, word.as_bytes());
            crc.update(word.as_bytes());
        }
        stream.extend_from_slice(&END);
        stream.extend_from_slice(&crc.sum().to_le_bytes());
        stream.extend_from_slice(&crc.amount().to_le_bytes());
        stream
    }
}

/// Deflate, no flags, no time, no operating system.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

/// The last block, with nothing in it.
const END: [u8; 2] = [0x03, 0x00];

/// Adds a block that is not compressed.
fn store(stream: &mut Vec<u8>, bytes: &[u8]) {
    let length = u16::try_from(bytes.len()).unwrap_or_default();
    stream.push(0);
    stream.extend_from_slice(&length.to_le_bytes());
    stream.extend_from_slice(&(!length).to_le_bytes());
    stream.extend_from_slice(&bytes[..usize::from(length)]);
}

impl Piece {
    fn new(bytes: &[u8]) -> Self {
        let mut crc = Crc::new();
        crc.update(bytes);
        Self { blocks: blocks(bytes), crc }
    }
}

fn blocks(bytes: &[u8]) -> Vec<u8> {
    let mut deflate = Compress::new(Compression::default(), false);
    let mut blocks = Vec::with_capacity(bytes.len() / 2 + SLACK);
    loop {
        let read = usize::try_from(deflate.total_in()).unwrap_or(usize::MAX);
        // Into memory, and with room, it does not fail.
        let _ = deflate.compress_vec(&bytes[read..], &mut blocks, FlushCompress::Sync);
        if blocks.len() < blocks.capacity() {
            return blocks;
        }
        blocks.reserve(blocks.len());
    }
}

/// More than what the ends of blocks take.
const SLACK: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::encoding::gunzip;
    use crate::server::html::Gap;

    #[track_caller]
    fn check(pieces: &[&str]) {
        let mut html = Html::with_capacity(0);
        for (at, piece) in pieces.iter().enumerate() {
            if at > 0 {
                html.gap(if at == 1 { Gap::EndId } else { Gap::Nonce });
            }
            html.push(piece);
        }
        let packed = Packed::new(html);
        for nonce in ["0123456789abcdef", "x"] {
            let load = Load { nonce, end_id: "end" };
            let unpacked = gunzip(&packed.gzip(&load));
            assert_eq!(String::from_utf8_lossy(&unpacked), packed.html.fill(&load));
        }
    }

    #[test]
    fn a_packed_page_unpacks_to_the_page_with_the_nonce() {
        check(&["<p>one</p>"]);
        check(&["<script nonce=\"", "\">1</script><script nonce=\"", "\">2</script>"]);
        check(&["", "", ""]);
        let words = (0..40_000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_string());
        let noise = words.collect::<String>();
        check(&[&noise, &noise[1000..], &"a".repeat(300_000)]);
    }
}
