//! The numbers of what is said: which messages of the browser are new, and which frames it may ask for again.
use std::collections::VecDeque;

use super::message;

/// Both directions of a session.
#[derive(Debug)]
pub(super) struct Numbers {
    /// The number of the last message that was taken.
    taken: u64,
    /// The number of the last frame.
    sent: u64,
    /// Frames that the browser may not have, the oldest first; the last one has the number `sent`.
    unseen: VecDeque<Vec<u8>>,
    bytes: usize,
    /// How many bytes are kept; the last frame is, whatever its size.
    limit: usize,
}

impl Numbers {
    pub(super) fn new(limit: usize) -> Self {
        Self { taken: 0, sent: 0, unseen: VecDeque::new(), bytes: 0, limit }
    }

    /// Whether a message comes for the first time.
    pub(super) fn take(&mut self, number: u64) -> bool {
        let is_new = number > self.taken;
        self.taken = self.taken.max(number);
        is_new
    }

    /// The next frame; it is kept until the browser has seen it, or there is no more room.
    pub(super) fn frame(&mut self, messages: &[Vec<u8>]) -> Vec<u8> {
        self.sent += 1;
        let frame = message::numbered(self.sent, self.taken, messages);
        self.bytes += frame.len();
        self.unseen.push_back(frame.clone());
        while self.bytes > self.limit && self.unseen.len() > 1 {
            self.forget_oldest();
        }
        frame
    }

    /// The browser has all frames up to this one.
    pub(super) fn see(&mut self, number: u64) {
        while self.oldest().is_some_and(|oldest| oldest <= number) {
            self.forget_oldest();
        }
    }

    /// The frames after the one that the browser has seen last, unless some of them are gone, or it
    /// speaks of another session.
    pub(super) fn after(&mut self, seen: u64) -> Option<impl Iterator<Item = &Vec<u8>>> {
        let first = self.oldest().unwrap_or(self.sent + 1);
        if seen > self.sent || seen + 1 < first {
            return None;
        }
        self.see(seen);
        Some(self.unseen.iter())
    }

    /// What is said first to a browser that comes.
    pub(super) fn welcome(&self, is_back: bool) -> Vec<u8> {
        message::session(is_back, self.taken)
    }

    fn oldest(&self) -> Option<u64> {
        let kept = u64::try_from(self.unseen.len()).ok().filter(|kept| *kept > 0)?;
        Some(self.sent + 1 - kept)
    }

    fn forget_oldest(&mut self) {
        let frame = self.unseen.pop_front();
        self.bytes -= frame.map_or(0, |frame| frame.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends so many frames, of which the browser says to have seen some; what it gets if it comes back.
    #[track_caller]
    fn check(sent: u64, said: u64, seen: u64, expected: Option<&[u64]>) {
        let mut numbers = Numbers::new(3 * message::numbered(1, 0, &[b"{}".into()]).len());
        (0..sent).for_each(|_| drop(numbers.frame(&[b"{}".into()])));
        numbers.see(said);
        let frames = |numbers: &[u64]| -> Vec<Vec<u8>> {
            numbers.iter().map(|number| message::numbered(*number, 0, &[b"{}".into()])).collect()
        };
        let again = numbers.after(seen).map(|frames| frames.cloned().collect::<Vec<_>>());
        assert_eq!(again, expected.map(frames), "{sent} sent, {said} said, {seen} seen");
    }

    #[test]
    fn a_browser_gets_what_it_has_not_seen_if_it_is_all_there() {
        check(0, 0, 0, Some(&[]));
        check(3, 0, 0, Some(&[1, 2, 3]));
        check(3, 0, 2, Some(&[3]));
        check(3, 1, 3, Some(&[]));
        check(3, 2, 1, None);
        check(5, 0, 1, None);
        check(5, 0, 2, Some(&[3, 4, 5]));
        check(2, 0, 3, None);
        check(2, 9, 2, Some(&[]));
        check(2, 0, u64::MAX, None);
    }

    #[test]
    fn one_frame_may_be_larger_than_all_that_is_kept() {
        let mut numbers = Numbers::new(1);
        numbers.frame(&[b"{}".into()]);
        assert!(numbers.after(0).is_some());
    }

    #[test]
    fn a_message_is_taken_once() {
        let mut numbers = Numbers::new(0);
        let taken: Vec<bool> = [1, 2, 2, 1, 3].into_iter().map(|n| numbers.take(n)).collect();
        assert_eq!(taken, [true, true, false, false, true]);
    }
}
