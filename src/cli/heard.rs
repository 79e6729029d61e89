//! What a run has printed and noted.

/// So many bytes of it are held.
const MOST: usize = 64 << 20;

/// The bytes of both streams.
#[derive(Debug, Default)]
pub(super) struct Heard {
    pub(super) out: Vec<u8>,
    pub(super) err: Vec<u8>,
}

impl Heard {
    /// With a text more; `None` where it becomes too much.
    pub(super) fn with(mut self, part: impl FnOnce(&mut Heard) -> &mut Vec<u8>, text: &str) -> Option<Self> {
        if self.out.len() + self.err.len() + text.len() > MOST {
            return None;
        }
        part(&mut self).extend_from_slice(text.as_bytes());
        Some(self)
    }
}
